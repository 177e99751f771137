// The one consumer of a company's book: writes what the crowd handed in, many rows in one fact, each once.
import type { Json } from '../ledger/canonical.ts';
import { parisDayOf } from '../model/calendar.ts';
import type { CheckRow, ConfirmationRow } from '../model/confirmation.ts';
import { Refusal } from '../model/refusal.ts';
import type { InboxMessage, Ports } from '../ports.ts';
import type { AppendPorts } from './append.ts';
import { appendCrowd, type CrowdKind, type CrowdRow } from './append-crowd.ts';
import { type BookState, readBook } from './book-state.ts';
import { developerKeyOwner, registryBook } from './people.ts';
import { authorityOf } from './signatory.ts';

const kindOf = (message: InboxMessage): CrowdKind => {
  if (message.kind === 'month-check') return 'months-checked';
  const { answer } = message.row as unknown as ConfirmationRow;
  return answer === 'disputed' ? 'contributions-disputed' : 'contributions-confirmed';
};

/** A mandate may have ended, or a tie been declared, between the answer and its writing: then it is not written. */
async function mayStand(registry: BookState, company: string, message: InboxMessage, today: string): Promise<boolean> {
  if (message.kind === 'month-check') {
    const { by, developer } = message.row as unknown as CheckRow;
    return by === developer;
  }
  const { by: person, foundation, project, developer } = message.row as unknown as ConfirmationRow;
  try {
    await authorityOf(registry, { person, foundation, project, company, developer }, today);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/**
 * Repeatable: messages may come twice, and in any order.
 * @param book of one company
 * @returns how many rows were written, and how many may not stand any more
 */
export async function consumeInbox(
  ports: AppendPorts & Pick<Ports, 'saltKeys'>,
  book: string,
  messages: readonly InboxMessage[],
): Promise<{ readonly written: number; readonly dropped: number }> {
  const company = book.slice('company/'.length);
  const registry = await readBook(ports, registryBook);
  const today = parisDayOf(ports.clock.now());
  const allowed: InboxMessage[] = [];
  for (const message of messages) if (await mayStand(registry, company, message, today)) allowed.push(message);
  let written = 0;
  for (const [kind, ofKind] of Map.groupBy(allowed, kindOf)) {
    const rows = await Promise.all(
      ofKind.map(async ({ row }): Promise<CrowdRow> => {
        const { developer } = row as unknown as CheckRow;
        const key = await ports.saltKeys.of(developerKeyOwner(company, developer));
        return { row: row as Json & CrowdRow['row'], key };
      }),
    );
    const appended = await appendCrowd(ports, book, kind, rows);
    if (appended !== null && 'batch' in appended.fact.data) written += appended.fact.data.batch.rows;
  }
  return { written, dropped: messages.length - allowed.length };
}
