// Assesses and matches a folder of timesheets without a ledger: who would be asked about which entry, and why.
import type { Entry } from '../intake/entry.ts';
import type { SetProjects } from '../intake/triage-set/projects-file.ts';
import type { SetSecondment } from '../intake/triage-set/secondments-file.ts';
import { accountInAddress, normalisedAddress } from '../matching/address-kind.ts';
import { match } from '../matching/match.ts';
import type { MatchEntry } from '../matching/match-developer.ts';
import { matchingPolicyOn } from '../matching/policy.ts';
import type { Day } from '../model/calendar.ts';
import type { Contribution } from '../model/contribution.ts';
import type { Corroboration } from '../model/corroboration.ts';
import type { TimeUnit } from '../model/duration.ts';
import type { Secondment } from '../model/secondment.ts';
import { assess } from '../rules/assess.ts';
import type { Claim } from '../rules/assessment.ts';
import { reachingBack } from '../rules/holidays/earlier-years.ts';
import { holdsYearOf, traceCalendar } from '../rules/holidays/public-holidays.ts';
import type { EntryRefusalCode } from '../rules/refusals/refusal-codes.ts';
import { lineKey } from '../rules/repeated-lines.ts';
import { ruleSet as datedRuleSet } from '../rules/rule-set.ts';
import { type Triage, triage } from '../rules/triage.ts';
import { ownersOf, type SetOwner } from './set-owners.ts';

export interface TriageSet {
  /** In the order in which a repeated line is the later one. */
  readonly files: readonly { readonly file: string; readonly entries: readonly Entry[] }[];
  readonly projects: SetProjects['projects'];
  readonly secondments: readonly SetSecondment[];
  /** For each person that somebody knows of, her addresses: proposals. */
  readonly aliases: readonly (readonly string[])[];
  readonly contributions: readonly Contribution[];
  /** Address, normalised → who wrote under it. */
  readonly authors: ReadonlyMap<string, SetAuthor>;
}

export interface SetAuthor {
  /** Of the contributions. */
  readonly hash: string;
  /** Of the account that the address names; null if it names none. */
  readonly accountHash: string | null;
  readonly names: ReadonlySet<string>;
}

/** What `communs assess` says of one entry (forges.md, section 6). */
export interface TriagedEntry extends Triage {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly day: Day;
  readonly person: string;
  readonly project: string;
  readonly unit: TimeUnit;
  readonly amount: number;
  readonly corroboration: Corroboration['verdict'];
  /** The amount where the decision is `clear`, else 0. */
  readonly clearAmount: number;
  /** Commits used, in order. */
  readonly evidence: readonly string[];
  /** False for a day of a year whose public holidays are not known: no rule was asked, and a person is. */
  readonly isAssessed: boolean;
}

const region = 'metropole';
/** No amount is computed here: days before the first dated figure are assessed all the same. */
const ruleSet = reachingBack(datedRuleSet);
/** No company is called that. */
const unknownCompany = '';

type PersonOf = (owner: SetOwner) => string;

/** Staff numbers that declared a common address are one person, over all companies. */
function personsOf(secondments: readonly SetSecondment[]): PersonOf {
  const parent = new Map<string, string>();
  const nameOf = ({ company, matricule }: SetOwner): string => `m ${company}\0${matricule}`;
  const rootOf = (name: string): string => {
    let root = name;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next;
    return root;
  };
  for (const secondment of secondments) {
    for (const address of secondment.declaredAddresses) {
      const [a, b] = [rootOf(nameOf(secondment)), rootOf(`a ${normalisedAddress(address)}`)].sort();
      if (a !== b) parent.set(b!, a!);
    }
  }
  return (owner) => rootOf(nameOf(owner));
}

/** The hashes under which an address wrote: its own, and that of the account it names, whatever the login was then. */
function hashesOf({ authors }: TriageSet): (address: string) => readonly string[] {
  const nameOf = ({ host, id }: { readonly host: string; readonly id: string }): string => `${host} ${id}`;
  const accounts = new Map<string, string>();
  for (const [address, { accountHash }] of authors) {
    const account = accountInAddress(address);
    if (account !== null && accountHash !== null) accounts.set(nameOf(account), accountHash);
  }
  return (address) => {
    const account = accountInAddress(address);
    const found = [
      authors.get(normalisedAddress(address))?.hash,
      account === null ? undefined : accounts.get(nameOf(account)),
    ];
    return found.filter((hash) => hash !== undefined);
  };
}

