// Entry of the function of the audience `foundation`.
import { cloudHandler } from '../../lib/edge/cloud.ts';
import { foundationEndpoints } from '../foundation.ts';
import { problemPage } from '../problem-page.ts';

export const handler = cloudHandler(foundationEndpoints, problemPage, import.meta.dirname);
