// communs bench matching: the first step of matching beside what somebody would take instead, for the same answer; then all of matching.
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Outcome, Progress } from '../../frame/command.ts';
import { buildPrograms, programOfWay, type RunProgram } from '../beside/built-programs.ts';
import { goalJson } from '../beside/goals.ts';
import { isInstalled } from '../beside/installed.ts';
import { type BesideOptions, sizesOf } from '../beside/options.ts';
import { runBeside } from '../beside/run-beside.ts';
import { median, soleAnswer, timesOf } from '../beside/times.ts';
import type { Measured } from './match-alone.ts';
import type { Line, MatchingRun, WholeLine } from './matching-run.ts';
import { matchingText } from './matching-text.ts';
import { failuresOf, goalsOf } from './matching-verdict.ts';
import type { Whole } from './whole-alone.ts';

interface Way {
  readonly name: string;
  /** Its file in bin/bench, without the ending. */
  readonly entry: string;
  readonly packages: readonly string[];
}

/** Ours is the first. */
const ways: readonly Way[] = [
  { name: 'ours', entry: 'matching/ours', packages: [] },
  { name: 'duckdb', entry: 'peers/duckdb-matching', packages: ['@duckdb/node-api'] },
  { name: 'merge', entry: 'matching/plain-merge', packages: [] },
  { name: 'map', entry: 'matching/objects-map', packages: [] },
];

const contributionsAnEntry = 5;
const sizes = [100_000, 1_000_000];
/** Without `--size`: all of matching holds every row as an object: of a million entries some 8 GiB, for whoever asks for it. */
const wholeSizes = [10_000, 100_000];

const wholeProgram = 'whole';

/** What a way takes for itself, whatever it is given, is measured with so few entries and contributions, and taken off. */
const nextToNothing = ['200', '1000'];

function build(folder: string, here: readonly Way[], peers: string | undefined): Promise<RunProgram> {
  const programs = here.map(({ name, entry }): [string, string] => [
    name,
    programOfWay(['matchAlone', 'matching/match-alone'], entry),
  ]);
  const whole = `import ${JSON.stringify(join(import.meta.dirname, 'whole-alone.ts'))};`;
  return buildPrograms(folder, new Map([...programs, [wholeProgram, whole]]), peers, [
    '--expose-gc',
    '--max-old-space-size=16384',
  ]);
}

/** All ways at one size in turn, round after round. */
async function measure(
  run: RunProgram,
  here: readonly Way[],
  entries: number,
  rounds: number,
  progress: Progress,
): Promise<Line[]> {
  const contributions = contributionsAnEntry * entries;
  const ownBytes: number[] = [];
  for (const { name } of here) ownBytes.push((await run<Measured>(name, nextToNothing)).bytesAbove);
  const runs = here.map((): Measured[] => []);
  for (let round = 1; round <= rounds; round += 1) {
    for (const [at, { name }] of here.entries()) {
      const says = `${name} × ${entries}, ${round}/${rounds}…`;
      progress({ fr: says, en: says }, true);
      runs[at]!.push(await run<Measured>(name, [String(entries), String(contributions)]));
    }
  }
  const ours = runs[0]!.map(({ milliseconds }) => Object.values(milliseconds)[0]!);
  return runs.flatMap((each, at) =>
    Object.keys(each[0]!.milliseconds).map((way): Line => {
      const times = each.map(({ milliseconds }) => milliseconds[way]!);
      const again = each.flatMap(({ again: took }) => (took === undefined ? [] : [took]));
      return {
        ...{ way, entries, contributions, answer: soleAnswer(way, each), ...timesOf(times, ours) },
        bytesARow: Math.max(0, ...each.map(({ bytesAbove }) => bytesAbove - ownBytes[at]!)) / (entries + contributions),
        againMicroseconds: again.length === 0 ? null : median(again) * 1000,
      };
    }),
  );
}

async function measureWhole(run: RunProgram, entries: number, rounds: number, progress: Progress): Promise<WholeLine> {
  const contributions = contributionsAnEntry * entries;
  const runs: Whole[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    progress({ fr: `tout × ${entries}, ${round}/${rounds}…`, en: `all × ${entries}, ${round}/${rounds}…` }, true);
    runs.push(await run<Whole>(wholeProgram, [String(entries), String(contributions)]));
  }
  return {
    ...{ entries, contributions, verdicts: runs[0]!.verdicts },
    milliseconds: median(runs.map(({ milliseconds }) => milliseconds)),
    again: median(runs.map(({ again }) => again)),
    peakMebibytes: Math.max(...runs.map(({ peakMebibytes }) => peakMebibytes)),
  };
}

async function measureAll(
  { sizes: asked, rounds, peers }: BesideOptions,
  folder: string,
  progress: Progress,
): Promise<MatchingRun> {
  const before = loadavg()[0]!;
  const here = ways.filter(({ packages }) => isInstalled(packages, peers));
  const run = await build(folder, here, peers);
  const lines: Line[] = [];
  for (const size of sizesOf(asked, sizes)) lines.push(...(await measure(run, here, size, rounds, progress)));
  const whole: WholeLine[] = [];
  for (const entries of sizesOf(asked, wholeSizes)) whole.push(await measureWhole(run, entries, rounds, progress));
  return {
    ...{ lines, whole, rounds, goals: goalsOf(lines, whole), failures: failuresOf(lines) },
    missing: ways.filter((way) => !here.includes(way)).map(({ name }) => name),
    load: [before, loadavg()[0]!],
  };
}

export const matchingBench = (options: BesideOptions, progress: Progress): Promise<Outcome> =>
  runBeside(
    (folder) => measureAll(options, folder, progress),
    ({ lines, whole, goals }) => ({ runs: lines, whole, goals: goals.map(goalJson) }),
    matchingText,
  );
