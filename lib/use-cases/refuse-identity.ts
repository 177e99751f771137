// The developer says that an address is not hers: it is looked for no more. The proposal stays, marked, for whoever made it.
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { type OwnIdentity, requireHerself } from './accept-identity.ts';
import { proposalOf, proposeIdentity } from './identities.ts';

/** @throws Refusal `not-allowed` unless she acts herself and HR vouched for the address */
export async function refuseIdentity(ports: Pick<Ports, 'directory' | 'clock'>, asked: OwnIdentity): Promise<void> {
  const { company, developer, author } = asked;
  await requireHerself(ports, asked);
  const proposal = await proposalOf(ports, company, { developer, author });
  if (proposal === null || proposal.vouchedAt === null) {
    throw new Refusal('not-allowed', {
      fr: 'Personne n’atteste que cette adresse est à vous. Rechargez votre mois : il montre celles qui attendent votre réponse.',
      en: 'Nobody vouches that this address is yours. Reload your month: it shows those that await your answer.',
    });
  }
  if (proposal.refusedAt !== undefined) return;
  const refusedAt = new Date(ports.clock.now()).toISOString();
  await proposeIdentity(ports, company, { ...proposal, refusedAt });
}
