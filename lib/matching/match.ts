// Time entries and contributions in, corroborations with reasons out. It never touches a minute: it chooses what a person is asked.
import type { Day } from '../model/calendar.ts';
import type { Contribution } from '../model/contribution.ts';
import type { Corroboration } from '../model/corroboration.ts';
import { byText } from './by-text.ts';
import { authorsBySha } from './drop.ts';
import type { LeftOut } from './fold.ts';
import { byKey } from './group-rows.ts';
import { type DeveloperMatch, type MatchEntry, matchDeveloper } from './match-developer.ts';
import { byOwner, type DatedIdentity, ownContributions } from './own-contributions.ts';
import type { MatchingPolicy } from './policy.ts';
import { reachOnce } from './trace-days.ts';

export interface DeveloperIdentities {
  readonly developer: string;
  readonly authors: readonly DatedIdentity[];
}

export interface MatchInput {
  readonly entries: readonly MatchEntry[];
  /** Of all developers; those of nobody here are looked at only to know whose work was copied. */
  readonly contributions: readonly Contribution[];
  readonly identities: readonly DeveloperIdentities[];
  readonly projects: readonly { readonly project: string; readonly repositories: readonly string[] }[];
  readonly policy: MatchingPolicy;
  /** The working calendar: weekends and public holidays of the right region are not working days. */
  readonly isWorkingDay: (day: Day) => boolean;
}

type Traces = Omit<MatchInput, 'entries'>;

/** Makers are asked for of two kinds of commits only: those taken back, and those copied from. */
function makersAsked(contributions: readonly Contribution[], isHers: (author: string) => boolean) {
  const asked = new Set<string>();
  for (const { author, accountHash, reverts, cherryPickedFrom } of contributions) {
    if (reverts === null && cherryPickedFrom === null) continue;
    if (!isHers(author) && (accountHash === null || !isHers(accountHash))) continue;
    if (reverts !== null) asked.add(reverts);
    if (cherryPickedFrom !== null) asked.add(cherryPickedFrom);
  }
  return authorsBySha(asked.size === 0 ? [] : contributions.filter(({ sha }) => asked.has(sha)));
}

function projectsByRepository(projects: Traces['projects']): (repository: string) => readonly string[] {
  const known = new Map<string, string[]>();
  for (const { project, repositories } of projects) {
    for (const repository of repositories) known.set(repository, [...(known.get(repository) ?? []), project]);
  }
  const none: readonly string[] = [];
  return (repository) => known.get(repository) ?? none;
}

/**
 * Puts everybody's traces in order, once.
 * @returns a function that matches one developer's entries, and hers alone: after a change to a day of hers nobody else's work is done again
 */
export function inOrder(traces: Traces): (developer: string, entries: readonly MatchEntry[]) => DeveloperMatch {
  const { contributions, policy, isWorkingDay } = traces;
  const identities = new Map(traces.identities.map(({ developer, authors }) => [developer, authors]));
  const known = new Set(traces.identities.flatMap(({ authors }) => authors.map(({ hash }) => hash)));
  const madeBy = byOwner(contributions, known);
  const authors = makersAsked(contributions, (author) => known.has(author));
  const rules = { policy, projectsOf: projectsByRepository(traces.projects), reachOf: reachOnce(isWorkingDay) };
  return (developer, entries) => {
    const own = identities.get(developer) ?? [];
    const hashes = new Set(own.map(({ hash }) => hash));
    const proven = new Set(own.flatMap(({ hash, proven: isProven }) => (isProven === true ? [hash] : [])));
    return matchDeveloper(
      {
        ...{ developer, entries, hasLinkedIdentity: own.some(({ linked }) => linked) },
        ...ownContributions(own, madeBy),
        whose: { isOwn: (hash) => hashes.has(hash), isProven: (hash) => proven.has(hash), authors },
      },
      rules,
    );
  };
}

/** What conflicts are found by. Her idle days are not in it: they would keep all her traces in memory until everybody is matched. */
type Matched = Omit<DeveloperMatch, 'idle' | 'leftOut'>;

/** Whose entries used a piece of work, by fold key; null = those of several developers. */
export type Users = ReadonlyMap<string, string | null>;

export function usersOf(matches: readonly Matched[]): Users {
  const users = new Map<string, string | null>();
  for (const { developer, used } of matches) {
    for (const keys of used.values()) {
      for (const key of keys) {
        const other = users.get(key);
        if (other === undefined) users.set(key, developer);
        else if (other !== developer) users.set(key, null);
      }
    }
  }
  return users;
}

/** @returns her corroborations: a conflict where an entry used work that another developer's used too, whoever came first */
export function withConflicts({ developer, corroborations, used }: Matched, users: Users): Corroboration[] {
  const isShared = (key: string): boolean => (users.get(key) ?? developer) !== developer || users.get(key) === null;
  return corroborations.map((corroboration) => {
    if (corroboration.verdict === 'conflict' || used.get(corroboration.entry)?.some(isShared) !== true)
      return corroboration;
    return {
      ...corroboration,
      verdict: 'conflict' as const,
      reasons: ['conflict-of-claims' as const, ...corroboration.reasons],
    };
  });
}

/**
 * The order of the input does not matter. Each developer is matched alone; then work that two developers' entries used is a conflict for both.
 * @returns one corroboration for each entry above zero, sorted by developer, day, entry
 */
export function match(input: MatchInput): Corroboration[] {
  const matchOne = inOrder(input);
  const entriesOf = byKey(input.entries, ({ developer }) => developer);
  const developers = new Set(input.entries.map(({ developer }) => developer));
  const matches = [...developers].sort(byText).map((developer): Matched => {
    const { corroborations, used } = matchOne(developer, entriesOf(developer));
    return { developer, corroborations, used };
  });
  const users = usersOf(matches);
  return matches.flatMap((each) => withConflicts(each, users));
}

/** Work seen for which the developer declared nothing. */
export interface TraceWithoutHours {
  readonly developer: string;
  readonly day: Day;
  readonly projects: readonly string[];
  readonly contributions: readonly string[];
}

/** What the developer alone is shown of her own traces, never her employer: traces are there to support her, not to watch her. */
export interface TracesOfHerOwn {
  /** Days of work that no entry used, linked and proposed identities alike, sorted by day: `trace-without-hours`. */
  readonly withoutHours: readonly TraceWithoutHours[];
  /** Contributions of her linked identities that carry no time, and why, by id: she may know better. */
  readonly leftOut: readonly LeftOut[];
}

/** @param input of whomever; only hers is matched */
export function tracesOfHerOwn(input: MatchInput, developer: string): TracesOfHerOwn {
  const matchOne = inOrder({
    ...input,
    identities: input.identities.filter((identity) => identity.developer === developer),
  });
  const { idle, leftOut } = matchOne(
    developer,
    input.entries.filter((entry) => entry.developer === developer),
  );
  const withoutHours = idle()
    .map(({ day, projects, changes }) => ({
      developer,
      day,
      projects,
      contributions: changes.map(({ contributions }) => contributions[0]!.id).sort(byText),
    }))
    .sort((a, b) => byText(a.day, b.day) || byText(a.projects.join(), b.projects.join()));
  return { withoutHours, leftOut };
}
