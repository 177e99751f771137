// Entry of the function that anyone may call.
import { cloudHandler } from '../../lib/edge/cloud.ts';
import { problemPage } from '../problem-page.ts';
import { publicEndpoints } from '../public.ts';

export const handler = cloudHandler(publicEndpoints, problemPage, import.meta.dirname);
