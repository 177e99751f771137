// Sets declared time beside the traces of the forges and records what they say. It changes no minute: it chooses questions.
import { canonicalBytes, type Json } from '../ledger/canonical.ts';
import { causeOf } from '../ledger/fact.ts';
import type { Head } from '../ledger/kinds.ts';
import type { EvidenceView, ProfileView } from '../ledger/views/company-views.ts';
import { type MatchInput, match } from '../matching/match.ts';
import { type MatchingPolicy, matchingPolicyOn } from '../matching/policy.ts';
import { overlap, type Period } from '../model/calendar.ts';
import type { Corroboration, TraceVerdict } from '../model/corroboration.ts';
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { traceCalendar } from '../rules/holidays/public-holidays.ts';
import { ruleSet } from '../rules/rule-set.ts';
import { type AppendPorts, append, findByCause } from './append.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { otherClaims } from './claim-time.ts';
import { profileOn } from './company-profile.ts';
import { type DeclaredEntry, declaredTime, standingAmount } from './declared-time.ts';
import { keepHeads } from './heads-read.ts';
import { identitiesOf } from './identities.ts';
import { companyBook, type DirectoryPorts, developerKeyOwner, registryBook } from './people.ts';
import { readContributions } from './read-contributions.ts';
import { rootOf } from './statement-content.ts';
import { projectsOf } from './statement-sources.ts';

export type TracePorts = BookPorts & DirectoryPorts;
export type CorroboratePorts = TracePorts & AppendPorts & Pick<Ports, 'saltKeys'>;

export interface Corroborated {
  readonly entries: number;
  readonly verdicts: Readonly<Record<TraceVerdict, number>>;
  /** The fact; its digest and seq. */
  readonly seq: number;
  readonly already: boolean;
}

/** The same input for the record and for a developer's own page. */
export interface Traces {
  readonly input: MatchInput;
  /** Heads of the repositories read. */
  readonly repositories: readonly Head[];
  readonly policy: MatchingPolicy;
}

/**
 * @param entries standing ones, of one company
 * @param developers whose identities are looked at: those of the entries, and whoever asks about herself
 * @param only projects whose repositories are read; null = every registered one, as for the record
 */
export async function tracesFor(
  ports: TracePorts,
  company: string,
  state: BookState,
  entries: readonly DeclaredEntry[],
  developers: readonly string[],
  period: Period,
  only: ReadonlySet<string> | null = null,
): Promise<Traces> {
  const profile = profileOn((await state.get('profile')) as unknown as ProfileView | null, period.to);
  const registered = await projectsOf(await readBook(ports, registryBook));
  const projects = registered.filter(({ id }) => only === null || only.has(id));
  const repositories = [...new Set(projects.flatMap((project) => project.repositories.map(({ id }) => id)))].sort();
  const { contributions, heads } = await readContributions(ports, repositories);
  const elsewhere = new Set<string>();
  const identities: MatchInput['identities'][number][] = [];
  for (const developer of developers) {
    const known = await identitiesOf(ports, company, developer);
    identities.push({
      developer,
      authors: known.map(({ author, linked, proven, since, until }) => ({
        hash: author,
        linked,
        proven,
        since,
        until,
      })),
    });
    const { claims } = await otherClaims(ports, company, developer);
    for (const { day } of claims) elsewhere.add(`${developer} ${day}`);
  }
  const policy = matchingPolicyOn(period.to);
  return {
    policy,
    repositories: heads,
    input: {
      entries: entries.map((entry) => ({
        ...{ entry: entry.entry, developer: entry.developer, day: entry.day, project: entry.project, unit: entry.unit },
        amount: standingAmount(entry),
        alsoClaimedElsewhere: elsewhere.has(`${entry.developer} ${entry.day}`),
      })),
      contributions,
      identities,
      projects: projects.map(({ id, repositories: of }) => ({ project: id, repositories: of.map((one) => one.id) })),
      policy,
      isWorkingDay: traceCalendar(ruleSet.holidays, profile.region),
    },
  };
}

/** A month stays in one chunk: by developer, then day. */
const inLeafOrder = (rows: readonly Corroboration[]): Corroboration[] =>
  rows.toSorted((a, b) => {
    const [left, right] = [a, b].map((row) => `${row.developer} ${row.day} ${row.entry}`) as [string, string];
    return left < right ? -1 : 1;
  });

/** The same entries, contributions, identities and policy are the same intent: nothing is written twice, unless another record came between. */
async function freshCause(ports: BookPorts, state: BookState, company: string, on: Json, period: Period) {
  const records = (await state.list('evidence')).map(({ value }) => value as unknown as EvidenceView);
  const last = records.findLast((one) => overlap(one.period, period))?.seq ?? null;
  let after: string | null = null;
  for (;;) {
    const cause = causeOf(ports.primitives.sha256, { actor: company, act: 'corroborate', on, after });
    const before = await findByCause(ports, state, cause);
    if (before === null || before.fact.seq === last) return cause;
    after = before.digest;
  }
}

/** Repeatable: nothing is written where the record that holds says the same of the same. */
export async function corroborate(
  ports: CorroboratePorts,
  asked: { readonly company: string; readonly by: string; readonly period: Period },
): Promise<Corroborated | null> {
  const { company, by, period } = asked;
  const { sha256 } = ports.primitives;
  const book = companyBook(company);
  const state = await readBook(ports, book);
  const declared = await declaredTime(ports, state, period);
  const entries = declared.entries.filter((entry) => standingAmount(entry) > 0);
  if (entries.length === 0) return null;
  const developers = [...new Set(entries.map(({ developer }) => developer))].sort();
  const traces = await tracesFor(ports, company, state, entries, developers, period);
  const { input, policy } = traces;
  const repositories = await keepHeads(ports, traces.repositories);
  const rows = inLeafOrder(match(input));
  const policyDigest = toHex(sha256(canonicalBytes(policy as unknown as Json)));
  const on = {
    ...{ period: { ...period }, repositories: repositories.root, policy: policyDigest },
    entries: rootOf(sha256, input.entries as unknown as Json[]),
    identities: rootOf(sha256, input.identities as unknown as Json[]),
  };
  const cause = await freshCause(ports, state, company, on, period);
  const keys = new Map<string, Uint8Array>();
  for (const developer of developers) {
    keys.set(developer, await ports.saltKeys.of(developerKeyOwner(company, developer)));
  }
  const { fact, already } = await append(ports, { book, cause, dependsOn: [] }, async (_state, store) => ({
    kind: 'evidence-recorded' as const,
    by,
    data: {
      period: { ...period },
      repositories,
      policy: policyDigest,
      batch: await store(
        rows.map((row) => ({
          row: row as unknown as Json,
          position: row.entry,
          key: keys.get(row.developer)!,
        })),
      ),
    },
  }));
  const verdicts = { agrees: 0, partly: 0, 'no-public-trace': 0, conflict: 0 };
  for (const { verdict } of rows) verdicts[verdict] += 1;
  return { entries: rows.length, verdicts, seq: fact.seq, already };
}
