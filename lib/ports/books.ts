// Books of facts, their batches and their signed heads.

/** A fact as it stands in the store: its canonical bytes, and the salt of its leaf in the public log. */
export interface StoredFact {
  readonly book: string;
  readonly seq: number;
  readonly bytes: Uint8Array;
  /** 32 bytes, kept beside the fact: who has the fact and not the salt cannot tell its leaf. */
  readonly salt: Uint8Array;
}

export interface ReadBooks {
  /** The facts with `seq > after`, in order, strongly consistent. `after` = -1 for all. */
  readonly facts: (book: string, after: number) => AsyncIterable<StoredFact>;
  /** At half the price: the facts in order, perhaps without those of the last moment. A gap is one that `facts` has too. */
  readonly settled: (book: string) => AsyncIterable<StoredFact>;
  readonly fact: (book: string, seq: number) => Promise<StoredFact | null>;
}

export interface AppendBooks {
  /** The one write that decides: put if no fact has this `(book, seq)`. */
  readonly put: (fact: StoredFact) => Promise<'put' | 'taken'>;
}

/** Chunks of batches, and whatever else is named by what it holds. */
export interface ReadBatches {
  readonly chunk: (tenant: string, root: string, index: number) => Promise<Uint8Array | null>;
}

export interface WriteBatches {
  /** Put if absent; the same name always holds the same bytes. */
  readonly putChunk: (tenant: string, root: string, index: number, bytes: Uint8Array) => Promise<void>;
}

/**
 * The one way to change what stands: in place of a chunk, the same without the rows that an `erasure` fact lists; and lines of who looked at
 * somebody, once she is erased.
 */
export interface Erasing {
  readonly replaceChunk: (tenant: string, root: string, index: number, bytes: Uint8Array) => Promise<void>;
  /** In place of a chunk among the files; of the one before nothing is kept. */
  readonly replaceObject: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Every line about this subject. */
  readonly removeAccess: (subject: string) => Promise<void>;
}

/** The signed head of each book, outside the table: it shows that a book was cut short. */
export interface Heads {
  /** @returns the JWS text */
  readonly get: (book: string) => Promise<string | null>;
  /** In place of the one before. */
  readonly put: (book: string, text: string) => Promise<void>;
  /** Every book that has one. */
  readonly books: () => AsyncIterable<string>;
}
