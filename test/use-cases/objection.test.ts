// An author of commits who is nobody's developer objects: what she wrote goes from every repository, and comes back with no pull.
import { beforeAll, expect, it } from 'vitest';
import { Died } from '../../lib/adapters/memory/faults.ts';
import { copyOfWorld, type MemoryWorld, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { ForgeCommit } from '../../lib/ports/forge.ts';
import type { Ports } from '../../lib/ports.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { authorOf } from '../../lib/use-cases/identities.ts';
import { enrolLogin } from '../../lib/use-cases/people.ts';
import { pullContributions } from '../../lib/use-cases/pull-contributions.ts';
import { contributionsIn } from '../../lib/use-cases/read-contributions.ts';
import { upholdObjection } from '../../lib/use-cases/uphold-objection.ts';
import { acts, repositoryUrl, sampleRepository } from '../whole/acts.ts';
import { everything } from '../whole/everything.ts';
import { processOn } from '../whole/process.ts';
import { refusalOf } from './ledger.ts';

const address = 'outside@author.example';

const commit = (sha: string, day: string, authorAddress: string, parents: readonly string[]): ForgeCommit => ({
  ...sampleRepository().commits[0]!,
  sha: sha.repeat(40),
  parents: parents.map((parent) => parent.repeat(40)),
  authorName: authorAddress === address ? 'Olive Dehors' : 'Alice Vernois',
  authorAddress,
  authoredAt: `${day}T17:00:00+01:00`,
  committedAt: `${day}T17:00:00+01:00`,
});

const first = [commit('b', '2025-03-05', 'alice@rail.example', []), commit('c', '2025-03-06', address, ['b'])];
const second = [
  ...first,
  commit('d', '2025-03-07', address, ['c']),
  commit('e', '2025-03-08', 'alice@rail.example', ['d']),
];
const showing = (commits: readonly ForgeCommit[]) => ({
  ...sampleRepository(commits),
  tips: { 'refs/heads/main': commits.at(-1)!.sha },
});

let before: MemoryWorld;
const by = async (ports: Ports, login: string): Promise<string> => (await enrolLogin(ports, login)).id;
const pull = async (ports: Ports) =>
  pullContributions(ports, {
    ...{ project: 'points', by: await by(ports, 'registrar'), seenBy: 'pull' as const },
    progress: () => undefined,
  });
const object = async (ports: Ports, login = 'registrar', author = address) =>
  upholdObjection(ports, { author, by: await by(ports, login) });

async function shasOf(ports: Ports): Promise<string[]> {
  const shas: string[] = [];
  for await (const book of ports.listBooks.books()) {
    if (!book.startsWith('repo/')) continue;
    for (const { sha } of await contributionsIn(ports, await readBook(ports, book))) shas.push(sha[0]!);
  }
  return shas.sort();
}

beforeAll(async () => {
  before = memoryWorld('objection');
  before.repositories.set(repositoryUrl, showing(first));
  const { ports } = processOn(before);
  const until = acts.findIndex(({ name }) => name === 'pull');
  for (const act of acts.slice(0, until + 1)) await act.carryOut(ports);
});

it('erases her rows, her name and her address, and nobody else’s; the ledger is sound', async () => {
  const world = copyOfWorld(before, before.random);
  const { ports } = processOn(world);
  expect(await shasOf(ports)).toEqual(['b', 'c']);
  await object(ports);
  expect(await shasOf(ports)).toEqual(['b']);
  expect((await everything(world, ports)).filter((text) => /Olive Dehors|outside@author/.test(text))).toEqual([]);
  expect(
    (await everything(world, ports)).some((text) => text.includes('c'.repeat(40)) && text.includes('author')),
  ).toBe(false);
  expect(await checkLedger(ports)).toMatchObject({ findings: [], behind: [] });
  expect(await object(ports)).toMatchObject({ already: true });
});

it('keeps what she writes later out of the next pull, names included', async () => {
  const world = copyOfWorld(before, before.random);
  const { ports } = processOn(world);
  await object(ports);
  world.repositories.set(repositoryUrl, showing(second));
  await pull(ports);
  expect(await shasOf(ports)).toEqual(['b', 'e']);
  expect((await everything(world, ports)).filter((text) => /Olive Dehors|outside@author/.test(text))).toEqual([]);
  expect((await checkLedger(ports)).findings).toEqual([]);
  world.repositories.set(repositoryUrl, showing(first));
});

it('is for a registrar to uphold, and not about a developer whose commits are evidence', async () => {
  const { ports } = processOn(copyOfWorld(before, before.random));
  expect((await refusalOf(object(ports, 'hr'))).code).toBe('not-allowed');
  expect((await refusalOf(object(ports, 'registrar', 'alice@rail.example'))).code).toBe('evidence-kept');
});

it('is taken by the hash under which the ledger knows her too', async () => {
  const { ports } = processOn(copyOfWorld(before, before.random));
  await object(ports, 'registrar', await authorOf(ports, address));
  expect(await shasOf(ports)).toEqual(['b']);
});

it('is completed by the next start, wherever it dies', { timeout: 240_000 }, async () => {
  const whole = copyOfWorld(before, before.random);
  const undisturbed = processOn(whole);
  await object(undisturbed.ports);
  const steps = [...undisturbed.steps];
  const places = steps.flatMap((step, at) =>
    /^(?:table\.(?:put|remove)|objects\.|heads\.put)/.test(step) ? [at] : [],
  );
  expect(places.length).toBeGreaterThan(10);
  for (const at of places) {
    const world = copyOfWorld(before, before.random);
    await expect(object(processOn(world, { at, when: 'after' }).ports), steps[at]).rejects.toThrow(Died);
    const again = processOn(world);
    // A start, or the command given again.
    if (at % 2 === 0) await again.catchUp();
    await object(again.ports);
    expect(await shasOf(again.ports), steps[at]).toEqual(['b']);
    const left = (await everything(world, again.ports)).filter((text) => /Olive Dehors|outside@author/.test(text));
    expect(left, steps[at]).toEqual([]);
    const { findings, behind } = await checkLedger(again.ports);
    // After a start nothing is behind; the command given again finishes its erasure.
    const late = at % 2 === 0 ? behind : behind.filter(({ what }) => what === 'erasure');
    expect([findings, late], steps[at]).toEqual([[], []]);
  }
});
