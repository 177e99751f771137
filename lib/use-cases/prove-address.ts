// The developer proves an address: a code is sent to it, and she gives it back.
import { parseAddress } from '../intake/declarations/values.ts';
import { accountInAddress, addressKind } from '../matching/address-kind.ts';
import { fromHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { sameDigest } from '../statement/link.ts';
import type { ClaimPorts } from './claim-time.ts';
import { addressIdentity } from './identities.ts';
import { type Linked, linkProven } from './link-identity.ts';
import { type Herself, requireHerself } from './own-identity.ts';
import {
  beginProof,
  codeHashOf,
  forgetRequest,
  openRequest,
  type ProofAsked,
  type ProofRequest,
  type RequestPorts,
  takeTry,
} from './proof-requests.ts';

const lastsMs = 3_600_000;
const digits = 8;

const notReachable = (address: string): Refusal => {
  const shown = address.replace(/\p{Cc}/gu, '?').slice(0, 120);
  const isNoreply = accountInAddress(address) !== null || /noreply/i.test(address);
  return new Refusal('address-not-reachable', {
    fr: `Aucun message ne peut arriver à « ${shown} ». ${isNoreply ? 'C’est l’adresse de substitution d’une forge : prouvez le compte, par une signature ou par la connexion à la forge.' : 'Donnez une adresse comme prenom.nom@exemple.fr, qui reçoit du courrier.'}`,
    en: `No message can reach '${shown}'. ${isNoreply ? 'It is the noreply address of a forge: prove the account, by a signature or by signing in to the forge.' : 'Give an address like first.last@example.org that receives mail.'}`,
  });
};

/** Of 10^8 numbers: too many to guess five times, few enough to type. */
function codeFrom(bytes: Uint8Array): string {
  let number = 0n;
  for (const byte of bytes) number = number * 256n + BigInt(byte);
  return String(number % 10n ** BigInt(digits)).padStart(digits, '0');
}

/** Nothing of who she is or what she works on: the address may be somebody else's. */
const messageOf = (code: string, operator: string): { readonly subject: string; readonly text: string } => ({
  subject: 'Communs : votre code / your code',
  text: [
    `Code : ${code}`,
    '',
    `Quelqu’un a demandé à ${operator} de rattacher cette adresse à son compte de contributions. Si c’est vous, recopiez ce code sur la page « Mes identités », dans l’heure. Sinon, ne faites rien : sans ce code, rien n’est rattaché.`,
    '',
    `Somebody asked ${operator} to link this address to their contributions. If it is you, copy this code to the page “My identities” within the hour. If not, do nothing: without this code nothing is linked.`,
    '',
  ].join('\n'),
});

/**
 * A crash before the message leaves a request that nobody can answer; it goes by itself.
 * @returns the request; the code is in the message alone
 * @throws Refusal `not-allowed`, `address-not-reachable`, `too-many-tries`, `mail-not-set-up`, `mail-not-sent`
 */
export async function sendAddressCode(
  ports: RequestPorts & Pick<Ports, 'mail' | 'installation'>,
  asked: ProofAsked & { readonly address: string },
): Promise<ProofRequest> {
  await requireHerself(ports, asked);
  const address = parseAddress(asked.address.trim().toLowerCase());
  if (address === null || addressKind('', address) !== 'address') throw notReachable(asked.address);
  const purpose = `code ${asked.company} ${asked.developer} ${address} ${ports.clock.now()}`;
  const code = codeFrom(ports.random.bytes(16, purpose));
  const what = { proof: 'address-code', where: address, login: null, lastsMs, code } as const;
  const request = await beginProof(ports, asked, what);
  try {
    await ports.mail.send({ to: address, ...messageOf(code, ports.installation.operator.name) });
  } catch (error) {
    // No code has left: nothing is begun, and her page must not say that it was sent.
    if (error instanceof Refusal) await forgetRequest(ports, asked, request.id);
    throw error;
  }
  return request;
}

const wrongCode = (left: number): Refusal =>
  new Refusal('wrong-code', {
    fr: `Ce n’est pas le code envoyé à cette adresse. ${left === 0 ? 'Il ne reste pas d’essai : demandez un autre code.' : `Vérifiez les huit chiffres ; essais restants : ${left}.`}`,
    en: `This is not the code that was sent to this address. ${left === 0 ? 'No try is left: ask for another code.' : `Check the eight digits; tries left: ${left}.`}`,
  });

/**
 * Repeatable after a crash while tries are left.
 * @param asked `code` as she typed it: blanks and dashes do not matter
 * @throws Refusal `not-allowed`, `proof-expired`, `too-many-tries`, `wrong-code`, `identity-held-by-another`
 */
export async function answerAddressCode(
  ports: ClaimPorts,
  asked: Herself & { readonly request: string; readonly code: string },
): Promise<Linked> {
  await requireHerself(ports, asked);
  const request = await openRequest(ports, asked, asked.request, 'address-code');
  const left = await takeTry(ports, asked, request.id);
  const given = await codeHashOf(ports, request.id, asked.code.replace(/[\s-]/g, ''));
  const isRight =
    request.codeHash !== null && sameDigest(ports.primitives.sha256, fromHex(given), fromHex(request.codeHash));
  if (!isRight) throw wrongCode(left);
  const identity = await addressIdentity(ports, request.where);
  return linkProven(ports, asked, request, identity, request.where);
}
