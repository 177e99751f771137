// The developer's word on her own month: she has seen it, or she contests some of its lines. Nobody else may say it.
import { canonicalBytes, type Json } from '../ledger/canonical.ts';
import { causeOf } from '../ledger/fact.ts';
import type { Month } from '../model/calendar.ts';
import type { CheckAnswer, CheckRow } from '../model/confirmation.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import { typedText } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { declaredTime, standingAmount, wholeMonth } from './declared-time.ts';
import { monthWords } from './month-words.ts';
import { companyBook } from './people.ts';

export interface CheckMonth {
  readonly company: string;
  /** Her own alias: a check is said by nobody else. */
  readonly by: string;
  readonly developer: string;
  readonly month: Month;
  readonly answer: CheckAnswer;
  /** The contested entries; null for `checked`, which covers all that stands. */
  readonly entries: readonly string[] | null;
  /** Why, and what it should be: for `contested`. */
  readonly comment: string | null;
}

export interface Handed {
  /** Names the row in its book. */
  readonly cause: string;
  readonly entries: number;
  /** True if the same was said before and still stands. */
  readonly already: boolean;
}

/**
 * Handed to the consumer of the book, which writes many at once.
 * @throws Refusal `not-allowed`, `nothing-to-check`
 */
export async function checkMonth(ports: BookPorts & Pick<Ports, 'inbox'>, asked: CheckMonth): Promise<Handed> {
  const { company, by, developer, month, answer, comment } = asked;
  if (by !== developer) throw notHers();
  const book = companyBook(company);
  const state = await readBook(ports, book);
  const { entries: declared } = await declaredTime(ports, state, wholeMonth(month), developer);
  const standing = declared.filter((entry) => standingAmount(entry) > 0).map(({ entry }) => entry);
  const entries = asked.entries === null ? standing : asked.entries.filter((entry) => standing.includes(entry));
  if (entries.length === 0) throw nothingToCheck(month);
  const { checks } = await monthWords(ports, state, [month], developer);
  const last = checks.at(-1);
  if (last?.answer === answer && last.entries.join() === entries.join()) {
    return { cause: last.cause, entries: entries.length, already: true };
  }
  const { sha256 } = ports.primitives;
  const on = { company, month, answer, entries: toHex(sha256(canonicalBytes(entries))) };
  const cause = causeOf(sha256, { actor: by, act: 'check-month', on, after: last?.cause ?? null });
  const said = comment === null ? null : typedText(comment);
  const row: CheckRow = { developer, month, answer, entries, by, cause, comment: said };
  await ports.inbox.submit({ book, kind: 'month-check', row: row as unknown as Json });
  return { cause, entries: entries.length, already: false };
}

export const notHers = (): Refusal =>
  new Refusal('not-allowed', {
    fr: 'Une développeuse vérifie ou conteste son propre mois, personne d’autre. Connectez-vous sous son nom.',
    en: 'A developer checks or contests her own month, nobody else does. Sign in as her.',
  });

const nothingToCheck = (month: Month): Refusal =>
  new Refusal('nothing-to-check', {
    fr: `Rien n’est déclaré en ${month} à vérifier ou à contester. Si vous avez travaillé, signalez-le aux ressources humaines, qui enverront la feuille de temps.`,
    en: `Nothing is declared in ${month} to check or contest. If you did work, tell HR, who will send the timesheet.`,
  });
