// Pulls of real git repositories: all that git shows, once; nothing the second time; rewritten histories; a death at any await.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSampleRepository, runGit } from '../../examples/repository/make-repository.ts';
import { recordedName } from '../../examples/repository/record-commits.ts';
import { readElsewhere } from '../../lib/adapters/forge/elsewhere.ts';
import { gitForge } from '../../lib/adapters/forge/git.ts';
import { recordedForge } from '../../lib/adapters/forge/recorded.ts';
import type { MemoryRepository } from '../../lib/adapters/memory/memory-forge.ts';
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { AnyFact } from '../../lib/ledger/fact.ts';
import type { OrphanedView } from '../../lib/ledger/views/repository-views.ts';
import type { Contribution } from '../../lib/model/contribution.ts';
import { repositoryId } from '../../lib/model/repository.ts';
import type { Forge, ForgeAct, ForgeCommit } from '../../lib/ports/forge.ts';
import type { Ports } from '../../lib/ports.ts';
import { readRows } from '../../lib/use-cases/batches.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { enrolLogin, repositoryBook } from '../../lib/use-cases/people.ts';
import { pullContributions } from '../../lib/use-cases/pull-contributions.ts';
import { type PulledRepository, pullRepository } from '../../lib/use-cases/pull-repository.ts';
import { readContributions } from '../../lib/use-cases/read-contributions.ts';
import { register } from '../../lib/use-cases/register.ts';
import { factsOf, jsonFile, refusalOf, testLedger, testWorld } from './ledger.ts';
import { project, registryFile } from './organisation.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-pull-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const name = 'commun-ferroviaire';
const quiet = (): void => undefined;
const git = async (path: string, ...args: readonly string[]): Promise<string[]> =>
  (await runGit(['-C', path, ...args])).toString().trim().split('\n');
const shasIn = async (path: string): Promise<string[]> => (await git(path, 'log', '--all', '--format=%H')).sort();

let places = 0;
/** A folder of clones of its own for each ledger. */
const forgeAt = (): Forge => {
  places += 1;
  return gitForge({ allowLocalPaths: true, workDirectory: join(folder, `work-${places}`) });
};

async function ledgerWith(url: string, forge: Forge): Promise<{ ports: Ports; id: string; world: MemoryWorld }> {
  const { ports, world } = testLedger({ forge });
  const file = jsonFile({ ...registryFile, projects: [{ ...project, repositories: [{ url }] }] });
  await register(ports, { by: (await enrolLogin(ports, 'ursule')).id, file });
  return { ports, id: repositoryId(url, ports.primitives.sha256), world };
}
const pull = (ports: Ports, seenBy: 'pull' | 'recorded' = 'pull') =>
  pullContributions(ports, { project: 'rail', by: 'pe-1', seenBy, progress: quiet });
const kinds = async (ports: Ports, id: string): Promise<string[]> =>
  (await factsOf(ports, repositoryBook(id))).map(({ kind }) => kind);
async function orphanedIn(ports: Ports, id: string): Promise<readonly string[]> {
  const state = await readBook(ports, repositoryBook(id));
  const { batch } = (await state.get('orphaned')) as unknown as OrphanedView;
  return (await readRows(ports, state.book, batch)).map(({ row }) => (row as { sha: string }).sha);
}
const shasOf = (contributions: readonly Contribution[]): string[] =>
  contributions.flatMap(({ kind, sha }) => (kind === 'commit' ? [sha] : [])).sort();