/** Whose commits speak for whom: declared addresses; proposed, what others take to be hers, and other addresses of her very names. */
function identitiesOf(set: TriageSet, personOf: PersonOf) {
  const declared = new Map<string, Set<string>>();
  for (const secondment of set.secondments) {
    const person = personOf(secondment);
    const own = declared.get(person) ?? new Set<string>();
    declared.set(person, own);
    for (const address of secondment.declaredAddresses) own.add(normalisedAddress(address));
  }
  const byName = new Map<string, string[]>();
  for (const [address, { names }] of set.authors) {
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), address]);
  }
  const groupOf = new Map<string, readonly string[]>();
  for (const group of set.aliases) for (const address of group) groupOf.set(normalisedAddress(address), group);
  const hashOf = hashesOf(set);
  return [...declared].map(([developer, own]) => {
    // An address that wrote nothing is linked all the same: something could be looked up. Its own text is nobody's hash.
    const linked = new Set([...own].flatMap((address) => [address, ...hashOf(address)]));
    const names = [...own].flatMap((address) => [...(set.authors.get(address)?.names ?? [])]);
    const others = [
      ...names.flatMap((name) => byName.get(name) ?? []),
      ...[...own].flatMap((a) => groupOf.get(a) ?? []),
    ];
    const proposed = new Set(others.flatMap(hashOf).filter((hash) => !linked.has(hash)));
    return {
      developer,
      authors: [
        ...[...linked].map((hash) => ({ hash, linked: true })),
        ...[...proposed].map((hash) => ({ hash, linked: false })),
      ],
    };
  });
}

interface Line {
  readonly id: string;
  readonly file: string;
  readonly entry: Entry;
  readonly company: string;
  readonly matricule: string;
  readonly person: string;
  readonly unit: TimeUnit;
  readonly amount: number;
  readonly repeated: boolean;
  /** The line that it repeats; else itself. */
  readonly first: string;
}

function linesOf(set: TriageSet, personOf: PersonOf): Line[] {
  const ownerOf = ownersOf(set.secondments);
  const firsts = new Map<string, string>();
  return set.files.flatMap(({ file, entries }) =>
    entries.map((entry, at): Line => {
      const owner = ownerOf(entry) ?? { company: unknownCompany, matricule: entry.person };
      const { company, matricule } = owner;
      const unit: TimeUnit = entry.minutes === undefined ? 'half-day' : 'minute';
      const amount = entry.minutes ?? entry.halfDays!;
      const key = `${company}\0${lineKey({ developer: matricule, day: entry.day, project: entry.project, unit, amount })}`;
      // In the order of the file: of two lines that ask for one trace, the upper one is served.
      const id = `${file}:${String(at).padStart(8, '0')}`;
      const first = firsts.get(key) ?? id;
      firsts.set(key, first);
      const repeated = first !== id;
      return { id, file, entry, company, matricule, person: personOf(owner), unit, amount, repeated, first };
    }),
  );
}

/** What each person declared on a day, by company and unit: repeated lines are no time. */
function declaredByDay(lines: readonly Line[]) {
  const days = new Map<string, { readonly company: string; readonly unit: TimeUnit; amount: number }[]>();
  for (const { person, entry, company, unit, amount, repeated } of lines) {
    const day = `${person} ${entry.day}`;
    const held = days.get(day) ?? [];
    days.set(day, held);
    let sum = held.find((one) => one.company === company && one.unit === unit);
    if (sum === undefined) {
      sum = { company, unit, amount: 0 };
      held.push(sum);
    }
    sum.amount += repeated ? 0 : amount;
  }
  return ({ person, entry, company, unit }: Line): { readonly others: number; readonly held: boolean } => {
    const held = days.get(`${person} ${entry.day}`)!.filter((one) => one.company !== company);
    return {
      others: held.reduce((sum, one) => sum + (one.unit === unit ? one.amount : 0), 0),
      held: held.some(({ amount }) => amount > 0),
    };
  };
}

