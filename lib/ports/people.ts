// What is kept of people beside the facts, and what they hand in.
import type { Json } from '../ledger/canonical.ts';

/** Names and addresses of people: the erasable part. Nothing here is ever hashed into a fact unsalted. */
export interface Directory {
  readonly get: (tenant: string, kind: string, key: string) => Promise<Json | null>;
  /** @returns what stands there now: `value`, or what was there before if `onlyIfAbsent` */
  readonly put: (tenant: string, kind: string, key: string, value: Json, onlyIfAbsent: boolean) => Promise<Json>;
  readonly list: (tenant: string, kind: string) => AsyncIterable<{ readonly key: string; readonly value: Json }>;
  /** The same at half the price, perhaps as it was a moment ago. */
  readonly listSettled: (tenant: string, kind: string) => AsyncIterable<{ readonly key: string; readonly value: Json }>;
  readonly remove: (tenant: string, kind: string, key: string) => Promise<void>;
}

/** The keys K of salts: one per person and company, per author, per book. Made at the first call, the same ever after. */
export interface SaltKeys {
  readonly of: (owner: string) => Promise<Uint8Array>;
  readonly destroy: (owner: string) => Promise<void>;
}

/** What a crowd hands in at once, consumed one book at a time. */
export interface Inbox {
  /** Resolves when the message can no longer be lost. */
  readonly submit: (message: InboxMessage) => Promise<void>;
}

export interface InboxMessage {
  readonly book: string;
  readonly kind: 'month-check' | 'confirmation' | 'auditor-note';
  readonly row: Json;
}

/** Openings of links and who saw whose hours: append-only, outside the chains. */
export interface AccessList {
  readonly add: (
    subject: string,
    line: { readonly at: string; readonly by: string; readonly act: string },
  ) => Promise<void>;
  /** In order of time. @param since instant UTC: only lines from then on */
  readonly list: (
    subject: string,
    since?: string,
  ) => AsyncIterable<{ readonly at: string; readonly by: string; readonly act: string }>;
}
