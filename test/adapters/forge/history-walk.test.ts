// Where a walk over history stops, on random histories: everything new is given, once, and the walk ends as soon as it can.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WalkedCommit, walkFrom, walkPage } from '../../../lib/adapters/forge/history-walk.ts';

interface Dated extends WalkedCommit {
  readonly at: number;
}

/** Commits that a tip reaches, as `git log` orders them: of those whose child was shown, the newest next. */
function log(commits: ReadonlyMap<string, Dated>, tip: string): Dated[] {
  const waiting = [commits.get(tip)!];
  const queued = new Set([tip]);
  const shown: Dated[] = [];
  while (waiting.length > 0) {
    waiting.sort((a, b) => a.at - b.at);
    const next = waiting.pop()!;
    shown.push(next);
    for (const parent of next.parents.filter((sha) => !queued.has(sha))) {
      queued.add(parent);
      waiting.push(commits.get(parent)!);
    }
  }
  return shown;
}

const pairs = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean(), fc.integer({ min: 0, max: 30 })), {
  minLength: 3,
  maxLength: 60,
});

/** A history whose clocks were right: every child is younger than its parents. */
function history(shape: readonly (readonly [number, number, boolean, number])[]): Map<string, Dated> {
  const commits = new Map<string, Dated>([['c0', { sha: 'c0', parents: [], at: 0 }]]);
  shape.forEach(([a, b, isMerge, delay], i) => {
    const names = [...commits.keys()];
    const parents = [...new Set([names[a % names.length]!, ...(isMerge ? [names[b % names.length]!] : [])])];
    const youngest = Math.max(...parents.map((parent) => commits.get(parent)!.at));
    commits.set(`c${i + 1}`, { sha: `c${i + 1}`, parents, at: youngest + 1 + delay });
  });
  return commits;
}

function walk(commits: ReadonlyMap<string, Dated>, tip: string, known: string, size: number, counted: boolean) {
  const order = log(commits, tip);
  const reached = new Set(log(commits, known).map(({ sha }) => sha));
  const expected = order.map(({ sha }) => sha).filter((sha) => !reached.has(sha));
  const given: string[] = [];
  let state = walkFrom(tip, [known], counted ? expected.length : null);
  let pages = 0;
  for (let at = 0; at < order.length; at += size) {
    const page = walkPage(state, order.slice(at, at + size), new Map());
    // As a cursor that was stored and read again.
    state = JSON.parse(JSON.stringify(page.state));
    given.push(...page.given);
    pages += 1;
    if (page.done) break;
  }
  return { given, expected, pages, order };
}

describe('a walk from a tip to what is known', () => {
  it.each([true, false])('gives all that is new and nothing else (number told: %s)', (counted) => {
    fc.assert(
      fc.property(pairs, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 7 }), (shape, t, k, size) => {
        const commits = history(shape);
        const names = [...commits.keys()];
        const tip = names[t % names.length]!;
        const below = log(commits, tip);
        const { given, expected } = walk(commits, tip, below[k % below.length]!.sha, size, counted);
        expect(given.sort()).toEqual(expected.sort());
      }),
      { numRuns: 500 },
    );
  });

  it('ends on the page of the last new commit if their number was told', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), fc.integer({ min: 1, max: 7 }), (shape, k, size) => {
        const commits = history(shape);
        const tip = [...commits.keys()].at(-1)!;
        const below = log(commits, tip);
        const { expected, pages, order } = walk(commits, tip, below[k % below.length]!.sha, size, true);
        const last = expected.length === 0 ? 0 : order.findIndex(({ sha }) => sha === expected.at(-1));
        expect(pages).toBeLessThanOrEqual(Math.floor(last / size) + 1);
      }),
      { numRuns: 300 },
    );
  });

  it('does not follow a merged branch to where it left if its pull request brought its commits along', () => {
    const parents = (sha: string, ...of: string[]): WalkedCommit => ({ sha, parents: of });
    const page = [parents('merge', 'known', 'b2'), parents('known', 'o1'), parents('o1', 'o2')];
    const beside = new Map([
      ['b2', ['b1']],
      ['b1', ['root']],
      ['elsewhere', ['o9']],
    ]);
    const { given, done } = walkPage(walkFrom('merge', ['known'], 3), page, beside);
    expect([[...given].sort(), done]).toEqual([['b1', 'b2', 'merge'], true]);
  });

  it('takes back what it gave to the new where a wrong clock showed a known commit too early', () => {
    const page: WalkedCommit[] = [
      { sha: 'merge', parents: ['known', 'side'] },
      { sha: 'side', parents: ['fork'] },
      // Shown before the line from `known` comes to it.
      { sha: 'fork', parents: ['root'] },
      { sha: 'known', parents: ['fork'] },
    ];
    const { given, done } = walkPage(walkFrom('merge', ['known'], 2), page, new Map());
    expect([[...given].sort(), done]).toEqual([['merge', 'side'], true]);
  });
});
