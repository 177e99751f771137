// A walk over a REST API as a list of jobs, one request each: a page is what the first job gave, and the cursor is the jobs that are left.
import type { Json } from '../../ledger/canonical.ts';
import type { ForgeAct, ForgeCommit, ForgePage } from '../../ports/forge.ts';

export interface Performed<Job> {
  readonly commits: readonly ForgeCommit[];
  readonly acts: readonly ForgeAct[];
  /** What this job leaves to do: done before all others. */
  readonly after: readonly Job[];
}

export async function* jobPages<Job extends Json>(
  from: readonly Job[],
  perform: (job: Job) => Promise<Performed<Job>>,
): AsyncGenerator<ForgePage> {
  for (let jobs = from; ; ) {
    const [job, ...rest] = jobs;
    if (job === undefined) return;
    const { commits, acts, after } = await perform(job);
    jobs = [...after, ...rest];
    yield { commits, acts, next: jobs.length === 0 ? null : [...jobs] };
  }
}
