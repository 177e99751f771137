// HMAC keys of auditor links in an embedded run: a new one every 90 days, each checking links as long as one of its links can live.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LinkKeys } from '../../ports/keys.ts';
import type { Clock } from '../../ports/primitives.ts';
import { putIfAbsent } from '../files/write-file.ts';
import { ordinalsIn } from './key-files.ts';

const dayMilliseconds = 86_400_000;
export const rotationDays = 90;
/** After it was rotated out: the longest life of a link. */
export const verificationDays = 400;

const marking = 'TEST key of an embedded run.';
const fileName = (ordinal: number): string => `link-key-${ordinal}.TEST.json`;
const kidOf = (ordinal: number): string => `k${ordinal}`;

interface LinkKey {
  readonly ordinal: number;
  readonly key: Uint8Array;
  /** UTC milliseconds. */
  readonly madeAt: number;
}

async function read(directory: string, ordinal: number): Promise<LinkKey | null> {
  const path = join(directory, fileName(ordinal));
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const { key, madeAt } = JSON.parse(text) as { key: string; madeAt: number };
  const bytes = Buffer.from(key, 'base64url');
  if (bytes.length !== 32 || !Number.isSafeInteger(madeAt)) throw new Error(`${fileName(ordinal)} is not a link key`);
  return { ordinal, key: bytes, madeAt };
}

async function newest(directory: string): Promise<LinkKey | null> {
  const [ordinal] = await ordinalsIn(directory, fileName);
  return ordinal === undefined ? null : read(directory, ordinal);
}

/** @param directory made with mode 700 if it is missing; keys are made when asked for, with mode 600 */
export function localLinkKeys(directory: string, clock: Clock): LinkKeys {
  const current = async (): Promise<{ kid: string; key: Uint8Array }> => {
    const last = await newest(directory);
    if (last !== null && clock.now() < last.madeAt + rotationDays * dayMilliseconds) {
      return { kid: kidOf(last.ordinal), key: last.key };
    }
    const ordinal = (last?.ordinal ?? 0) + 1;
    const content = { warning: marking, key: randomBytes(32).toString('base64url'), madeAt: clock.now() };
    await putIfAbsent(join(directory, fileName(ordinal)), `${JSON.stringify(content, null, 2)}\n`);
    // Ours, or that of a process that was quicker.
    const made = await read(directory, ordinal);
    if (made === null) throw new Error(`${fileName(ordinal)} vanished while it was made`);
    return { kid: kidOf(ordinal), key: made.key };
  };
  return {
    current,
    byKid: async (kid) => {
      const ordinal = Number(/^k([1-9]\d{0,5})$/.exec(kid)?.[1] ?? 0);
      const found = ordinal === 0 ? null : await read(directory, ordinal);
      if (found === null) return null;
      const lastDay = found.madeAt + (rotationDays + verificationDays) * dayMilliseconds;
      return clock.now() < lastDay ? found.key : null;
    },
  };
}
