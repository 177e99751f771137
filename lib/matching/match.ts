// Time entries and contributions in, corroborations with reasons out. It never touches a minute: it chooses what a person is asked.
import type { Day } from '../model/calendar.ts';
import type { Contribution } from '../model/contribution.ts';
import type { Corroboration } from '../model/corroboration.ts';
import { byText } from './by-text.ts';
import { authorsBySha } from './drop.ts';
import { type DeveloperMatch, type MatchEntry, matchDeveloper } from './match-developer.ts';
import { byHash, type DatedIdentity, ownContributions } from './own-contributions.ts';
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

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

function matchEach(input: MatchInput): DeveloperMatch[] {
  const contributions = byHash(input.contributions);
  const projects = new Map<string, string[]>();
  for (const { project, repositories } of input.projects) {
    for (const repository of repositories) projects.set(repository, [...(projects.get(repository) ?? []), project]);
  }
  const none: readonly string[] = [];
  const rules = {
    policy: input.policy,
    projectsOf: (repository: string) => projects.get(repository) ?? none,
    reachOf: reachOnce(input.isWorkingDay),
  };
  const authors = authorsBySha(input.contributions);
  const identities = new Map(input.identities.map(({ developer, authors: hashes }) => [developer, hashes]));
  const entries = grouped(input.entries, ({ developer }) => developer);
  const developers = [...new Set([...entries.keys(), ...identities.keys()])].sort(byText);
  return developers.map((developer) => {
    const own = identities.get(developer) ?? [];
    const hashes = new Set(own.map(({ hash }) => hash));
    return matchDeveloper(
      {
        developer,
        entries: entries.get(developer) ?? [],
        ...ownContributions(own, contributions),
        hasLinkedIdentity: own.some(({ linked }) => linked),
        whose: { isOwn: (hash) => hashes.has(hash), authors },
      },
      rules,
    );
  });
}

/**
 * The order of the input does not matter. Each developer is matched alone; then work that two developers' entries used is a conflict for both.
 * @returns one corroboration for each entry above zero, sorted by developer, day, entry
 */
export function match(input: MatchInput): Corroboration[] {
  const matches = matchEach(input);
  const usedBy = new Map<string, number>();
  for (const { used } of matches) {
    for (const key of new Set([...used.values()].flat())) usedBy.set(key, (usedBy.get(key) ?? 0) + 1);
  }
  return matches.flatMap(({ corroborations, used }) =>
    corroborations.map((corroboration) => {
      const shared = used.get(corroboration.entry)?.some((key) => (usedBy.get(key) ?? 0) > 1) === true;
      if (!shared || corroboration.verdict === 'conflict') return corroboration;
      return {
        ...corroboration,
        verdict: 'conflict' as const,
        reasons: ['conflict-of-claims' as const, ...corroboration.reasons],
      };
    }),
  );
}

/** Work seen for which the developer declared nothing. */
export interface TraceWithoutHours {
  readonly developer: string;
  readonly day: Day;
  readonly projects: readonly string[];
  readonly contributions: readonly string[];
}

/**
 * Shown to the developer alone, never to her employer (design.md, promise 6): `trace-without-hours`.
 * @returns for one developer, the days of work that no entry used, linked and proposed identities alike, sorted by day
 */
export function tracesWithoutHours(input: MatchInput, developer: string): TraceWithoutHours[] {
  const alone = {
    ...input,
    entries: input.entries.filter((entry) => entry.developer === developer),
    identities: input.identities.filter((identity) => identity.developer === developer),
  };
  return matchEach(alone)
    .flatMap(({ idle }) => idle)
    .map(({ day, projects, changes }) => ({
      developer,
      day,
      projects,
      contributions: changes.map(({ contributions }) => contributions[0]!.id).sort(byText),
    }))
    .sort((a, b) => byText(a.day, b.day) || byText(a.projects.join(), b.projects.join()));
}
