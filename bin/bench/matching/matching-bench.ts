// communs bench matching: the first step of matching beside what somebody would take instead, for the same answer; then all of matching.
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import type { Outcome, Progress } from '../../frame/command.ts';
import { listenForStop } from '../../frame/stop-signal.ts';
import { buildPrograms, type RunProgram } from '../beside/built-programs.ts';
import { goalJson } from '../beside/goals.ts';
import { isInstalled } from '../beside/installed.ts';
import type { BesideOptions } from '../beside/options.ts';
import { median, timesOf } from '../beside/times.ts';
import { withBench } from '../with-bench.ts';
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
  const bench = resolve(import.meta.dirname, '..');
  const importOf = (names: string, file: string): string =>
    `import { ${names} } from ${JSON.stringify(join(bench, `${file}.ts`))};`;
  const programs = here.map(({ name, entry }): [string, string] => [
    name,
    [
      importOf('matchAlone', 'matching/match-alone'),
      importOf('prepare', entry),
      'await matchAlone(prepare, (name) => import(name));',
    ].join('\n'),
  ]);
  const whole = `import ${JSON.stringify(join(bench, 'matching/whole-alone.ts'))};`;
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
      if (new Set(each.map(({ answer }) => JSON.stringify(answer))).size > 1)
        throw new Error(`bench: ${way} answers differently each time`);
      const times = each.map(({ milliseconds }) => milliseconds[way]!);
      const again = each.flatMap(({ again: took }) => (took === undefined ? [] : [took]));
      return {
        ...{ way, entries, contributions, answer: each[0]!.answer, ...timesOf(times, ours) },
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
  const ascending = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);
  const lines: Line[] = [];
  for (const size of ascending(asked.length === 0 ? sizes : asked))
    lines.push(...(await measure(run, here, size, rounds, progress)));
  const whole: WholeLine[] = [];
  for (const entries of ascending(asked.length === 0 ? wholeSizes : asked))
    whole.push(await measureWhole(run, entries, rounds, progress));
  return {
    ...{ lines, whole, rounds, goals: goalsOf(lines, whole), failures: failuresOf(lines) },
    missing: ways.filter((way) => !here.includes(way)).map(({ name }) => name),
    load: [before, loadavg()[0]!],
  };
}

/** Exit code 1 where answers differ or our way holds more than it may, whatever the times. */
export async function matchingBench(options: BesideOptions, progress: Progress): Promise<Outcome> {
  const stop = listenForStop();
  const run = await withBench(({ folder }) => stop.during(measureAll(options, folder, progress)));
  stop.letGo();
  const { lines, whole, goals, failures, missing, load, rounds } = run;
  return {
    exitCode: failures.length === 0 ? 0 : 1,
    json: () => ({
      node: process.versions.node,
      cores: availableParallelism(),
      ...{ load, rounds, runs: lines, whole, goals: goals.map(goalJson), peersNotMeasured: missing },
      failures: failures.map(({ code, says }) => ({ code, detail: says })),
    }),
    text: (language) => matchingText(run, language),
  };
}
