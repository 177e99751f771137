// Entry of the function of the audience `auditor`.
import { cloudHandler } from '../../lib/edge/cloud.ts';
import { auditorEndpoints } from '../auditor.ts';
import { problemPage } from '../problem-page.ts';

export const handler = cloudHandler(auditorEndpoints, problemPage, import.meta.dirname);
