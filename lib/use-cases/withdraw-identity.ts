// The developer unlinks an address: what it did from now on says nothing about her. What was stated before stays.
import { causeOf } from '../ledger/fact.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { type OwnIdentity, requireHerself } from './accept-identity.ts';
import { type AppendPorts, append } from './append.ts';
import { inTurn } from './batches.ts';
import { identityHistory } from './identity-history.ts';
import { installation, personBook } from './people.ts';
import { allPidsOf } from './pids.ts';

const notLinked = (): Refusal =>
  new Refusal('not-allowed', {
    fr: 'Cette adresse ne vous est pas rattachée : il n’y a rien à détacher. Votre page montre celles qui le sont.',
    en: 'This address is not linked to you: there is nothing to unlink. Your page shows those that are.',
  });

/**
 * Repeatable. A crash before the fact leaves an address that is proven and free to be held again; the next call withdraws it.
 * @throws Refusal `not-allowed`
 */
export async function withdrawIdentity(
  ports: AppendPorts & Pick<Ports, 'directory'>,
  asked: OwnIdentity,
): Promise<{ readonly already: boolean }> {
  const { company, by, developer, author } = asked;
  await requireHerself(ports, asked);
  const histories = await inTurn(await allPidsOf(ports, company, developer), async (pid) => ({
    pid,
    ...(await identityHistory(ports, personBook(pid), author)),
  }));
  // Where it still holds; else where it was withdrawn already.
  const found = histories.find(({ proofs }) => proofs.length > 0) ?? histories.find(({ proven }) => proven !== null);
  if (found === undefined) throw notLinked();
  const { pid, proven } = found;
  const holder = (await ports.directory.get(installation, 'identity', author)) as { pid: string } | null;
  if (holder?.pid === pid) await ports.directory.remove(installation, 'identity', author);
  // The person is the actor, under whichever of her aliases.
  const intent = { actor: pid, act: 'withdraw-identity', on: { author }, after: proven };
  const cause = causeOf(ports.primitives.sha256, intent);
  const { already } = await append(ports, { book: personBook(pid), cause, dependsOn: [] }, async () => ({
    kind: 'identity-withdrawn' as const,
    by,
    data: { author },
  }));
  return { already };
}
