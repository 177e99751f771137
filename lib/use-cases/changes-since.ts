// What came after a statement's pinned heads and touches its period: each fact with its date and, where it moves time, how much.
import type { AnyFact, Fact } from '../ledger/fact.ts';
import type { BatchRef } from '../ledger/kinds.ts';
import type { PostingView, PreparedView } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import { isWithin, type Month, monthOf, type Period } from '../model/calendar.ts';
import type { TimeUnit } from '../model/duration.ts';
import type { OtherAct } from '../statement/corrections.ts';
import { readRows } from './batches.ts';
import { type BookPorts, type BookState, factsAfter, readBook } from './book-state.ts';
import { declaredTime, timeOf } from './declared-time.ts';
import { monthTouches, movedBy } from './moving-facts.ts';
import { companyBook, registryBook } from './people.ts';

export type ChangeKind =
  | 'timesheet-posted'
  | 'timesheet-undone'
  | 'correction-posted'
  | 'confirmed'
  | 'disputed'
  | 'confirmation-withdrawn'
  | 'contested'
  | OtherAct
  | 'licence-changed'
  | 'eligibility-decided'
  | 'standing-decided';

export interface Change {
  /** Of its book. */
  readonly seq: number;
  readonly at: string;
  readonly kind: ChangeKind;
  /** Declared time that it adds or, below zero, takes back, inside the period; null where it moves none by itself. */
  readonly time: { readonly minutes: number; readonly halfDays: number } | null;
  /** Whom and what it is about: none for a fact about the whole company. */
  readonly about: readonly { readonly developer: string; readonly month: Month }[];
  /** A project or a foundation of the registry, or the number of another statement; else null. */
  readonly subject: string | null;
}

interface TimeRow {
  readonly developer: string;
  readonly day: string;
  readonly unit: TimeUnit;
  readonly amount: number;
}

interface MonthRow {
  readonly developer: string;
  readonly month: Month;
  readonly answer?: string;
}

type Moved = Pick<Change, 'time' | 'about'>;

const once = (about: Change['about']): Change['about'] => [
  ...new Map(about.map((one) => [`${one.developer} ${one.month}`, one])).values(),
];

async function timeIn(ports: BookPorts, book: string, batch: BatchRef, period: Period): Promise<Moved> {
  const rows = (await readRows(ports, book, batch)).flatMap(({ row }) => {
    const time = row as unknown as TimeRow | null;
    return time !== null && isWithin(time.day, period) ? [time] : [];
  });
  const of = (unit: TimeUnit): number => rows.reduce((sum, row) => sum + (row.unit === unit ? row.amount : 0), 0);
  return {
    time: { minutes: of('minute'), halfDays: of('half-day') },
    about: once(rows.map(({ developer, day }) => ({ developer, month: monthOf(day) }))),
  };
}

/** What was left of the timesheet: corrections took their part before, and it is told beside them. */
async function takenBack(
  ports: BookPorts,
  state: BookState,
  { seq, data }: Fact<'timesheet-undone'>,
  period: Period,
): Promise<Change['time']> {
  const { entries } = await declaredTime(ports, state, period, null, seq);
  const { minutes, halfDays } = timeOf(entries.filter(({ posting }) => posting === data.timesheet));
  // No minus zero.
  return { minutes: 0 - minutes, halfDays: 0 - halfDays };
}

async function monthsIn(
  ports: BookPorts,
  book: string,
  batch: BatchRef,
  period: Period,
  isMeant: (row: MonthRow) => boolean = () => true,
): Promise<Moved> {
  const rows = (await readRows(ports, book, batch)).flatMap(({ row }) => {
    const said = row as unknown as MonthRow | null;
    return said !== null && monthTouches(said.month, period) && isMeant(said) ? [said] : [];
  });
  return { time: null, about: once(rows.map(({ developer, month }) => ({ developer, month }))) };
}

const none: Moved = { time: null, about: [] };

