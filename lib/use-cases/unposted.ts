// What HR sent and never posted, and how it was to be read: named by no fact, so the directory notes when it came, and it goes after its term.
import type { PostingView } from '../ledger/views/company-views.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { companyBook, companyIds, type DirectoryPorts } from './people.ts';

/** Ours: long enough to come back from leave and post it; nothing asks that it be kept. */
export const unpostedDays = 90;
const dayMs = 86_400_000;

/** Kind `unposted` of the company's tenant, by SHA-256 of the sealed file. */
interface Note {
  /** Instant UTC: when it was kept last. */
  readonly at: string;
}

/** Before the file: a crash between leaves a note of nothing. */
export async function noteUnposted(
  ports: Pick<Ports, 'directory' | 'clock'>,
  company: string,
  sha256: string,
): Promise<void> {
  const note: Note = { at: new Date(ports.clock.now()).toISOString() };
  await ports.directory.put(companyBook(company), 'unposted', sha256, { ...note }, false);
}

async function keysOf(ports: DirectoryPorts, tenant: string, kind: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of ports.directory.list(tenant, kind)) keys.push(key);
  return keys;
}

/** @returns sealed files that some posting names: originals, and choices by which they were read */
async function postedIn(state: BookState): Promise<(sha256: string) => Promise<boolean>> {
  const choices = new Set((await state.list('postings')).map(({ value }) => (value as unknown as PostingView).choices));
  return async (sha256) => choices.has(sha256) || (await state.get(`files/${sha256}`)) !== null;
}

/** @returns SHA-256 of each that the directory knows and no posting names */
export async function unpostedOf(ports: DirectoryPorts, state: BookState): Promise<readonly string[]> {
  const known = new Set([
    ...(await keysOf(ports, state.book, 'unposted')),
    // Those that came before they were noted.
    ...(await keysOf(ports, state.book, 'upload')),
  ]);
  const isPosted = await postedIn(state);
  const found: string[] = [];
  for (const sha256 of known) if (!(await isPosted(sha256))) found.push(sha256);
  return found;
}

export type ForgetPorts = BookPorts & Pick<Ports, 'clock' | 'directory' | 'sealedFiles'>;

/**
 * What is posted at this very moment stays: whoever posts sees, after her fact, whether the file is gone; whoever forgets sees, after
 * the file is gone, whether there is a fact. One of the two comes second and puts it back.
 * @returns false if it is posted
 */
async function destroyUnposted(ports: ForgetPorts, tenant: string, sha256: string): Promise<boolean> {
  const isPosted = async (): Promise<boolean> => (await postedIn(await readBook(ports, tenant)))(sha256);
  if (await isPosted()) return false;
  const bytes = await ports.sealedFiles.get(tenant, sha256);
  // Gone already: to destroy it again could take what somebody puts there now.
  if (bytes === null) return true;
  await ports.sealedFiles.destroy(tenant, sha256);
  if (!(await isPosted())) return true;
  await ports.sealedFiles.put(tenant, sha256, bytes);
  return false;
}

/** @returns how many files went */
async function forgetAt(ports: ForgetPorts, company: string): Promise<number> {
  const tenant = companyBook(company);
  const limit = new Date(ports.clock.now() - unpostedDays * dayMs).toISOString();
  const unposted = new Set(await unpostedOf(ports, await readBook(ports, tenant)));
  for (const key of await keysOf(ports, tenant, 'unposted')) {
    if (!unposted.has(key)) await ports.directory.remove(tenant, 'unposted', key);
  }
  let gone = 0;
  for (const sha256 of unposted) {
    const note = (await ports.directory.get(tenant, 'unposted', sha256)) as unknown as Note | null;
    if (note === null) await noteUnposted(ports, company, sha256);
    if (note === null || note.at >= limit) continue;
    if (!(await destroyUnposted(ports, tenant, sha256))) continue;
    await ports.directory.remove(tenant, 'upload', sha256);
    await ports.directory.remove(tenant, 'unposted', sha256);
    gone += 1;
  }
  return gone;
}

/** Of every company. Repeatable: the note goes last, so that a run that died finds what is left. */
export async function forgetUnposted(ports: ForgetPorts): Promise<number> {
  let gone = 0;
  for (const company of await companyIds(ports)) gone += await forgetAt(ports, company);
  return gone;
}
