// What was said about declared time: the developer's checks and the foundation's answers, and the last word on each entry.
import type { BatchView, MonthView, RowPlace } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import type { Month } from '../model/calendar.ts';
import type { CheckRow, ConfirmationRow } from '../model/confirmation.ts';
import { inTurn, type ReadingPorts, readGroup, readRows } from './batches.ts';
import type { BookState } from './book-state.ts';

/** A row with the fact that holds it. Later places are later words. */
export type Said<T> = T & {
  readonly place: RowPlace;
  /** UTC instant of the fact. */
  readonly at: string;
};

export interface MonthWords {
  /** In the order in which they were said. */
  readonly checks: readonly Said<CheckRow>[];
  /** The same, without those that were taken back. */
  readonly answers: readonly Said<ConfirmationRow>[];
  /** Those that were taken back too: a new answer comes after the last one ever said. */
  readonly everAnswered: readonly Said<ConfirmationRow>[];
}

async function rowsAt<T>(
  ports: ReadingPorts,
  state: BookState,
  partition: 'checks' | 'answers',
  seqs: readonly number[],
  group: string | null,
): Promise<Said<T>[]> {
  const parts = await inTurn(seqs, async (seq) => {
    const view = (await state.get(`${partition}/${seqName(seq)}`)) as unknown as BatchView | null;
    if (view === null) throw new Error(`view ${state.book} ${partition}/${seqName(seq)} is missing`);
    const rows =
      group === null
        ? await readRows(ports, state.book, view.batch)
        : await readGroup(ports, state.book, view.batch, group);
    return rows.flatMap(({ leaf, row }) =>
      row === null ? [] : [{ ...(row as unknown as T), place: { seq, leaf }, at: view.at }],
    );
  });
  return parts.flat();
}

const seqsOf = (places: readonly RowPlace[]): number[] =>
  [...new Set(places.map(({ seq }) => seq))].sort((a, b) => a - b);

/** @param developer one person's month, or null for everybody's */
export async function monthWords(
  ports: ReadingPorts,
  state: BookState,
  months: readonly Month[],
  developer: string | null = null,
): Promise<MonthWords> {
  const views: MonthView[] = [];
  for (const month of months) {
    const found =
      developer === null
        ? (await state.list(`months/${month}`)).map(({ value }) => value)
        : [await state.get(`months/${month}/${developer}`)];
    for (const view of found) if (view !== null) views.push(view as unknown as MonthView);
  }
  const group = developer !== null && months.length === 1 ? `${developer} ${months[0]}` : null;
  const [checks, answers] = await Promise.all([
    rowsAt<CheckRow>(ports, state, 'checks', seqsOf(views.flatMap((view) => view.checks)), group),
    rowsAt<ConfirmationRow>(ports, state, 'answers', seqsOf(views.flatMap((view) => view.answers)), group),
  ]);
  const withdrawn = new Set(views.flatMap((view) => view.withdrawn));
  const asked = new Set(months);
  const isAsked = (row: { readonly developer: string; readonly month: string }): boolean =>
    asked.has(row.month) && (developer === null || row.developer === developer);
  const everAnswered = answers.filter(isAsked);
  return {
    checks: checks.filter(isAsked),
    answers: everAnswered.filter(({ cause }) => !withdrawn.has(cause)),
    everAnswered,
  };
}

/** @returns the last row that speaks of each entry */
export function lastWordOf<T extends { readonly entries: readonly string[] }>(
  rows: readonly T[],
): ReadonlyMap<string, T> {
  const last = new Map<string, T>();
  for (const row of rows) for (const entry of row.entries) last.set(entry, row);
  return last;
}
