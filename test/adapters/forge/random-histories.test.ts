// Random histories whose branches move anywhere between two pulls: what both gave is all that git shows, whichever forge was asked.
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiForges } from '../../../lib/adapters/forge/api-forges.ts';
import type { Forge } from '../../../lib/ports/forge.ts';
import { type ForgeServer, forgeServer } from './forge-server/forge-server.ts';
import { addCommits, git, temporaryFolder } from './git-history.ts';
import { knownAfter, now, pull } from './pulling.ts';
import { asTruth, truthOf } from './truth.ts';

type Shape = readonly (readonly [a: number, b: number, isMerge: boolean, delay: number])[];
const shapes = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean(), fc.integer({ min: 0, max: 30 })), {
  minLength: 25,
  maxLength: 45,
});
/** Of two branches, before and after: each a commit of the history; the second may be missing. */
const moves = fc.record({
  main: fc.tuple(fc.nat(), fc.nat()),
  side: fc.tuple(fc.option(fc.nat()), fc.option(fc.nat())),
});

/** @returns ids in the order in which they were made; no branch shows any of them yet */
function make(folder: string, shape: Shape): string[] {
  const at = [1_700_000_000];
  const commits = shape.map(([a, b, isMerge, delay], i) => {
    const [first, second] = [a % (i + 1), b % (i + 1)];
    const both = isMerge && first !== second;
    at.push(Math.max(at[first]!, both ? at[second]! : 0) + 60 + delay);
    return {
      ...{
        ref: `refs/made/c${i + 1}`,
        at: `${at[i + 1]} +0300`,
        message: `c${i + 1}`,
        file: `${i + 1}\n`,
        mark: i + 2,
      },
      from: `:${first + 1}`,
      ...(both ? { merge: `:${second + 1}` } : {}),
    };
  });
  addCommits(folder, [{ ref: 'refs/made/c0', at: `${at[0]} +0300`, message: 'c0', file: '0\n', mark: 1 }, ...commits]);
  return ['refs/made/c0', ...commits.map(({ ref }) => ref)].map((ref) => git(folder, ['rev-parse', ref]).trim());
}

function point(folder: string, branch: string, ids: readonly string[], at: number | null): void {
  if (at === null) git(folder, ['update-ref', '-d', `refs/heads/${branch}`]);
  else git(folder, ['update-ref', `refs/heads/${branch}`, ids[at % ids.length]!]);
}

/** Pages of a few commits instead of a hundred, so that short histories have many. */
const inSmallPages = (forge: Forge): Forge => ({
  ...forge,
  start: async (source, known) => {
    const start = await forge.start(source, known);
    const isSized = start.first !== null && typeof start.first === 'object' && 'size' in start.first;
    return isSized ? { ...start, first: { ...(start.first as object), size: 6 } } : start;
  },
});

describe.each(['github', 'gitlab', 'forgejo'] as const)('two pulls from %s', (kind) => {
  it('give together all that git shows, and say which tips were lost', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, moves, async (shape, { main, side }) => {
        const folder = temporaryFolder();
        let server: ForgeServer | null = null;
        try {
          const ids = make(folder, shape);
          const project = { folder, id: 1, owner: 'commons', name: 'library', defaultBranch: 'main' };
          server = await forgeServer(kind, { ...project, pulls: [], issues: [], releases: [], accounts: {} });
          const { fetch } = server;
          const forge = () =>
            inSmallPages(
              apiForges(() => now, fetch)[kind]({
                host: 'forge.test',
                api: `https://forge.test/api/v${kind === 'forgejo' ? 1 : kind === 'gitlab' ? 4 : 3}`,
              }),
            );
          point(folder, 'main', ids, main[0]);
          point(folder, 'side', ids, side[0]);
          const first = await pull(forge);
          expect(asTruth(first.commits)).toEqual(truthOf(folder, ['--branches']));
          point(folder, 'main', ids, main[1]);
          point(folder, 'side', ids, side[1]);
          const second = await pull(forge, knownAfter(first));
          const held = new Set([...first.commits, ...second.commits].map(({ sha }) => sha));
          const shown = truthOf(folder, ['--branches']);
          expect(shown.filter(({ sha }) => !held.has(sha))).toEqual([]);
          // What is new on the default branch is said to be there.
          const before = new Set(first.commits.map(({ sha }) => sha));
          const onMain = new Set(second.commits.filter((one) => one.onDefaultBranch).map(({ sha }) => sha));
          expect(shown.filter(({ sha, isOnMain }) => isOnMain && !before.has(sha) && !onMain.has(sha))).toEqual([]);
          const reached = new Set(shown.map(({ sha }) => sha));
          const gone = Object.values(first.start.tips).filter((sha) => !reached.has(sha));
          expect(second.start.lostTips).toEqual(expect.arrayContaining(gone));
          const again = await pull(forge, knownAfter(second));
          expect([again.start.first, again.start.lostTips]).toEqual([null, []]);
        } finally {
          await server?.close();
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: 12, seed: 20_260_601 },
    );
  }, 120_000);
});
