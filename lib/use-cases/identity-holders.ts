// Who holds an identity, and who ever held it: the directory names the people, their books say on which days.
import type { Json } from '../ledger/canonical.ts';
import type { IdentityInterval } from '../ledger/views/identity-intervals.ts';
import type { Ports } from '../ports.ts';
import type { BookPorts } from './book-state.ts';
import { identityHistory } from './identity-history.ts';
import { type DirectoryPorts, installation, personBook } from './people.ts';

/** Kind `identity` of the installation, by author: whoever holds it to this day, or is about to. */
export interface Holder {
  readonly pid: string;
  readonly company: string;
  readonly developer: string;
}

const tenantOf = (author: string): string => `identity/${author}`;

/** @returns whoever came first: this holder, or another */
export async function hold(ports: Pick<Ports, 'directory'>, author: string, holder: Holder): Promise<Holder> {
  const held = await ports.directory.put(installation, 'identity', author, holder as unknown as Json, true);
  return held as unknown as Holder;
}

/** @returns whether somebody who has none of these pids holds it to this day */
export async function isHeldByOther(ports: DirectoryPorts, author: string, own: readonly string[]): Promise<boolean> {
  const holder = (await ports.directory.get(installation, 'identity', author)) as unknown as Holder | null;
  return holder !== null && !own.includes(holder.pid);
}

/** It is free for the next person, if it is this one who holds it. */
export async function letGo(ports: Pick<Ports, 'directory'>, author: string, pid: string): Promise<void> {
  const holder = (await ports.directory.get(installation, 'identity', author)) as unknown as Holder | null;
  if (holder?.pid === pid) await ports.directory.remove(installation, 'identity', author);
}

/** For ever, so that whoever has it later is set beside whoever had it before. */
export async function rememberHolder(ports: Pick<Ports, 'directory'>, author: string, pid: string): Promise<void> {
  await ports.directory.put(tenantOf(author), 'holder', pid, true, true);
}

/** @returns everybody who ever held it, with the days on which it still counts as theirs */
export async function holdersOf(
  ports: BookPorts & DirectoryPorts,
  author: string,
): Promise<readonly { readonly pid: string; readonly intervals: readonly IdentityInterval[] }[]> {
  const holders: { pid: string; intervals: readonly IdentityInterval[] }[] = [];
  for await (const { key: pid } of ports.directory.list(tenantOf(author), 'holder')) {
    holders.push({ pid, intervals: (await identityHistory(ports, personBook(pid), author)).intervals });
  }
  return holders;
}

/** She is erased: that it was ever hers is known no more. */
export const forgetHolder = (ports: Pick<Ports, 'directory'>, author: string, pid: string): Promise<void> =>
  ports.directory.remove(tenantOf(author), 'holder', pid);
