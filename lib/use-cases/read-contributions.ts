// The contributions that repositories ever showed, in the order in which they were first seen, with the heads they were read at.
import type { Head } from '../ledger/kinds.ts';
import type { PullView } from '../ledger/views/repository-views.ts';
import type { Contribution } from '../model/contribution.ts';
import { inTurn, type ReadingPorts, readRows } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { repositoryBook } from './people.ts';

/** Older rows knew of no account but the number in an address, whose hash nobody made. */
const asNow = (row: Contribution): Contribution =>
  row.accountHash === undefined ? { ...row, accountHash: null } : row;

/** Rows of every pull of one repository; those of a history that was rewritten since stay. */
export async function contributionsIn(ports: ReadingPorts, state: BookState): Promise<readonly Contribution[]> {
  const pulls = (await state.list('pulls')).map(({ value }) => value as unknown as PullView);
  const batches = await inTurn(pulls, ({ batch }) => readRows(ports, state.book, batch));
  return batches.flat().flatMap(({ row }) => (row === null ? [] : [asNow(row as unknown as Contribution)]));
}

/** @param repositories their ids; one never pulled has a head with seq -1 */
export async function readContributions(
  ports: BookPorts,
  repositories: readonly string[],
): Promise<{ readonly contributions: readonly Contribution[]; readonly heads: readonly Head[] }> {
  const states = await inTurn(repositories, (repository) => readBook(ports, repositoryBook(repository)));
  const contributions: Contribution[] = [];
  for (const state of states) for (const row of await contributionsIn(ports, state)) contributions.push(row);
  return { contributions, heads: states.map(({ head: { book, seq, digest } }) => ({ book, seq, digest })) };
}
