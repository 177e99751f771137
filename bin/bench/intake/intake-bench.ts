// communs bench intake: our reader of timesheets beside what somebody would take instead, over the same files, for the same answer.
import { availableParallelism, loadavg } from 'node:os';
import type { Outcome, Progress } from '../../frame/command.ts';
import { listenForStop } from '../../frame/stop-signal.ts';
import { isInstalled } from '../beside/installed.ts';
import type { BesideOptions } from '../beside/options.ts';
import { withBench } from '../with-bench.ts';
import { growthOf } from './growth.ts';
import type { IntakeRun } from './intake-run.ts';
import { intakeText } from './intake-text.ts';
import { type Measured, measure } from './measure.ts';
import { type Job, jobs, type Reader } from './readers.ts';
import { buildReaders } from './time-reader.ts';
import { type Failure, failuresOf } from './verdict.ts';

const isThere = ({ packages }: Reader, peers: string | undefined): boolean => isInstalled(packages, peers);

const sizesOf = (job: Job, asked: readonly number[]): number[] =>
  (asked.length === 0 ? job.sizes : [...new Set(asked)].filter((rows) => rows <= job.mostLines)).toSorted(
    (a, b) => a - b,
  );

async function measureAll(
  { sizes, rounds, peers }: BesideOptions,
  folder: string,
  progress: Progress,
): Promise<IntakeRun> {
  const before = loadavg()[0]!;
  const all = jobs.flatMap(({ readers }) => readers);
  const time = await buildReaders(folder, [...new Set(all)], peers);
  const failures: Failure[] = [];
  const done: IntakeRun['jobs'][number][] = [];
  for (const job of jobs) {
    const readers = job.readers.filter((reader) => isThere(reader, peers));
    const measured: Measured[] = [];
    for (const size of sizesOf(job, sizes)) {
      const here = await measure(job, readers, size, { folder, rounds, time }, progress);
      failures.push(...failuresOf(job, here));
      measured.push(...here);
    }
    done.push({ job, measured, growth: growthOf(measured) });
  }
  const missing = all.filter((reader) => !isThere(reader, peers)).map(({ name }) => name);
  return { jobs: done, missing, failures, load: [before, loadavg()[0]!], rounds };
}

const toJson = ({ jobs: done, missing, failures, load, rounds }: IntakeRun): object => ({
  node: process.versions.node,
  cores: availableParallelism(),
  ...{ load, rounds },
  runs: done.flatMap(({ measured }) =>
    measured.map(({ answer, ...run }) => ({
      ...run,
      answer: answer === null ? null : { ok: answer.ok, bad: answer.bad, minutes: answer.minutes },
    })),
  ),
  growth: done.flatMap(({ job, growth }) => growth.map((each) => ({ job: job.name, ...each }))),
  peersNotMeasured: missing,
  failures: failures.map(({ code, says }) => ({ code, detail: says })),
});

/** Exit code 1 where answers differ or our reader took more memory than it may, whatever the times. */
export async function intakeBench(options: BesideOptions, progress: Progress): Promise<Outcome> {
  const stop = listenForStop();
  const run = await withBench(({ folder }) => stop.during(measureAll(options, folder, progress)));
  stop.letGo();
  return {
    exitCode: run.failures.length === 0 ? 0 : 1,
    json: () => toJson(run),
    text: (language) => intakeText(run, language),
  };
}
