// communs bench pull: a git history read through our adapter beside `git log` and what somebody would take instead, for the same answer.
import { readdir } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { runGit } from '../../../examples/repository/make-repository.ts';
import type { Outcome, Progress } from '../../frame/command.ts';
import { buildPrograms, programOfWay, type RunProgram } from '../beside/built-programs.ts';
import { goalJson } from '../beside/goals.ts';
import { isInstalled } from '../beside/installed.ts';
import { type BesideOptions, sizesOf } from '../beside/options.ts';
import { runBeside } from '../beside/run-beside.ts';
import type { Timed } from '../beside/time-alone.ts';
import { median, soleAnswer, timesOf } from '../beside/times.ts';
import { makeHistory } from './made-history.ts';
import { pagesOf } from './pages-of.ts';
import type { Line, NewLine, PullRun } from './pull-run.ts';
import { pullText } from './pull-text.ts';
import { failuresOf, floor, goalsOf, ours, simpleGit } from './pull-verdict.ts';
import type { Answer, Source } from './way.ts';

interface Way {
  /** As it stands in the table. */
  readonly way: string;
  /** Its file in bin/bench, without the ending. */
  readonly entry: string;
  readonly packages: readonly string[];
}

/** Ours is the first. */
const ways: readonly Way[] = [
  { way: ours.events, entry: 'pull/events', packages: [] },
  { way: ours.rows, entry: 'pull/rows', packages: [] },
  { way: floor, entry: 'pull/floor-log', packages: [] },
  { way: simpleGit, entry: 'peers/simple-git', packages: ['simple-git'] },
];
const onlyNewEntry = 'pull/only-new';

const sizes = [100_000];
const newCommits = 1000;

const programOf = (entry: string): string => entry.replace('/', '-');

function build(folder: string, entries: readonly string[], peers: string | undefined): Promise<RunProgram> {
  const programs = entries.map((entry): [string, string] => [
    programOf(entry),
    programOfWay(['pullAlone', 'pull/pull-alone'], entry),
  ]);
  return buildPrograms(folder, new Map(programs), peers);
}

const git = async (...words: readonly string[]): Promise<string> => (await runGit(words)).toString().trim();

/** A repository whose main branch stands at `size` commits, with some more on top for later, and our clone of it. */
async function makeSource(folder: string, size: number, more: number): Promise<{ source: Source; tip: string }> {
  const [url, workDirectory] = [join(folder, `${size}.git`), join(folder, `clones-${size}`)];
  await makeHistory(url, size + more);
  const tip = await git('-C', url, 'rev-parse', 'main');
  await git('-C', url, 'update-ref', 'refs/heads/main', await git('-C', url, 'rev-parse', `main~${more}`));
  const source = { url, workDirectory, known: [] };
  await pagesOf({ ...source, clone: '' });
  const name = (await readdir(workDirectory)).find((each) => each.endsWith('.git'))!;
  const clone = join(workDirectory, name);
  // Where others look. A clone without trees has no mailmap, and git would go and ask for one.
  await git('-C', clone, 'symbolic-ref', 'HEAD', 'refs/heads/main');
  await git('-C', clone, 'config', 'log.mailmap', 'false');
  return { source: { ...source, clone }, tip };
}

type Run = Timed<Answer | null>;

interface Plan {
  readonly run: RunProgram;
  readonly here: readonly Way[];
  readonly rounds: number;
  readonly progress: Progress;
}

/** All ways over the same clone in turn, round after round. */
async function measure({ run, here, rounds, progress }: Plan, size: number, source: Source): Promise<Line[]> {
  const runs = here.map((): Run[] => []);
  for (let round = 1; round <= rounds; round += 1) {
    for (const [at, { way, entry }] of here.entries()) {
      const says = `${way} × ${size}, ${round}/${rounds}…`;
      progress({ fr: says, en: says }, true);
      runs[at]!.push(await run<Run>(programOf(entry), [JSON.stringify(source)]));
    }
  }
  const times = (each: readonly Run[]): number[] => each.map(({ milliseconds }) => milliseconds);
  return here.map(({ way }, at) => {
    const each = runs[at]!;
    return {
      ...{ way, commits: size, answer: soleAnswer(way, each), ...timesOf(times(each), times(runs[0]!)) },
      peakMebibytes: Math.max(...each.map(({ peakMebibytes }) => peakMebibytes)),
    };
  });
}

/** The branch goes on by as many commits in each round: what is pulled is always as much, and always new. */
async function measureNew(
  { run, rounds, progress }: Plan,
  size: number,
  source: Source,
  tip: string,
): Promise<NewLine> {
  const took: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const says = `+ ${newCommits} × ${size}, ${round}/${rounds}…`;
    progress({ fr: says, en: says }, true);
    const known = await git('-C', source.url, 'rev-parse', 'main');
    const next = await git('-C', source.url, 'rev-parse', `${tip}~${(rounds - round) * newCommits}`);
    await git('-C', source.url, 'update-ref', 'refs/heads/main', next);
    const { milliseconds, answer } = await run<Run>(programOf(onlyNewEntry), [
      JSON.stringify({ ...source, known: [known] }),
    ]);
    if (answer?.events !== newCommits) throw new Error(`bench: ${answer?.events} commits are new, not ${newCommits}`);
    took.push(milliseconds);
  }
  return { commits: size, isNew: newCommits, medianMs: median(took) };
}

async function measureAll(
  { sizes: asked, rounds, peers }: BesideOptions,
  folder: string,
  progress: Progress,
): Promise<PullRun> {
  const before = loadavg()[0]!;
  const here = ways.filter(({ packages }) => isInstalled(packages, peers));
  const run = await build(folder, [...here.map(({ entry }) => entry), onlyNewEntry], peers);
  const plan = { run, here, rounds, progress };
  const lines: Line[] = [];
  const onlyNew: NewLine[] = [];
  for (const size of sizesOf(asked, sizes)) {
    progress({ fr: `dépôt de ${size} commits…`, en: `a repository of ${size} commits…` }, true);
    const { source, tip } = await makeSource(folder, size, rounds * newCommits);
    lines.push(...(await measure(plan, size, source)));
    onlyNew.push(await measureNew(plan, size, source, tip));
  }
  return {
    ...{ lines, onlyNew, rounds, goals: goalsOf(lines, onlyNew), failures: failuresOf(lines) },
    missing: ways.filter((each) => !here.includes(each)).map(({ way }) => way),
    load: [before, loadavg()[0]!],
  };
}

export const pullBench = (options: BesideOptions, progress: Progress): Promise<Outcome> =>
  runBeside(
    (folder) => measureAll(options, folder, progress),
    ({ lines, onlyNew, goals }) => ({ runs: lines, onlyNew, goals: goals.map(goalJson) }),
    pullText,
  );
