// The door of an auditor's link: what it shows before it is opened, and how often one network address may try.
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import type { BookPorts } from './book-state.ts';
import { mostFromAddress, type TakenTry, takeTry } from './link-tries.ts';
import {
  behindToken,
  linkRefused,
  type OpenedLink,
  type OpenLink,
  type OpenPorts,
  openLink,
  ourToken,
  tooManyTries,
} from './open-link.ts';
import type { DirectoryPorts } from './people.ts';

/**
 * Unknown, expired and revoked are one and the same, and take the same way through; what our key never signed is refused without a read.
 * @returns the first instant at which the link no longer opens; null if it does not open now. Nothing is changed
 */
export async function linkDoor(
  ports: BookPorts & DirectoryPorts & Pick<Ports, 'linkKeys' | 'clock'>,
  text: string,
): Promise<{ readonly expires: string } | null> {
  const token = await ourToken(ports, text);
  if (token === null) return null;
  const { isLive } = await behindToken(ports, token);
  return isLive ? { expires: new Date(token.expSeconds * 1000).toISOString() } : null;
}

/** Addresses are kept under a keyed hash, which rotates with the key of links: nobody is followed by it. */
async function subjectOf(ports: Pick<Ports, 'linkKeys' | 'primitives'>, address: string): Promise<string> {
  const { key } = await ports.linkKeys.current();
  const text = new TextEncoder().encode(`communs-address/1\n${address}`);
  return `address/${toHex(ports.primitives.hmacSha256(key, text))}`;
}

/**
 * For whatever an address may try at a link of ours.
 * @throws Refusal `unknown-link` for garbage, which costs no read and leaves no line; `too-many-tries`
 */
export async function tryFrom(
  ports: OpenPorts,
  { token, address }: { readonly token: string; readonly address: string },
): Promise<TakenTry> {
  if ((await ourToken(ports, token)) === null) throw linkRefused();
  const taken = await takeTry(ports, await subjectOf(ports, address), mostFromAddress, ports.clock.now());
  if (!taken.isLocked) return taken;
  await taken.end('locked');
  throw tooManyTries(taken.opensAgainMs, 'address');
}

/** @throws Refusal `unknown-link`, one and the same for all; `too-many-tries` */
export async function tryLink(ports: OpenPorts, asked: OpenLink & { readonly address: string }): Promise<OpenedLink> {
  const taken = await tryFrom(ports, asked);
  try {
    const opened = await openLink(ports, asked);
    await taken.end('opened');
    return opened;
  } catch (error) {
    if (error instanceof Refusal) await taken.end('refused');
    throw error;
  }
}
