// Bytes under names, in memory.
import type { Blobs } from '../files/blobs.ts';

export interface MemoryBlobs extends Blobs {
  /** At this very moment, between two of whose steps nobody else comes. */
  readonly now: (name: string) => Uint8Array | null;
  readonly copy: () => MemoryBlobs;
  readonly names: () => Iterable<string>;
}

export function memoryBlobs(from: ReadonlyMap<string, Uint8Array> = new Map()): MemoryBlobs {
  const held = new Map(from);
  return {
    putIfAbsent: async (name, bytes) => {
      if (held.has(name)) return 'taken';
      held.set(name, Uint8Array.from(bytes));
      return 'put';
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
    now: (name) => held.get(name) ?? null,
    copy: () => memoryBlobs(held),
    names: () => held.keys(),
  };
}
