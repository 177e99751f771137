// communs bench rules: tax lines, and a company's whole year, beside what somebody would write by hand with BigInt and with decimal.js, for the same answer.
import { loadavg } from 'node:os';
import type { Outcome, Progress } from '../../frame/command.ts';
import { buildPrograms, programOfWay, type RunProgram } from '../beside/built-programs.ts';
import { goalJson } from '../beside/goals.ts';
import { isInstalled } from '../beside/installed.ts';
import { type BesideOptions, sizesOf } from '../beside/options.ts';
import { runBeside } from '../beside/run-beside.ts';
import { median, soleAnswer, timesOf } from '../beside/times.ts';
import type { Measured } from './rules-alone.ts';
import type { Line, RulesRun } from './rules-run.ts';
import { rulesText } from './rules-text.ts';
import { byHand, decimal, failuresOf, goalsOf, ours } from './rules-verdict.ts';
import type { Job } from './way.ts';

interface Way {
  readonly job: Job;
  /** As it stands in the table. */
  readonly way: string;
  /** Its file in bin/bench, without the ending. */
  readonly entry: string;
  readonly packages: readonly string[];
}

/** Ours is the first of each job. */
const ways: readonly Way[] = [
  { job: 'lines', way: ours, entry: 'rules/lines-ours', packages: [] },
  { job: 'lines', way: byHand, entry: 'rules/lines-bigint', packages: [] },
  { job: 'lines', way: decimal, entry: 'peers/decimal-lines', packages: ['decimal.js'] },
  { job: 'year', way: ours, entry: 'rules/year-ours', packages: [] },
  { job: 'year', way: byHand, entry: 'rules/year-bigint', packages: [] },
  { job: 'year', way: decimal, entry: 'peers/decimal-year', packages: ['decimal.js'] },
];

const sizes = [100_000, 1_000_000];

const programOf = (entry: string): string => entry.replace('/', '-');

function build(folder: string, here: readonly Way[], peers: string | undefined): Promise<RunProgram> {
  const programs = here.map(({ entry }): [string, string] => [
    programOf(entry),
    programOfWay(['rulesAlone', 'rules/rules-alone'], entry),
  ]);
  return buildPrograms(folder, new Map(programs), peers, ['--expose-gc', '--max-old-space-size=8192']);
}

const time = ({ parts }: Measured): number => Object.values(parts).reduce((sum, took) => sum + took, 0);

function lineOf({ job, way }: Way, size: number, each: readonly Measured[], ofOurs: readonly Measured[]): Line {
  const names = Object.keys(each[0]!.parts);
  return {
    ...{ job, way, size, answer: soleAnswer(way, each), ...timesOf(each.map(time), ofOurs.map(time)) },
    peakMebibytes: Math.max(...each.map(({ peakMebibytes }) => peakMebibytes)),
    parts: Object.fromEntries(names.map((name) => [name, median(each.map(({ parts }) => parts[name]!))])),
  };
}

async function measureAll(
  { sizes: asked, rounds, peers }: BesideOptions,
  folder: string,
  progress: Progress,
): Promise<RulesRun> {
  const before = loadavg()[0]!;
  const here = ways.filter(({ packages }) => isInstalled(packages, peers));
  const run = await build(folder, here, peers);
  const lines: Line[] = [];
  // All ways of a job at one size in turn, round after round.
  for (const ofJob of Map.groupBy(here, ({ job }) => job).values()) {
    for (const size of sizesOf(asked, sizes)) {
      const runs = ofJob.map((): Measured[] => []);
      for (let round = 1; round <= rounds; round += 1) {
        for (const [at, { job, way, entry }] of ofJob.entries()) {
          const says = `${job}, ${way} × ${size}, ${round}/${rounds}…`;
          progress({ fr: says, en: says }, true);
          runs[at]!.push(await run<Measured>(programOf(entry), [String(size)]));
        }
      }
      lines.push(...ofJob.map((way, at) => lineOf(way, size, runs[at]!, runs[0]!)));
    }
  }
  const missing = ways.filter((each) => !here.includes(each)).flatMap(({ packages }) => packages);
  return {
    ...{ lines, rounds, goals: goalsOf(lines), failures: failuresOf(lines), missing: [...new Set(missing)] },
    load: [before, loadavg()[0]!],
  };
}

export const rulesBench = (options: BesideOptions, progress: Progress): Promise<Outcome> =>
  runBeside(
    (folder) => measureAll(options, folder, progress),
    ({ lines, goals }) => ({ runs: lines, goals: goals.map(goalJson) }),
    rulesText,
  );
