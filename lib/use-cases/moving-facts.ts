// The facts of a company's book that can move what a fiscal year states, with the months that each is about.
import type { AnyFact } from '../ledger/fact.ts';
import type { BatchRef, FactKind } from '../ledger/kinds.ts';
import type { PostingView, StatementView } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import { type Day, isWithin, type Month, monthOf, overlap, type Period } from '../model/calendar.ts';
import { type CorrectionAct, correctionActs, type OtherAct, otherActs } from '../statement/corrections.ts';
import { type ReadingPorts, readRows } from './batches.ts';
import type { BookState } from './book-state.ts';

/** Something done to a person's month. */
export interface MonthAct {
  readonly kind: CorrectionAct;
  readonly seq: number;
  readonly at: string;
  readonly developer: string;
  readonly month: Month;
  /** Null: all her projects. */
  readonly project: string | null;
  readonly reason: string | null;
}

export interface YearAct {
  readonly kind: OtherAct;
  readonly seq: number;
  readonly at: string;
  /** Of the statement that it is about. */
  readonly number: string | null;
}

/** What a fact did to the fiscal year; both empty where it is about other days. */
export interface Moved {
  readonly months: readonly MonthAct[];
  readonly year: readonly YearAct[];
}

const nothing: Moved = { months: [], year: [] };

/** Rows of every kind of batch that a moving fact has, by what this asks of them. */
interface MovingRow {
  readonly developer?: string;
  readonly project?: string;
  readonly day?: Day;
  readonly month?: Month;
  readonly period?: Period;
  readonly answer?: string;
  readonly reason?: string;
}

export const monthTouches = (month: Month, { from, to }: Period): boolean =>
  monthOf(from) <= month && month <= monthOf(to);

const rowTouches = ({ day, month, period }: MovingRow, year: Period): boolean =>
  (day !== undefined && isWithin(day, year)) ||
  (month !== undefined && monthTouches(month, year)) ||
  (period !== undefined && overlap(period, year));

/** What a developer gives to show work moves no minute. */
const movesNothing = ({ answer }: MovingRow): boolean => answer === 'evidence' || answer === 'evidence-withdrawn';

const isMonthAct = (kind: string): kind is CorrectionAct => Object.hasOwn(correctionActs, kind);
const isYearAct = (kind: string): kind is OtherAct => Object.hasOwn(otherActs, kind);

async function batchOf(state: BookState, fact: AnyFact): Promise<BatchRef | null> {
  if (fact.kind === 'timesheet-undone') {
    const view = (await state.get(`postings/${seqName(fact.data.timesheet)}`)) as unknown as PostingView;
    return view.batch;
  }
  return 'batch' in fact.data ? (fact.data.batch as BatchRef) : null;
}

/** One act for each person, project, month and reason. */
function monthActs(kind: CorrectionAct, { seq, at }: AnyFact, rows: readonly MovingRow[]): MonthAct[] {
  const acts = new Map<string, MonthAct>();
  for (const { developer, project, day, month, reason } of rows) {
    if (developer === undefined) continue;
    const of = month ?? monthOf(day!);
    const act = { kind, seq, at, developer, month: of, project: project ?? null, reason: reason ?? null };
    acts.set(JSON.stringify([developer, act.project, of, act.reason]), act);
  }
  return [...acts.values()];
}

async function yearActs(
  state: BookState,
  kind: OtherAct,
  fact: AnyFact,
  rows: readonly MovingRow[],
  year: Period,
): Promise<YearAct[]> {
  const { seq, at } = fact;
  const act: YearAct = { kind, seq, at, number: null };
  switch (fact.kind) {
    case 'secondment-agreed': {
      const { from, to } = fact.data;
      return overlap({ from, to: to ?? year.to }, year) ? [act] : [];
    }
    case 'secondment-ended':
      return fact.data.on <= year.to ? [act] : [];
    case 'fiscal-year-declared':
    case 'payroll-tied':
    case 'return-declared':
    case 'year-answered':
      return overlap(fact.data.period, year) ? [act] : [];
    case 'statement-issued':
      return overlap(fact.data.period, year) ? [{ ...act, number: fact.data.number }] : [];
    case 'statement-revoked': {
      const { number } = fact.data;
      const { period } = (await state.get(`statements/${number}`)) as unknown as StatementView;
      return overlap(period, year) ? [{ ...act, number }] : [];
    }
    default:
      return rows.length > 0 ? [act] : [];
  }
}

/** Kinds of facts that may move a fiscal year. */
export const movingKinds: ReadonlySet<FactKind> = new Set([
  ...Object.keys(correctionActs),
  ...Object.keys(otherActs),
] as (CorrectionAct | OtherAct)[]);

/** @param state of the book, at the fact or later @param year the days of the fiscal year */
export async function movedBy(ports: ReadingPorts, state: BookState, fact: AnyFact, year: Period): Promise<Moved> {
  const { kind, seq, at } = fact;
  if (fact.kind === 'confirmation-withdrawn') {
    const { developer, month } = fact.data;
    if (!monthTouches(month, year)) return nothing;
    return { ...nothing, months: [{ kind: fact.kind, seq, at, developer, month, project: null, reason: null }] };
  }
  if (!isMonthAct(kind) && !isYearAct(kind)) return nothing;
  const batch = await batchOf(state, fact);
  const rows = batch === null ? [] : await readRows(ports, state.book, batch);
  const moving = rows
    .flatMap(({ row }) => (row === null ? [] : [row as unknown as MovingRow]))
    .filter((row) => rowTouches(row, year) && !movesNothing(row));
  return isMonthAct(kind)
    ? { ...nothing, months: monthActs(kind, fact, moving) }
    : { ...nothing, year: await yearActs(state, kind, fact, moving, year) };
}
