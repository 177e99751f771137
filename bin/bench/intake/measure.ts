// All readers of a job over the same file, in turn, round after round, so that a busy moment of the machine falls on all of them.
import { join } from 'node:path';
import type { Progress } from '../../frame/command.ts';
import type { Timed } from '../beside/time-alone.ts';
import { soleAnswer, type Times, timesOf } from '../beside/times.ts';
import type { Answer } from './answer.ts';
import { writeCsv, writeXlsx } from './made-files.ts';
import type { Job, Reader } from './readers.ts';
import type { TimeReader } from './time-reader.ts';

/** One reader at one size. */
export interface Measured extends Times {
  readonly job: Job['name'];
  readonly reader: string;
  readonly rows: number;
  /** The most of any round. */
  readonly peakMebibytes: number;
  /** The same in all rounds; null from a floor. */
  readonly answer: Answer | null;
}

type Run = Timed<Answer | null>;

function summedUp(job: Job, reader: Reader, rows: number, runs: readonly Run[], ours: readonly Run[]): Measured {
  return {
    job: job.name,
    reader: reader.name,
    rows,
    ...timesOf(
      runs.map(({ milliseconds }) => milliseconds),
      ours.map(({ milliseconds }) => milliseconds),
    ),
    peakMebibytes: Math.max(...runs.map(({ peakMebibytes }) => peakMebibytes)),
    answer: soleAnswer(reader.name, runs),
  };
}

export interface Plan {
  readonly folder: string;
  readonly rounds: number;
  readonly time: TimeReader;
}

/** @param readers those of the job that are there, ours first @param progress told at each round */
export async function measure(
  job: Job,
  readers: readonly Reader[],
  rows: number,
  { folder, rounds, time }: Plan,
  progress: Progress,
): Promise<Measured[]> {
  const path = join(folder, `${rows}.${job.name}`);
  (job.name === 'csv' ? writeCsv : writeXlsx)(path, rows);
  const runs = readers.map((): Run[] => []);
  for (let round = 1; round <= rounds; round += 1) {
    const at = `${job.name} × ${rows}, ${round}/${rounds}…`;
    progress({ fr: at, en: at }, true);
    for (const [at, reader] of readers.entries()) runs[at]!.push(await time(reader, path));
  }
  return readers.map((reader, at) => summedUp(job, reader, rows, runs[at]!, runs[0]!));
}
