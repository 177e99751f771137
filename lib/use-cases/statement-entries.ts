// The entries behind an issued statement with their proofs, read at its heads: shown only if they hash to the root that it signed.
import type { ProfileView } from '../ledger/views/company-views.ts';
import { isWithin } from '../model/calendar.ts';
import type { Contribution } from '../model/contribution.ts';
import type { Part } from '../rules/assessment.ts';
import type { ShownEntry } from '../statement/entries.ts';
import { assessCompany } from './assess-company.ts';
import { inTurn } from './batches.ts';
import type { BookPorts } from './book-state.ts';
import { claimsElsewhere } from './claims-elsewhere.ts';
import { profileOfYear } from './company-profile.ts';
import type { DeclaredEntry } from './declared-time.ts';
import { sourceOf } from './entry-source.ts';
import type { DirectoryPorts } from './people.ts';
import { readContributions } from './read-contributions.ts';
import { issuedScheme } from './statement-asked.ts';
import { type StatementContent, shaOf } from './statement-content.ts';
import { statementEvidence } from './statement-evidence.ts';
import { registeredOf, type StatementSources, statementSources } from './statement-sources.ts';
import type { FoundStatement } from './statements-of.ts';
import { statesBehind } from './states-behind.ts';

export type EntryPorts = BookPorts & DirectoryPorts;

/** Repository, kind and sha stand in the id of a contribution; its day only in its row. */
function traceOf(id: string, known: ReadonlyMap<string, Contribution>): ShownEntry['traces'][number] {
  const [repository = '', kind = ''] = id.split('#');
  return { repository, kind, sha: shaOf(id), day: known.get(id)?.authorDay ?? null };
}

interface Behind {
  readonly sources: StatementSources;
  readonly partsOf: ReadonlyMap<string, readonly Part[]>;
  readonly contributions: ReadonlyMap<string, Contribution>;
  readonly lineOf: ReadonlyMap<string, number>;
  readonly personOf: ReadonlyMap<string, number>;
}

async function shown(
  ports: EntryPorts,
  company: string,
  declared: DeclaredEntry,
  { sources, partsOf, contributions, lineOf, personOf }: Behind,
): Promise<ShownEntry> {
  const { entry, developer, project, day, unit, amount, file, receivedDay } = declared;
  const parts = partsOf.get(entry) ?? [];
  const [check, answer] = [sources.checkOf.get(entry), sources.answerOf.get(entry)];
  const corroboration = sources.corroborationOf.get(entry);
  return {
    line: lineOf.get(`${developer} ${project}`)!,
    person: personOf.get(developer)!,
    ...{ project, day, unit, amount, receivedDay },
    parts: parts.map(({ state, code, amount: part }) => ({ state, code, amount: part })),
    ...(await sourceOf(ports, company, declared)),
    sha256: file,
    lateDays: parts[0]?.lateDays ?? null,
    check: check === undefined ? null : { answer: check.answer, at: check.at },
    confirmation: answer === undefined ? null : { answer: answer.answer, at: answer.at, digest: answer.cause },
    verdict: corroboration?.verdict ?? null,
    traces: (corroboration?.contributions ?? []).map((id) => traceOf(id, contributions)),
  };
}

/**
 * @returns in order of day, then entry; null where they no longer hash to the signed root: what other employers claim is read as it stands
 * today, and may have moved
 */
export async function statementEntries(
  ports: EntryPorts,
  found: FoundStatement,
  content: StatementContent,
): Promise<readonly ShownEntry[] | null> {
  const { period, fiscalYear, company } = content;
  const states = await statesBehind(ports, found);
  const sources = await statementSources(ports, states.company, period);
  const registered = await registeredOf(states.registry);
  const profile = profileOfYear((await states.company.get('profile')) as unknown as ProfileView | null, fiscalYear);
  const developers = [...new Set(sources.declared.entries.map(({ developer }) => developer))].sort();
  const { others } = await claimsElsewhere(ports, company.id, developers);
  const scheme = issuedScheme(content.scheme.code, { corporateTax: true });
  const assessed = assessCompany(sources, registered, profile.region, others, scheme);
  const parts = assessed.parts.filter(({ day }) => isWithin(day, period));
  const people = content.people.map(({ developer }) => developer);
  const { root } = statementEvidence(ports.primitives.sha256, { parts, sources }, people, company.id);
  if (root !== content.evidence.entriesRoot) return null;

  const projects = new Set(content.projects.map(({ id }) => id));
  const repositories = registered.projects
    .filter(({ id }) => projects.has(id))
    .flatMap((project) => project.repositories.map(({ id }) => id));
  const { contributions } = await readContributions(ports, repositories);
  const behind: Behind = {
    sources,
    partsOf: Map.groupBy(parts, ({ entry }) => entry),
    contributions: new Map(contributions.map((each) => [each.id, each])),
    lineOf: new Map(content.lines.map(({ developer, project }, i) => [`${developer} ${project}`, i + 1])),
    personOf: new Map(people.map((developer, i) => [developer, i + 1])),
  };
  const own = sources.declared.entries
    .filter(({ day }) => isWithin(day, period))
    .toSorted((a, b) => (`${a.day} ${a.entry}` < `${b.day} ${b.entry}` ? -1 : 1));
  return inTurn(own, (declared) => shown(ports, company.id, declared, behind));
}
