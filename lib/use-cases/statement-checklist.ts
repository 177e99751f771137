// Before a statement is prepared: everything that stops it or is still open, read from the books of now. It writes nothing.
import type { ProfileView } from '../ledger/views/company-views.ts';
import { isWithin, monthOf, type Period } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import { covers } from '../model/registry.ts';
import { type ChecklistFacts, type ChecklistItem, checklist, type SeenLine } from '../rules/checklist/checklist.ts';
import type { SchemeCode } from '../rules/rule-set.ts';
import { assessCompany } from './assess-company.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { claimsElsewhere } from './claims-elsewhere.ts';
import { type Profile, profileOfYear } from './company-profile.ts';
import type { ComputePorts } from './compute-statement.ts';
import { watchedProjects } from './licence-watch.ts';
import { companyBook, registryBook } from './people.ts';
import { computeWithNames } from './prepare-statement.ts';
import { isAidSaid } from './require-preparable.ts';
import { completionOf } from './seconded.ts';
import { issuedScheme, periodOf, type StatementAsked } from './statement-asked.ts';
import {
  type Registered,
  registeredOf,
  type StatementSources,
  statementSources,
  subsidiesOf,
} from './statement-sources.ts';
import { statementsTouched } from './statements-touched.ts';
import { answerTo, informedOf, payrollOf, returnOf } from './year-declarations.ts';

interface Read {
  readonly company: BookState;
  readonly profile: Profile;
  readonly period: Period;
  readonly scheme: SchemeCode;
  readonly sources: StatementSources;
  readonly registered: Registered;
}

/** Where rules are missing for the days nothing was assessed; the refusal of the computation says so. */
async function linesOf(ports: ComputePorts, id: string, read: Read): Promise<readonly SeenLine[]> {
  const { sources, registered, profile, scheme, period } = read;
  const developers = [...new Set(sources.declared.entries.map(({ developer }) => developer))].sort();
  const { others } = await claimsElsewhere(ports, id, developers);
  const assessed = partsOrNone(() => assessCompany(sources, registered, profile.region, others, scheme).parts);
  const partsOf = Map.groupBy(assessed, ({ entry }) => entry);
  return sources.declared.entries
    .filter(({ day }) => isWithin(day, period))
    .map(({ entry, developer, day, project }) => ({
      ...{ developer, project, month: monthOf(day) },
      isChecked: sources.checkOf.has(entry),
      parts: partsOf.get(entry) ?? [],
    }));
}

function partsOrNone<T>(assess: () => readonly T[]): readonly T[] {
  try {
    return assess();
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

async function completeMonths(company: BookState, lines: readonly SeenLine[]): Promise<ReadonlySet<string>> {
  const months = new Map(lines.map(({ developer, month }) => [`${developer} ${month}`, { developer, month }]));
  const complete = await inTurn([...months], async ([name, { developer, month }]) =>
    (await completionOf(company, month, developer))?.complete === true ? [name] : [],
  );
  return new Set(complete.flat());
}

/** Projects with time in the period, on some day of which the registry has decided nothing about them. */
function undecided({ sources, registered, period }: Read): string[] {
  const open = sources.declared.entries.filter(({ day, project }) => {
    if (!isWithin(day, period)) return false;
    const decisions = registered.projects.find(({ id }) => id === project)?.eligibility ?? [];
    return !decisions.some((decision) => covers(decision, day));
  });
  return [...new Set(open.map(({ project }) => project))].sort();
}

async function undecidedLicences(ports: BookPorts, lines: readonly SeenLine[]): Promise<string[]> {
  const named = new Set(lines.map(({ project }) => project));
  const waiting = (await watchedProjects(ports)).filter(({ findings }) => findings.some(({ awaits }) => awaits));
  return waiting.map(({ project }) => project.id).filter((id) => named.has(id));
}

/** What it would cost today, or why it cannot be worked out. */
async function tried(
  ports: ComputePorts,
  asked: StatementAsked,
): Promise<Pick<ChecklistFacts, 'refusal' | 'costCents'>> {
  try {
    const { content } = await computeWithNames(ports, asked);
    return { refusal: null, costCents: content.cost?.cents ?? null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refusal: { code: error.code, detail: error.detail }, costCents: null };
  }
}

async function said(
  ports: ComputePorts,
  { company, period, scheme }: Read,
): Promise<Pick<ChecklistFacts, 'payroll' | 'isReturnSaid' | 'answered' | 'informed'>> {
  const isAnswered = async (question: Parameters<typeof answerTo>[2]): Promise<boolean> =>
    (await answerTo(company, period, question)) !== null;
  const otherAid = await subsidiesOf(ports, company, period);
  return {
    payroll: await payrollOf(ports, company, period),
    isReturnSaid: (await returnOf(company, period, scheme)) !== null,
    answered: {
      'other-aid': await isAidSaid(company, { period, otherAid }),
      'other-employers': await isAnswered('other-employers'),
      'billed-to-clients': await isAnswered('billed-to-clients'),
      counterparts: await isAnswered('counterparts'),
    },
    informed: {
      'works-council': await informedOf(company, 'works-council'),
      notice: await informedOf(company, 'notice'),
    },
  };
}

/**
 * @returns what is open for a statement of this fiscal year and scheme, what stops it first; empty: nothing
 * @throws Refusal `unknown-company`, `invalid-input`, and those of `issuedScheme`
 */
export async function statementChecklist(
  ports: ComputePorts,
  asked: StatementAsked,
): Promise<{
  readonly period: Period;
  readonly items: readonly ChecklistItem[];
  /** Of every project of the registry, by id. */
  readonly projectNames: Readonly<Record<string, string>>;
}> {
  const company = await readBook(ports, companyBook(asked.company));
  const profile = profileOfYear((await company.get('profile')) as unknown as ProfileView | null, asked.fiscalYear);
  const scheme = issuedScheme(asked.scheme, profile);
  const period = periodOf(asked, profile);
  const sources = await statementSources(ports, company, period);
  const registered = await registeredOf(await readBook(ports, registryBook));
  const read: Read = { company, profile, period, scheme, sources, registered };
  const lines = await linesOf(ports, asked.company, read);
  const touched = await statementsTouched(ports, asked.company);
  const items = checklist({
    period,
    hasAmounts: scheme !== 'none',
    lines,
    complete: await completeMonths(company, lines),
    undecidedProjects: undecided(read),
    undecidedLicences: await undecidedLicences(ports, lines),
    touched: touched.filter(({ fiscalYear }) => fiscalYear === asked.fiscalYear).map(({ number }) => number),
    ...(await said(ports, read)),
    ...(await tried(ports, asked)),
  });
  const projectNames = Object.fromEntries(registered.projects.map(({ id, name }) => [id, name]));
  return { period, items, projectNames };
}
