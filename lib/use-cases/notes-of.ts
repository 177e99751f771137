// Questions and answers as both sides read them: what was asked, by which link, about which line, and every answer with its date.
import type { LinkView, NoteView } from '../ledger/views/company-views.ts';
import type { Month } from '../model/calendar.ts';
import type { NoteAnswerRow } from './answer-note.ts';
import { inTurn, readRow } from './batches.ts';
import type { BookPorts, BookState } from './book-state.ts';
import { linkRow } from './hours-seen.ts';
import type { NoteRow } from './leave-note.ts';

export interface NoteShown {
  readonly note: string;
  readonly link: string;
  /** For whom the link was made. */
  readonly audience: string;
  readonly at: string;
  /** Null: about the whole statement. */
  readonly line: number | null;
  readonly month: Month | null;
  /** Null once it was erased. */
  readonly text: string | null;
  readonly answers: readonly { readonly at: string; readonly text: string | null }[];
}

/**
 * @param only the notes of one link, or (null) all of the statement
 * @returns oldest first
 */
export async function notesOf(
  ports: BookPorts,
  state: BookState,
  number: string,
  only: string | null,
): Promise<readonly NoteShown[]> {
  const views = (await state.list('notes')).map(({ value }) => value as unknown as NoteView);
  const own = views
    .filter((view) => view.number === number && (only === null || view.link === only))
    .sort((a, b) => a.seq - b.seq);
  return inTurn(own, async ({ note, link, at, batch, answers }) => {
    const row = (await readRow(ports, state.book, batch, 0)) as unknown as NoteRow | null;
    const view = (await state.get(`links/${link}`)) as unknown as LinkView | null;
    const reader = view === null ? null : await linkRow(ports, state, view);
    return {
      ...{ note, link, at, audience: reader?.audience ?? link },
      ...{ line: row?.line ?? null, month: row?.month ?? null, text: row?.text ?? null },
      answers: await inTurn(answers, async (answer) => ({
        at: answer.at,
        text: ((await readRow(ports, state.book, answer.batch, 0)) as unknown as NoteAnswerRow | null)?.text ?? null,
      })),
    };
  });
}
