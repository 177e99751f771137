// Everything a statement rests on, read at fixed heads: declared time with the last word on it, the registry, pay, other employers.
import type { EvidenceView, MonthView, SecondmentView } from '../ledger/views/company-views.ts';
import { type FoundationView, type ProjectView, registeredProject } from '../ledger/views/registry-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import { addDays, isoWeekday, type Month, monthsOf, overlap, type Period } from '../model/calendar.ts';
import type { CheckRow, ConfirmationRow, WorkEvidenceRow } from '../model/confirmation.ts';
import type { Corroboration } from '../model/corroboration.ts';
import type { Pay, Subsidy } from '../model/pay.ts';
import type { FoundationStanding, Project } from '../model/registry.ts';
import type { Secondment } from '../model/secondment.ts';
import type { WorkOrder } from '../model/work-order.ts';
import { ordersOnFile, type RouteOn, routesOnFile } from './admission-on-file.ts';
import { inTurn, type ReadingPorts, readRows } from './batches.ts';
import type { BookState } from './book-state.ts';
import { type DeclaredTime, declaredTime } from './declared-time.ts';
import { lastWordOf, monthWords, type Said } from './month-words.ts';
import { payOnFile, subsidiesOnFile } from './pay-on-file.ts';

export interface StatementSources {
  readonly declared: DeclaredTime;
  readonly checkOf: ReadonlyMap<string, Said<CheckRow>>;
  readonly answerOf: ReadonlyMap<string, Said<ConfirmationRow>>;
  /** Every answer of the months, also those that were taken back, in the order in which they were given. */
  readonly everAnswered: readonly Said<ConfirmationRow>[];
  /** What the developer gave to show work, by entry: shown to whoever is asked, read by no rule. */
  readonly workEvidenceOf: ReadonlyMap<string, readonly Said<WorkEvidenceRow>[]>;
  readonly corroborationOf: ReadonlyMap<string, Corroboration>;
  readonly secondments: readonly Secondment[];
  /** To work on days off. */
  readonly orders: readonly WorkOrder[];
  /** Under which route time is claimed elsewhere. */
  readonly routeOn: RouteOn;
}

/** The whole ISO weeks that a period touches: the weekly limit looks at all seven days. */
export const wholeWeeks = ({ from, to }: Period): Period => ({
  from: addDays(from, 1 - isoWeekday(from)),
  to: addDays(to, 7 - isoWeekday(to)),
});

/** A view written under an earlier version of the fact lacks what came with a later one. */
export const laterMembers = ({
  weeklyMinutes,
  workingDays,
  staff,
  basis,
}: Pick<SecondmentView, 'weeklyMinutes' | 'workingDays' | 'staff' | 'basis'>): Pick<
  SecondmentView,
  'weeklyMinutes' | 'workingDays' | 'staff' | 'basis'
> => ({
  weeklyMinutes: weeklyMinutes ?? null,
  workingDays: workingDays ?? null,
  staff: staff ?? 'employee',
  basis: basis ?? null,
});

export async function secondmentsOf(company: BookState): Promise<Secondment[]> {
  return (await company.list('secondments')).map(({ value }) => {
    const { secondment, seq: _seq, at: _at, by: _by, ...rest } = value as unknown as SecondmentView;
    return { ...rest, ...laterMembers(rest), id: secondment };
  });
}

/** The projects of the registry as the rules read them; the reasons of decisions stay in their rows. */
export async function projectsOf(registry: BookState): Promise<Project[]> {
  return (await registry.list('projects')).flatMap(({ value }) => {
    const { licences, decisions, ...view } = value as unknown as ProjectView;
    const registered = registeredProject(view);
    if (registered === null) return [];
    const { project, name, foundation, repositories, successorOf } = registered;
    return [
      {
        ...{ id: project, name, foundation, successorOf, licences },
        repositories: repositories.map(({ id, url, branch, path }) => ({
          ...{ id, url, branch: branch ?? null, path: path ?? null },
        })),
        eligibility: decisions.map(({ eligible, from, to, decidedBy }) => ({
          ...{ eligible, from, to, decidedBy },
          reason: '',
        })),
      },
    ];
  });
}

