// Whole files: those named by what they hold, those that name people, and the fonts of printed documents.

/** Files named by their content or by a digest; written once. */
export interface Objects {
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly get: (name: string) => Promise<Uint8Array | null>;
}

/** A sealed file that somebody changed, so that its key does not open it any more. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** Files that name people: each encrypted with a key of its own, so that it can be destroyed alone. */
export interface SealedFiles {
  readonly put: (tenant: string, sha256: string, bytes: Uint8Array) => Promise<void>;
  /** @throws UnreadableFile */
  readonly get: (tenant: string, sha256: string) => Promise<Uint8Array | null>;
  readonly destroy: (tenant: string, sha256: string) => Promise<void>;
}

/** TrueType files for printed documents, embedded in each: a reader needs none of her own. */
export interface Fonts {
  readonly ofDocuments: () => Promise<{ readonly regular: Uint8Array; readonly bold: Uint8Array }>;
}
