// What of a project the public archive holds: asked once, a visit where something is missing, nothing that waits for it.
import { describe, expect, it } from 'vitest';
import type { MemoryRepository } from '../../lib/adapters/memory/memory-forge.ts';
import type { Archive } from '../../lib/ports/archive.ts';
import { ComeBackLater } from '../../lib/ports/forge.ts';
import { archiveRepositories } from '../../lib/use-cases/archive-repositories.ts';
import { enrolLogin } from '../../lib/use-cases/people.ts';
import { pullContributions } from '../../lib/use-cases/pull-contributions.ts';
import { register } from '../../lib/use-cases/register.ts';
import { madeCommit } from '../contracts/made-commit.ts';
import { jsonFile, refusalOf, testLedger, testWorld } from './ledger.ts';
import { project, registryFile } from './organisation.ts';

const urls = ['https://forge.test/commons/one', 'https://forge.test/commons/two', '/local/three'];
const sha = (n: number): string => String(n).repeat(40);

async function pulledLedger(pulled = true) {
  const world = testWorld();
  urls.forEach((url, i) => {
    const tip = madeCommit(sha(i + 1), []);
    world.repositories.set(url, {
      tips: { 'refs/heads/main': tip.sha },
      defaultBranch: 'main',
      commits: [tip],
    } satisfies MemoryRepository);
  });
  const { ports } = testLedger({ world });
  const file = jsonFile({ ...registryFile, projects: [{ ...project, repositories: urls.map((url) => ({ url })) }] });
  await register(ports, { by: (await enrolLogin(ports, 'ursule')).id, file });
  if (pulled)
    await pullContributions(ports, { project: 'rail', by: 'pe-1', seenBy: 'pull', progress: () => undefined });
  return ports;
}

function archiveOf(held: readonly string[], asked: string[]): Archive {
  return {
    originOf: (url) => `swh:1:ori:of ${url}`,
    known: async (swhids) => {
      asked.push(`known ${swhids.length}`);
      return new Map(swhids.map((swhid) => [swhid, held.includes(swhid)]));
    },
    save: async (url) => {
      asked.push(`save ${url}`);
      return 'accepted';
    },
  };
}

describe('the repositories of a project', () => {
  it('are asked about by their last tips, and a visit is asked for where one is missing', async () => {
    const ports = await pulledLedger();
    const asked: string[] = [];
    const archive = archiveOf([`swh:1:rev:${sha(1)}`], asked);
    const told = await archiveRepositories({ ...ports, archive }, 'rail');
    expect(told.map(({ url, missing, visit, later }) => [url, missing, visit, later])).toEqual([
      [urls[0], [], null, null],
      [urls[1], [`swh:1:rev:${sha(2)}`], 'accepted', null],
      [urls[2], null, null, null],
    ]);
    expect(told[2]!.origin).toBeNull();
    expect(asked).toEqual(['known 1', 'known 1', `save ${urls[1]}`]);
  });

  it('are told to wait where the archive asks for it, and it is asked nothing more', async () => {
    const ports = await pulledLedger();
    const asked: string[] = [];
    const archive: Archive = {
      ...archiveOf([], asked),
      save: async () => {
        throw new ComeBackLater(Date.UTC(2026, 5, 1));
      },
    };
    const told = await archiveRepositories({ ...ports, archive }, 'rail');
    const later = '2026-06-01T00:00:00.000Z';
    expect(told.map((one) => [one.missing, one.visit, one.later])).toEqual([
      [[`swh:1:rev:${sha(1)}`], null, later],
      [null, null, later],
      [null, null, null],
    ]);
    expect(asked).toEqual(['known 1']);
  });

  it('are not asked about before they were pulled, nor is a project that nobody registered', async () => {
    const ports = await pulledLedger(false);
    const asked: string[] = [];
    const archive = archiveOf([], asked);
    const told = await archiveRepositories({ ...ports, archive }, 'rail');
    expect([told.map(({ tips }) => tips.length), asked]).toEqual([[0, 0, 0], []]);
    expect((await refusalOf(archiveRepositories({ ...ports, archive }, 'unheard-of'))).code).toBe('unknown-project');
  });
});
