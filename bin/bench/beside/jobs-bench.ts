// All ways of all jobs in turn, round after round, each time in a process of its own.
import { loadavg } from 'node:os';
import type { Outcome, Progress } from '../../frame/command.ts';
import type { Failure } from './beside-run.ts';
import { buildPrograms, programOfWay, type RunProgram } from './built-programs.ts';
import { type Goal, goalJson } from './goals.ts';
import { isInstalled } from './installed.ts';
import { goalsOf, type Job, type JobsRun, type Line, otherAnswers, type Way } from './jobs.ts';
import { jobsText } from './jobs-text.ts';
import { type BesideOptions, sizesOf } from './options.ts';
import { runBeside } from './run-beside.ts';
import { median, soleAnswer, timesOf } from './times.ts';
import type { Measured } from './work-alone.ts';

export interface JobsBench {
  /** As `communs bench` is asked for it. */
  readonly bench: string;
  readonly jobs: readonly Job[];
  readonly sizes: readonly number[];
  /** What is counted and takes no time. */
  readonly counts?: () => readonly Goal[];
  /** Besides answers that differ. */
  readonly failuresOf?: (lines: readonly Line[]) => readonly Failure[];
}

const programOf = (entry: string): string => entry.replace('/', '-');

function build(folder: string, ways: readonly Way[], peers: string | undefined): Promise<RunProgram> {
  const programs = ways.map(({ entry }): [string, string] => [
    programOf(entry),
    programOfWay(['workAlone', 'beside/work-alone'], entry),
  ]);
  return buildPrograms(folder, new Map(programs), peers, ['--expose-gc', '--max-old-space-size=8192']);
}

const time = ({ parts }: Measured): number => Object.values(parts).reduce((sum, took) => sum + took, 0);

function lineOf(job: string, way: string, size: number, each: readonly Measured[], ofOurs: readonly Measured[]): Line {
  const names = Object.keys(each[0]!.parts);
  return {
    ...{ job, way, size, answer: soleAnswer(way, each), ...timesOf(each.map(time), ofOurs.map(time)) },
    peakMebibytes: Math.max(...each.map(({ peakMebibytes }) => peakMebibytes)),
    parts: Object.fromEntries(names.map((name) => [name, median(each.map(({ parts }) => parts[name]!))])),
  };
}

async function measureAll(
  { jobs, sizes: own, counts = () => [], failuresOf = () => [] }: JobsBench,
  { sizes: asked, rounds, peers }: BesideOptions,
  folder: string,
  progress: Progress,
): Promise<JobsRun> {
  const before = loadavg()[0]!;
  const isHere = ({ packages }: Way): boolean => isInstalled(packages, peers);
  const ways = jobs.flatMap((job) => job.ways);
  const run = await build(folder, ways.filter(isHere), peers);
  const lines: Line[] = [];
  for (const { job, ways: all, share = 1, sizes = own } of jobs) {
    const here = all.filter(isHere);
    for (const size of sizesOf(asked, sizes).map((each) => Math.max(1, Math.round(each * share)))) {
      const runs = here.map((): Measured[] => []);
      for (let round = 1; round <= rounds; round += 1) {
        for (const [at, { way, entry }] of here.entries()) {
          const says = `${job}, ${way} × ${size}, ${round}/${rounds}…`;
          progress({ fr: says, en: says }, true);
          runs[at]!.push(await run<Measured>(programOf(entry), [String(size)]));
        }
      }
      lines.push(...here.map(({ way }, at) => lineOf(job, way, size, runs[at]!, runs[0]!)));
    }
  }
  const missing = ways.filter((way) => !isHere(way)).flatMap(({ packages }) => packages);
  return {
    ...{
      lines,
      rounds,
      goals: [...goalsOf(jobs, lines), ...counts()],
      failures: [...otherAnswers(lines), ...failuresOf(lines)],
    },
    ...{ missing: [...new Set(missing)], load: [before, loadavg()[0]!] },
  };
}

export const jobsBench =
  (asked: JobsBench) =>
  (options: BesideOptions, progress: Progress): Promise<Outcome> =>
    runBeside(
      (folder) => measureAll(asked, options, folder, progress),
      ({ lines, goals }) => ({ runs: lines, goals: goals.map(goalJson) }),
      (run, language) => jobsText(asked, run, language),
    );
