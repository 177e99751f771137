// The developer proves an account of a forge: she signs a text of ours with a key that the forge publishes for the account.
import { Refusal } from '../model/refusal.ts';
import type { SshVerdict } from '../ports/primitives.ts';
import type { Ports } from '../ports.ts';
import type { ClaimPorts } from './claim-time.ts';
import { accountIdentity } from './identities.ts';
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

const lastsMs = 3_600_000;

/** What `ssh-keygen -Y sign -n` is told: a signature for git or for a file is none for us. */
export const signatureNamespace = 'communs';

/**
 * Bound to this installation, to her alias, to the account, and to an hour: it is of no use anywhere else.
 * @returns one line, without its end
 */
export const challengeText = (
  { id, where, login, expires }: ProofRequest,
  { developer }: Pick<Herself, 'developer'>,
  issuer: string,
): string => `communs identity proof; ${issuer}; ${developer}; account ${login} on ${where}; until ${expires}; ${id}`;

const unknownForge = (host: string, hosts: readonly string[]): Refusal =>
  new Refusal('unknown-forge', {
    fr: `La forge « ${host.slice(0, 100)} » n’est pas de celles dont cette installation lit les clés (${hosts.join(', ')}). Choisissez-en une, ou prouvez une adresse à la place.`,
    en: `The forge '${host.slice(0, 100)}' is not among those whose keys this installation reads (${hosts.join(', ')}). Choose one of them, or prove an address instead.`,
  });

/** @throws Refusal `not-allowed`, `unknown-forge`, `too-many-tries` */
export async function askForSignature(
  ports: RequestPorts & Pick<Ports, 'forgeKeys'>,
  asked: ProofAsked & { readonly host: string; readonly login: string },
): Promise<ProofRequest> {
  await requireHerself(ports, asked);
  const host = asked.host.trim().toLowerCase();
  const { hosts } = ports.forgeKeys;
  if (!hosts.includes(host)) throw unknownForge(host, hosts);
  const login = asked.login.trim();
  return beginProof(ports, asked, { proof: 'signed-challenge', where: host, login, lastsMs, code: null });
}

const reasons: Readonly<Record<Exclude<SshVerdict, 'good'>, { readonly fr: string; readonly en: string }>> = {
  unreadable: {
    fr: 'Le texte collé n’est pas une signature SSH entière. Collez tout ce que la commande affiche, des lignes BEGIN à END.',
    en: 'The pasted text is no whole SSH signature. Paste all that the command prints, from the line BEGIN to the line END.',
  },
  'other-purpose': {
    fr: `La signature a été faite pour autre chose. Recopiez la commande telle qu’elle est, avec « -n ${signatureNamespace} ».`,
    en: `The signature was made for something else. Copy the command as it is, with '-n ${signatureNamespace}'.`,
  },
  'unknown-key': {
    fr: 'La clé qui a signé n’est pas publiée par la forge pour ce compte. Signez avec une clé publiée, ou ajoutez celle-ci à votre compte, puis recommencez.',
    en: 'The key that signed is not published by the forge for this account. Sign with a key that is, or add this one to your account, then try again.',
  },
  'unknown-kind': {
    fr: 'Ce genre de clé n’est pas vérifié ici. Signez avec une clé Ed25519, ECDSA P-256, ou RSA d’au moins 2048 bits.',
    en: 'This kind of key is not checked here. Sign with an Ed25519, ECDSA P-256, or RSA key of at least 2048 bits.',
  },
  wrong: {
    fr: 'La signature n’est pas celle de ce texte. Signez le texte affiché, d’un seul tenant, sans rien y changer.',
    en: 'The signature is not one of this text. Sign the text as it is shown, in one piece, without changing anything.',
  },
};

/**
 * Repeatable after a crash while tries are left.
 * @param asked `signature`: what `ssh-keygen -Y sign` printed
 * @throws Refusal `not-allowed`, `proof-expired`, `too-many-tries`, `wrong-signature`, `unknown-account`, `forge-unreachable`,
 * `identity-held-by-another`
 */
export async function answerWithSignature(
  ports: ClaimPorts & Pick<Ports, 'forgeKeys' | 'installation'>,
  asked: Herself & { readonly request: string; readonly signature: string },
): Promise<Linked> {
  await requireHerself(ports, asked);
  const { signature } = asked;
  const request = await openRequest(ports, asked, asked.request, 'signed-challenge');
  await takeTry(ports, asked, request.id);
  const { account, keys } = await ports.forgeKeys.keysOf(request.where, request.login ?? '');
  const text = challengeText(request, asked, ports.installation.issuer);
  // Many a shell ends the text with a line break.
  const verdicts = [text, `${text}\n`].map((said) =>
    ports.primitives.checkSshSignature({
      ...{ signature, message: new TextEncoder().encode(said), namespace: signatureNamespace, keys },
    }),
  );
  if (!verdicts.includes('good'))
    throw new Refusal('wrong-signature', reasons[verdicts[0] as Exclude<SshVerdict, 'good'>]);
  const identity = await accountIdentity(ports, { host: request.where, id: account.id });
  return linkProven(ports, asked, request, identity, `${account.login} (${request.where})`);
}
