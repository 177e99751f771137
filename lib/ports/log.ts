// The public log: its signer, its files, and those outside who vouch for it.
import type { NoteKey } from '../ledger/log/vkey.ts';

/** What signs the checkpoints of the public log. */
export interface LogSigner {
  /** Every Ed25519 key ever used for the log, 32 bytes each (RFC 8032), the current one first. */
  readonly publicKeys: () => Promise<readonly Uint8Array[]>;
  /** @param message at most 4,096 bytes, signed as it is @returns 64 bytes */
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
  /** True for key files marked TEST. */
  readonly isTest: boolean;
}

/** The files of the public log (C2SP tlog-tiles), and beside them what its sequencer stages. Names as `2026/tile/0/000`. */
export interface LogFiles {
  /** Tiles and bundles of entries: put once, never replaced nor removed. */
  readonly putTile: (name: string, bytes: Uint8Array) => Promise<'put' | 'taken'>;
  readonly tile: (name: string) => Promise<Uint8Array | null>;
  /** What was staged, and stamps: put once. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<'put' | 'taken'>;
  readonly get: (name: string) => Promise<Uint8Array | null>;
  /**
   * The one write that decides what the log says next.
   * @param before the bytes that must stand there, null: nothing
   * @returns false if others stand there; nothing was changed then
   */
  readonly swap: (name: string, before: Uint8Array | null, after: Uint8Array) => Promise<boolean>;
}

/** Facts of one book that entered the log together, one behind the other in both. */
export interface LogRun {
  readonly book: string;
  /** Their places in the book. */
  readonly first: number;
  readonly last: number;
  readonly year: number;
  /** The place of the first in that year’s log. */
  readonly index: number;
}

/** Facts stand at another place of the log, or in other runs: whoever found that goes on nowhere until a person has looked. */
export class OtherPlace extends Error {
  override readonly name = 'OtherPlace';
}

/** Which fact stands where in the log, outside the log’s own files. */
export interface LogPlaces {
  /** @returns the run that holds this fact; null while it is not in the log */
  readonly of: (book: string, seq: number) => Promise<LogRun | null>;
  /** @returns the last fact of the book that is in the log, -1 for none */
  readonly last: (book: string) => Promise<number>;
  /** All runs of the book, in order. */
  readonly runs: (book: string) => AsyncIterable<LogRun>;
  /** Repeatable, each fact once. @throws OtherPlace where another run stands already */
  readonly put: (run: LogRun) => Promise<void>;
  /** The years that have a log, and how large each was when its last append ended. */
  readonly years: () => AsyncIterable<{ readonly year: number; readonly size: number }>;
  /** Never smaller than what stands there. */
  readonly putYear: (year: number, size: number) => Promise<void>;
}

/** Time stamps by an authority outside (RFC 3161). */
export interface TimeStamps {
  /** Null where none is set. */
  readonly authority: {
    /** PEM: what its answers are held against. */
    readonly ca: string;
    /**
     * @param text what is stamped: the text of a checkpoint, without its signatures
     * @returns its whole answer (DER), verified, and the instant in it, UTC
     * @throws Refusal `time-stamp-failed`
     */
    readonly stamp: (text: Uint8Array) => Promise<{ readonly response: Uint8Array; readonly at: string }>;
  } | null;
  /** @param ca PEM @returns when it was stamped; null if it is no stamp over this text by that authority */
  readonly check: (text: Uint8Array, response: Uint8Array, ca: string) => Promise<{ readonly at: string } | null>;
}

/** Witnesses outside that cosign the log’s checkpoints: pinned by the operator, in the settings. */
export interface Witnesses {
  readonly keys: readonly NoteKey[];
  /** Those that take checkpoints themselves (C2SP tlog-witness). */
  readonly submitting: readonly {
    readonly key: NoteKey;
    /** One add-checkpoint. @throws where it does not answer */
    readonly add: (body: Uint8Array) => Promise<{ readonly status: number; readonly text: string }>;
  }[];
}

/** Facts that wait to enter the log. Asked twice is looked at twice, and the second look finds nothing new. */
export interface LogQueue {
  /**
   * @param when `now`: where this very process keeps the log, they are in it when this resolves. A log that is out of order stops
   * nobody: what it did not take is taken later
   */
  readonly ask: (book: string, when: 'soon' | 'now') => Promise<void>;
}
