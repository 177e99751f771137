// communs bench rules: what a company's time and its lines come to, in ours and in other ways.
import { jobsBench } from '../beside/jobs-bench.ts';
import { notPublished, rulesJobs } from './rules-jobs.ts';

export const rulesBench = jobsBench({
  ...{ bench: 'rules', jobs: rulesJobs, sizes: [100_000, 1_000_000] },
  failuresOf: notPublished,
});
