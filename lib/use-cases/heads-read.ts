// The heads at which other books were read. A fact names them by a count and a root; the list is a file under that root.
import { canonicalBytes, type Json } from '../ledger/canonical.ts';
import type { Head } from '../ledger/kinds.ts';
import type { Sha256 } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { rootOf } from './statement-content.ts';

export interface HeadsRead {
  readonly count: number;
  /** RFC 6962 root over the canonical heads, in the order in which they were read. */
  readonly root: string;
}

export const rootOfHeads = (sha256: Sha256, heads: readonly Head[]): string =>
  rootOf(sha256, heads as unknown as readonly Json[]);

export const headsObject = (root: string): string => `heads/${root}`;

/** Before the fact that names them: a crash between leaves a list that no fact names. */
export async function keepHeads(
  ports: Pick<Ports, 'primitives' | 'objects'>,
  heads: readonly Head[],
): Promise<HeadsRead> {
  const root = rootOfHeads(ports.primitives.sha256, heads);
  await ports.objects.put(headsObject(root), canonicalBytes(heads as unknown as Json));
  return { count: heads.length, root };
}

/** @returns null if the list is missing, or is not the one that the fact names */
export async function headsRead(
  ports: Pick<Ports, 'primitives' | 'objects'>,
  { count, root }: HeadsRead,
): Promise<readonly Head[] | null> {
  const bytes = await ports.objects.get(headsObject(root));
  try {
    const heads = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes ?? undefined)) as Json[];
    const same = heads.length === count && rootOf(ports.primitives.sha256, heads) === root;
    return same ? (heads as unknown as Head[]) : null;
  } catch {
    return null;
  }
}
