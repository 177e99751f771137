// Entry of the function of the audience `developer`.
import { cloudHandler } from '../../lib/edge/cloud.ts';
import { developerEndpoints } from '../developer.ts';
import { problemPage } from '../problem-page.ts';

export const handler = cloudHandler(developerEndpoints, problemPage, import.meta.dirname);
