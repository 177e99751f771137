// The auditor opens her link: address, secret, SIREN and code together, or one answer for every way in which it fails.
import type { LinkView, ProfileView } from '../ledger/views/company-views.ts';
import { fromHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { checkLinkToken, parseLinkToken, sameDigest } from '../statement/link.ts';
import { linkSecretBytes, parseSecret, secretDigest } from '../statement/link-secret.ts';
import type { ViewLevel } from '../statement/sd-jwt.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { codeDigest, type LinkEntry } from './link-entry.ts';
import { mostFailures, takeTry } from './link-tries.ts';
import { companyBook, type DirectoryPorts, installation } from './people.ts';

export type OpenPorts = BookPorts & DirectoryPorts & Pick<Ports, 'linkKeys' | 'accessList' | 'clock' | 'random'>;

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

export const accessSubject = (link: string): string => `link/${link}`;
/** Codes sent by mail: their digests, outside the list that the company sees. */
export const codeSubject = (link: string): string => `code/${link}`;
export const codeLastsMs = 1_800_000;

/** Unknown, expired, revoked, wrong secret or code: nobody learns which. */
export const linkRefused = (): Refusal =>
  new Refusal('unknown-link', {
    fr: 'Ce lien ne s’ouvre pas avec ces indications : adresse incomplète, lien expiré ou retiré, secret, SIREN ou code inexact. Demandez un nouveau lien à l’entreprise, ou vérifiez le fichier reçu sur /verify.',
    en: 'This link does not open with what was given: incomplete address, link expired or withdrawn, wrong secret, SIREN or code. Ask the company for a new link, or check the file you received at /verify.',
  });

const unpack = (hex: string | undefined): Uint8Array => fromHex(hex ?? '0'.repeat(64));

/** The part of an address that our key vouches for. */
export interface OurToken {
  readonly link: string;
  /** Seconds since 1970, UTC: the first at which it no longer opens. */
  readonly expSeconds: number;
  readonly isExpired: boolean;
}

/** @returns null for whatever is none of ours: one MAC says so, and nothing was read */
export async function ourToken(
  ports: Pick<Ports, 'linkKeys' | 'clock' | 'primitives'>,
  text: string,
): Promise<OurToken | null> {
  const token = parseLinkToken(text);
  if (token === null) return null;
  const key = await ports.linkKeys.byKid(token.kid);
  if (!checkLinkToken(token, key, ports.primitives)) return null;
  const { linkId: link, expSeconds } = token;
  return { link, expSeconds, isExpired: Math.floor(ports.clock.now() / 1000) >= expSeconds };
}

/** What stands behind an address of ours. For one that leads nowhere the same is read, of a company that is not there. */
export interface BehindToken {
  readonly entry: LinkEntry | null;
  readonly company: string;
  readonly view: LinkView | null;
  readonly siren: string | null;
  /** Known, not revoked, not expired. */
  readonly isLive: boolean;
}

export async function behindToken(
  ports: BookPorts & DirectoryPorts,
  { link, isExpired }: Pick<OurToken, 'link' | 'isExpired'>,
): Promise<BehindToken> {
  const entry = (await ports.directory.get(installation, 'link', link)) as unknown as LinkEntry | null;
  const company = entry?.company ?? 'none';
  const state = await readBook(ports, companyBook(company));
  const view = (await state.get(`links/${link}`)) as unknown as LinkView | null;
  const profile = (await state.get('profile')) as unknown as ProfileView | null;
  const isLive = view !== null && !view.revoked && !isExpired;
  return { entry, company, view, siren: profile?.at(-1)?.siren ?? null, isLive };
}

const encoder = new TextEncoder();

/** Two texts of any length, compared by digests of one length. */
export const sameText = (ports: Pick<Ports, 'primitives'>, a: string, b: string): boolean =>
  sameDigest(ports.primitives.sha256, encoder.encode(a), encoder.encode(b));

/** @returns whether secret and SIREN are those of the link; both are compared, whatever the first gave */
export function rightHolder(
  ports: Pick<Ports, 'primitives'>,
  { view, siren }: BehindToken,
  given: Pick<OpenLink, 'secret' | 'siren'>,
): boolean {
  const { sha256 } = ports.primitives;
  const secret = parseSecret(given.secret) ?? new Uint8Array(linkSecretBytes);
  const hasSecret = sameDigest(sha256, unpack(secretDigest(sha256, secret)), unpack(view?.secret));
  const hasSiren = sameText(ports, siren ?? 'none', given.siren.replace(/\s/g, ''));
  return [hasSecret, hasSiren, view !== null].every(Boolean);
}

async function rightCode(ports: OpenPorts, link: string, entry: LinkEntry | null, given: OpenLink): Promise<boolean> {
  const since = new Date(ports.clock.now() - codeLastsMs).toISOString();
  const sent: string[] = [];
  for await (const { by } of ports.accessList.list(codeSubject(link), since)) sent.push(by);
  const secret = parseSecret(given.secret) ?? new Uint8Array(linkSecretBytes);
  const digest = unpack(codeDigest(ports, secret, given.code.replace(/\D/g, '')));
  const known = [entry?.code ?? undefined, ...sent].map((code) =>
    sameDigest(ports.primitives.sha256, digest, unpack(code)),
  );
  return known.some(Boolean);
}

const clockTime = (ms: number): string => new Date(ms).toISOString().slice(11, 16);

/** It tells nothing of the link: whoever tried so often knows that she did. @param untilMs when the next try is judged again */
export const tooManyTries = (untilMs: number, of: 'link' | 'address'): Refusal =>
  new Refusal('too-many-tries', {
    fr: `${of === 'link' ? 'Dix essais n’ont pas ouvert ce lien en une heure' : 'Trop d’essais sont venus de votre réseau en une heure'} : plus rien n’est essayé jusqu’à ${clockTime(untilMs)} UTC. Ce n’est pas grave : relisez le secret, le SIREN et le code avec la lettre, puis recommencez après cette heure. Pressé ? Le dossier de preuves se vérifie sans lien, sur /verify.`,
    en: `${of === 'link' ? 'Ten tries within an hour have not opened this link' : 'Too many tries came from your network within an hour'}: nothing more is tried until ${clockTime(untilMs)} UTC. No harm is done: compare secret, SIREN and code with the letter, then try again after that time. In a hurry? The evidence bundle is checked without a link, at /verify.`,
  });

/**
 * Every opening and every refused try stands in the link's access list, which the company sees.
 * @throws Refusal `unknown-link`, one and the same for all; `too-many-tries`
 */
export async function openLink(ports: OpenPorts, asked: OpenLink): Promise<OpenedLink> {
  const token = await ourToken(ports, asked.token);
  if (token === null) throw linkRefused();
  const { link } = token;
  const taken = await takeTry(ports, accessSubject(link), mostFailures, ports.clock.now());
  const behind = await behindToken(ports, token);
  // Every part is looked at, whatever the others gave, so that time tells nothing.
  const isRight = [rightHolder(ports, behind, asked), await rightCode(ports, link, behind.entry, asked)].every(Boolean);
  const opens = isRight && behind.isLive && !taken.isLocked;
  await taken.end(opens ? 'opened' : taken.isLocked ? 'locked' : 'refused');
  const { view, company, isLive } = behind;
  if (opens && view !== null) return { link, company, number: view.number, level: view.level };
  throw taken.isLocked && isLive ? tooManyTries(taken.opensAgainMs, 'link') : linkRefused();
}

/** @throws Refusal `unknown-link` once it was revoked or has expired: asked at every page of the session */
export async function requireOpenLink(
  ports: BookPorts & DirectoryPorts & Pick<Ports, 'clock'>,
  link: string,
): Promise<OpenedLink> {
  const { view, company, isLive, entry } = await behindToken(ports, { link, isExpired: false });
  const isOver = entry === null || ports.clock.now() >= entry.expSeconds * 1000;
  if (!isLive || view === null || isOver) throw linkRefused();
  return { link, company, number: view.number, level: view.level };
}
