// Entry of the function of the audience `registrar`.
import { cloudHandler } from '../../lib/edge/cloud.ts';
import { problemPage } from '../problem-page.ts';
import { registrarEndpoints } from '../registrar.ts';

export const handler = cloudHandler(registrarEndpoints, problemPage, import.meta.dirname);
