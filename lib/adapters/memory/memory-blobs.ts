// Bytes under names, in memory.
import type { Blobs } from '../files/blobs.ts';

export function memoryBlobs(): Blobs {
  const held = new Map<string, Uint8Array>();
  return {
    putIfAbsent: async (name, bytes) => {
      if (!held.has(name)) held.set(name, Uint8Array.from(bytes));
    },
    replace: async (name, bytes) => {
      held.set(name, Uint8Array.from(bytes));
    },
    get: async (name) => {
      const bytes = held.get(name);
      return bytes === undefined ? null : Uint8Array.from(bytes);
    },
    remove: async (name) => {
      held.delete(name);
    },
  };
}
