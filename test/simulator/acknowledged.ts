// What an answer says that the ledger holds from now on.
import type { Acknowledged } from './simulation.ts';

interface Answer {
  readonly fact?: { readonly book: string; readonly seq: number };
  readonly digest?: string;
  readonly receipt?: { readonly timesheet: number; readonly digest: string };
  readonly statement?: number;
  readonly prepared?: number;
  readonly seq?: number;
  readonly cause?: string;
  readonly told?: readonly Acknowledged[];
}

/** @param company whose book is meant where the answer names none @param about whom a row is about */
export function acknowledgedBy(
  answer: unknown,
  company: string | null,
  about: string | null = null,
): readonly Acknowledged[] {
  if (answer === null || typeof answer !== 'object') return [];
  return [...((answer as Answer).told ?? []), ...placeIn(answer as Answer, company, about)];
}

function placeIn(answer: Answer, company: string | null, about: string | null): readonly Acknowledged[] {
  const { fact, digest = null, receipt, statement, prepared, seq, cause } = answer;
  if (fact !== undefined) return [{ book: fact.book, seq: fact.seq, digest }];
  if (company === null) return [];
  const book = `company/${company}`;
  if (receipt !== undefined) return [{ book, seq: receipt.timesheet, digest: receipt.digest }];
  const own = statement ?? prepared ?? seq;
  if (own !== undefined) return [{ book, seq: own, digest: null }];
  return cause === undefined ? [] : [{ book, row: cause, about }];
}
