// The developer unlinks an identity: after its last day it says nothing about her; or it never was hers. What was stated before stays.
import { causeOf } from '../ledger/fact.ts';
import type { IdentityInterval } from '../ledger/views/identity-intervals.ts';
import { type Day, parisDayOf } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { type AppendPorts, append } from './append.ts';
import { inTurn } from './batches.ts';
import { proposalOf, proposeIdentity } from './identities.ts';
import { type IdentityHistory, identityHistory } from './identity-history.ts';
import { letGo } from './identity-holders.ts';
import { type OwnIdentity, requireHerself } from './own-identity.ts';
import { personBook } from './people.ts';
import { allPidsOf } from './pids.ts';

const notLinked = (): Refusal =>
  new Refusal('not-allowed', {
    fr: 'Cette identité ne vous est pas rattachée : il n’y a rien à détacher. Votre page « Mes identités » montre celles qui le sont.',
    en: 'This identity is not linked to you: there is nothing to unlink. Your page “My identities” shows those that are.',
  });

const dayToCome = (until: Day): Refusal =>
  new Refusal('not-allowed', {
    fr: `Le dernier jour ${until} n’est pas encore venu : personne ne sait ce que fera cette identité d’ici là. Donnez aujourd’hui ou un jour passé.`,
    en: `The last day ${until} is still to come: nobody knows what this identity will do until then. Give today or a day in the past.`,
  });

const holdsAfter = ({ until: last }: IdentityInterval, until: Day | null): boolean =>
  until === null || last === null || last > until;

/** Whoever vouched for it reads that she said no: it is not proposed to her again, unless they vouch anew. */
async function answerProposals(
  ports: Pick<Ports, 'directory' | 'clock'>,
  author: string,
  vouchers: Iterable<Pick<IdentityInterval, 'company' | 'developer'>>,
): Promise<void> {
  const refusedAt = new Date(ports.clock.now()).toISOString();
  for (const { company, developer } of vouchers) {
    const proposal = await proposalOf(ports, company, { developer, author });
    if (proposal === null || proposal.refusedAt !== undefined) continue;
    await proposeIdentity(ports, company, { ...proposal, refusedAt });
  }
}

type UnlinkPorts = AppendPorts & Pick<Ports, 'directory'>;

async function endIn(
  ports: UnlinkPorts,
  { by, author }: OwnIdentity,
  until: Day | null,
  { pid, proven, intervals }: IdentityHistory & { readonly pid: string },
): Promise<void> {
  await letGo(ports, author, pid);
  await answerProposals(ports, author, intervals);
  // The person is the actor, under whichever of her aliases.
  const intent = { actor: pid, act: 'withdraw-identity', on: { author, until }, after: proven };
  const cause = causeOf(ports.primitives.sha256, intent);
  await append(ports, { book: personBook(pid), cause, dependsOn: [] }, async () => ({
    kind: 'identity-withdrawn' as const,
    by,
    data: { author, until, company: null },
  }));
}

/**
 * Repeatable. A crash before the fact leaves an identity that is proven and free to be held again; the next call withdraws it.
 * @param until the last day on which it was hers; null: it never was
 * @returns whether it was so already
 * @throws Refusal `not-allowed`
 */
export async function withdrawIdentity(
  ports: UnlinkPorts,
  asked: OwnIdentity & { readonly until: Day | null },
): Promise<{ readonly already: boolean }> {
  const { company, developer, author, until } = asked;
  await requireHerself(ports, asked);
  if (until !== null && until > parisDayOf(ports.clock.now())) throw dayToCome(until);
  const histories = await inTurn(await allPidsOf(ports, company, developer), async (pid) => ({
    pid,
    ...(await identityHistory(ports, personBook(pid), author)),
  }));
  if (histories.every(({ proven }) => proven === null)) throw notLinked();
  const holding = histories.filter(({ intervals }) => intervals.some((interval) => holdsAfter(interval, until)));
  await inTurn(holding, (history) => endIn(ports, asked, until, history));
  return { already: holding.length === 0 };
}
