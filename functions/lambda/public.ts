// Entry of the function that anyone may call.
import { cloudHandler } from '../../lib/edge/cloud.ts';
import { plainProblemPage } from '../../lib/edge/problem-page.ts';
import { publicEndpoints } from '../public.ts';

export const handler = cloudHandler(publicEndpoints, plainProblemPage, import.meta.dirname);
