// A pull in steps: stopped at any request and resumed, by a limit, a budget, a death, or with steps lost, it writes the same bytes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSampleRepository } from '../../examples/repository/make-repository.ts';
import { gitForge } from '../../lib/adapters/forge/git.ts';
import { memoryForge } from '../../lib/adapters/memory/memory-forge.ts';
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { AnyFact } from '../../lib/ledger/fact.ts';
import { repositoryId } from '../../lib/model/repository.ts';
import { ComeBackLater, type Forge, type ForgeCommit } from '../../lib/ports/forge.ts';
import type { Ports } from '../../lib/ports.ts';
import { repositoryBook } from '../../lib/use-cases/people.ts';
import { type PullAsked, type PulledRepository, pullRepository } from '../../lib/use-cases/pull-repository.ts';
import { readContributions } from '../../lib/use-cases/read-contributions.ts';
import { lookAt } from '../../lib/use-cases/repository-looks.ts';
import { madeCommit } from '../contracts/made-commit.ts';
import { factsOf, testLedger, testWorld } from './ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const url = 'https://git.example/steps.git';
const { sha256 } = testLedger().ports.primitives;
const id = repositoryId(url, sha256);
const asked: PullAsked = { by: 'pe-1', seenBy: 'pull', progress: () => undefined };
const day = 86_400_000;

const shaOf = (n: number): string => n.toString(16).padStart(40, '0');
/** Newest first. */
const history = (count: number): ForgeCommit[] =>
  Array.from({ length: count }, (_, i) => madeCommit(shaOf(count - i), i === count - 1 ? [] : [shaOf(count - i - 1)]));

function show(world: MemoryWorld, count: number): void {
  const tips = { 'refs/heads/main': shaOf(count) };
  world.repositories.set(url, { tips, defaultBranch: 'main', commits: history(count), pageSize: 3 });
}

function worldWith(count: number): MemoryWorld {
  const world = testWorld();
  show(world, count);
  return world;
}

const pull = (ports: Ports, more: Partial<PullAsked> = {}): Promise<PulledRepository> =>
  pullRepository(ports, { id, url }, { ...asked, ...more });

/** All but the instants at which facts were put: those are of the run that put them. */
const saidIn = async (ports: Ports): Promise<unknown[]> =>
  (await factsOf(ports, repositoryBook(id))).map(({ kind, by, cause, data }: AnyFact) => ({ kind, by, cause, data }));

const shasIn = async (ports: Ports): Promise<string[]> =>
  (await readContributions(ports, [id])).contributions.map(({ sha }) => sha).sort();

const upTo = (count: number): string[] => Array.from({ length: count }, (_, i) => shaOf(i + 1)).sort();

/** What an undisturbed pull of so many commits says. */
async function undisturbed(count: number): Promise<unknown[]> {
  const { ports } = testLedger({ world: worldWith(count) });
  await pull(ports);
  return saidIn(ports);
}

/** Says so at each of these pages, counted over all calls; then goes on. */
function limited(forge: Forge, at: number, notBefore: number): Forge {
  let pages = 0;
  return {
    ...forge,
    pages: async function* (source, start, from) {
      for await (const page of forge.pages(source, start, from)) {
        pages += 1;
        if (pages === at) throw new ComeBackLater(notBefore);
        yield page;
      }
    },
  };
}