describe('a git repository', () => {
  it('is pulled whole once, then only what is new, then nothing', async () => {
    const early = await makeSampleRepository(join(folder, 'growing'), { name, until: '2025-06-03T03:00:00.000Z' });
    const { ports, id } = await ledgerWith(early.path, forgeAt());
    const first = await pull(ports);
    const seen = await readContributions(ports, [id]);
    expect(shasOf(seen.contributions)).toEqual(await shasIn(early.path));
    expect(first.repositories[0]).toMatchObject({ repository: id, lostTips: 0, already: false });
    expect(first.written).toBe(seen.contributions.length);
    expect(seen.heads).toMatchObject([{ book: repositoryBook(id), seq: 1 }]);

    expect(await pull(ports)).toMatchObject({ written: 0, unchanged: 1 });
    expect(await kinds(ports, id)).toEqual(['contributions-pulled', 'licence-seen']);

    const before = (await shasIn(early.path)).length;
    const whole = await makeSampleRepository(join(folder, 'growing'), { name });
    const second = await pull(ports);
    const all = (await readContributions(ports, [id])).contributions;
    expect(shasOf(all)).toEqual(await shasIn(whole.path));
    expect(second.written).toBe(all.length - seen.contributions.length);
    expect(shasOf(all).length).toBeGreaterThan(before);
    expect(new Set(all.map((row) => row.id)).size).toBe(all.length);
    expect(await kinds(ports, id)).toEqual(['contributions-pulled', 'licence-seen', 'contributions-pulled']);
  });

  it('leaves names and addresses in the directory, days and hashes in the rows', async () => {
    const { path } = await makeSampleRepository(join(folder, 'names'), { name, until: '2025-02-01T00:00:00.000Z' });
    const { ports, id } = await ledgerWith(path, forgeAt());
    await pull(ports);
    const { contributions } = await readContributions(ports, [id]);
    const text = JSON.stringify([contributions, await factsOf(ports, repositoryBook(id))]);
    for (const seen of await git(path, 'log', '--all', '--format=%an%n%ae%n%aI%n%s')) expect(text).not.toContain(seen);
    for (const { author, firstSeenDay, firstSeenBy } of contributions) {
      expect(await ports.directory.get('installation', 'author', author)).toMatchObject({
        address: expect.any(String),
      });
      expect({ firstSeenDay, firstSeenBy }).toEqual({ firstSeenDay: '2026-01-15', firstSeenBy: 'pull' });
    }
  });

  it('whose history was rewritten is walked whole: what left it stays, and the fact says so', async () => {
    const { path, tips } = await makeSampleRepository(join(folder, 'rewritten'), { name });
    const { ports, id } = await ledgerWith(path, forgeAt());
    await pull(ports);
    const before = shasOf((await readContributions(ports, [id])).contributions);
    await git(path, 'update-ref', 'refs/heads/main', `${tips['refs/heads/main']}~5`);
    const author = ['-c', 'user.name=Rosalie', '-c', 'user.email=rosalie@quiberon.example'];
    const [added] = await git(
      path,
      ...author,
      'commit-tree',
      `${tips['refs/heads/main']}^{tree}`,
      '-p',
      'main',
      '-m',
      'Autre',
    );
    await git(path, 'update-ref', 'refs/heads/main', added!);
    const { written, repositories } = await pull(ports);
    expect(written).toBe(1);
    expect(repositories[0]?.lostTips).toBe(1);
    expect(shasOf((await readContributions(ports, [id])).contributions)).toEqual([...before, added].sort());
    expect(await kinds(ports, id)).toEqual([
      ...['contributions-pulled', 'licence-seen', 'history-rewritten', 'contributions-pulled'],
    ]);
    expect(await pull(ports)).toMatchObject({ written: 0, unchanged: 1 });
    const left = (await git(path, 'rev-list', tips['refs/heads/main']!, '--not', '--all')).sort();
    expect(left.length).toBeGreaterThan(1);
    expect(await orphanedIn(ports, id)).toEqual(left);

    // What left the history and comes back by another ref is met again by the walk, held already, and orphaned no more.
    await git(path, 'update-ref', 'refs/heads/back', `${tips['refs/heads/main']}~1`);
    expect(await pull(ports)).toMatchObject({ written: 0, unchanged: 0 });
    expect((await kinds(ports, id)).slice(4)).toEqual(['history-rewritten', 'contributions-pulled']);
    expect(await orphanedIn(ports, id)).toEqual([tips['refs/heads/main']]);
    const [last] = (await factsOf(ports, repositoryBook(id))).slice(4);
    expect(last?.data).toMatchObject({ lostTips: 0, orphaned: { rows: 1 } });
  });

  it('pulled by two at once is pulled once', async () => {
    const { path } = await makeSampleRepository(join(folder, 'twice'), { name, until: '2025-03-01T00:00:00.000Z' });
    const { ports, id } = await ledgerWith(path, forgeAt());
    const other: Ports = { ...ports, forge: forgeAt() };
    await Promise.all([pull(ports), pull(other)]);
    expect(await kinds(ports, id)).toEqual(['contributions-pulled', 'licence-seen']);
  });

  it('that moved on while another pull was under way is read again', async () => {
    const early = await makeSampleRepository(join(folder, 'race'), { name, until: '2025-03-01T00:00:00.000Z' });
    const forge = forgeAt();
    const { ports, id, world } = await ledgerWith(early.path, forge);
    const raced: { once?: true } = {};
    const slow: Forge = {
      ...forge,
      pages: async function* (source, start, from) {
        yield* forge.pages(source, start, from);
        if (Object.keys(raced).length > 0) return;
        // Between our last page and our write, our steps are lost, and somebody else pulls a longer history.
        raced.once = true;
        world.steps.clear();
        await makeSampleRepository(join(folder, 'race'), { name, until: '2025-04-01T00:00:00.000Z' });
        await pull({ ...ports, forge: forgeAt() });
      },
    };
    await pull({ ...ports, forge: slow });
    const all = (await readContributions(ports, [id])).contributions;
    expect(new Set(all.map((row) => row.id)).size).toBe(all.length);
    expect(shasOf(all)).toEqual(await shasIn(early.path));
    expect(await kinds(ports, id)).toEqual(['contributions-pulled', 'licence-seen']);
  });
});

