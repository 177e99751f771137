// The developer says that an address vouched for by her employer is hers: from then on its commits may speak for her.
import { causeOf } from '../ledger/fact.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import { append } from './append.ts';
import { type ClaimPorts, claimAll } from './claim-time.ts';
import { proposalOf } from './identities.ts';
import { identityHistory } from './identity-history.ts';
import { type DirectoryPorts, findDeveloper, installation, personBook, pidsOf } from './people.ts';
import { addPid } from './pids.ts';

export interface OwnIdentity {
  readonly company: string;
  /** Her own alias, `de-…`: nobody else links or unlinks. */
  readonly by: string;
  readonly developer: string;
  /** Keyed hash of the address. */
  readonly author: string;
}

/** @throws Refusal `not-allowed` unless the developer of the company acts herself */
export async function requireHerself(ports: DirectoryPorts, asked: OwnIdentity): Promise<void> {
  const { company, by, developer } = asked;
  if (by === developer && (await findDeveloper(ports, company, developer)) !== null) return;
  throw new Refusal('not-allowed', {
    fr: 'Une développeuse rattache ou détache elle-même ses adresses ; personne ne le fait à sa place. Connectez-vous sous son nom.',
    en: 'A developer links and unlinks her addresses herself; nobody does it for her. Sign in as her.',
  });
}

const notVouched = (): Refusal =>
  new Refusal('not-allowed', {
    fr: 'Votre employeur n’a pas attesté cette adresse. Demandez aux ressources humaines de l’ajouter (« communs identities »), puis acceptez-la.',
    en: "Your employer has not vouched for this address. Ask HR to add it ('communs identities'), then accept it.",
  });

const heldByAnother = (): Refusal =>
  new Refusal('identity-held-by-another', {
    fr: 'Cette adresse est déjà rattachée à une autre personne. Si elle est à vous, faites-la attester par votre employeur ; sinon, faites corriger la liste par les ressources humaines.',
    en: 'This address is already linked to another person. If it is yours, have your employer vouch for it; otherwise have HR correct the list.',
  });

/** The pid of the address: the one that holds it, else hers, else a new one. */
async function pidFor(ports: ClaimPorts, { company, developer, author }: OwnIdentity): Promise<string> {
  const [own] = await pidsOf(ports, company, developer);
  const made = { pid: own ?? `pi-${toHex(ports.random.bytes(8, `pid ${company} ${developer}`))}` };
  const held = (await ports.directory.put(installation, 'identity', author, made, true)) as { pid: string };
  return held.pid;
}

/**
 * Repeatable. A crash within leaves an address that is held and not yet proven, or proven time not yet claimed: the next call goes on.
 * @returns her pid, whether the identity was linked before, and how many claims of time followed
 * @throws Refusal `not-allowed`, `identity-held-by-another`
 */
export async function acceptIdentity(
  ports: ClaimPorts,
  asked: OwnIdentity,
): Promise<{ readonly pid: string; readonly already: boolean; readonly claims: number }> {
  const { company, by, developer, author } = asked;
  await requireHerself(ports, asked);
  const proposal = await proposalOf(ports, company, { developer, author });
  if (proposal?.since == null) {
    const isHeld = (await ports.directory.get(installation, 'identity', author)) !== null;
    throw isHeld ? heldByAnother() : notVouched();
  }
  const { since } = proposal;
  const pid = await pidFor(ports, asked);
  const book = personBook(pid);
  const { withdrawn, proofs } = await identityHistory(ports, book, author);
  // An employer that vouches for one address of two people proves nothing.
  if (proofs.some((proof) => proof.company === company && proof.developer !== developer)) throw heldByAnother();
  await addPid(ports, company, developer, pid);
  const on = { company, author, since };
  const cause = causeOf(ports.primitives.sha256, { actor: by, act: 'accept-identity', on, after: withdrawn });
  const { already } = await append(ports, { book, cause, dependsOn: [] }, async () => ({
    kind: 'identity-proven' as const,
    by,
    data: { author, proof: 'vouched' as const, company, developer, since },
  }));
  return { pid, already, claims: await claimAll(ports, company, developer) };
}