describe('a run that is stopped', () => {
  it('by a limit keeps its steps, is queued again not before that instant, and goes on where it was', async () => {
    const world = worldWith(10);
    const notBefore = world.nowMs + day;
    const forge = limited(memoryForge(world.repositories), 3, notBefore);
    const { ports } = testLedger({ world, forge });
    expect(await pull(ports)).toMatchObject({
      ...{ contributions: 0, already: false },
      waiting: { until: new Date(notBefore).toISOString(), why: 'forge' },
    });
    expect(world.pulls).toEqual([{ repository: id, notBefore }]);
    expect((await lookAt(ports, id)).waitingUntil).toBe(notBefore);
    expect(await saidIn(ports)).toEqual([]);
    expect([...world.steps.values()].map((steps) => steps.size)).toEqual([3]);

    // A day later, the repository has moved on: the run does not see it, and says that it began the day before.
    show(world, 12);
    world.nowMs += day;
    const seen: number[] = [];
    expect(await pull(ports, { progress: (done) => seen.push(done) })).toMatchObject({
      contributions: 10,
      waiting: null,
    });
    expect(seen).toEqual([3, 6, 9, 10]);
    expect(await saidIn(ports)).toEqual(await undisturbed(10));
    const { contributions } = await readContributions(ports, [id]);
    expect(new Set(contributions.map(({ firstSeenDay }) => firstSeenDay))).toEqual(new Set(['2026-01-15']));
    expect(await lookAt(ports, id)).toEqual({
      readAt: world.nowMs - day,
      acts: null,
      waitingUntil: null,
      isExact: true,
      licences: {},
    });
    expect(world.steps.size).toBe(0);

    expect(await pull(ports)).toMatchObject({ contributions: 2 });
    expect(await shasIn(ports)).toEqual(upTo(12));
  });

  it.each([[{ pages: 1 }], [{ until: 0 }]])('by its budget %j is asked for again at once', async (budget) => {
    const world = worldWith(10);
    const { ports } = testLedger({ world });
    for (let run = 1; run <= 3; run += 1) {
      expect((await pull(ports, { budget })).waiting).toEqual({
        ...{ until: new Date(world.nowMs).toISOString(), why: 'budget' },
      });
      expect(world.pulls).toHaveLength(run);
    }
    expect(await pull(ports, { budget })).toMatchObject({ contributions: 10, waiting: null });
    expect(await saidIn(ports)).toEqual(await undisturbed(10));
  });

  it('goes on by whoever comes next, and the fact says who began it', async () => {
    const world = worldWith(10);
    const { ports } = testLedger({ world });
    await pull(ports, { budget: { pages: 2 } });
    await pull(ports, { by: 'pe-2' });
    expect(await saidIn(ports)).toEqual(await undisturbed(10));
  });

  it('loses any of its steps and still writes the same rows', async () => {
    const names = [0, 1, 2, 3];
    for (const lost of names) {
      const world = worldWith(10);
      const { ports } = testLedger({ world });
      await pull(ports, { budget: { pages: 3 } });
      const [steps] = [...world.steps.values()];
      steps!.delete([...steps!.keys()].sort()[lost]!);
      expect(await pull(ports)).toMatchObject({ contributions: 10 });
      expect(await saidIn(ports), `step ${lost}`).toEqual(await undisturbed(10));
    }
  });

  it('never mixes its steps with those of a start that was lost', async () => {
    const world = worldWith(10);
    const { ports } = testLedger({ world });
    await pull(ports, { budget: { pages: 2 } });
    const [steps] = [...world.steps.values()];
    steps!.delete('start');
    show(world, 12);
    expect(await pull(ports)).toMatchObject({ contributions: 12 });
    expect(await shasIn(ports)).toEqual(upTo(12));
  });

  it('begins anew where what it started from is there no more', async () => {
    const world = worldWith(10);
    const { ports } = testLedger({ world });
    await pull(ports, { budget: { pages: 1 } });
    const commits = [madeCommit('e'.repeat(40), [shaOf(4)]), ...history(4)];
    world.repositories.set(url, { tips: { 'refs/heads/main': 'e'.repeat(40) }, defaultBranch: 'main', commits });
    expect(await pull(ports)).toMatchObject({ contributions: 5, lostTips: 0 });
    expect(await shasIn(ports)).toEqual([...upTo(4), 'e'.repeat(40)].sort());
  });

  it('by a forge that gives a cursor and no page behind it is a fault, not an endless question', async () => {
    const world = worldWith(10);
    const forge: Forge = { ...memoryForge(world.repositories), pages: async function* () {} };
    await expect(pull(testLedger({ world, forge }).ports)).rejects.toThrow('no page behind it');
  });

  it('is done once by two at the same time', async () => {
    const world = worldWith(10);
    const [one, other] = [testLedger({ world }).ports, testLedger({ world }).ports];
    const pulled = await Promise.all([pull(one), pull(other)]);
    expect(pulled.map(({ already }) => already).sort()).toEqual([false, true]);
    expect(await saidIn(one)).toEqual(await undisturbed(10));
  });
});

it('reviews, issues and releases come with the commits, and later alone, once each', async () => {
  const world = worldWith(4);
  const { ports } = testLedger({ world });
  const account = { id: '77', login: 'Rosalie-D' };
  const act = (kind: 'review' | 'issue' | 'release', key: string) => ({
    ...{ kind, key, account, isBot: false, at: '2025-12-31T23:30:00Z', pullRequest: null, sha: null },
  });
  const shown = world.repositories.get(url)!;
  world.repositories.set(url, { ...shown, acts: [act('review', 'r1'), act('issue', 'i1')] });
  expect(await pull(ports)).toMatchObject({ contributions: 6 });
  expect(await pull(ports)).toMatchObject({ contributions: 0, already: true });
  world.repositories.set(url, { ...shown, acts: [act('review', 'r1'), act('issue', 'i1'), act('release', 'v1')] });
  expect(await pull(ports)).toMatchObject({ contributions: 1, already: false });
  const { contributions } = await readContributions(ports, [id]);
  const acts = contributions.filter(({ kind }) => kind !== 'commit');
  expect(acts.map(({ kind, role, authorDay }) => [kind, role, authorDay])).toEqual([
    ['issue', 'author', '2026-01-01'],
    ['review', 'reviewer', '2026-01-01'],
    ['release', 'author', '2026-01-01'],
  ]);
  // The cursor of acts is no evidence: without it they are met again, and left out.
  await ports.writeViews.remove('installation', `repository-looks/${id}`);
  expect(await pull(ports)).toMatchObject({ contributions: 0, already: true });
  expect(await ports.directory.get('installation', 'author', acts[0]!.author)).toEqual({
    ...{ login: 'Rosalie-D', account: '77', host: 'git.example' },
  });
  expect(JSON.stringify(contributions)).not.toMatch(/Rosalie-D|23:30/);
});

