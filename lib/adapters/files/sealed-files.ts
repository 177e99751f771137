// Files that name people: AES-256-GCM under a key of its own each, which is kept apart from the file and destroyed before it.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { type SealedFiles, UnreadableFile } from '../../ports/files.ts';
import type { Random } from '../../ports/primitives.ts';
import type { Blobs } from './blobs.ts';

const cipher = 'aes-256-gcm';
const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/** IV ‖ ciphertext ‖ tag. The name is authenticated too, so that no file can be passed off as another. */
function seal(key: Uint8Array, iv: Uint8Array, name: string, bytes: Uint8Array): Uint8Array {
  const sealing = createCipheriv(cipher, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(name));
  return Buffer.concat([iv, sealing.update(bytes), sealing.final(), sealing.getAuthTag()]);
}

/** @throws UnreadableFile if a bit of file, key or name was changed */
function open(key: Uint8Array, name: string, sealed: Uint8Array): Uint8Array {
  try {
    const opening = createDecipheriv(cipher, key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
    opening.setAAD(Buffer.from(name)).setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([opening.update(sealed.subarray(ivBytes, -tagBytes)), opening.final()]);
  } catch (cause) {
    throw new UnreadableFile('a sealed file does not open with its key', { cause });
  }
}

/**
 * A crash between key and file leaves a key that opens nothing; the retry takes it. A crash between the destruction of the key and
 * of the file leaves a file that nobody can open; `get` says that there is none, and a later `put` replaces it.
 * @param keys and files are two places with rights of their own, neither of them versioned or backed up: gone is gone
 */
export function sealedFiles(keys: Blobs, files: Blobs, random: Random): SealedFiles {
  const nameOf = (tenant: string, sha256: string): string => `${tenant}/${sha256}`;
  return {
    put: async (tenant, sha256, bytes) => {
      const name = nameOf(tenant, sha256);
      await keys.putIfAbsent(name, random.bytes(keyBytes, `file key ${name}`));
      const key = await keys.get(name);
      if (key === null) throw new Error('a file was destroyed while it was being sealed');
      await files.replace(name, seal(key, random.bytes(ivBytes, `file iv ${name}`), name, bytes));
    },
    get: async (tenant, sha256) => {
      const name = nameOf(tenant, sha256);
      const key = await keys.get(name);
      const sealed = key === null ? null : await files.get(name);
      return key === null || sealed === null ? null : open(key, name, sealed);
    },
    destroy: async (tenant, sha256) => {
      const name = nameOf(tenant, sha256);
      await keys.remove(name);
      await files.remove(name);
    },
  };
}
