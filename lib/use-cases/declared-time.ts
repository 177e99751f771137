// The time that stands declared at one company: every posted row, with what was taken back from it since.
import type { StoredRow } from '../ledger/batch.ts';
import type { MonthView, PostingView } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import { type Day, isWithin, type Month, monthsOf, type Period, parisDayOf } from '../model/calendar.ts';
import type { TimeUnit } from '../model/duration.ts';
import type { SourcePosition, TimeEntry } from '../model/time-entry.ts';
import { lineKey } from '../rules/repeated-lines.ts';
import { inTurn, type ReadingPorts, readGroup, readRows } from './batches.ts';
import type { BookState } from './book-state.ts';

/** A row of a correction: a delta, and why. */
export interface CorrectionRow extends Omit<TimeEntry, 'source'> {
  readonly source: null;
  readonly reason: string;
}

export interface DeclaredEntry {
  /** `<root>:<leaf>` */
  readonly entry: string;
  readonly developer: string;
  readonly day: Day;
  readonly project: string;
  readonly unit: TimeUnit;
  /** As declared, above 0. */
  readonly amount: number;
  /** Taken back by an undo or by negative corrections, 0 to `amount`. */
  readonly withdrawnAmount: number;
  /** The same developer, day, project and amount stood earlier. */
  readonly repeated: boolean;
  readonly receivedDay: Day;
  readonly writtenDay: Day | null;
  /** The fact that posted it, and where in the original file; null for a correction. */
  readonly posting: number;
  readonly file: string | null;
  readonly source: SourcePosition | null;
}

/** A negative correction, as the reader of a month sees it. */
export interface Correction {
  readonly developer: string;
  readonly day: Day;
  readonly project: string;
  readonly unit: TimeUnit;
  /** Below 0. */
  readonly delta: number;
  readonly reason: string;
  readonly posting: number;
  readonly at: string;
}

export interface DeclaredTime {
  /** In order of posting, then leaf. */
  readonly entries: readonly DeclaredEntry[];
  readonly corrections: readonly Correction[];
}

type AnyRow = TimeEntry | CorrectionRow;

interface PostedRow {
  readonly row: AnyRow;
  readonly entry: string;
  readonly posting: PostingView;
}

/** A posting, and the months of those asked for in which it has rows. */
interface PostingInMonths {
  readonly posting: PostingView;
  readonly months: readonly Month[];
}

async function postingsOf(
  state: BookState,
  months: readonly Month[],
  developer: string | null,
): Promise<readonly PostingInMonths[]> {
  const monthsOfSeq = new Map<number, Set<Month>>();
  for (const month of months) {
    const views =
      developer === null
        ? (await state.list(`months/${month}`)).map(({ value }) => value)
        : [await state.get(`months/${month}/${developer}`)];
    for (const view of views) {
      for (const seq of (view as unknown as MonthView | null)?.postings ?? []) {
        monthsOfSeq.set(seq, (monthsOfSeq.get(seq) ?? new Set()).add(month));
      }
    }
  }
  const inOrder = [...monthsOfSeq].sort(([a], [b]) => a - b);
  return inTurn(inOrder, async ([seq, ofSeq]) => {
    const posting = (await state.get(`postings/${seqName(seq)}`)) as unknown as PostingView | null;
    if (posting === null) throw new Error(`view ${state.book} postings/${seqName(seq)} is missing`);
    return { posting, months: [...ofSeq] };
  });
}

const posted =
  (posting: PostingView) =>
  ({ leaf, row }: StoredRow): PostedRow[] =>
    row === null ? [] : [{ row: row as unknown as AnyRow, entry: `${posting.batch.root}:${leaf}`, posting }];

type OneDay = Pick<Correction, 'developer' | 'day' | 'project' | 'unit'>;
const keyOf = ({ developer, day, project, unit }: OneDay): string => `${developer} ${day} ${project} ${unit}`;

/** A line as it was posted, and when its timesheet was taken back. */
interface PostedEntry {
  readonly entry: Omit<DeclaredEntry, 'withdrawnAmount' | 'repeated'>;
  readonly undone: number | null;
}

/**
 * A correction takes from what stood when it was made, the latest line first: what is posted after it, in place of what it corrected,
 * stands as it is written.
 */
