// The developer says that an address vouched for by her employer is hers: from then on its commits may speak for her.
import { addDays, type Day } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import { inTurn } from './batches.ts';
import type { ClaimPorts } from './claim-time.ts';
import { proposalOf } from './identities.ts';
import { identityHistory } from './identity-history.ts';
import { isHeldByOther } from './identity-holders.ts';
import { heldByAnother, type Linked, linkIdentity } from './link-identity.ts';
import { type OwnIdentity, requireHerself } from './own-identity.ts';
import { personBook } from './people.ts';
import { allPidsOf } from './pids.ts';

const notVouched = (): Refusal =>
  new Refusal('not-allowed', {
    fr: 'Votre employeur n’a pas attesté cette identité : un oui ne suffit pas. Prouvez-la depuis « Mes identités », ou demandez aux ressources humaines de l’attester (« communs identities »).',
    en: "Your employer has not vouched for this identity: a yes is not enough. Prove it from “My identities”, or ask HR to vouch for it ('communs identities').",
  });

/** Back after she had unlinked it: what she gave up stays given up, unless her employer vouches for later days. */
async function firstDay(
  ports: ClaimPorts,
  { company, developer, author }: OwnIdentity,
  { since, until, vouchedAt }: { readonly since: Day; readonly until: Day | null; readonly vouchedAt: string },
): Promise<Day> {
  const histories = await inTurn(await allPidsOf(ports, company, developer), (pid) =>
    identityHistory(ports, personBook(pid), author),
  );
  const intervals = histories.flatMap((history) => history.intervals);
  // Accepted since it was vouched for, and still as it was then: said again, it is the same intent.
  const said = intervals.find(
    (one) => one.proof === 'vouched' && one.company === company && one.until === until && one.at >= vouchedAt,
  );
  if (said !== undefined) return said.since;
  const ends = intervals.flatMap((one) => (one.until === null ? [] : [one.until])).sort();
  const last = ends.at(-1);
  return last === undefined || last < since ? since : addDays(last, 1);
}

/**
 * Repeatable.
 * @returns her pid, whether the identity was linked before, and how many claims of time followed
 * @throws Refusal `not-allowed`, `identity-held-by-another`
 */
export async function acceptIdentity(ports: ClaimPorts, asked: OwnIdentity): Promise<Linked> {
  const { company, by, developer, author } = asked;
  await requireHerself(ports, asked);
  const proposal = await proposalOf(ports, company, { developer, author });
  if (proposal === null || proposal.since === null || proposal.vouchedAt === null) {
    const own = await allPidsOf(ports, company, developer);
    throw (await isHeldByOther(ports, author, own)) ? heldByAnother() : notVouched();
  }
  const { about, since: first, until, vouchedAt } = proposal;
  const days = { since: await firstDay(ports, asked, { since: first, until, vouchedAt }), until };
  return linkIdentity(ports, {
    ...{ author, about, proof: 'vouched', company, developer, ...days, by, isSamePerson: false },
  });
}
