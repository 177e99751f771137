// A developer's own identities: which are linked since when by which proof, which are proposed by whom and why, which proofs she began.
import type { IdentityInterval } from '../ledger/views/identity-intervals.ts';
import type { Ports } from '../ports.ts';
import { inTurn } from './batches.ts';
import type { BookPorts } from './book-state.ts';
import {
  type AuthorPorts,
  type IdentityProposal,
  identitiesOf,
  identityNames,
  linkedIdentities,
  proposalsOf,
} from './identities.ts';
import { companyName, personName } from './names.ts';
import type { DirectoryPorts } from './people.ts';
import { type ProofRequest, proofRequestsOf } from './proof-requests.ts';
import { forgeLoginAddress } from './prove-by-login.ts';
import { challengeText } from './prove-by-signature.ts';

type IdentityPagePorts = BookPorts &
  DirectoryPorts &
  AuthorPorts &
  Pick<Ports, 'clock' | 'installation' | 'mail' | 'forgeKeys' | 'forgeLogin'>;

interface Asked {
  readonly company: string;
  /** Her own alias. */
  readonly developer: string;
  /** Where a forge sends her back to. */
  readonly returnTo: string;
}

/** Which other employer vouched is nobody's business here. */
const shownInterval = ({ since, until, proof, company, at }: IdentityInterval, own: string) => ({
  ...{ since, until, proof, at },
  isHere: company === own,
});

async function shownProposal(ports: IdentityPagePorts, proposal: IdentityProposal) {
  const { author, address, about, source, because, since, until, vouchedAt, by, refusedAt } = proposal;
  return {
    ...{ identity: author, shown: address, about, source, because, since, until },
    isVouched: vouchedAt !== null,
    isRefused: refusedAt !== undefined,
    by: source === 'same-name' ? null : await personName(ports, by),
  };
}

async function shownRequest(ports: IdentityPagePorts, request: ProofRequest, { developer, returnTo }: Asked) {
  const { id, proof, where, login, expires } = request;
  return {
    ...{ request: id, proof, where, login, expires },
    challenge: proof === 'signed-challenge' ? challengeText(request, { developer }, ports.installation.issuer) : null,
    address: proof === 'forge-login' ? await forgeLoginAddress(ports, request, returnTo) : null,
  };
}

/** @throws Refusal `unknown-company` */
export async function showIdentities(ports: IdentityPagePorts, asked: Asked) {
  const { company, developer } = asked;
  const names = await identityNames(ports, company, developer);
  const linked = Map.groupBy(await linkedIdentities(ports, company, developer), ({ author }) => author);
  const proposals = await proposalsOf(ports, company, developer);
  const open = new Set(
    (await identitiesOf(ports, company, developer)).flatMap((one) => (one.linked ? [] : [one.author])),
  );
  // A link says more than the proposal that led to it.
  const isShown = ({ author, refusedAt }: IdentityProposal): boolean =>
    open.has(author) || (refusedAt !== undefined && !linked.has(author));
  return {
    company: await companyName(ports, company),
    linked: [...linked]
      .map(([author, views]) => ({
        identity: author,
        shown: names.get(author) ?? null,
        about: views[0]!.about,
        intervals: views
          .flatMap(({ intervals }) => intervals.map((interval) => shownInterval(interval, company)))
          .sort((a, b) => (`${a.since} ${a.at}` < `${b.since} ${b.at}` ? -1 : 1)),
      }))
      .filter(({ intervals }) => intervals.length > 0),
    proposed: await inTurn(proposals.filter(isShown), (proposal) => shownProposal(ports, proposal)),
    begun: await inTurn(await proofRequestsOf(ports, asked), (request) => shownRequest(ports, request, asked)),
    keyForges: ports.forgeKeys.hosts,
    loginForges: ports.forgeLogin.hosts,
    outbox: ports.mail.outbox,
  };
}
