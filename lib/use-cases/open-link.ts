// The auditor opens her link: address, secret, SIREN and code together, or one answer for every way in which it fails.
import type { LinkView, ProfileView } from '../ledger/views/company-views.ts';
import { fromHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { checkLinkToken, parseLinkToken, sameDigest } from '../statement/link.ts';
import { linkSecretBytes, parseSecret, secretDigest } from '../statement/link-secret.ts';
import type { ViewLevel } from '../statement/sd-jwt.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { codeDigest } from './issue-link.ts';
import { companyBook, type DirectoryPorts, installation } from './people.ts';

export type OpenPorts = BookPorts & DirectoryPorts & Pick<Ports, 'linkKeys' | 'accessList' | 'clock'>;

export interface OpenLink {
  /** What stands after `/v/`. */
  readonly token: string;
  /** As typed, or as the page's script read it after the #. */
  readonly secret: string;
  readonly siren: string;
  readonly code: string;
}

export interface OpenedLink {
  readonly link: string;
  readonly company: string;
  readonly number: string;
  readonly level: ViewLevel;
}

/** Ten failures lock the link for an hour (formats.md, section 5). */
const mostFailures = 10;
const lockMs = 3_600_000;

export const accessSubject = (link: string): string => `link/${link}`;

/** Unknown, expired, revoked, locked, wrong secret or code: nobody learns which (formats.md, section 5, rule 10). */
export const linkRefused = (): Refusal =>
  new Refusal('unknown-link', {
    fr: 'Ce lien ne s’ouvre pas avec ces indications : adresse incomplète, lien expiré ou retiré, secret, SIREN ou code inexact, ou trop d’essais (attendez une heure). Demandez un nouveau lien à l’entreprise, ou vérifiez le fichier reçu sur /verify.',
    en: 'This link does not open with what was given: incomplete address, link expired or withdrawn, wrong secret, SIREN or code, or too many tries (wait an hour). Ask the company for a new link, or check the file you received at /verify.',
  });

const unpack = (hex: string | undefined): Uint8Array => fromHex(hex ?? '0'.repeat(64));

/** @returns whether too many tries failed in the last hour */
export async function isLocked(ports: Pick<Ports, 'accessList'>, link: string, nowMs: number): Promise<boolean> {
  let failures = 0;
  for await (const { at, act } of ports.accessList.list(accessSubject(link))) {
    if (act === 'refused' && Date.parse(at) > nowMs - lockMs) failures += 1;
  }
  return failures >= mostFailures;
}

/** @returns true if the address itself is one of ours and has not expired: nothing was read to say so */
export async function isOurToken(
  ports: Pick<Ports, 'linkKeys' | 'clock' | 'primitives'>,
  text: string,
): Promise<boolean> {
  const token = parseLinkToken(text);
  if (token === null) return false;
  const key = await ports.linkKeys.byKid(token.kid);
  return checkLinkToken(token, key, Math.floor(ports.clock.now() / 1000), ports.primitives);
}

/**
 * Every opening and every refused try stands in the link's access list, which the company sees.
 * @throws Refusal `unknown-link`, one and the same for all
 */
export async function openLink(ports: OpenPorts, asked: OpenLink): Promise<OpenedLink> {
  const { sha256 } = ports.primitives;
  const nowMs = ports.clock.now();
  const token = parseLinkToken(asked.token);
  if (token === null || !(await isOurToken(ports, asked.token))) throw linkRefused();
  const { linkId: link } = token;
  const known = (await ports.directory.get(installation, 'link', link)) as { company: string; code: string } | null;
  if (known === null) throw linkRefused();
  const state = await readBook(ports, companyBook(known.company));
  const view = (await state.get(`links/${link}`)) as unknown as LinkView | null;
  const profile = (await state.get('profile')) as unknown as ProfileView | null;

  const locked = await isLocked(ports, link, nowMs);

  // Every part is compared, whatever the others gave, so that time tells nothing.
  const secret = parseSecret(asked.secret) ?? new Uint8Array(linkSecretBytes);
  const code = asked.code.replace(/\D/g, '');
  const right = [
    sameDigest(sha256, unpack(secretDigest(sha256, secret)), unpack(view?.secret)),
    sameDigest(sha256, unpack(codeDigest(ports, secret, code)), unpack(known.code)),
    profile?.at(-1)?.siren === asked.siren.replace(/\s/g, ''),
    view?.revoked === false,
    !locked,
  ].every(Boolean);
  const at = new Date(nowMs).toISOString();
  // Tries at a locked link do not make the hour longer: who knows the address alone could lock the auditor out for ever.
  const act = right ? 'opened' : locked ? 'locked' : 'refused';
  await ports.accessList.add(accessSubject(link), { at, by: 'auditor', act });
  if (!right || view === null) throw linkRefused();
  return { link, company: known.company, number: view.number, level: view.level };
}

/** @throws Refusal `unknown-link` once it was revoked or has expired: asked at every page of the session */
export async function requireOpenLink(
  ports: BookPorts & DirectoryPorts & Pick<Ports, 'clock'>,
  link: string,
): Promise<OpenedLink> {
  const known = (await ports.directory.get(installation, 'link', link)) as { company: string } | null;
  if (known === null) throw linkRefused();
  const state = await readBook(ports, companyBook(known.company));
  const view = (await state.get(`links/${link}`)) as unknown as LinkView | null;
  const today = new Date(ports.clock.now()).toISOString().slice(0, 10);
  if (view === null || view.revoked || view.expires < today) throw linkRefused();
  return { link, company: known.company, number: view.number, level: view.level };
}
