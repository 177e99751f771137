// The developer shows work that left no trace: a note, a talk, a meeting. It goes to whoever is asked about the line, and moves no minute.
import type { Json } from '../ledger/canonical.ts';
import { causeOf } from '../ledger/fact.ts';
import type { Month } from '../model/calendar.ts';
import type { WorkEvidenceRow } from '../model/confirmation.ts';
import { Refusal } from '../model/refusal.ts';
import { typedText } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { type Handed, notHers } from './check-month.ts';
import { declaredTime, standingAmount, wholeMonth } from './declared-time.ts';
import { monthWords } from './month-words.ts';
import { companyBook } from './people.ts';

/** Her own line, in her own month. */
export interface OwnLine {
  readonly company: string;
  /** Her own alias. */
  readonly by: string;
  readonly developer: string;
  readonly month: Month;
}

type WorkPorts = BookPorts & Pick<Ports, 'inbox'>;

const nothingThere = (month: Month): Refusal =>
  new Refusal('nothing-to-check', {
    fr: `Cette ligne ne figure plus en ${month}, ou ce justificatif a déjà été repris. Rechargez votre mois : il montre ce qui y est.`,
    en: `This line is no longer in ${month}, or this evidence was taken back already. Reload your month: it shows what is there.`,
  });

async function handIn(
  ports: WorkPorts,
  { company, by, developer, month }: OwnLine,
  after: string | null,
  row: Pick<WorkEvidenceRow, 'answer' | 'entries' | 'comment' | 'link' | 'withdraws'>,
): Promise<Handed> {
  const on = { company, month, ...row, entries: [...row.entries] };
  const cause = causeOf(ports.primitives.sha256, { actor: by, act: 'show-work', on, after });
  const whole: WorkEvidenceRow = { developer, month, ...row, by, cause };
  await ports.inbox.submit({ book: companyBook(company), kind: 'month-check', row: whole as unknown as Json });
  return { cause, entries: 1, already: false };
}

/**
 * @param asked `text` in her own words; `link` an https address, or null
 * @throws Refusal `not-allowed`, `nothing-to-check`
 */
export async function showWork(
  ports: WorkPorts,
  asked: OwnLine & { readonly entry: string; readonly text: string; readonly link: string | null },
): Promise<Handed> {
  const { company, by, developer, month, entry } = asked;
  if (by !== developer) throw notHers();
  const state = await readBook(ports, companyBook(company));
  const { entries } = await declaredTime(ports, state, wholeMonth(month), developer);
  if (!entries.some((one) => one.entry === entry && standingAmount(one) > 0)) throw nothingThere(month);
  const { evidence, everGiven } = await monthWords(ports, state, [month], developer);
  const [comment, link] = [typedText(asked.text), asked.link === null ? null : typedText(asked.link)];
  const same = evidence.find((one) => one.entries[0] === entry && one.comment === comment && one.link === link);
  if (same !== undefined) return { cause: same.cause, entries: 1, already: true };
  const row = { answer: 'evidence', entries: [entry], comment, link, withdraws: null } as const;
  return handIn(ports, asked, everGiven.at(-1)?.cause ?? null, row);
}

/**
 * What she took back is shown to nobody any more; it stays in the book.
 * @param asked `evidence`: the cause of the row
 * @throws Refusal `not-allowed`, `nothing-to-check`
 */
export async function takeWorkBack(ports: WorkPorts, asked: OwnLine & { readonly evidence: string }): Promise<Handed> {
  const { company, by, developer, month, evidence: cause } = asked;
  if (by !== developer) throw notHers();
  const { evidence } = await monthWords(ports, await readBook(ports, companyBook(company)), [month], developer);
  const given = evidence.find((one) => one.cause === cause);
  if (given === undefined) throw nothingThere(month);
  const row = {
    answer: 'evidence-withdrawn',
    entries: given.entries,
    comment: null,
    link: null,
    withdraws: cause,
  } as const;
  return handIn(ports, asked, cause, row);
}
