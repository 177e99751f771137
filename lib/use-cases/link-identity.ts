// What a proof does, whichever it is: the identity is hers on the days that she says, and whoever held it on them is the same person.
import type { Json } from '../ledger/canonical.ts';
import { causeOf } from '../ledger/fact.ts';
import type { FactData } from '../ledger/kinds.ts';
import { overlap } from '../ledger/views/identity-intervals.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import { append } from './append.ts';
import { type ClaimPorts, claimAll } from './claim-time.ts';
import { type Identity, nameIdentity } from './identities.ts';
import { identityHistory } from './identity-history.ts';
import { hold, holdersOf, rememberHolder } from './identity-holders.ts';
import type { Herself } from './own-identity.ts';
import { personBook } from './people.ts';
import { addPid, allPidsOf } from './pids.ts';
import { forgetRequest, type ProofRequest } from './proof-requests.ts';

export type Proven = FactData<'identity-proven'> & {
  /** Her own alias. */
  readonly by: string;
  /** She says that whoever holds it at this very company, under another staff number, is herself. */
  readonly isSamePerson: boolean;
};

export interface Linked {
  readonly pid: string;
  readonly already: boolean;
  /** How many claims of time followed. */
  readonly claims: number;
}

export const heldByAnother = (): Refusal =>
  new Refusal('identity-held-by-another', {
    fr: 'Cette identité est déjà rattachée à une autre personne ces jours-là. Si elle est à vous, prouvez-le depuis « Mes identités » : un code envoyé à l’adresse, une signature, ou le compte de la forge. Sinon, faites corriger la liste par les ressources humaines.',
    en: 'This identity is already linked to another person on these days. If it is yours, prove it from “My identities”: a code sent to the address, a signature, or the account of the forge. Otherwise have HR correct the list.',
  });

const heldByColleague = (): Refusal =>
  new Refusal('identity-held-by-another', {
    fr: 'Cette identité est rattachée, ces jours-là, à un autre matricule de votre entreprise. Si c’est vous, dites-le (« je suis la même personne ») et prouvez l’identité. Si l’adresse vous a été donnée après le départ de quelqu’un, indiquez le premier jour où elle est à vous, et faites dire par les ressources humaines jusqu’à quel jour elle était à l’autre personne.',
    en: 'On these days this identity is linked to another staff number of your company. If that is you, say so (“I am the same person”) and prove the identity. If you got the address after somebody left, give the first day on which it is yours, and have HR say until which day it was the other person’s.',
  });

/** Somebody else who holds the identity on some of the days. */
interface Other {
  readonly pid: string;
  readonly held: readonly Pick<FactData<'identity-proven'>, 'proof' | 'company' | 'developer'>[];
}

/** @throws Refusal `identity-held-by-another` unless the proof shows that they are one person */
function requireSamePerson({ proof, company, developer, isSamePerson }: Proven, { held }: Other): void {
  const isSelfProven = proof !== 'vouched';
  for (const one of held) {
    const isColleague = one.company === company && one.developer !== developer;
    // An employer that vouches for one address of two people proves nothing; a mailbox passes from hand to hand in a company.
    if (isColleague && !(isSelfProven && isSamePerson)) throw heldByColleague();
    // The word of another employer is less than what somebody proved herself.
    if (!isSelfProven && one.proof !== 'vouched') throw heldByAnother();
  }
}

async function othersOf(ports: ClaimPorts, proven: Proven, own: readonly string[]): Promise<readonly Other[]> {
  const holders = (await holdersOf(ports, proven.author)).filter(({ pid }) => !own.includes(pid));
  return holders.flatMap(({ pid, intervals }) => {
    const held = intervals.filter((interval) => overlap(interval, proven));
    return held.length === 0 ? [] : [{ pid, held }];
  });
}

/**
 * The pid in whose book it is written: of the person who holds it and is shown to be the same, else hers, else a new one.
 * @returns every pid that is hers by this proof, that one first
 */
async function pidsFor(ports: ClaimPorts, proven: Proven): Promise<readonly [string, ...string[]]> {
  const { company, developer, author, until } = proven;
  const own = await allPidsOf(ports, company, developer);
  const others = await othersOf(ports, proven, own);
  for (const other of others) requireSamePerson(proven, other);
  const [first, ...more] = [...others.map(({ pid }) => pid), ...own];
  const pid = first ?? `pi-${toHex(ports.random.bytes(8, `pid ${company} ${developer}`))}`;
  // Whoever holds it no longer needs no place among those who do.
  if (until !== null) return [pid, ...more];
  const holder = await hold(ports, author, { pid, company, developer });
  if (holder.pid === pid || more.includes(holder.pid)) {
    return [holder.pid, ...[pid, ...more].filter((one) => one !== holder.pid)];
  }
  // Somebody is proving it at this moment, or died doing so: her book may say nothing yet.
  requireSamePerson(proven, { pid: holder.pid, held: [{ ...holder, proof: 'vouched' }] });
  return first === undefined ? [holder.pid] : [holder.pid, pid, ...more];
}

/**
 * Repeatable. A crash within leaves an identity that is held and not yet proven, or proven time not yet claimed: the next call goes on.
 * @param proven already checked: nothing here looks at the proof itself
 * @throws Refusal `identity-held-by-another`
 */
export async function linkIdentity(ports: ClaimPorts, proven: Proven): Promise<Linked> {
  const { by, isSamePerson: _, ...data } = proven;
  const { company, developer, author, about, proof, since, until } = data;
  const [pid, ...joined] = await pidsFor(ports, proven);
  const book = personBook(pid);
  const { withdrawn } = await identityHistory(ports, book, author);
  await rememberHolder(ports, author, pid);
  for (const one of [pid, ...joined]) await addPid(ports, company, developer, one);
  const on: Json = { company, author, about, proof, since, until };
  const cause = causeOf(ports.primitives.sha256, { actor: by, act: 'link-identity', on, after: withdrawn });
  const { already } = await append(ports, { book, cause, dependsOn: [] }, async () => ({
    kind: 'identity-proven' as const,
    by,
    data,
  }));
  return { pid, already, claims: await claimAll(ports, company, developer) };
}

/**
 * Links what a request was begun for, once its answer was found right. A crash within leaves the request, which can be answered again.
 * @param shown what the identity is called on her page
 * @throws Refusal `identity-held-by-another`
 */
export async function linkProven(
  ports: ClaimPorts,
  { company, by, developer }: Herself,
  { id, proof, since, until, isSamePerson }: ProofRequest,
  { author, about }: Identity,
  shown: string,
): Promise<Linked> {
  await nameIdentity(ports, { company, developer, author }, shown);
  const proven: Proven = { author, about, proof, company, developer, since, until, by, isSamePerson };
  const linked = await linkIdentity(ports, proven);
  await forgetRequest(ports, { company, developer }, id);
  return linked;
}
