// Somebody who is nobody's developer objects to her commits being kept here (GDPR, article 21): they go, and are pulled no more.
import { causeOf } from '../ledger/fact.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { afterFacts, type FollowingPorts } from './after-facts.ts';
import { type Appended, type AppendPorts, append } from './append.ts';
import { addressIdentity } from './identities.ts';
import { holdersOf } from './identity-holders.ts';
import { type DirectoryPorts, registryBook } from './people.ts';
import { requireRegistrarTo } from './roles.ts';

/** To decide: whoever follows the registry carries it out. */
export type DecideObjectionPorts = AppendPorts & DirectoryPorts & Pick<Ports, 'saltKeys'>;
export type ObjectionPorts = FollowingPorts;

/** @param author an address, or the keyed hash under which the ledger knows an address or an account */
async function authorMeant(ports: DecideObjectionPorts, author: string): Promise<string> {
  return /^[0-9a-f]{64}$/.test(author) ? author : (await addressIdentity(ports, author)).author;
}

const isEvidence = (): Refusal =>
  new Refusal('evidence-kept', {
    fr: 'Cette adresse ou ce compte est ou a été rattaché par une développeuse mise à disposition : ses contributions sont des pièces à conserver (RGPD, article 21, 1). Répondez-lui par « communs held », qui donne les termes ; elle peut détacher cette identité (« communs unlink-identity »), et son employeur l’efface au terme (« communs erase --developer »).',
    en: "This address or account is or was linked by a developer lent out: its contributions are evidence to be kept (GDPR, article 21(1)). Answer her with 'communs held', which gives the terms; she may unlink this identity ('communs unlink-identity'), and her employer erases her at the term ('communs erase --developer').",
  });

/**
 * One fact of the registry, after which rows and names go from every repository, and later pulls leave out what she wrote. The same again
 * answers with the first.
 * @throws Refusal `not-allowed`, `evidence-kept`
 */
export async function decideObjection(
  ports: DecideObjectionPorts,
  asked: { readonly by: string; readonly author: string },
): Promise<Appended> {
  const { by } = asked;
  await requireRegistrarTo(ports, by, { fr: 'fait droit à une opposition', en: 'upholds an objection' });
  const author = await authorMeant(ports, asked.author);
  if ((await holdersOf(ports, author)).length > 0) throw isEvidence();
  const cause = causeOf(ports.primitives.sha256, {
    actor: registryBook,
    act: 'uphold-objection',
    on: { author },
    after: null,
  });
  return append<'erasure'>(ports, { book: registryBook, cause, dependsOn: [] }, async (_state, store) => ({
    kind: 'erasure',
    by,
    // What is erased stands in the books of the repositories, each with a list of its own.
    data: { developer: null, author, ground: 'objection', decided: null, batch: await store([]) },
  }));
}

/** The same, told once it is carried out. @throws as `decideObjection` */
export async function upholdObjection(
  ports: ObjectionPorts,
  asked: { readonly by: string; readonly author: string },
): Promise<Appended> {
  const upheld = await decideObjection(ports, asked);
  // A run that died behind its fact: nobody is told that it is done before it is.
  if (upheld.already) await afterFacts(ports, registryBook);
  return upheld;
}

/** @returns keyed hashes of authors whose commits are kept no more */
export async function objectors(state: {
  readonly list: (partition: string) => Promise<readonly { readonly name: string }[]>;
}): Promise<ReadonlySet<string>> {
  return new Set((await state.list('objections')).map(({ name }) => name.slice('objections/'.length)));
}
