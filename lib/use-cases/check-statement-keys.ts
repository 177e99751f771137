// The key that signed each statement, held against the registry: it was published for statements, and not retired by then.
import { type AnyFact, parseFact } from '../ledger/fact.ts';
import type { StoredFact } from '../ports/books.ts';
import type { Ports } from '../ports.ts';
import { parseJws } from '../statement/jws.ts';
import { jwsObject } from './issued-payload.ts';
import { type Flaw, statementKeyFlaw } from './ledger-finding.ts';
import { registryBook } from './people.ts';
import { storedFacts } from './stored-facts.ts';

/** The facts of a company’s book, each once. */
export interface StatementKeyWatch {
  readonly take: (fact: AnyFact) => Promise<void>;
  /** Once all were taken: a key that was published meanwhile is then known. */
  readonly flaws: () => Promise<readonly (Flaw & { readonly seq: number })[]>;
}

const decoder = new TextDecoder();

function factOf(stored: StoredFact | number): AnyFact | null {
  try {
    return typeof stored === 'number' ? null : parseFact(stored.bytes);
  } catch {
    // Named where the registry itself is read.
    return null;
  }
}

/** @returns of each key of statements when it was retired (UTC), null if it is not: from the facts as they stand, whatever is wrong with others */
async function retiredByKid(ports: Pick<Ports, 'readBooks'>): Promise<ReadonlyMap<string, string | null>> {
  const retired = new Map<string, string | null>();
  for await (const stored of storedFacts(ports, registryBook)) {
    const fact = factOf(stored);
    if (fact?.kind === 'key-published' && fact.data.use === 'statement' && !retired.has(fact.data.kid))
      retired.set(fact.data.kid, null);
    if (fact?.kind === 'key-retired' && retired.get(fact.data.kid) === null) retired.set(fact.data.kid, fact.at);
  }
  return retired;
}

export function statementKeyWatch(ports: Pick<Ports, 'objects' | 'readBooks'>): StatementKeyWatch {
  const signed: { readonly seq: number; readonly at: string; readonly number: string; readonly kid: string }[] = [];
  return {
    take: async ({ seq, at, ...fact }) => {
      if (fact.kind !== 'statement-issued') return;
      const { number, jws } = fact.data;
      const text = await ports.objects.get(jwsObject(jws));
      const parsed = text === null ? null : parseJws(decoder.decode(text), 'communs-statement+jwt');
      // A text that is missing or changed is told by who reads the files of facts.
      if (parsed !== null && typeof parsed !== 'string') signed.push({ seq, at, number, kid: parsed.kid });
    },
    flaws: async () => {
      if (signed.length === 0) return [];
      const retired = await retiredByKid(ports);
      return signed.flatMap(({ seq, at, number, kid }) => {
        const until = retired.get(kid);
        if (until === undefined) return [{ seq, ...statementKeyFlaw(number, 'unknown-key') }];
        return until !== null && until < at ? [{ seq, ...statementKeyFlaw(number, 'retired-key') }] : [];
      });
    },
  };
}
