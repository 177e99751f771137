// The developer proves an account of a forge by signing in to it: the forge tells us who she is there, once.
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { encodeBase64url } from '../statement/base64url.ts';
import type { ClaimPorts } from './claim-time.ts';
import { type AuthorPorts, accountIdentity, authorsKey } from './identities.ts';
import { type Linked, linkProven } from './link-identity.ts';
import { type Herself, requireHerself } from './own-identity.ts';
import {
  beginProof,
  openRequest,
  type ProofAsked,
  type ProofRequest,
  type RequestPorts,
  takeTry,
} from './proof-requests.ts';

/** Long enough to find a password, too short to be found in a history. */
const lastsMs = 600_000;

/** RFC 7636, section 4.1: 64 signs. Made again from the request, so that it is kept nowhere. */
async function verifierOf(ports: AuthorPorts, { id }: Pick<ProofRequest, 'id'>): Promise<string> {
  const text = new TextEncoder().encode(`pkce\0${id}`);
  return toHex(ports.primitives.hmacSha256(await authorsKey(ports), text));
}

/** @throws Refusal `not-allowed`, `unknown-forge`, `too-many-tries` */
export async function beginForgeLogin(
  ports: RequestPorts & Pick<Ports, 'forgeLogin'>,
  asked: ProofAsked & { readonly host: string; readonly returnTo: string },
): Promise<ProofRequest> {
  await requireHerself(ports, asked);
  const host = asked.host.trim().toLowerCase();
  // Refused before anything is kept, if there is no such forge.
  ports.forgeLogin.address(host, { state: '', challenge: '', returnTo: asked.returnTo });
  return beginProof(ports, asked, { proof: 'forge-login', where: host, login: null, lastsMs, code: null });
}

/** @returns where she goes to say yes; the state is the request's id, which no other site can know */
export async function forgeLoginAddress(
  ports: AuthorPorts & Pick<Ports, 'forgeLogin'>,
  request: ProofRequest,
  returnTo: string,
): Promise<string> {
  const verifier = new TextEncoder().encode(await verifierOf(ports, request));
  const challenge = encodeBase64url(ports.primitives.sha256(verifier));
  return ports.forgeLogin.address(request.where, { state: request.id, challenge, returnTo });
}

/**
 * @param asked `state` and `code` as the forge sent her back with them
 * @throws Refusal `not-allowed`, `proof-expired`, `too-many-tries`, `login-refused`, `forge-unreachable`, `identity-held-by-another`
 */
export async function finishForgeLogin(
  ports: ClaimPorts & Pick<Ports, 'forgeLogin'>,
  asked: Herself & { readonly state: string; readonly code: string; readonly returnTo: string },
): Promise<Linked> {
  await requireHerself(ports, asked);
  const { code, returnTo } = asked;
  const request = await openRequest(ports, asked, asked.state, 'forge-login');
  await takeTry(ports, asked, request.id);
  const verifier = await verifierOf(ports, request);
  const account = await ports.forgeLogin.accountOf(request.where, { code, verifier, returnTo });
  const identity = await accountIdentity(ports, { host: request.where, id: account.id });
  return linkProven(ports, asked, request, identity, `${account.login} (${request.where})`);
}
