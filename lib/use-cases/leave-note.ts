// An auditor leaves a question on her statement or on a line of it: handed to the consumer of the company's book, which writes it once.
import { causeOf } from '../ledger/fact.ts';
import type { LinkView } from '../ledger/views/company-views.ts';
import type { Month } from '../model/calendar.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import { typedText } from '../model/text.ts';
import type { InboxMessage } from '../ports/people.ts';
import type { Ports } from '../ports.ts';
import { type AppendPorts, append } from './append.ts';
import { readBook } from './book-state.ts';
import { type LinkReadPorts, linkedStatement, notAtThisLevel } from './opened-link.ts';
import { bookKeyOwner, companyBook } from './people.ts';

/** A row of a `note-left` fact, and the message that asks for it. */
export interface NoteRow {
  readonly note: string;
  readonly link: string;
  readonly number: string;
  /** From 1, as `line-<n>`; null: about the whole statement. */
  readonly line: number | null;
  readonly month: Month | null;
  readonly text: string;
}

/** In 24 hours, by one link: a dialogue, and no flood. */
const mostNotes = 20;
const dayMs = 86_400_000;

const tooMany = (): Refusal =>
  new Refusal('too-many-tries', {
    fr: `${mostNotes} questions ont été laissées par ce lien en vingt-quatre heures : celle-ci n’est pas enregistrée. Regroupez-les, ou revenez demain.`,
    en: `${mostNotes} questions were left by this link within twenty-four hours: this one is not saved. Put them together, or come back tomorrow.`,
  });

/** A name for the next question: the form carries it, so that sending twice is asking once. */
export const nextNote = (ports: Pick<Ports, 'random'>, link: string): string =>
  toHex(ports.random.bytes(8, `note by ${link}`));

/**
 * @param asked `note`: as `nextNote` named it; `line` and `month` both null for the whole statement
 * @throws Refusal `unknown-link` once it was revoked or has expired, `unknown-page` for a line that the level does not show, `too-many-tries`
 */
export async function leaveNote(
  ports: LinkReadPorts & Pick<Ports, 'inbox' | 'accessList'>,
  asked: Omit<NoteRow, 'number'>,
): Promise<void> {
  const { link, note, line, month } = asked;
  const { company, number, level, content } = await linkedStatement(ports, link);
  const months = line === null ? null : (content.lines[line - 1]?.months.map((each) => each.month) ?? []);
  const isShown = months === null ? month === null : level !== 'totals' && month !== null && months.includes(month);
  if (!isShown) throw notAtThisLevel();
  const nowMs = ports.clock.now();
  const subject = `notes/${link}`;
  const since = new Date(nowMs - dayMs).toISOString();
  const left = new Set<string>();
  for await (const { by } of ports.accessList.list(subject, since)) left.add(by);
  if (!left.has(note) && left.size >= mostNotes) throw tooMany();
  await ports.accessList.add(subject, { at: new Date(nowMs).toISOString(), by: note, act: 'left' });
  const row: NoteRow = { note, link, number, line, month, text: typedText(asked.text) };
  await ports.inbox.submit({ book: companyBook(company), kind: 'auditor-note', row: { ...row } });
}

/**
 * Repeatable: a message may come twice. A link that was revoked meanwhile leaves no note.
 * @returns how many notes were written or stood already, and how many were dropped
 */
export async function writeNotes(
  ports: AppendPorts & Pick<Ports, 'saltKeys'>,
  company: string,
  messages: readonly InboxMessage[],
): Promise<{ readonly written: number; readonly dropped: number }> {
  const book = companyBook(company);
  const key = messages.length === 0 ? null : await ports.saltKeys.of(bookKeyOwner(book));
  let written = 0;
  for (const { row } of messages) {
    const { note, link, number } = row as unknown as NoteRow;
    const state = await readBook(ports, book);
    const view = (await state.get(`links/${link}`)) as unknown as LinkView | null;
    if (key === null || view === null || view.revoked || view.number !== number) continue;
    // Named by chance, so that nobody guesses the text from the cause.
    const on = { link, note };
    const cause = causeOf(ports.primitives.sha256, { actor: link, act: 'leave-note', on, after: null });
    await append(ports, { book, cause, dependsOn: [] }, async (_state, store) => ({
      kind: 'note-left' as const,
      by: link,
      data: { note, link, number, batch: await store([{ row, position: '', key }]) },
    }));
    written += 1;
  }
  return { written, dropped: messages.length - written };
}
