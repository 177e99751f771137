// One change under several shas, and contributions that are no work of their author's own days: each rule, known and unknown.
import { describe, expect, it } from 'vitest';
import { authorsBySha } from '../../lib/matching/drop.ts';
import { type Folded, fold } from '../../lib/matching/fold.ts';
import type { Contribution } from '../../lib/model/contribution.ts';
import { sampleContribution } from './sample-contributions.ts';

const own = (contributions: readonly Contribution[]): Folded =>
  fold(
    contributions.filter(({ author }) => author === 'alix'),
    { isOwn: (author) => author === 'alix', isProven: () => false, authors: authorsBySha(contributions) },
    3,
  );
const ids = ({ changes }: Folded): string[][] => changes.map(({ contributions }) => contributions.map(({ id }) => id));
const reasons = ({ dropped }: Folded): string[] =>
  dropped.map(({ contribution, reason }) => `${contribution} ${reason}`);

describe('one change', () => {
  it('is the same sha in a fork or a moved repository', () => {
    const folded = own([
      sampleContribution('a', '2024-05-15', { foldKey: 'x' }),
      sampleContribution('a', '2024-05-15', { foldKey: 'y', repository: 'fork' }),
    ]);
    expect(ids(folded)).toEqual([['fork#commit#a', 'lib#commit#a']]);
  });

  it('is the same patch under another sha and date: the day is the first', () => {
    const folded = own([
      sampleContribution('a', '2024-05-20', { patchId: 'p' }),
      sampleContribution('b', '2024-05-15', { patchId: 'p', onDefaultBranch: false }),
    ]);
    expect(ids(folded)).toEqual([['lib#commit#a', 'lib#commit#b']]);
    expect(folded.changes[0]!.day).toBe('2024-05-15');
  });

  it('is a rebase without patch ids: same address and author instant, the known size counts', () => {
    const folded = own([
      sampleContribution('a', '2024-05-15', { foldKey: 'k', sizeClass: null }),
      sampleContribution('b', '2024-05-15', { foldKey: 'k', sizeClass: 5, onDefaultBranch: false }),
    ]);
    expect(folded.changes.map(({ sizeClass }) => sizeClass)).toEqual([5]);
  });

  it('is two where the date was moved and no patch id is known', () => {
    const moved = [sampleContribution('a', '2024-05-15'), sampleContribution('b', '2024-05-20')];
    expect(ids(own(moved))).toHaveLength(2);
  });

  it('chains: a fork of a rebase of a cherry-pick is still one', () => {
    const folded = own([
      sampleContribution('a', '2024-05-15', { patchId: 'p' }),
      sampleContribution('b', '2024-05-16', { patchId: 'p', foldKey: 'k' }),
      sampleContribution('c', '2024-05-16', { foldKey: 'k', cherryPickedFrom: 'a' }),
      sampleContribution('c', '2024-05-16', { foldKey: 'k', repository: 'fork' }),
    ]);
    expect(ids(folded)).toHaveLength(1);
  });
});

describe('a review, an issue or a release', () => {
  const act = (id: string, more: Partial<Contribution> = {}): Contribution =>
    sampleContribution('', '2024-05-15', {
      ...{ id: `lib#review#${id}`, kind: 'review', role: 'reviewer', foldKey: id, tree: null, swhid: null },
      ...{ onDefaultBranch: false, sizeClass: null, ...more },
    });

  it('is a change of its own: not another’s without a commit, nor the commit that it is about', () => {
    const folded = own([
      act('1'),
      act('2', { kind: 'issue' }),
      act('3', { sha: 'a' }),
      sampleContribution('a', '2024-05-15'),
    ]);
    expect(ids(folded)).toHaveLength(4);
  });

  it('neither hides the squash of a pull request nor goes with its commits', () => {
    const squash = sampleContribution('s', '2024-05-20', { pullRequest: 7 });
    const commit = sampleContribution('a', '2024-05-15', { pullRequest: 7, onDefaultBranch: false });
    expect(reasons(own([act('1', { pullRequest: 7 }), squash]))).toEqual([]);
    expect(ids(own([act('1', { pullRequest: 7 }), squash, commit]))).toEqual([['lib#commit#a'], ['lib#review#1']]);
  });

  it('makes its author no author of the commit', () => {
    const review = act('1', { author: 'bao', sha: 'a' });
    const copy = sampleContribution('b', '2024-05-20', { cherryPickedFrom: 'a' });
    expect(ids(own([review, copy]))).toContainEqual(['lib#commit#b']);
  });
});

describe('left out', () => {
  it('merges and bots', () => {
    const folded = own([
      sampleContribution('a', '2024-05-15', { isMerge: true }),
      sampleContribution('b', '2024-05-15', { isBot: true }),
    ]);
    expect(folded.changes).toEqual([]);
    expect(reasons(folded)).toEqual(['lib#commit#a merge', 'lib#commit#b bot']);
  });

  it('a revert of one’s own work; the work taken back still counts', () => {
    const folded = own([
      sampleContribution('a', '2024-05-15'),
      sampleContribution('b', '2024-05-20', { reverts: 'a' }),
    ]);
    expect(ids(folded)).toEqual([['lib#commit#a']]);
    expect(reasons(folded)).toEqual(['lib#commit#b revert-of-own-work']);
  });

  it('not a revert of another’s or unseen work, which counts as trivial', () => {
    const folded = own([
      sampleContribution('a', '2024-05-15', { author: 'bao' }),
      sampleContribution('b', '2024-05-20', { reverts: 'a', sizeClass: 9 }),
      sampleContribution('c', '2024-05-21', { reverts: '?', sizeClass: null }),
    ]);
    expect(folded.changes.map(({ sizeClass }) => sizeClass)).toEqual([3, 3]);
  });

  it('a copy of work that somebody else made; not one whose origin is unseen', () => {
    const folded = own([
      sampleContribution('a', '2024-05-15', { author: 'bao' }),
      sampleContribution('b', '2024-05-20', { cherryPickedFrom: 'a' }),
      sampleContribution('c', '2024-05-21', { cherryPickedFrom: 'unseen' }),
    ]);
    expect(ids(folded)).toEqual([['lib#commit#c']]);
    expect(reasons(folded)).toEqual(['lib#commit#b copy-of-another']);
  });

  it('a squash whose own commits are seen: they show the days; without them it counts', () => {
    const squash = sampleContribution('s', '2024-05-20', { pullRequest: 7 });
    const before = sampleContribution('a', '2024-05-15', { pullRequest: 7, onDefaultBranch: false });
    expect(reasons(own([squash, before]))).toEqual(['lib#commit#s squash-of-own-commits']);
    expect(ids(own([squash, before]))).toEqual([['lib#commit#a']]);
    expect(ids(own([squash]))).toEqual([['lib#commit#s']]);
    expect(ids(own([squash, { ...before, author: 'bao' }]))).toEqual([['lib#commit#s']]);
  });

  it('a day after its commit or its first sight, by more than zones explain', () => {
    const folded = own([
      sampleContribution('a', '2024-05-17', { committerDay: '2024-05-15' }),
      sampleContribution('b', '2024-05-16', { committerDay: '2024-05-15' }),
      sampleContribution('c', '2024-05-17', { firstSeenDay: '2024-05-15' }),
    ]);
    expect(ids(folded)).toEqual([['lib#commit#b']]);
    expect(reasons(folded)).toEqual(['lib#commit#a impossible-day', 'lib#commit#c impossible-day']);
  });
});
