// When a repository was last read, and what the next reading goes on from: true for now, in no book, and replaced by the next look.
import type { Json } from '../ledger/canonical.ts';
import type { Ports } from '../ports.ts';
import { installation } from './people.ts';

/** A pull that finds nothing new writes no fact: this is where it leaves that it was there. Lost, it only costs another reading. */
export interface Look {
  /** UTC milliseconds at which the last run began that came to its end: the repository as it stood then is in its book. */
  readonly readAt: number | null;
  /** How far reviews, issues and releases were seen: the forge's own cursor. */
  readonly acts: Json | null;
  /** UTC milliseconds before which a run under way is not to go on: the forge asked so. */
  readonly waitingUntil: number | null;
  /** All that is held was told by runs that gave only what their known tips did not reach: whoever leaves out today's tips meets none of it. */
  readonly isExact: boolean;
  /** How far licence files were read, by branch and folder: the tip at which they were, and the forge's own cursor. */
  readonly licences: Readonly<Record<string, { readonly tip: string; readonly known: Json }>>;
}

const neverLooked: Look = { readAt: null, acts: null, waitingUntil: null, isExact: false, licences: {} };
const nameOf = (repository: string): string => `repository-looks/${repository}`;

export async function lookAt(ports: Pick<Ports, 'readViews'>, repository: string): Promise<Look> {
  const item = await ports.readViews.get(installation, nameOf(repository));
  return item === null ? neverLooked : { ...neverLooked, ...(item.value as unknown as Partial<Look>) };
}

/** Of two at once both are kept, one after the other; the end of a run that began before the last one known says nothing new. */
export async function noteLookAt(
  ports: Pick<Ports, 'readViews' | 'writeViews'>,
  repository: string,
  seen: Partial<Look>,
): Promise<void> {
  for (;;) {
    const before = await ports.readViews.get(installation, nameOf(repository));
    const known = { ...neverLooked, ...(before?.value as Partial<Look> | undefined) };
    if (typeof seen.readAt === 'number' && known.readAt !== null && known.readAt > seen.readAt) return;
    const value = { ...known, ...seen } as unknown as Json;
    const item = { book: installation, name: nameOf(repository), asOfSeq: (before?.asOfSeq ?? -1) + 1, value };
    if ((await ports.writeViews.put(item, before?.asOfSeq ?? null)) === 'put') return;
  }
}