/** @returns null for a fact that touches nothing of the period */
async function companyChange(
  ports: BookPorts,
  state: BookState,
  fact: AnyFact,
  { period, number }: { readonly period: Period; readonly number: string },
): Promise<Omit<Change, 'seq' | 'at'> | null> {
  const { book } = state;
  const said = (kind: ChangeKind, moved: Moved | null, subject: string | null = null) =>
    moved === null ? null : { kind, ...moved, subject };
  const touching = (moved: Moved): Moved | null => (moved.about.length === 0 ? null : moved);
  switch (fact.kind) {
    case 'timesheet-posted':
    case 'correction-posted':
      return said(fact.kind, touching(await timeIn(ports, book, fact.data.batch, period)));
    case 'timesheet-undone': {
      const posting = (await state.get(`postings/${seqName(fact.data.timesheet)}`)) as unknown as PostingView;
      const { about } = await timeIn(ports, book, posting.batch, period);
      return said(fact.kind, touching({ about, time: await takenBack(ports, state, fact, period) }));
    }
    case 'contributions-confirmed':
      return said('confirmed', touching(await monthsIn(ports, book, fact.data.batch, period)));
    case 'contributions-disputed':
      return said('disputed', touching(await monthsIn(ports, book, fact.data.batch, period)));
    case 'months-checked': {
      const contested = ({ answer }: MonthRow): boolean => answer === 'contested';
      return said('contested', touching(await monthsIn(ports, book, fact.data.batch, period, contested)));
    }
    case 'confirmation-withdrawn': {
      const { developer, month } = fact.data;
      return monthTouches(month, period) ? said(fact.kind, { time: null, about: [{ developer, month }] }) : null;
    }
    default: {
      const [act] = (await movedBy(ports, state, fact, period)).year;
      const isOwnIssue = fact.kind === 'statement-issued' && fact.data.number === number;
      return act === undefined || isOwnIssue ? null : said(act.kind, none, act.number);
    }
  }
}

const stillOpen = ({ from, to }: { readonly from: string; readonly to: string | null }, period: Period): boolean =>
  from <= period.to && (to === null || to >= period.from);

function registryChange(
  fact: AnyFact,
  period: Period,
  projects: ReadonlySet<string>,
  foundations: ReadonlySet<string>,
): Omit<Change, 'seq' | 'at'> | null {
  switch (fact.kind) {
    case 'licence-changed':
    case 'eligibility-decided':
      return projects.has(fact.data.project) && stillOpen(fact.data, period)
        ? { kind: fact.kind, ...none, subject: fact.data.project }
        : null;
    case 'standing-decided':
      return foundations.has(fact.data.foundation) && stillOpen(fact.data, period)
        ? { kind: fact.kind, ...none, subject: fact.data.foundation }
        : null;
    default:
      return null;
  }
}

/**
 * @param stated the projects of the statement with their foundations
 * @returns in order of time; confirmations and statements of the same preparation come along, for they came after its heads
 */
export async function changesSince(
  ports: BookPorts,
  asked: {
    readonly company: string;
    readonly number: string;
    readonly prepared: PreparedView;
    readonly stated: readonly { readonly id: string; readonly foundation: { readonly id: string } }[];
  },
): Promise<readonly Change[]> {
  const { company, number, prepared, stated } = asked;
  const { heads, period } = prepared;
  const book = companyBook(company);
  const state = await readBook(ports, book);
  const changes: Change[] = [];
  const headOf = (name: string) => {
    const head = heads.find((one) => one.book === name);
    if (head === undefined) throw new Error(`preparation ${prepared.seq} of ${company}: no head of ${name}`);
    return head;
  };
  for await (const { fact } of factsAfter(ports, headOf(book))) {
    const change = await companyChange(ports, state, fact, { period, number });
    if (change !== null) changes.push({ seq: fact.seq, at: fact.at, ...change });
  }
  const projects = new Set(stated.map(({ id }) => id));
  const foundations = new Set(stated.map(({ foundation }) => foundation.id));
  for await (const { fact } of factsAfter(ports, headOf(registryBook))) {
    const change = registryChange(fact, period, projects, foundations);
    if (change !== null) changes.push({ seq: fact.seq, at: fact.at, ...change });
  }
  return changes.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq));
}
