// What a person's book tells of one address: who proved it, and whether it was withdrawn since.
import { digestOf } from '../ledger/fact.ts';
import type { FactData } from '../ledger/kinds.ts';
import { type BookPorts, emptyHead, factsAfter } from './book-state.ts';

export interface IdentityHistory {
  /** Digests of the last such facts: what is said after them is a new intent. */
  readonly proven: string | null;
  readonly withdrawn: string | null;
  /** What was proven since it was withdrawn last, one for each employer that vouched; empty while it is not hers. */
  readonly proofs: readonly FactData<'identity-proven'>[];
}

/** Reads the whole book, which is short: identities change now and then, and time is claimed monthly. */
export async function identityHistory(ports: BookPorts, book: string, author: string): Promise<IdentityHistory> {
  let history: IdentityHistory = { proven: null, withdrawn: null, proofs: [] };
  for await (const { fact, bytes } of factsAfter(ports, emptyHead(book))) {
    const digest = digestOf(ports.primitives.sha256, bytes);
    if (fact.kind === 'identity-proven' && fact.data.author === author) {
      history = { ...history, proven: digest, proofs: [...history.proofs, fact.data] };
    }
    if (fact.kind === 'identity-withdrawn' && fact.data.author === author) {
      history = { ...history, withdrawn: digest, proofs: [] };
    }
  }
  return history;
}