/** Of all foundations, in order of foundation and first day. */
export async function standingsOf(registry: BookState): Promise<FoundationStanding[]> {
  const views = await registry.list('standings');
  return views.flatMap(({ value }) => value as unknown as readonly FoundationStanding[]);
}

/** What the rules read of the registry. */
export interface Registered {
  readonly projects: readonly Project[];
  readonly standings: readonly FoundationStanding[];
}

export const registeredOf = async (registry: BookState): Promise<Registered> => ({
  projects: await projectsOf(registry),
  standings: await standingsOf(registry),
});

export async function foundationName(registry: BookState, foundation: string): Promise<string> {
  const found = (await registry.get(`foundations/${foundation}`)) as unknown as FoundationView | null;
  return found?.name ?? foundation;
}

/** The latest corroboration of each entry; an entry that came after the last matching has none. */
export async function corroborationsOf(
  ports: ReadingPorts,
  company: BookState,
  months: readonly Month[],
  developer: string | null = null,
): Promise<ReadonlyMap<string, Corroboration>> {
  const seqs = new Set<number>();
  for (const month of months) {
    const views =
      developer === null
        ? (await company.list(`months/${month}`)).map(({ value }) => value)
        : [await company.get(`months/${month}/${developer}`)];
    for (const view of views) {
      const { evidence } = (view ?? { evidence: null }) as unknown as Pick<MonthView, 'evidence'>;
      if (evidence !== null) seqs.add(evidence);
    }
  }
  const found = new Map<string, Corroboration>();
  const batches = await inTurn(
    [...seqs].sort((a, b) => a - b),
    async (seq) => {
      const view = (await company.get(`evidence/${seqName(seq)}`)) as unknown as EvidenceView;
      return readRows(ports, company.book, view.batch);
    },
  );
  for (const { row } of batches.flat()) {
    const corroboration = row as unknown as Corroboration | null;
    if (corroboration !== null) found.set(corroboration.entry, corroboration);
  }
  return found;
}

/**
 * @param period a fiscal year; time of the whole weeks around it comes along
 * @param developer one person, or null for all
 */
export async function statementSources(
  ports: ReadingPorts,
  company: BookState,
  period: Period,
  developer: string | null = null,
): Promise<StatementSources> {
  const weeks = wholeWeeks(period);
  const months = monthsOf(weeks);
  const declared = await declaredTime(ports, company, weeks, developer);
  const { checks, evidence, answers, everAnswered } = await monthWords(ports, company, months, developer);
  return {
    declared,
    checkOf: lastWordOf(checks),
    answerOf: lastWordOf(answers),
    everAnswered,
    workEvidenceOf: Map.groupBy(evidence, ({ entries: [entry] }) => entry),
    corroborationOf: await corroborationsOf(ports, company, months, developer),
    secondments: await secondmentsOf(company),
    orders: await ordersOnFile(ports, company),
    routeOn: await routesOnFile(ports, company),
  };
}

/** The pay that holds, in order of person and period. */
export async function payOfPeriod(ports: ReadingPorts, company: BookState, period: Period): Promise<Pay[]> {
  const keyOf = (pay: Pay): string => `${pay.developer} ${pay.period.from}`;
  return (await payOnFile(ports, company))
    .filter((pay) => overlap(pay.period, period))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Money received counts in the fiscal year in which its own period ends, whole (docs/decisions/0007). */
export async function subsidiesOf(ports: ReadingPorts, company: BookState, fiscalYear: Period): Promise<Subsidy[]> {
  const all = await subsidiesOnFile(ports, company);
  return all.filter(({ period }) => fiscalYear.from <= period.to && period.to <= fiscalYear.to);
}
