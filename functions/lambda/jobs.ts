// Entry of the functions of jobs: one bundle, and each function does the job that the stack names.
import { cloudJobHandler } from '../../lib/edge/cloud.ts';
import { jobs } from '../jobs.ts';

export const handler = cloudJobHandler(jobs);
