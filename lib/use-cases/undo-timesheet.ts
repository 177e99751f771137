// HR takes a whole timesheet back, as long as no statement rests on it. The rows stay, as withdrawn.
import { causeOf } from '../ledger/fact.ts';
import type { PostingView, PreparedView, StatementView } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import { Refusal } from '../model/refusal.ts';
import type { Bilingual } from '../model/text.ts';
import type { TimeEntry } from '../model/time-entry.ts';
import { type Appended, type AppendPorts, append } from './append.ts';
import { readRows } from './batches.ts';
import type { BookState } from './book-state.ts';
import { requireOpen } from './complete-months.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { requireAtCompany } from './roles.ts';

export interface UndoTimesheet {
  readonly company: string;
  readonly by: string;
  /** As its receipt names it. */
  readonly timesheet: number;
}

/** A statement that still stands and was prepared when the posting was there. */
async function statementOn(state: BookState, posting: PostingView): Promise<string | null> {
  for (const { value } of await state.list('statements')) {
    const statement = value as unknown as StatementView;
    if (statement.state !== 'issued') continue;
    const prepared = (await state.get(`prepared/${seqName(statement.prepared)}`)) as unknown as PreparedView;
    const sawIt = prepared.heads.some(({ book, seq }) => book === state.book && seq >= posting.seq);
    if (sawIt && (posting.year === null || touches(statement.period, posting.year))) return statement.number;
  }
  return null;
}

const touches = (period: { readonly from: string; readonly to: string }, year: number): boolean =>
  period.from.slice(0, 4) <= String(year) && String(year) <= period.to.slice(0, 4);

/** @returns why this posting can no longer be undone; null if it can */
export async function usedByStatement(state: BookState, posting: PostingView): Promise<Bilingual | null> {
  const number = await statementOn(state, posting);
  if (number === null) return null;
  return {
    fr: `L’état ${number} repose sur cette feuille de temps : elle ne s’annule plus. Faites corriger les lignes par une régularisation (« communs correct », par qui administre Communs), puis préparez un nouvel état.`,
    en: `Statement ${number} rests on this timesheet: it can no longer be undone. Have the lines corrected ('communs correct', by whoever runs Communs), then prepare a new statement.`,
  };
}

export const unknownTimesheet = (timesheet: string | number): Refusal =>
  new Refusal('unknown-timesheet', {
    fr: `La feuille de temps n° ${timesheet} n’existe pas dans cette société. Les numéros sont ceux des reçus (page Feuilles de temps).`,
    en: `There is no timesheet no. ${timesheet} at this company. The numbers are those of the receipts (page Timesheets).`,
  });

/** @throws Refusal `not-allowed`, `unknown-timesheet`, `used-by-statement`, `month-complete` */
export async function undoTimesheet(ports: AppendPorts & DirectoryPorts, asked: UndoTimesheet): Promise<Appended> {
  const { company, by, timesheet } = asked;
  await requireAtCompany(ports, company, by, ['hr']);
  const cause = causeOf(ports.primitives.sha256, {
    actor: company,
    act: 'undo-timesheet',
    on: { timesheet },
    after: null,
  });
  return append(
    ports,
    { book: companyBook(company), cause, dependsOn: ['statement-issued', 'statement-revoked', 'months-completed'] },
    async (state) => {
      const posting = (await state.get(`postings/${seqName(timesheet)}`)) as unknown as PostingView | null;
      if (posting === null || posting.file === null) throw unknownTimesheet(timesheet);
      const used = await usedByStatement(state, posting);
      if (used !== null) throw new Refusal('used-by-statement', used);
      const rows = await readRows(ports, state.book, posting.batch);
      await requireOpen(
        state,
        rows.flatMap(({ row }) => (row === null ? [] : [row as unknown as TimeEntry])),
      );
      return { kind: 'timesheet-undone', by, data: { timesheet, file: posting.file } };
    },
  );
}
