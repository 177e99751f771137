// What an erasure at one company takes out of the books of persons: the time that it claimed for her; and where no other employer is left,
// her identities and all that was kept of her commits.
import { causeOf } from '../ledger/fact.ts';
import type { ClaimView, IdentityView } from '../ledger/views/person-views.ts';
import type { Ports } from '../ports.ts';
import { type BookState, readBook } from './book-state.ts';
import { type EraseAuthorPorts, eraseAuthor } from './erase-author.ts';
import { type Decided, followErasure, type RowsToErase } from './follow-erasure.ts';
import { forgetHolder, holdersOf, letGo } from './identity-holders.ts';
import { bookKeyOwner, companyBook, personBook } from './people.ts';
import { allPidsOf } from './pids.ts';

export type ErasePersonPorts = EraseAuthorPorts & Pick<Ports, 'directory'>;

interface AtCompany {
  readonly company: string;
  readonly developer: string;
}

/** What this company claimed for her: the cause of a claim names her alias. */
async function claimsOf(
  ports: ErasePersonPorts,
  state: BookState,
  { company, developer }: AtCompany,
): Promise<RowsToErase[]> {
  const found: RowsToErase[] = [];
  for (const { value } of await state.list(`claims/${company}`)) {
    const { fact, seq, batch } = value as unknown as ClaimView;
    const on = { fact, developer };
    const cause = causeOf(ports.primitives.sha256, { actor: company, act: 'claim-time', on, after: null });
    if ((await state.get(`causes/${cause}`)) === seq && batch.rows > 0)
      found.push({ batch, leaves: [[0, batch.rows]] });
  }
  return found;
}

/** Another employer at which she is known by this pid to this day. */
async function isKnownElsewhere(ports: ErasePersonPorts, state: BookState, pid: string, at: AtCompany) {
  const views = (await state.list('identities')).map(({ value }) => value as unknown as IdentityView);
  const proven = views.flatMap(({ intervals }) => intervals.map(({ company }) => company));
  const claimed = (await state.list('claim-companies')).map(({ name }) => name.slice(name.lastIndexOf('/') + 1));
  for (const company of new Set([...proven, ...claimed])) {
    for await (const { key, value } of ports.directory.list(companyBook(company), 'pid')) {
      const isHere = company === at.company && key === at.developer;
      if (!isHere && (value as { readonly pids: readonly string[] }).pids.includes(pid)) return true;
    }
  }
  return false;
}

/** Nobody else ever held it: then her commits are nobody's any more. */
async function forgetIdentity(
  ports: ErasePersonPorts,
  author: string,
  pids: readonly string[],
  decided: Decided,
): Promise<void> {
  const others = (await holdersOf(ports, author)).filter(({ pid }) => !pids.includes(pid));
  if (others.length === 0) await eraseAuthor(ports, author, decided);
  for (const pid of pids) {
    await letGo(ports, author, pid);
    await forgetHolder(ports, author, pid);
  }
}

/** Repeatable as long as the directory knows which pids are hers: whoever calls removes that last. */
export async function erasePerson(ports: ErasePersonPorts, at: AtCompany, decided: Decided): Promise<void> {
  const pids = await allPidsOf(ports, at.company, at.developer);
  const states = new Map<string, BookState>();
  for (const pid of pids) states.set(pid, await readBook(ports, personBook(pid)));
  const elsewhere = new Set<string>();
  for (const [pid, state] of states) if (await isKnownElsewhere(ports, state, pid, at)) elsewhere.add(pid);
  for (const [pid, state] of states) {
    await followErasure(ports, personBook(pid), decided, () => claimsOf(ports, state, at));
  }
  // One person: where one of her pids is known elsewhere, her identities are needed there.
  if (elsewhere.size > 0) return;
  for (const state of states.values()) {
    for (const { value } of await state.list('identities')) {
      await forgetIdentity(ports, (value as unknown as IdentityView).author, pids, decided);
    }
  }
  for (const pid of pids) await ports.saltKeys.destroy(bookKeyOwner(personBook(pid)));
  for (const pid of pids) {
    for (const other of pids) await ports.directory.remove(personBook(pid), 'same-person', other);
  }
}
