// The refs of a repository and the commits they stand at: as a forge shows them, and as the repository's book holds them.
import type { BatchRef } from '../ledger/kinds.ts';
import type { TipsView } from '../ledger/views/repository-views.ts';
import type { ForgeStart } from '../ports/forge.ts';
import { readRows } from './batches.ts';
import type { BookPorts, BookState } from './book-state.ts';

export type Ref = { readonly ref: string; readonly sha: string };

/** Names of refs are bytes to git; a fact's batch holds NFC text. */
export const refsOf = (tips: ForgeStart['tips']): Ref[] =>
  Object.entries(tips)
    .map(([ref, sha]) => ({ ref: ref.normalize('NFC'), sha }))
    .sort((a, b) => (`${a.ref} ${a.sha}` < `${b.ref} ${b.sha}` ? -1 : 1));

export const sameRefs = (a: readonly Ref[], b: readonly Ref[]): boolean =>
  a.length === b.length && a.every(({ ref, sha }, i) => ref === b[i]!.ref && sha === b[i]!.sha);

/** @returns where the last pull ended; null before the first */
export const tipsOf = async (state: BookState): Promise<TipsView | null> =>
  (await state.get('tips')) as unknown as TipsView | null;

/** @returns the rows that are not erased */
export const refsIn = async (ports: BookPorts, book: string, batch: BatchRef): Promise<readonly Ref[]> =>
  (await readRows(ports, book, batch)).flatMap(({ row }) => (row === null ? [] : [row as unknown as Ref]));

/** @returns of refs, or of commits alone */
export const shasIn = async (ports: BookPorts, book: string, batch: BatchRef): Promise<readonly string[]> =>
  (await refsIn(ports, book, batch)).map(({ sha }) => sha);
