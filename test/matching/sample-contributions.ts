// Contributions for the tests of matching: everything ordinary unless a test says otherwise.

import type { MatchInput } from '../../lib/matching/match.ts';
import type { MatchEntry } from '../../lib/matching/match-developer.ts';
import { matchingPolicies } from '../../lib/matching/policy.ts';
import { isoWeekday } from '../../lib/model/calendar.ts';
import type { Contribution } from '../../lib/model/contribution.ts';

export const sampleContribution = (sha: string, authorDay: string, more: Partial<Contribution> = {}): Contribution => {
  const repository = more.repository ?? 'lib';
  const author = more.author ?? 'alix';
  return {
    id: more.kind === 'co-author' ? `${repository}#co-author#${sha}#${author}` : `${repository}#commit#${sha}`,
    kind: 'commit',
    sha,
    tree: `tree-${sha}`,
    parents: ['?'],
    repository,
    author,
    authorKind: 'address',
    account: null,
    accountHash: null,
    role: 'author',
    authorDay,
    committerDay: authorDay,
    firstSeenDay: '2024-12-31',
    firstSeenBy: 'pull',
    foldKey: `${author}-${sha}`,
    sizeClass: 8,
    patchId: null,
    isMerge: false,
    isBot: false,
    reverts: null,
    cherryPickedFrom: null,
    onDefaultBranch: true,
    pullRequest: null,
    signature: { present: false, valid: null },
    swhid: `swh:1:rev:${sha}`,
    ...more,
  };
};

export const sampleEntry = (entry: string, day: string, amount = 420, more: Partial<MatchEntry> = {}): MatchEntry => ({
  entry,
  developer: 'de-alix',
  day,
  project: 'project',
  unit: 'minute',
  amount,
  alsoClaimedElsewhere: false,
  ...more,
});

export const sampleInput = (more: Partial<MatchInput>): MatchInput => ({
  entries: [],
  contributions: [],
  identities: [{ developer: 'de-alix', authors: [{ hash: 'alix', linked: true }] }],
  projects: [{ project: 'project', repositories: ['lib', 'fork'] }],
  policy: matchingPolicies[0]!,
  isWorkingDay: (day) => isoWeekday(day) < 6,
  ...more,
});
