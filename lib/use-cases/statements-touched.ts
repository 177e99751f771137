// Issued statements that would come out otherwise today, by the registry or by what a year of gifts rests on: each is proposed for a new
// preparation, none is ever edited.
import type { ProfileView } from '../ledger/views/company-views.ts';
import { isWithin } from '../model/calendar.ts';
import type { TimeUnit } from '../model/duration.ts';
import type { Project } from '../model/registry.ts';
import type { Part } from '../rules/assessment.ts';
import { assessCompany } from './assess-company.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, type BookState, foldBook, readBook } from './book-state.ts';
import { claimsElsewhere } from './claims-elsewhere.ts';
import { profileOfYear } from './company-profile.ts';
import { type GiftMoved, giftMoved } from './gift-moved.ts';
import { companyBook, companyIds, type DirectoryPorts, registryBook } from './people.ts';
import { issuedScheme } from './statement-asked.ts';
import { type Registered, registeredOf, statementSources } from './statement-sources.ts';
import { type FoundStatement, statementsOf } from './statements-of.ts';

export type TouchedPorts = BookPorts & DirectoryPorts;

/** Time of one project in one statement that would end in another place today. */
export interface TouchedTime {
  readonly project: string;
  readonly unit: TimeUnit;
  /** Counted in the statement, and no more: its days are not eligible now. */
  readonly lost: number;
  /** Not counted in the statement: its days are eligible now. */
  readonly gained: number;
}

export interface TouchedStatement {
  readonly company: string;
  readonly number: string;
  readonly fiscalYear: number;
  /** None where the registry moves no time of it. */
  readonly time: readonly TouchedTime[];
  /** Of a statement of gifts whose turnover or incoming excess is another one now; else null. */
  readonly gift: GiftMoved | null;
}

const countedBy = (parts: readonly Part[]): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>();
  for (const { entry, state, amount } of parts) {
    if (state === 'counted') counted.set(entry, (counted.get(entry) ?? 0) + amount);
  }
  return counted;
};

/** Entry by entry, under the projects as they stood and as they stand. */
function differences(before: readonly Part[], after: readonly Part[]): TouchedTime[] {
  const [then, now] = [countedBy(before), countedBy(after)];
  const byGroup = new Map<string, { project: string; unit: TimeUnit; lost: number; gained: number }>();
  const seen = new Set<string>();
  for (const { entry, project, unit } of after) {
    if (seen.has(entry)) continue;
    seen.add(entry);
    const change = (now.get(entry) ?? 0) - (then.get(entry) ?? 0);
    if (change === 0) continue;
    const key = `${project} ${unit}`;
    const group = byGroup.get(key) ?? { project, unit, lost: 0, gained: 0 };
    byGroup.set(key, group);
    if (change < 0) group.lost -= change;
    else group.gained += change;
  }
  return [...byGroup].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** Those whose licences or decisions, or the standings of their foundation, are other ones now, or that are new. */
function changedProjects(then: Registered, now: Registered): ReadonlySet<string> {
  const said = ({ licences, eligibility, foundation }: Project, { standings }: Registered): string =>
    JSON.stringify([licences, eligibility, standings.filter((one) => one.foundation === foundation)]);
  const before = new Map(then.projects.map((project) => [project.id, said(project, then)]));
  return new Set(now.projects.flatMap((one) => (before.get(one.id) === said(one, now) ? [] : [one.id])));
}

/** What the licences and decisions of projects and the standings of foundations alone change: all else is read as it stands today, on both sides. */
async function touchedBy(
  ports: TouchedPorts,
  company: BookState,
  id: string,
  now: Registered,
  { prepared }: FoundStatement,
): Promise<readonly TouchedTime[]> {
  const pinned = prepared.heads.find(({ book }) => book === registryBook);
  if (pinned === undefined) throw new Error(`preparation ${prepared.seq} of ${id} names no head of the registry`);
  const then = await registeredOf(await foldBook(ports, registryBook, pinned.seq));
  const changed = changedProjects(then, now);
  if (changed.size === 0) return [];
  const { period, fiscalYear } = prepared;
  const profile = profileOfYear((await company.get('profile')) as unknown as ProfileView | null, fiscalYear);
  // It was issued: whether the company says today that it pays corporate tax does not undo that.
  const scheme = issuedScheme(prepared.scheme, { corporateTax: true });
  const sources = await statementSources(ports, company, period);
  if (!sources.declared.entries.some(({ project }) => changed.has(project))) return [];
  const developers = [...new Set(sources.declared.entries.map(({ developer }) => developer))].sort();
  const { others } = await claimsElsewhere(ports, id, developers);
  const [before, after] = [then, now].map((registered) =>
    assessCompany(sources, registered, profile.region, others, scheme).parts.filter(({ day }) => isWithin(day, period)),
  );
  return differences(before!, after!);
}

async function touchedOf(ports: TouchedPorts, now: Registered, company: string): Promise<readonly TouchedStatement[]> {
  const state = await readBook(ports, companyBook(company));
  const touched: TouchedStatement[] = [];
  for (const found of await statementsOf(state)) {
    const { issued } = found;
    if (issued?.state !== 'issued') continue;
    const time = await touchedBy(ports, state, company, now, found);
    const gift = await giftMoved(ports, state, found);
    if (time.length > 0 || gift !== null) {
      touched.push({ company, number: issued.number, fiscalYear: found.prepared.fiscalYear, time, gift });
    }
  }
  return touched;
}

const registeredNow = async (ports: TouchedPorts): Promise<Registered> =>
  registeredOf(await readBook(ports, registryBook));

/** @returns those in force of one company, the newest first */
export const statementsTouched = async (ports: TouchedPorts, company: string): Promise<readonly TouchedStatement[]> =>
  touchedOf(ports, await registeredNow(ports), company);

/** @returns those of every company, one company after the other */
export async function allStatementsTouched(ports: TouchedPorts): Promise<readonly TouchedStatement[]> {
  const now = await registeredNow(ports);
  return (await inTurn(await companyIds(ports), (company) => touchedOf(ports, now, company))).flat();
}