const secondmentOf = ({ matricule, project, start, end }: SetSecondment, at: number): Secondment => ({
  ...{ id: `se-${at}`, developer: matricule, foundation: project, projects: [project], from: start, to: end },
  // The set tells dates and projects, and nothing of papers: only those are assessed.
  ...{ share: '1', legalForm: 'service-gift', staff: 'employee', basis: null },
  ...{ unit: 'minute', weeklyMinutes: null, workingDays: null },
  ...{ convention: null, amendment: null, consent: null, endedOn: null },
});

function refusalsOf(
  set: TriageSet,
  lines: readonly Line[],
  elsewhere: ReturnType<typeof declaredByDay>,
): ReadonlyMap<string, readonly EntryRefusalCode[]> {
  const found = new Map<string, readonly EntryRefusalCode[]>();
  for (const [company, own] of Map.groupBy(lines, (line) => line.company)) {
    const { allReasons } = assess({
      claims: own.map((line): Claim => {
        const { id, matricule, entry, unit, amount, repeated } = line;
        const { others, held } = elsewhere(line);
        return {
          ...{ entry: id, developer: matricule, day: entry.day, project: entry.project, unit, amount, repeated },
          ...{ receivedDay: entry.day, writtenDay: entry.written ?? null, withdrawnAmount: 0 },
          ...{ otherEmployersAmount: others, heldByConflict: held },
          ...{ check: null, confirmation: null, trace: null, claimedUnder: null },
        };
      }),
      secondments: set.secondments.filter((one) => one.company === company).map(secondmentOf),
      projects: set.projects,
      standings: [],
      orders: [],
      scheme: 'none',
      region,
      ruleSet,
    });
    for (const { entry, codes } of allReasons) found.set(entry, codes);
  }
  return found;
}

const isAssessed = ({ entry }: Line): boolean => holdsYearOf(ruleSet.holidays, entry.day);

/**
 * The decisions of the developer's month and of the foundation's list, on files alone.
 * @returns one for each entry, in the order of the files
 */
export function triageSet(set: TriageSet): TriagedEntry[] {
  const personOf = personsOf(set.secondments);
  const lines = linesOf(set, personOf);
  const elsewhere = declaredByDay(lines);
  const refusals = refusalsOf(set, lines.filter(isAssessed), elsewhere);
  const lastDay =
    lines
      .map(({ entry }) => entry.day)
      .sort()
      .at(-1) ?? '';
  const corroborations = new Map(
    match({
      // A line that only repeats another uses up no trace, and is told what that one is told.
      entries: lines.flatMap((line): MatchEntry[] => {
        if (line.repeated) return [];
        const { id, person, entry, unit, amount } = line;
        const place = { entry: id, developer: person, day: entry.day, project: entry.project };
        return [{ ...place, unit, amount, alsoClaimedElsewhere: elsewhere(line).held }];
      }),
      contributions: set.contributions,
      identities: identitiesOf(set, personOf),
      projects: set.projects.map(({ id, repositories }) => ({
        project: id,
        repositories: repositories.map((one) => one.id),
      })),
      policy: matchingPolicyOn(lastDay),
      isWorkingDay: traceCalendar(ruleSet.holidays, region),
    }).map((one) => [one.entry, one]),
  );
  const shaOf = new Map(set.contributions.map(({ id, sha }) => [id, sha]));
  return lines.map((line): TriagedEntry => {
    const { id, first, file, entry, unit, amount, repeated } = line;
    const corroboration = corroborations.get(first)!;
    const triaged = triage({
      refusals: refusals.get(id) ?? [],
      repeatAwaitsEmployer: repeated,
      heldByConflict: elsewhere(line).held,
      corroboration,
    });
    // What no rule was asked about is never clear, whatever the traces say.
    const decision = isAssessed(line) ? triaged.decision : 'question';
    const { sheet, row, day, person, project } = entry;
    return {
      ...{ file, sheet, row, day, person, project, unit, amount },
      corroboration: corroboration.verdict,
      decision,
      clearAmount: decision === 'clear' ? amount : 0,
      reasons: triaged.reasons,
      isAssessed: isAssessed(line),
      evidence: [...new Set(corroboration.contributions.map((contribution) => shaOf.get(contribution)!))].sort(),
    };
  });
}
