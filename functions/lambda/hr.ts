// Entry of the function of the audience `hr`.
import { cloudHandler } from '../../lib/edge/cloud.ts';
import { hrEndpoints } from '../hr.ts';
import { problemPage } from '../problem-page.ts';

export const handler = cloudHandler(hrEndpoints, problemPage, import.meta.dirname);
