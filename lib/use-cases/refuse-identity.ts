// The developer says that an address is not hers: it is looked for no more. The proposal stays, marked, for whoever made it.
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { proposalOf, proposeIdentity } from './identities.ts';
import { type OwnIdentity, requireHerself } from './own-identity.ts';

/** @throws Refusal `not-allowed` unless she acts herself and it is proposed to her */
export async function refuseIdentity(ports: Pick<Ports, 'directory' | 'clock'>, asked: OwnIdentity): Promise<void> {
  const { company, developer, author } = asked;
  await requireHerself(ports, asked);
  const proposal = await proposalOf(ports, company, { developer, author });
  if (proposal === null) {
    throw new Refusal('not-allowed', {
      fr: 'Personne ne vous propose cette identité. Rechargez votre page : elle montre celles qui attendent votre réponse.',
      en: 'Nobody proposes this identity to you. Reload your page: it shows those that await your answer.',
    });
  }
  if (proposal.refusedAt !== undefined) return;
  const refusedAt = new Date(ports.clock.now()).toISOString();
  await proposeIdentity(ports, company, { ...proposal, refusedAt });
}
