// Finance answers an auditor's question: dated, append-only, read by both.
import { canonicalBytes } from '../ledger/canonical.ts';
import { causeOf } from '../ledger/fact.ts';
import type { NoteView } from '../ledger/views/company-views.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import { typedText } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { type AppendPorts, append } from './append.ts';
import { readBook } from './book-state.ts';
import { bookKeyOwner, companyBook, type DirectoryPorts } from './people.ts';
import { requireFinance } from './roles.ts';

/** A row of a `note-answered` fact. */
export interface NoteAnswerRow {
  readonly note: string;
  readonly text: string;
}

/**
 * The same answer twice is one; another one is added, and the first stays.
 * @returns the number of the statement that it is about
 * @throws Refusal `not-allowed`, `unknown-page` for a question that nobody asked
 */
export async function answerNote(
  ports: AppendPorts & DirectoryPorts & Pick<Ports, 'saltKeys'>,
  asked: { readonly company: string; readonly by: string; readonly note: string; readonly text: string },
): Promise<string> {
  const { company, by, note } = asked;
  const text = typedText(asked.text);
  await requireFinance(ports, company, by);
  const book = companyBook(company);
  const key = await ports.saltKeys.of(bookKeyOwner(book));
  const { sha256, hmacSha256 } = ports.primitives;
  const on = toHex(hmacSha256(key, canonicalBytes({ note, text })));
  const cause = causeOf(sha256, { actor: company, act: 'answer-note', on, after: null });
  const asking = (await (await readBook(ports, book)).get(`notes/${note}`)) as unknown as NoteView | null;
  if (asking === null) throw unknownNote();
  await append(ports, { book, cause, dependsOn: [] }, async (_state, store) => {
    const row: NoteAnswerRow = { note, text };
    return {
      kind: 'note-answered' as const,
      by,
      data: { note, batch: await store([{ row: { ...row }, position: '', key }]) },
    };
  });
  return asking.number;
}

const unknownNote = (): Refusal =>
  new Refusal('unknown-page', {
    fr: 'Cette question n’est pas de cette société. Rechargez la page de l’état.',
    en: 'This question is not one of this company. Reload the page of the statement.',
  });
