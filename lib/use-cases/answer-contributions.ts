// The foundation's word on one developer's month on one project: confirmed, partly, disputed, or she cannot tell.
import { canonicalBytes, type Json } from '../ledger/canonical.ts';
import { causeOf } from '../ledger/fact.ts';
import { type Month, parisDayOf } from '../model/calendar.ts';
import type { ConfirmationAnswer, ConfirmationRow } from '../model/confirmation.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import { typedText } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import type { Handed } from './check-month.ts';
import { declaredTime, standingAmount, wholeMonth } from './declared-time.ts';
import { monthWords } from './month-words.ts';
import { companyBook, type DirectoryPorts, registryBook } from './people.ts';
import { authorityOf } from './signatory.ts';

export interface AnswerContributions {
  /** The signatory. */
  readonly by: string;
  readonly foundation: string;
  readonly company: string;
  readonly developer: string;
  readonly project: string;
  readonly month: Month;
  readonly answer: ConfirmationAnswer;
  /** For `partly`: what is confirmed, in the unit of the entries; else null. */
  readonly amount: number | null;
  readonly comment: string | null;
  /** Entries that the signatory was shown: her answer covers no other. Absent = whatever stands. */
  readonly shown?: readonly string[];
}

/**
 * Handed to the consumer of the company's book, which checks her authority again and writes many at once.
 * @throws Refusal `not-a-signatory`, `own-hours`, `own-employer`, `unknown-project`, `nothing-to-confirm`, `books-moved`, `amount-out-of-range`
 */
export async function answerContributions(
  ports: BookPorts & DirectoryPorts & Pick<Ports, 'inbox' | 'clock'>,
  asked: AnswerContributions,
): Promise<Handed> {
  const { by, foundation, company, developer, project, month, answer, amount, comment } = asked;
  const registry = await readBook(ports, registryBook);
  const today = parisDayOf(ports.clock.now());
  const { capacity, ties } = await authorityOf(
    ports,
    registry,
    { person: by, foundation, project, company, developer },
    today,
  );

  const book = companyBook(company);
  const state = await readBook(ports, book);
  const { entries: declared } = await declaredTime(ports, state, wholeMonth(month), developer);
  const standing = declared.filter((entry) => entry.project === project && standingAmount(entry) > 0);
  if (standing.length === 0) throw nothingToConfirm(project, month);
  if (asked.shown !== undefined && standing.some(({ entry }) => !asked.shown?.includes(entry))) throw linesCame();
  const whole = standing.reduce((sum, entry) => sum + standingAmount(entry), 0);
  const isPart = answer === 'partly';
  if (isPart && (amount === null || !Number.isSafeInteger(amount) || amount < 1 || amount >= whole)) {
    throw outOfRange(whole);
  }

  const entries = standing.map(({ entry }) => entry);
  const confirmedAmount = isPart ? amount : null;
  const { answers, everAnswered } = await monthWords(ports, state, [month], developer);
  const last = answers.findLast((row) => row.project === project);
  const same =
    last?.by === by &&
    last.answer === answer &&
    last.confirmedAmount === confirmedAmount &&
    last.entries.join() === entries.join();
  if (same) return { cause: last.cause, entries: entries.length, already: true };

  const { sha256 } = ports.primitives;
  const on = {
    ...{ company, developer, project, month, answer, confirmedAmount },
    entries: toHex(sha256(canonicalBytes(entries))),
  };
  // After the last answer of all, also one that was taken back: to say its words again is a new act.
  const after = everAnswered.findLast((row) => row.project === project)?.cause ?? null;
  const cause = causeOf(sha256, { actor: by, act: 'answer-contributions', on, after });
  const row: ConfirmationRow = {
    ...{ developer, project, month, answer, confirmedAmount, entries, by, foundation, capacity, ties, cause },
    comment: comment === null ? null : typedText(comment),
  };
  await ports.inbox.submit({ book, kind: 'confirmation', row: row as unknown as Json });
  return { cause, entries: entries.length, already: false };
}

const nothingToConfirm = (project: string, month: Month): Refusal =>
  new Refusal('nothing-to-confirm', {
    fr: `Cette personne n’a pas de temps déclaré sur « ${project} » en ${month}. Rechargez la liste : une correction a pu le retirer.`,
    en: `This person has no time declared on '${project}' in ${month}. Reload the list: a correction may have taken it back.`,
  });

const linesCame = (): Refusal =>
  new Refusal('books-moved', {
    fr: 'Des lignes sont arrivées pour ce mois depuis que la page a été ouverte : rien n’a été enregistré. Rechargez la liste, regardez-les, puis répondez.',
    en: 'Lines have come for this month since the page was opened: nothing was saved. Reload the list, look at them, then answer.',
  });

const outOfRange = (whole: number): Refusal =>
  new Refusal('amount-out-of-range', {
    fr: `Une confirmation partielle est un nombre entier de 1 à ${whole - 1} (déclaré : ${whole}). Pour tout, confirmez ; pour rien, contestez.`,
    en: `A part to confirm is a whole number from 1 to ${whole - 1} (declared: ${whole}). For all of it, confirm; for none, dispute.`,
  });
