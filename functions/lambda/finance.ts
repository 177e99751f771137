// Entry of the function of the audience `finance`.
import { cloudHandler } from '../../lib/edge/cloud.ts';
import { financeEndpoints } from '../finance.ts';
import { problemPage } from '../problem-page.ts';

export const handler = cloudHandler(financeEndpoints, problemPage, import.meta.dirname);
