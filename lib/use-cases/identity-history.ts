// What a person's book tells of one identity: on which days it is hers by which proof, and what was said last.
import { digestOf } from '../ledger/fact.ts';
import { type IdentityInterval, withoutDays, withProof } from '../ledger/views/identity-intervals.ts';
import { type BookPorts, emptyHead, factsAfter } from './book-state.ts';

export interface IdentityHistory {
  /** Digests of the last such facts: what is said after them is a new intent. */
  readonly proven: string | null;
  readonly withdrawn: string | null;
  /** Empty while it is not hers on any day. */
  readonly intervals: readonly IdentityInterval[];
}

/** Reads the whole book, which is short: identities change now and then, and time is claimed monthly. */
export async function identityHistory(ports: BookPorts, book: string, author: string): Promise<IdentityHistory> {
  let history: IdentityHistory = { proven: null, withdrawn: null, intervals: [] };
  for await (const { fact, bytes } of factsAfter(ports, emptyHead(book))) {
    const digest = digestOf(ports.primitives.sha256, bytes);
    const { intervals } = history;
    if (fact.kind === 'identity-proven' && fact.data.author === author) {
      history = { ...history, proven: digest, intervals: withProof(intervals, fact.data, fact.at) };
    }
    if (fact.kind === 'identity-withdrawn' && fact.data.author === author) {
      history = { ...history, withdrawn: digest, intervals: withoutDays(intervals, fact.data) };
    }
  }
  return history;
}
