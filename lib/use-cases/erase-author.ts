// An author of commits is erased: her rows in the books of all repositories, the key of their salts, and her name and address.
import type { PullView } from '../ledger/views/repository-views.ts';
import type { Contribution } from '../model/contribution.ts';
import { leafRuns } from '../model/erasure.ts';
import type { Ports } from '../ports.ts';
import { readRows } from './batches.ts';
import { readBook } from './book-state.ts';
import { type Decided, type FollowErasurePorts, followErasure, type RowsToErase } from './follow-erasure.ts';
import { installation } from './people.ts';

export type EraseAuthorPorts = FollowErasurePorts & Pick<Ports, 'directory' | 'listBooks'>;

async function rowsBy(ports: EraseAuthorPorts, book: string, author: string): Promise<RowsToErase[]> {
  const found: RowsToErase[] = [];
  for (const { value } of await (await readBook(ports, book)).list('pulls')) {
    const { batch } = value as unknown as PullView;
    const leaves = (await readRows(ports, book, batch)).flatMap(({ leaf, row }) => {
      const { author: by, accountHash } = (row ?? {}) as Partial<Contribution>;
      return by === author || accountHash === author ? [leaf] : [];
    });
    if (leaves.length > 0) found.push({ batch, leaves: leafRuns(leaves) });
  }
  return found;
}

/** The key her rows were salted with: that of the address, for an account may have several. */
async function authorsOf(ports: EraseAuthorPorts, book: string, author: string): Promise<readonly string[]> {
  const authors = new Set([author]);
  for (const { value } of await (await readBook(ports, book)).list('pulls')) {
    for (const { row } of await readRows(ports, book, (value as unknown as PullView).batch)) {
      const { author: by, accountHash } = (row ?? {}) as Partial<Contribution>;
      if (by !== undefined && accountHash === author) authors.add(by);
    }
  }
  return [...authors];
}

/**
 * Repeatable. Names and keys go first, for the rows tell whose they are: what is left of a run that died is rows without a name, and the
 * next run takes them.
 * @param author keyed hash of an address or an account
 */
export async function eraseAuthor(ports: EraseAuthorPorts, author: string, decided: Decided): Promise<void> {
  const keys = new Set<string>([author]);
  const books: string[] = [];
  for await (const book of ports.listBooks.books()) if (book.startsWith('repo/')) books.push(book);
  for (const book of books) for (const key of await authorsOf(ports, book, author)) keys.add(key);
  for (const key of keys) {
    await ports.directory.remove(installation, 'author', key);
    await ports.saltKeys.destroy(`author/${key}`);
  }
  for (const book of books)
    await followErasure(ports, book, { ...decided, about: author }, () => rowsBy(ports, book, author));
}
