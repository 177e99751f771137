// Time entries set beside contributions, in memory: does the work grow as they do?
import { drawFrom } from '../../examples/random.ts';
import { type MatchInput, match } from '../../lib/matching/match.ts';
import { matchingPolicyOn } from '../../lib/matching/policy.ts';
import type { Contribution } from '../../lib/model/contribution.ts';
import type { TraceVerdict } from '../../lib/model/corroboration.ts';
import { workingCalendar } from '../../lib/rules/holidays/public-holidays.ts';
import { ruleSet } from '../../lib/rules/rule-set.ts';
import { type BenchCase, stopwatch } from './bench-case.ts';
import { weekdays } from './made-timesheet.ts';

const entriesOfEach = 250;
const contributionsAnEntry = 2;
const repository = 'git/banc';

function contribution(n: number, author: string, day: string, sizeClass: number): Contribution {
  const sha = n.toString(16).padStart(40, '0');
  return {
    ...{ id: `${repository}#commit#${sha}`, kind: 'commit', sha, tree: sha, parents: [], repository, author },
    ...{
      authorKind: 'address',
      account: null,
      accountHash: null,
      role: 'author',
      authorDay: day,
      committerDay: day,
      firstSeenDay: day,
    },
    ...{ firstSeenBy: 'pull', foldKey: sha, sizeClass, patchId: null, isMerge: false, isBot: false, reverts: null },
    ...{ cherryPickedFrom: null, onDefaultBranch: true, pullRequest: null, swhid: `swh:1:rev:${sha}` },
    signature: { present: false, valid: null },
  };
}

function makeInput(entries: number): MatchInput {
  const draw = drawFrom(`match ${entries}`);
  const days = weekdays(entriesOfEach);
  const developers = Array.from({ length: Math.ceil(entries / entriesOfEach) }, (_, i) => `de-${i}`);
  const policy = matchingPolicyOn('2025-12-31');
  return {
    entries: Array.from({ length: entries }, (_, n) => ({
      ...{ entry: `${n}`, developer: developers[Math.floor(n / entriesOfEach)]!, day: days[n % entriesOfEach]! },
      ...{ project: 'banc', unit: 'minute', amount: draw.between(60, 420), alsoClaimedElsewhere: false },
    })),
    contributions: Array.from({ length: entries * contributionsAnEntry }, (_, n) =>
      contribution(n, `author-${draw.oneOf(developers)}`, draw.oneOf(days), draw.between(0, 10)),
    ),
    identities: developers.map((developer) => ({
      developer,
      authors: [{ hash: `author-${developer}`, linked: true }],
    })),
    projects: [{ project: 'banc', repositories: [repository] }],
    policy,
    isWorkingDay: workingCalendar(ruleSet.holidays, 'metropole'),
  };
}

export const matchCase: BenchCase = {
  summary: {
    fr: 'lignes de temps mises en regard de deux fois autant de contributions, en mémoire',
    en: 'lines of time set beside twice as many contributions, in memory',
  },
  sizes: [10_000, 100_000],
  run: async (entries) => {
    const input = makeInput(entries);
    const watch = stopwatch();
    const found = match(input);
    const seconds = watch();
    const count = (verdict: TraceVerdict): number => found.filter((each) => each.verdict === verdict).length;
    if (found.length !== entries) throw new Error(`match: ${found.length} answers for ${entries} entries`);
    return {
      seconds,
      figures: {
        perSecond: { label: { fr: 'lignes par seconde', en: 'lines a second' }, value: Math.round(entries / seconds) },
        agrees: { label: { fr: 'les traces concordent', en: 'traces agree' }, value: count('agrees') },
        partly: { label: { fr: 'en partie', en: 'in part' }, value: count('partly') },
        none: { label: { fr: 'aucune trace publique', en: 'no public trace' }, value: count('no-public-trace') },
      },
    };
  },
};
