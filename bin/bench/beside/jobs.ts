// Jobs that are done in several ways beside one another: what is measured of each, and what it is held to.
import type { Bilingual } from '../../../lib/model/text.ts';
import type { BesideRun, Failure } from './beside-run.ts';
import type { Goal } from './goals.ts';
import type { Times } from './times.ts';
import type { Answer } from './way.ts';

export interface Way {
  /** As it stands in the table. */
  readonly way: string;
  /** Its file in bin/bench, without the ending. */
  readonly entry: string;
  readonly packages: readonly string[];
  /** Our time over its own, at most; absent: it is there to be seen. */
  readonly oursAtMost?: number;
}

export interface Job {
  readonly job: string;
  readonly title: Bilingual;
  /** What stands in its goals. */
  readonly name: Bilingual;
  /** Of the size asked for; absent: all of it. */
  readonly share?: number;
  /** Where none is asked for; absent: those of the bench. */
  readonly sizes?: readonly number[];
  /** Of the largest size over the smallest; absent: ten times as much in eleven times the time. */
  readonly growth?: { readonly times: number; readonly atMost: number };
  /** Ours first. */
  readonly ways: readonly Way[];
  /** Sizes of the job from which it is held to its goals: below them, starting weighs more than working. */
  readonly goalsFrom: number;
  /** MiB that ours may hold. */
  readonly mebibytesAtMost?: number;
}

/** One way of one job at one size. */
export interface Line extends Times {
  readonly job: string;
  readonly way: string;
  readonly size: number;
  readonly peakMebibytes: number;
  /** Median milliseconds of each part, by name. */
  readonly parts: Readonly<Record<string, number>>;
  readonly answer: Answer | null;
}

export interface JobsRun extends BesideRun {
  readonly lines: readonly Line[];
  readonly goals: readonly Goal[];
}

/** @returns how a line answers otherwise than was expected; nothing if it does not, or answers nothing */
export function differs(line: Line, expected: Answer | null, whose: string): Failure[] {
  const [found, other] = [line.answer, expected].map((answer) => JSON.stringify(answer));
  if (line.answer === null || expected === null || found === other) return [];
  const both = `${line.job} × ${line.size}: ${line.way} ${found}; ${whose} ${other}`;
  return [{ code: 'answers-differ', says: { fr: both, en: both } }];
}

/** @param lines ours first for each job and size */
export const otherAnswers = (lines: readonly Line[]): Failure[] =>
  [...Map.groupBy(lines, ({ job, size }) => `${job} ${size}`).values()].flatMap(([own, ...others]) =>
    others.flatMap((line) => differs(line, own!.answer, own!.way)),
  );

function besideWays({ name, ways }: Job, lines: readonly Line[]): Goal[] {
  return lines.flatMap(({ job, way, size, oursOverIt }): Goal[] => {
    const atMost = ways.find((each) => each.way === way)?.oursAtMost;
    if (atMost === undefined) return [];
    const says = { fr: `${name.fr} : notre temps / ${way}`, en: `${name.en}: our time / ${way}` };
    return [{ name: `${job}: ${way}`, size, atMost, found: oursOverIt, says }];
  });
}

/** @param own ours, the smallest size first */
function ofOurs({ job, name, mebibytesAtMost, growth: held }: Job, own: readonly Line[]): Goal[] {
  const [small, last] = [own[0], own.at(-1)];
  const { times, atMost } = held ?? { times: 10, atMost: 11 };
  const says = { fr: `${name.fr} : temps × ${times}`, en: `${name.en}: time for × ${times}` };
  const growth: Goal[] =
    small === undefined || last === undefined || last.size !== times * small.size
      ? []
      : [{ name: `${job}: growth`, size: last.size, atMost, found: last.medianMs / small.medianMs, says }];
  if (mebibytesAtMost === undefined) return growth;
  const memory = own.map(({ size, peakMebibytes }): Goal => {
    const peak = { fr: `${name.fr} : Mio au plus`, en: `${name.en}: peak MiB` };
    return { name: `${job}: memory`, size, atMost: mebibytesAtMost, found: peakMebibytes, says: peak };
  });
  return [...growth, ...memory];
}

/** Told as met or missed; they refuse nothing. @param lines ours first for each job and size, the smallest size first */
export const goalsOf = (jobs: readonly Job[], lines: readonly Line[]): Goal[] =>
  jobs.flatMap((job) => {
    const large = lines.filter((line) => line.job === job.job && line.size >= job.goalsFrom);
    const ours = job.ways[0]!.way;
    return [
      ...besideWays(job, large),
      ...ofOurs(
        job,
        large.filter(({ way }) => way === ours),
      ),
    ];
  });