function takeBack(posted: readonly PostedEntry[], corrections: readonly Correction[]): DeclaredEntry[] {
  const ofDay = Map.groupBy(posted.toReversed(), ({ entry }) => keyOf(entry));
  const taken = new Map<string, number>();
  for (const correction of corrections) {
    let left = -correction.delta;
    for (const { entry, undone } of ofDay.get(keyOf(correction)) ?? []) {
      const stood = entry.posting < correction.posting && (undone === null || undone > correction.posting);
      const before = taken.get(entry.entry) ?? 0;
      const part = stood ? Math.min(left, entry.amount - before) : 0;
      taken.set(entry.entry, before + part);
      left -= part;
    }
  }
  return posted.map(({ entry, undone }) => ({
    ...entry,
    withdrawnAmount: undone === null ? (taken.get(entry.entry) ?? 0) : entry.amount,
    repeated: false,
  }));
}

function markRepeated(entries: readonly DeclaredEntry[]): DeclaredEntry[] {
  const seen = new Set<string>();
  return entries.map((entry) => {
    if (entry.withdrawnAmount === entry.amount) return entry;
    const key = lineKey(entry);
    // A correction says that there is more than the lines: it repeats none.
    const repeated = entry.file !== null && seen.has(key);
    seen.add(key);
    return { ...entry, repeated };
  });
}

/**
 * @param state of the company's book: its views now, or its fold up to a fact
 * @param period whole months are read; only days inside it are given
 * @param developer one person, or null for all
 * @param before as it stood before that fact of the book
 */
export async function declaredTime(
  ports: ReadingPorts,
  state: BookState,
  period: Period,
  developer: string | null = null,
  before = Number.POSITIVE_INFINITY,
): Promise<DeclaredTime> {
  const months = monthsOf(period);
  const postings = await postingsOf(state, months, developer);
  const rows = await inTurn(postings, async ({ posting, months: ofPosting }): Promise<PostedRow[]> => {
    if (developer === null) return (await readRows(ports, state.book, posting.batch)).flatMap(posted(posting));
    const groups = await inTurn(ofPosting, (month) =>
      readGroup(ports, state.book, posting.batch, `${developer} ${month}`),
    );
    return groups.flat().flatMap(posted(posting));
  });
  const inPeriod = rows.flat().filter(({ row, posting }) => posting.seq < before && isWithin(row.day, period));
  const entries = inPeriod
    .filter(({ row }) => row.amount > 0)
    .map(({ row, entry, posting }): PostedEntry => {
      const { developer: of, day, project, unit, amount, written, source } = row;
      return {
        entry: {
          entry,
          developer: of,
          day,
          project,
          unit,
          amount,
          receivedDay: parisDayOf(Date.parse(posting.at)),
          writtenDay: written,
          posting: posting.seq,
          file: posting.file,
          source,
        },
        undone: posting.undone !== null && posting.undone.seq < before ? posting.undone.seq : null,
      };
    });
  const corrections = inPeriod
    .filter(({ row }) => row.amount < 0)
    .map(({ row, posting }): Correction => {
      const { developer: of, day, project, unit, amount, reason } = row as CorrectionRow;
      return { developer: of, day, project, unit, delta: amount, reason, posting: posting.seq, at: posting.at };
    });
  return { entries: markRepeated(takeBack(entries, corrections)), corrections };
}

/** What still stands of an entry. */
export const standingAmount = ({ amount, withdrawnAmount }: DeclaredEntry): number => amount - withdrawnAmount;

/** @returns what still stands of all of them, by unit */
export function timeOf(entries: readonly DeclaredEntry[]): { readonly minutes: number; readonly halfDays: number } {
  const of = (unit: DeclaredEntry['unit']): number =>
    entries.reduce((sum, entry) => sum + (entry.unit === unit ? standingAmount(entry) : 0), 0);
  return { minutes: of('minute'), halfDays: of('half-day') };
}

/** @returns the first and last day of a month */
export function wholeMonth(month: Month): Period {
  const year = Number(month.slice(0, 4));
  const last = new Date(Date.UTC(year, Number(month.slice(5, 7)), 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${last}` };
}
