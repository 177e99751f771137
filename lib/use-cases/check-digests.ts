// What leads from the digest of an issued file to its statement, held against the facts that named the file.
import { canonicalBytes } from '../ledger/canonical.ts';
import type { AnyFact } from '../ledger/fact.ts';
import { sameBytes } from '../model/bytes.ts';
import type { Ports } from '../ports.ts';
import { type Flaw, pointerFlaw } from './ledger-finding.ts';
import { type DigestOwner, digestObject } from './look-up-digest.ts';
import { companyOfBook } from './people.ts';

export interface DigestWatch {
  readonly take: (fact: AnyFact) => void;
  /** Each is put before its fact: one that is missing was taken away. */
  readonly flaws: () => Promise<readonly (Flaw & { readonly seq: number })[]>;
}

/** The file that a fact issues, and where it belongs. */
export function digestIssued({ book, kind, data }: AnyFact): { sha256: string; owner: DigestOwner } | null {
  const company = companyOfBook(book);
  if (kind === 'statement-issued') {
    return { sha256: data.jws, owner: { company, number: data.number, rendering: 'statement' } };
  }
  if (kind === 'rendering-stored') {
    return { sha256: data.sha256, owner: { company, number: data.number, rendering: data.rendering } };
  }
  return null;
}

/** Of one book. Two renderings of the same bytes have one pointer, to the first of them that was made. */
export function digestWatch({ objects }: Pick<Ports, 'objects'>): DigestWatch {
  const issued = new Map<string, { readonly seq: number; readonly owners: DigestOwner[] }>();
  return {
    take: (fact) => {
      const found = digestIssued(fact);
      if (found === null) return;
      const known = issued.get(found.sha256) ?? { seq: fact.seq, owners: [] };
      known.owners.push(found.owner);
      issued.set(found.sha256, known);
    },
    flaws: async () => {
      const flaws: (Flaw & { seq: number })[] = [];
      for (const [sha256, { seq, owners }] of issued) {
        const stored = await objects.get(digestObject(sha256));
        const leads = owners.some((owner) => stored !== null && sameBytes(stored, canonicalBytes(owner)));
        if (!leads) flaws.push({ ...pointerFlaw(sha256), seq });
      }
      return flaws;
    },
  };
}
