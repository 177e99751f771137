// What was said about declared time: the developer's checks and the foundation's answers, and the last word on each entry.
import type { BatchView, MonthView, RowPlace } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import type { Month } from '../model/calendar.ts';
import type { CheckRow, ConfirmationRow, WorkEvidenceRow } from '../model/confirmation.ts';
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
  /** What she gave to show work, without what she took back. */
  readonly evidence: readonly Said<WorkEvidenceRow>[];
  /** With what she took back: a new word comes after the last one ever said. */
  readonly everGiven: readonly Said<WorkEvidenceRow>[];
  /** The same, without those that were taken back, and what those had replaced. */
  readonly answers: readonly Said<ConfirmationRow>[];
  /** Those that were taken back too: a new answer comes after the last one ever said. */
  readonly everAnswered: readonly Said<ConfirmationRow>[];
}

/** Facts with words about the months asked for, by seq, and the groups of their rows that these are. */
type Places = ReadonlyMap<number, ReadonlySet<string>>;

async function rowsAt<T>(
  ports: ReadingPorts,
  state: BookState,
  partition: 'checks' | 'answers',
  places: Places,
  readAll: boolean,
): Promise<Said<T>[]> {
  const inOrder = [...places].sort(([a], [b]) => a - b);
  const parts = await inTurn(inOrder, async ([seq, groups]) => {
    const view = (await state.get(`${partition}/${seqName(seq)}`)) as unknown as BatchView | null;
    if (view === null) throw new Error(`view ${state.book} ${partition}/${seqName(seq)} is missing`);
    const { batch, at } = view;
    const rows = readAll
      ? await readRows(ports, state.book, batch)
      : (await inTurn([...groups], (group) => readGroup(ports, state.book, batch, group))).flat();
    return rows.flatMap(({ leaf, row }) =>
      row === null ? [] : [{ ...(row as unknown as T), place: { seq, leaf }, at }],
    );
  });
  return parts.flat();
}

const shareOf = ({ developer, project, month }: ConfirmationRow): string => `${developer} ${project} ${month}`;

/** Whoever takes an answer back has none: the one that it replaced does not come back by itself. */
function standing(said: readonly Said<ConfirmationRow>[], withdrawn: ReadonlySet<string>): Said<ConfirmationRow>[] {
  const lastBack = new Map<string, number>();
  said.forEach((row, i) => {
    if (withdrawn.has(row.cause)) lastBack.set(shareOf(row), i);
  });
  return said.filter((row, i) => i > (lastBack.get(shareOf(row)) ?? -1));
}

const isEvidence = (word: Said<CheckRow | WorkEvidenceRow>): word is Said<WorkEvidenceRow> =>
  word.answer === 'evidence' || word.answer === 'evidence-withdrawn';

/** @param developer one person's months, or null for everybody's */
export async function monthWords(
  ports: ReadingPorts,
  state: BookState,
  months: readonly Month[],
  developer: string | null = null,
): Promise<MonthWords> {
  const checked = new Map<number, Set<string>>();
  const answered = new Map<number, Set<string>>();
  const withdrawn = new Set<string>();
  for (const month of months) {
    const found =
      developer === null
        ? (await state.list(`months/${month}`)).map(({ value }) => value)
        : [await state.get(`months/${month}/${developer}`)];
    for (const value of found) {
      if (value === null) continue;
      const view = value as unknown as MonthView;
      const group = `${developer} ${month}`;
      for (const { seq } of view.checks) checked.set(seq, (checked.get(seq) ?? new Set()).add(group));
      for (const { seq } of view.answers) answered.set(seq, (answered.get(seq) ?? new Set()).add(group));
      for (const cause of view.withdrawn) withdrawn.add(cause);
    }
  }
  const [words, answers] = await Promise.all([
    rowsAt<CheckRow | WorkEvidenceRow>(ports, state, 'checks', checked, developer === null),
    rowsAt<ConfirmationRow>(ports, state, 'answers', answered, developer === null),
  ]);
  const asked = new Set(months);
  const everAnswered = answers.filter(({ month }) => asked.has(month));
  const ofMonths = words.filter(({ month }) => asked.has(month));
  const everGiven = ofMonths.filter(isEvidence);
  const takenBack = new Set(everGiven.map(({ withdraws }) => withdraws));
  return {
    checks: ofMonths.filter((word): word is Said<CheckRow> => !isEvidence(word)),
    evidence: everGiven.filter(({ withdraws, cause }) => withdraws === null && !takenBack.has(cause)),
    everGiven,
    answers: standing(everAnswered, withdrawn),
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
