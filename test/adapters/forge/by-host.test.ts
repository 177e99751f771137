// One forge for all hosts: each is read by its own kind, and a cursor of one kind says nothing to another.
import { describe, expect, it } from 'vitest';
import { forgeByHost } from '../../../lib/adapters/forge/by-host.ts';
import type { Forge, ForgeStart } from '../../../lib/ports/forge.ts';
import { all } from '../../contracts/gather.ts';

/** Says which forge was asked for what. */
function telling(name: string, told: string[]): Forge {
  return {
    start: async ({ url }, { acts }) => {
      told.push(`${name} ${url} ${JSON.stringify(acts)}`);
      const start: ForgeStart = {
        ...{ tips: {}, defaultBranch: 'main', lostTips: [], first: { page: 1 }, acts: { seen: name } },
        bytesTransferred: null,
      };
      return start;
    },
    pages: async function* (_source, start, from) {
      told.push(`${name} ${JSON.stringify(start.first)} ${JSON.stringify(from)}`);
      yield { commits: [], acts: [], next: { page: 2 } };
      yield { commits: [], acts: [], next: null };
    },
    licences: async ({ url }, { folder }) => {
      told.push(`${name} ${url} licences of /${folder}`);
      return { states: [], known: null };
    },
  };
}

const source = (url: string) => ({ repository: 'r', url });
const nothingKnown = { tips: [], acts: null };

describe('the forge of a host', () => {
  const told: string[] = [];
  const makers = {
    ...{ git: () => telling('git', told), gitlab: () => telling('gitlab', told) },
    ...{ github: () => telling('github', told), forgejo: () => telling('forgejo', told) },
  };
  const forge = forgeByHost([{ host: 'lab.example', kind: 'gitlab' }], makers);

  it('is the one that is set, plain git for every other and for paths', async () => {
    told.length = 0;
    for (const url of [
      'https://LAB.example/a',
      'https://lab.example:8443/a',
      'https://other.example/a',
      '/srv/a.git',
    ]) {
      await forge.start(source(url), nothingKnown);
    }
    expect(told.map((line) => line.split(' ')[0])).toEqual(['gitlab', 'git', 'git', 'git']);
  });

  it('gets its own cursors back as it gave them', async () => {
    told.length = 0;
    const start = await forge.start(source('https://lab.example/a'), nothingKnown);
    const pages = await all(forge.pages(source('https://lab.example/a'), start, start.first));
    await all(forge.pages(source('https://lab.example/a'), start, pages[0]!.next));
    await forge.start(source('https://lab.example/a'), { tips: [], acts: start.acts });
    expect(told.slice(1)).toEqual([
      'gitlab {"page":1} {"page":1}',
      'gitlab {"page":1} {"page":2}',
      'gitlab https://lab.example/a {"seen":"gitlab"}',
    ]);
  });

  it('begins anew where another kind began, and does not believe its acts', async () => {
    const before = forgeByHost([], makers);
    const start = await before.start(source('https://lab.example/a'), nothingKnown);
    told.length = 0;
    await forge.start(source('https://lab.example/a'), { tips: [], acts: start.acts });
    expect(told).toEqual(['gitlab https://lab.example/a null']);
    const pages = all(forge.pages(source('https://lab.example/a'), start, start.first));
    await expect(pages).rejects.toMatchObject({ name: 'StartGone' });
  });
});
