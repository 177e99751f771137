// One person, one pid; and where a proof showed that two pids are one person, both, from whichever side one asks.
import type { Json } from '../ledger/canonical.ts';
import type { Ports } from '../ports.ts';
import { companyBook, type DirectoryPorts, personBook, pidsOf } from './people.ts';

/** The pid is hers at this company from now on, beside those that she has. Repeatable; a crash within leaves less, never more. */
export async function addPid(
  ports: Pick<Ports, 'directory'>,
  company: string,
  developer: string,
  pid: string,
): Promise<void> {
  // Two addresses accepted at the same time make two pids: whichever comes second is joined to the first.
  const first: Json = { pids: [pid] };
  const stood = await ports.directory.put(companyBook(company), 'pid', developer, first, true);
  const { pids } = stood as { readonly pids: readonly string[] };
  for (const other of pids) {
    if (other === pid) continue;
    await ports.directory.put(personBook(pid), 'same-person', other, true, false);
    await ports.directory.put(personBook(other), 'same-person', pid, true, false);
  }
  if (pids.includes(pid)) return;
  const value: Json = { pids: [...pids, pid] };
  await ports.directory.put(companyBook(company), 'pid', developer, value, false);
}

type List = DirectoryPorts['directory']['list'];

async function withJoined(list: List, own: readonly string[]): Promise<readonly string[]> {
  const all = [...own];
  // The list grows while it is walked: a pid may be joined to one that is joined to another.
  for (const pid of all) {
    for await (const { key } of list(personBook(pid), 'same-person')) if (!all.includes(key)) all.push(key);
  }
  return all;
}

/** @returns every pid of the person behind a company's alias, hers first; empty until she has proven an identity */
export const allPidsOf = async (
  { directory }: DirectoryPorts,
  company: string,
  developer: string,
): Promise<readonly string[]> => withJoined(directory.list, await pidsOf({ directory }, company, developer));

/** @returns these and every pid that was joined to one of them, perhaps without what was joined a moment ago */
export const joinedPids = ({ directory }: DirectoryPorts, own: readonly string[]): Promise<readonly string[]> =>
  withJoined(directory.listSettled, own);
