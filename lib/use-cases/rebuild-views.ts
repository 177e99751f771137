// `communs rebuild-views`: views are brought up to the facts, and made again from them where they say something else.
import type { Ports } from '../ports.ts';
import { emptyHead, factsAfter } from './book-state.ts';
import { type FoldPorts, foldedViews, storedCursor, type ViewFlaw } from './folded-views.ts';
import { updateViews, type ViewPorts } from './update-views.ts';

export type RepairPorts = FoldPorts & ViewPorts;
export type RebuildPorts = RepairPorts & Pick<Ports, 'listBooks'>;

export interface RebuildAsked {
  /** One book alone; absent = all. */
  readonly book?: string;
  readonly progress?: (book: string) => void;
}

export interface RebuiltViews {
  readonly books: number;
  /** Facts that the views had not seen. */
  readonly facts: number;
  /** Items that were wrong, missing or unreadable, and are as the facts say now. */
  readonly repaired: number;
  /** Items that no fact made. */
  readonly removed: number;
  /** Books left as they are, because a view of wrong facts is no better: `communs check` says what is wrong with them. */
  readonly broken: readonly { readonly book: string; readonly why: string }[];
}

interface Repairs {
  repaired: number;
  removed: number;
}

/** @returns false if somebody else wrote the item first */
async function repair(ports: RepairPorts, book: string, found: ViewFlaw, repairs: Repairs): Promise<boolean> {
  const { name, stored, folded } = found;
  // What does not read has no number that it could be replaced by; what no fact made (and a wrong cursor) just goes.
  if (folded === null || found.is === 'unreadable') await ports.writeViews.remove(book, name);
  if (folded !== null) {
    const { seq: asOfSeq, value } = folded;
    const put = await ports.writeViews.put({ book, name, asOfSeq, value }, stored?.asOfSeq ?? null);
    if (put === 'moved') return false;
  }
  repairs[found.is === 'extra' ? 'removed' : 'repaired'] += 1;
  return true;
}

/** @returns false if it must be looked at once more */
async function repairBook(
  ports: RepairPorts,
  book: string,
  repairs: Repairs,
  alsoIn: readonly string[],
): Promise<boolean> {
  const views = foldedViews(ports, book, await storedCursor(ports, book));
  let last = -1;
  let hasErasure = false;
  for await (const { fact } of factsAfter(ports, emptyHead(book))) {
    await views.take(fact);
    last = fact.seq;
    hasErasure ||= fact.kind === 'erasure';
  }
  let isDone = true;
  for await (const found of views.flaws(last, alsoIn)) {
    // A list ends at what does not read: there may be more behind it. And rows that were folded may have been dropped since.
    if (!(await repair(ports, book, found, repairs)) || found.is === 'unreadable' || hasErasure) isDone = false;
  }
  return isDone;
}

/**
 * One book's views, as its facts and the rows behind them say now. Repeatable.
 * @param alsoIn partitions to look at, whether or not anything that is left names them
 * @throws Error (a fault) if the facts do not hold
 */
export async function repairViews(
  ports: RepairPorts,
  book: string,
  repairs: Repairs = { repaired: 0, removed: 0 },
  alsoIn: readonly string[] = [],
): Promise<void> {
  while (!(await repairBook(ports, book, repairs, alsoIn)));
}

/** Repeatable, and may run while others write. A crash leaves some items repaired; the next run does the rest. */
export async function rebuildViews(
  ports: RebuildPorts,
  { book, progress = () => undefined }: RebuildAsked = {},
): Promise<RebuiltViews> {
  const repairs: Repairs = { repaired: 0, removed: 0 };
  const broken: { book: string; why: string }[] = [];
  let [books, facts] = [0, 0];
  for await (const each of ports.listBooks.books()) {
    if (book !== undefined && each !== book) continue;
    progress(each);
    books += 1;
    try {
      await repairViews(ports, each, repairs);
      facts += (await updateViews(ports, each)).length;
    } catch (error) {
      broken.push({ book: each, why: (error as Error).message });
    }
  }
  return { books, facts, ...repairs, broken };
}