it('what a forge told beside its tips is not written again by plain git, which meets it as new', async () => {
  const world = worldWith(4);
  const beside = madeCommit('e'.repeat(40), [shaOf(2)]);
  const git = memoryForge(world.repositories);
  const whole: Forge = {
    // The interface of a forge: its tips are branches, its pages hold commits of pull requests too.
    start: async (source, known) => ({ ...(await git.start(source, known)), isExact: false }),
    pages: async function* (source, start, from) {
      for await (const page of git.pages(source, start, from)) {
        yield page.next === null ? { ...page, commits: [...page.commits, beside] } : page;
      }
    },
    licences: git.licences,
  };
  expect(await pull(testLedger({ world, forge: whole }).ports)).toMatchObject({ contributions: 5 });

  const shown = world.repositories.get(url)!;
  const tips = { ...shown.tips, 'refs/pull/1/head': beside.sha };
  world.repositories.set(url, { ...shown, tips, commits: [beside, ...shown.commits] });
  const { ports } = testLedger({ world });
  expect(await pull(ports)).toMatchObject({ contributions: 0, already: false });
  expect(await shasIn(ports)).toEqual([...upTo(4), beside.sha].sort());
});

it('rows of older pulls, which knew of no hash of an account, are read as such', async () => {
  const world = worldWith(4);
  const { ports } = testLedger({ world });
  await pull(ports, { budget: { pages: 1 } });
  const [steps] = [...world.steps.values()];
  const [name, bytes] = [...steps!].find(([step]) => step !== 'start')!;
  const older = Buffer.from(bytes).toString().replaceAll('"accountHash":null,', '');
  steps!.set(name, Buffer.from(older));
  await pull(ports);
  const { contributions } = await readContributions(ports, [id]);
  expect(contributions).toHaveLength(4);
  expect(contributions.map(({ accountHash }) => accountHash)).toEqual([null, null, null, null]);
});

describe('a pull of a real repository, stopped at any request,', () => {
  let path = '';
  beforeAll(async () => {
    const until = '2025-02-01T00:00:00.000Z';
    path = (await makeSampleRepository(join(folder, 'real'), { name: 'commun-ferroviaire', until })).path;
  });

  it('and resumed in another place writes the same batches and the same fact, byte for byte', async () => {
    let places = 0;
    const ledgerOn = (world: MemoryWorld, faults?: { at: number; when: 'before' | 'after' }) => {
      places += 1;
      const workDirectory = join(folder, `work-${places}`);
      const forge = gitForge({ allowLocalPaths: true, workDirectory, pageCommits: 5 });
      return testLedger({ world, forge, ...(faults && { faults: { ...faults, on: points } }) });
    };
    const points = /^(?:forge|pullSteps|table\.putIf book#|table\.put(?:If)? view#installation)/;
    const repository = { id: repositoryId(path, sha256), url: path };
    const factBytes = async (world: MemoryWorld): Promise<string[]> => {
      const { ports } = testLedger({ world });
      const facts: string[] = [];
      for await (const { bytes } of ports.readBooks.facts(repositoryBook(repository.id), -1)) {
        facts.push(Buffer.from(bytes).toString());
      }
      return facts;
    };
    const whole = testWorld();
    const { ports, steps } = ledgerOn(whole);
    await pullRepository(ports, repository, asked);
    const expected = await factBytes(whole);
    const places_ = steps.filter((step) => points.test(step));
    expect(places_.filter((step) => step.startsWith('forge.page')).length).toBeGreaterThan(3);
    for (const [at, place] of places_.entries()) {
      for (const when of ['before', 'after'] as const) {
        const world = testWorld();
        await expect(pullRepository(ledgerOn(world, { at, when }).ports, repository, asked)).rejects.toThrow('died');
        await pullRepository(ledgerOn(world).ports, repository, asked);
        expect(await factBytes(world), `${when} ${place}`).toEqual(expected);
      }
    }
  }, 120_000);
});
