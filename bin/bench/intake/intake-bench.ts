// communs bench intake: our reader of timesheets beside what somebody would take instead, over the same files, for the same answer.
import { loadavg } from 'node:os';
import type { Outcome, Progress } from '../../frame/command.ts';
import type { Failure } from '../beside/beside-run.ts';
import { isInstalled } from '../beside/installed.ts';
import { type BesideOptions, sizesOf } from '../beside/options.ts';
import { runBeside } from '../beside/run-beside.ts';
import { growthOf } from './growth.ts';
import type { IntakeRun } from './intake-run.ts';
import { intakeText } from './intake-text.ts';
import { type Measured, measure } from './measure.ts';
import { jobs, type Reader } from './readers.ts';
import { buildReaders } from './time-reader.ts';
import { failuresOf } from './verdict.ts';

const isThere = ({ packages }: Reader, peers: string | undefined): boolean => isInstalled(packages, peers);

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
    for (const size of sizesOf(sizes, job.sizes).filter((rows) => rows <= job.mostLines)) {
      const here = await measure(job, readers, size, { folder, rounds, time }, progress);
      failures.push(...failuresOf(job, here));
      measured.push(...here);
    }
    done.push({ job, measured, growth: growthOf(measured) });
  }
  const missing = all.filter((reader) => !isThere(reader, peers)).map(({ name }) => name);
  return { jobs: done, missing, failures, load: [before, loadavg()[0]!], rounds };
}

const figures = ({ jobs: done }: IntakeRun): object => ({
  runs: done.flatMap(({ measured }) =>
    measured.map(({ answer, ...run }) => ({
      ...run,
      answer: answer === null ? null : { ok: answer.ok, bad: answer.bad, minutes: answer.minutes },
    })),
  ),
  growth: done.flatMap(({ job, growth }) => growth.map((each) => ({ job: job.name, ...each }))),
});

export const intakeBench = (options: BesideOptions, progress: Progress): Promise<Outcome> =>
  runBeside((folder) => measureAll(options, folder, progress), figures, intakeText);
