// An erasure that was decided in one book, in another: a fact with its own list, then the rows go. Repeatable, like the fact it follows.
import { causeOf } from '../ledger/fact.ts';
import type { BatchRef, ErasureGround } from '../ledger/kinds.ts';
import { type ErasedLine, isInRuns } from '../model/erasure.ts';
import type { Ports } from '../ports.ts';
import { type AppendPorts, append } from './append.ts';
import { type DropPorts, dropRows } from './drop-rows.ts';
import { linesErased, listRows } from './erased-lines.ts';
import { bookKeyOwner } from './people.ts';

export type FollowErasurePorts = AppendPorts & DropPorts & Pick<Ports, 'saltKeys'>;

/** The fact that decided, wherever it stands. */
export interface Decided {
  readonly digest: string;
  readonly by: string;
  readonly ground: ErasureGround;
  /** Told apart where one decision takes several people's rows out of one book: an author. */
  readonly about?: string;
}

/** A batch of the book, and what of it goes. */
export interface RowsToErase {
  readonly batch: BatchRef;
  readonly leaves: readonly (readonly [number, number])[];
}

/**
 * Rows of the book's own list that still stand go; those that are gone stay gone.
 * @param batches of the book, by root: the list names no other
 */
export async function dropListed(
  ports: DropPorts,
  book: string,
  lines: readonly ErasedLine[],
  batches: ReadonlyMap<string, BatchRef>,
): Promise<void> {
  const ofRoot = Map.groupBy(
    lines.flatMap((line) => (line.what === 'rows' ? [line] : [])),
    ({ root }) => root,
  );
  for (const [root, own] of ofRoot) {
    const batch = batches.get(root);
    if (batch === undefined) throw new Error(`erasure of ${book}: batch ${root} is not of this book`);
    const runs = own.flatMap(({ leaves }) => leaves);
    await dropRows(ports, book, batch, (leaf) => isInRuns(runs, leaf));
  }
}

/**
 * A run that died after its fact finds what is left of the rows: the fact's own list is what counts.
 * @param find what is to go; asked again if the book moved. Nothing: no fact is written
 */
export async function followErasure(
  ports: FollowErasurePorts,
  book: string,
  decided: Decided,
  find: () => Promise<readonly RowsToErase[]>,
): Promise<void> {
  const { digest, by, ground, about = null } = decided;
  const on = { decided: digest, about };
  const cause = causeOf(ports.primitives.sha256, { actor: book, act: 'erase', on, after: null });
  if ((await find()).length === 0) return;
  const key = await ports.saltKeys.of(bookKeyOwner(book));
  const linesOf = (rows: readonly RowsToErase[]): ErasedLine[] =>
    rows.map(({ batch, leaves }) => ({ what: 'rows', root: batch.root, leaves }));
  const { fact } = await append<'erasure'>(
    ports,
    { book, cause, dependsOn: ['time-claimed', 'contributions-pulled'] },
    async (_state, store) => ({
      kind: 'erasure',
      by,
      data: {
        ...{ developer: null, author: null, ground, decided: digest },
        batch: await store(listRows(linesOf(await find()), key)),
      },
    }),
  );
  if (fact.kind !== 'erasure') throw new Error(`fact ${book} ${fact.seq} is no erasure`);
  const batches = new Map((await find()).map(({ batch }) => [batch.root, batch]));
  const lines = await linesErased(ports, book, fact.data.batch);
  // What the list names and was not found has gone already.
  const left = lines.filter((line) => line.what === 'rows' && batches.has(line.root));
  await dropListed(ports, book, left, batches);
}
