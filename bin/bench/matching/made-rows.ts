// The same entries and contributions as rows of the ledger: what the whole of matching is given.
import type { MatchInput } from '../../../lib/matching/match.ts';
import type { MatchEntry } from '../../../lib/matching/match-developer.ts';
import { matchingPolicyOn } from '../../../lib/matching/policy.ts';
import type { Contribution } from '../../../lib/model/contribution.ts';
import { workingCalendar } from '../../../lib/rules/holidays/public-holidays.ts';
import { ruleSet } from '../../../lib/rules/rule-set.ts';
import { drawer } from '../beside/drawer.ts';
import { days as daysInAll, firstDay, type MadeColumns, madeColumns, projects } from './made-columns.ts';

const sizeClasses = 11;

/** Hex that no two rows share, as flat in memory as hex read from a file. */
function hexes(seed: number): (characters: number) => string {
  const draw = drawer(seed);
  let count = 0;
  return (characters) => {
    const bytes = Buffer.alloc(characters / 2);
    bytes.writeUInt32LE(count, 0);
    for (let at = 4; at + 4 <= bytes.length; at += 4) bytes.writeUInt32LE(draw(2 ** 32 - 1), at);
    count += 1;
    return bytes.toString('hex');
  };
}

function contributionsOf({ contributions }: MadeColumns, days: readonly string[], authors: readonly string[]) {
  const hex = hexes(1);
  const draw = drawer(2);
  const { developer, project, day } = contributions;
  return Array.from(developer, (each, row): Contribution => {
    const sha = hex(40);
    const repository = `git/lib-${project[row]}`;
    const authorDay = days[day[row]! - firstDay]!;
    return {
      ...{ id: `${repository}#commit#${sha}`, kind: 'commit', sha, tree: sha, parents: [], repository },
      ...{ author: authors[each]!, authorKind: 'address', account: null, accountHash: null, role: 'author', authorDay },
      ...{ committerDay: authorDay, firstSeenDay: authorDay, firstSeenBy: 'pull', foldKey: hex(64) },
      ...{ sizeClass: draw(sizeClasses), patchId: null, isMerge: false, isBot: false, reverts: null },
      ...{ cherryPickedFrom: null, onDefaultBranch: true, pullRequest: null, swhid: `swh:1:rev:${sha}` },
      signature: { present: false, valid: null },
    };
  });
}

const dayAt = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** Whole days worked and 11 sizes of changes; each developer has one address, linked. */
export function madeRows(entries: number, contributions: number): MatchInput {
  const made = madeColumns(entries, contributions);
  const days = Array.from({ length: daysInAll }, (_, day) => dayAt(firstDay + day));
  const hex = hexes(3);
  const authors = Array.from({ length: made.developers }, () => hex(64));
  const draw = drawer(4);
  const { developer, project, day } = made.entries;
  return {
    entries: Array.from(
      developer,
      (each, row): MatchEntry => ({
        ...{ entry: `${hex(64)}:${row}`, developer: `de-${each}`, day: days[day[row]! - firstDay]! },
        ...{ project: `lib-${project[row]}`, unit: 'minute', amount: 60 + draw(361), alsoClaimedElsewhere: false },
      }),
    ),
    contributions: contributionsOf(made, days, authors),
    identities: authors.map((hash, each) => ({ developer: `de-${each}`, authors: [{ hash, linked: true }] })),
    projects: Array.from({ length: projects }, (_, each) => ({
      project: `lib-${each}`,
      repositories: [`git/lib-${each}`],
    })),
    policy: matchingPolicyOn('2026-12-31'),
    isWorkingDay: workingCalendar(ruleSet.holidays, 'metropole'),
  };
}
