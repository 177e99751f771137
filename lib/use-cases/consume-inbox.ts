// The one consumer of a company's book: writes what the crowd handed in, many rows in one fact, each once.
import type { Json } from '../ledger/canonical.ts';
import { parisDayOf } from '../model/calendar.ts';
import type { CheckRow, ConfirmationRow } from '../model/confirmation.ts';
import { Refusal } from '../model/refusal.ts';
import type { InboxMessage } from '../ports/people.ts';
import type { Ports } from '../ports.ts';
import type { AppendPorts } from './append.ts';
import { appendCrowd, type CrowdKind, type CrowdRow } from './append-crowd.ts';
import { type BookState, readBook } from './book-state.ts';
import { writeNotes } from './leave-note.ts';
import { peopleErased } from './not-erased.ts';
import { companyOfBook, type DirectoryPorts, developerKeyOwner, registryBook } from './people.ts';
import { authorityOf } from './signatory.ts';

type CrowdMessage = InboxMessage & { readonly kind: 'month-check' | 'confirmation' };
const isOfCrowd = (message: InboxMessage): message is CrowdMessage => message.kind !== 'auditor-note';

const kindOf = (message: CrowdMessage): CrowdKind => {
  if (message.kind === 'month-check') return 'months-checked';
  const { answer } = message.row as unknown as ConfirmationRow;
  return answer === 'disputed' ? 'contributions-disputed' : 'contributions-confirmed';
};

/** Between the answer and its writing she may have been erased, a mandate have ended, or a tie been declared: then it is not written. */
async function mayStand(
  ports: DirectoryPorts,
  registry: BookState,
  company: string,
  erased: ReadonlySet<string>,
  message: CrowdMessage,
  today: string,
): Promise<boolean> {
  const { by, developer: about } = message.row as unknown as CheckRow;
  if (erased.has(about)) return false;
  if (message.kind === 'month-check') return by === about;
  const { by: person, foundation, project, developer } = message.row as unknown as ConfirmationRow;
  try {
    await authorityOf(ports, registry, { person, foundation, project, company, developer }, today);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** What a message speaks of: of two about the same, the later one has the last word. */
function shareOf({ kind, row }: CrowdMessage): string {
  const { developer, month, project = '' } = row as unknown as CheckRow & Partial<ConfirmationRow>;
  return `${kind} ${developer} ${month} ${project}`;
}

/** The n-th message about a share goes into the n-th wave: the rows of one fact have no order among themselves, nor have its two kinds. */
function inWaves(messages: readonly CrowdMessage[]): CrowdMessage[][] {
  const spoken = new Map<string, number>();
  const waves = Map.groupBy(messages, (message) => {
    const share = shareOf(message);
    const wave = (spoken.get(share) ?? 0) + 1;
    spoken.set(share, wave);
    return wave;
  });
  return [...waves.values()];
}

const eachOnce = (messages: readonly CrowdMessage[]): CrowdMessage[] => [
  ...new Map(messages.map((message) => [(message.row as unknown as CheckRow).cause, message])).values(),
];

/**
 * Repeatable: messages may come twice. Those about the same share are written in the order in which they come.
 * @param book of one company
 * @returns how many rows were written, and how many may not stand any more
 */
export async function consumeInbox(
  ports: AppendPorts & DirectoryPorts & Pick<Ports, 'saltKeys'>,
  book: string,
  messages: readonly InboxMessage[],
): Promise<{ readonly written: number; readonly dropped: number }> {
  const company = companyOfBook(book);
  const registry = await readBook(ports, registryBook);
  const erased = await peopleErased(await readBook(ports, book));
  const today = parisDayOf(ports.clock.now());
  const allowed: CrowdMessage[] = [];
  const handedIn = eachOnce(messages.filter(isOfCrowd));
  const notes = await writeNotes(
    ports,
    company,
    messages.filter((message) => !isOfCrowd(message)),
  );
  for (const message of handedIn)
    if (await mayStand(ports, registry, company, erased, message, today)) allowed.push(message);
  let written = 0;
  for (const [kind, ofKind] of inWaves(allowed).flatMap((wave) => [...Map.groupBy(wave, kindOf)])) {
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
  return { written: written + notes.written, dropped: handedIn.length - allowed.length + notes.dropped };
}
