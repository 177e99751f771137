// The log in memory: its files, and an Ed25519 key that lives as long as the process, marked TEST like key files.
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { LogFiles, LogSigner } from '../../ports/log.ts';
import type { Random } from '../../ports/primitives.ts';
import type { MemoryBlobs } from '../memory/memory-blobs.ts';
import type { Rotating } from '../signer/rotating.ts';
import { rawPublicKey } from './ed25519.ts';

/** @param blobs a test may change them behind the port */
export function memoryLogFiles(blobs: MemoryBlobs): LogFiles {
  const { putIfAbsent, get, replace } = blobs;
  return {
    putTile: putIfAbsent,
    tile: get,
    put: putIfAbsent,
    get,
    swap: async (name, before, after) => {
      if (before === null) return (await putIfAbsent(name, after)) === 'put';
      const now = blobs.now(name);
      if (now === null || !Buffer.from(now).equals(before)) return false;
      await replace(name, after);
      return true;
    },
  };
}

/** RFC 8410: what stands before the 32 bytes of an Ed25519 private key in PKCS #8. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function memoryLogSigner(random: Random): LogSigner & Rotating {
  const made = (purpose: string): KeyObject => {
    const seed = random.bytes(32, purpose);
    return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  };
  const keys = [made('log key')];
  return {
    publicKeys: async () => keys.map((key) => rawPublicKey(createPublicKey(key))),
    sign: async (message) => sign(null, message, keys[0]!),
    isTest: true,
    rotate: async () => {
      keys.unshift(made(`log key ${keys.length + 1}`));
    },
  };
}
