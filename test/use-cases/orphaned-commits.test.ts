// Which commits left a rewritten history: found over the parents that are held, and not guessed where one is unknown.
import { describe, expect, it } from 'vitest';
import { orphanedCommits } from '../../lib/use-cases/orphaned-commits.ts';

const parents = (graph: Readonly<Record<string, string>>): Map<string, string[]> =>
  new Map(Object.entries(graph).map(([sha, of]) => [sha, of === '' ? [] : of.split(' ')]));

describe('orphaned commits', () => {
  // a ─ b ─ c ─ d (lost), b ─ e (today), m joins d and e.
  const graph = { a: '', b: 'a', c: 'b', d: 'c', e: 'b' };

  it('are what the lost tips reached and today’s do not', () => {
    expect(orphanedCommits(parents(graph), ['d'], ['e'])).toEqual(['c', 'd']);
    expect(orphanedCommits(parents(graph), ['d', 'c'], ['e'])).toEqual(['c', 'd']);
    expect(orphanedCommits(parents(graph), ['d'], [])).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are none any more once a tip reaches them again, by a merge too', () => {
    expect(orphanedCommits(parents(graph), ['d'], ['e', 'c'])).toEqual(['d']);
    expect(orphanedCommits(parents({ ...graph, m: 'd e' }), ['d'], ['m'])).toEqual([]);
  });

  it('are the lost tips alone where a parent is not known', () => {
    expect(orphanedCommits(parents({ ...graph, e: '?' }), ['d'], ['e'])).toEqual(['d']);
    expect(orphanedCommits(parents(graph), ['d'], ['e', 'unseen'])).toEqual(['d']);
    expect(orphanedCommits(new Map(), ['d'], ['e'])).toEqual(['d']);
  });

  it('are found in a long history without a deep stack', () => {
    const long = new Map(Array.from({ length: 200_000 }, (_, i) => [String(i), i === 0 ? [] : [String(i - 1)]]));
    expect(orphanedCommits(long, ['199999'], ['199997'])).toEqual(['199998', '199999']);
  });
});
