// The door of an auditor's link: what it shows before it is opened, and how often one address may try.
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { parseLinkToken } from '../statement/link.ts';
import type { BookPorts } from './book-state.ts';
import {
  isOurToken,
  linkRefused,
  type OpenedLink,
  type OpenLink,
  type OpenPorts,
  openLink,
  requireOpenLink,
} from './open-link.ts';
import type { DirectoryPorts } from './people.ts';

/**
 * Unknown, altered, expired and revoked are one and the same (formats.md, section 5, rule 10).
 * @returns the first instant at which the link no longer opens; null if it does not open now. Nothing is changed
 */
export async function linkDoor(
  ports: BookPorts & DirectoryPorts & Pick<Ports, 'linkKeys' | 'clock'>,
  text: string,
): Promise<{ readonly expires: string } | null> {
  const token = parseLinkToken(text);
  if (token === null || !(await isOurToken(ports, text))) return null;
  try {
    await requireOpenLink(ports, token.linkId);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
  return { expires: new Date(token.expSeconds * 1000).toISOString() };
}

/** A whole office may stand behind one address; beyond this in an hour it is somebody trying. */
const mostRefused = 30;
const hourMs = 3_600_000;

/** Addresses are kept under a keyed hash, which rotates with the key of links: nobody is followed by it. */
async function subjectOf(ports: Pick<Ports, 'linkKeys' | 'primitives'>, address: string): Promise<string> {
  const { key } = await ports.linkKeys.current();
  const text = new TextEncoder().encode(`communs-address/1\n${address}`);
  return `address/${toHex(ports.primitives.hmacSha256(key, text))}`;
}

/**
 * Garbage costs no read and leaves no line; a refused try at a link of ours is counted against the address that made it.
 * @throws Refusal `unknown-link`, one and the same for all
 */
export async function tryLink(ports: OpenPorts, asked: OpenLink & { readonly address: string }): Promise<OpenedLink> {
  if (!(await isOurToken(ports, asked.token))) throw linkRefused();
  const subject = await subjectOf(ports, asked.address);
  const nowMs = ports.clock.now();
  let refused = 0;
  for await (const { at } of ports.accessList.list(subject)) if (Date.parse(at) > nowMs - hourMs) refused += 1;
  if (refused >= mostRefused) throw linkRefused();
  try {
    return await openLink(ports, asked);
  } catch (error) {
    const at = new Date(nowMs).toISOString();
    if (error instanceof Refusal)
      await ports.accessList.add(subject, { at, by: parseLinkToken(asked.token)?.linkId ?? '', act: 'refused' });
    throw error;
  }
}