it('a recorded set goes the same way, shows the same commits, and may be followed by git', async () => {
  const { path } = await makeSampleRepository(join(folder, 'recorded'), { name });
  const recording = join(import.meta.dirname, '../../examples', recordedName(name));
  const forge = readElsewhere(recordedForge(), () => recording);
  const { ports, id } = await ledgerWith(path, forge);
  await pull(ports, 'recorded');
  expect(await pull(ports, 'recorded')).toMatchObject({ written: 0, unchanged: 1 });
  const { contributions } = await readContributions(ports, [id]);
  expect(shasOf(contributions)).toEqual(await shasIn(path));
  expect(contributions[0]?.firstSeenBy).toBe('recorded');
  expect(await pull({ ...ports, forge: forgeAt() })).toMatchObject({ written: 0, unchanged: 0 });
  expect(shasOf((await readContributions(ports, [id])).contributions)).toEqual(shasOf(contributions));
});

it('an unknown project is refused, and a repository that does not answer leaves what came before it', async () => {
  const { path } = await makeSampleRepository(join(folder, 'first'), { name, until: '2025-02-01T00:00:00.000Z' });
  const { ports, id } = await ledgerWith(path, forgeAt());
  const unknown = pullContributions(ports, { project: 'voie', by: 'pe-1', seenBy: 'pull', progress: quiet });
  expect((await refusalOf(unknown)).code).toBe('unknown-project');
  const missing = join(folder, 'nothing-here');
  const file = jsonFile({ projects: [{ ...project, repositories: [{ url: path }, { url: missing }] }] });
  await register(ports, { by: 'pe-1', file });
  expect((await refusalOf(pull(ports))).code).toBe('repository-unreachable');
  expect(await kinds(ports, id)).toEqual(['contributions-pulled', 'licence-seen']);
  expect(await kinds(ports, repositoryId(missing, ports.primitives.sha256))).toEqual([]);
});

const act = (n: number): ForgeAct => ({
  kind: (['review', 'issue', 'release'] as const)[n % 3]!,
  key: `k${n}`,
  account: { id: String(40 + n), login: `login-${n}` },
  isBot: false,
  at: `2025-01-${10 + n}T23:30:00Z`,
  pullRequest: n === 3 ? 7 : null,
  sha: null,
});

describe('a process that dies at any await, and runs again,', () => {
  const url = 'https://git.example/rail.git';
  const book = repositoryBook(repositoryId(url, testLedger().ports.primitives.sha256));
  const histories: MemoryRepository[] = [];

  beforeAll(async () => {
    const { path, tips } = await makeSampleRepository(join(folder, 'dying'), {
      name,
      until: '2025-02-01T00:00:00.000Z',
    });
    const [forge, source] = [forgeAt(), { repository: 'r', url: path }];
    const start = await forge.start(source, { tips: [], acts: null });
    const commits: ForgeCommit[] = [];
    for await (const page of forge.pages(source, start, start.first)) commits.push(...page.commits);
    const parent = commits.find(({ sha }) => sha === tips['refs/heads/main'])!.parents[0]!;
    const acts = [1, 2, 3].map((n) => act(n));
    const pageSize = Math.ceil(commits.length / 3);
    histories.push(
      { tips, defaultBranch: 'main', commits, acts: acts.slice(0, 2), pageSize },
      { tips: { 'refs/heads/main': parent }, defaultBranch: 'main', commits, acts, pageSize },
    );
  });

  const pullOn = (world: MemoryWorld, at?: number, when?: 'before' | 'after'): Promise<PulledRepository> => {
    const faults = at === undefined || when === undefined ? {} : { faults: { at, when } };
    const { ports } = testLedger({ world, ...faults });
    const repository = { id: book.slice('repo/'.length), url };
    return pullRepository(ports, repository, { by: 'pe-1', seenBy: 'pull', progress: quiet });
  };
  const factsIn = (world: MemoryWorld): Promise<AnyFact[]> => factsOf(testLedger({ world }).ports, book);

  /** A world with so many pulls behind it, and the next history to be seen. */
  async function worldAt(pulls: number): Promise<MemoryWorld> {
    const world = testWorld();
    for (let i = 0; i <= pulls; i += 1) {
      world.repositories.set(url, histories[i]!);
      if (i < pulls) await pullOn(world);
    }
    return world;
  }

  it.each([
    ['in the first pull', 0, 1],
    ['in the pull of a rewritten history', 1, 3],
  ])('%s, writes the same facts and roots as if nothing had happened', async (_when, pulls, count) => {
    const undisturbed = await worldAt(pulls);
    const counting = testLedger({ world: undisturbed });
    await pullRepository(
      counting.ports,
      { id: book.slice('repo/'.length), url },
      { by: 'pe-1', seenBy: 'pull', progress: quiet },
    );
    const expected = await factsIn(undisturbed);
    expect(expected).toHaveLength(count);
    for (let at = 0; at < counting.steps.length; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const world = await worldAt(pulls);
        await expect(pullOn(world, at, when)).rejects.toThrow('the process died');
        await pullOn(world);
        expect(await factsIn(world), `${when} ${counting.steps[at]}`).toEqual(expected);
        const { contributions } = await readContributions(testLedger({ world }).ports, [book.slice('repo/'.length)]);
        expect(shasOf(contributions)).toHaveLength(histories[0]!.commits.length);
      }
    }
  });
});
