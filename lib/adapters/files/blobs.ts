// Bytes under names: what objects and sealed files need of a directory, a bucket, or memory.

export interface Blobs {
  /** Resolves when bytes under that name can no longer be lost: these, or ('taken') the ones that were there before. */
  readonly putIfAbsent: (name: string, bytes: Uint8Array) => Promise<'put' | 'taken'>;
  readonly replace: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly get: (name: string) => Promise<Uint8Array | null>;
  readonly remove: (name: string) => Promise<void>;
}
