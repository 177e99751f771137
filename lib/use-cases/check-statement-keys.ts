// The signature of each statement that stands, held against the registry: its key was published for statements, and not retired by then.
import type { AnyFact, Fact } from '../ledger/fact.ts';
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { parseJws } from '../statement/jws.ts';
import { jwsObject } from './issued-payload.ts';
import { hasSigned, type KeysSeen, keysSeen } from './keys-seen.ts';
import { type LedgerFinding, type SignatureIs, statementKeyFlaw } from './ledger-finding.ts';
import { registryBook } from './people.ts';
import { factOf, storedFacts } from './stored-facts.ts';

/** The facts of each company’s book in order, each once. */
export interface StatementKeyWatch {
  readonly take: (fact: AnyFact) => void;
  /** Once all books were read: a key that was published meanwhile is then known. */
  readonly findings: () => Promise<readonly LedgerFinding[]>;
}

const decoder = new TextDecoder();

export function statementKeyWatch(ports: Pick<Ports, 'primitives' | 'objects' | 'readBooks'>): StatementKeyWatch {
  const { primitives } = ports;
  /** What was revoked or replaced states nothing any more. */
  const standing = new Map<string, Fact<'statement-issued'>>();
  const flawOf = async (
    { at, data }: Fact<'statement-issued'>,
    byKid: KeysSeen['byKid'],
  ): Promise<SignatureIs | null> => {
    const text = await ports.objects.get(jwsObject(data.jws));
    // Told where the files of facts are read.
    if (text === null || toHex(primitives.sha256(text)) !== data.jws) return null;
    const parsed = parseJws(decoder.decode(text), 'communs-statement+jwt');
    if (typeof parsed === 'string') return 'wrong';
    const key = byKid.get(parsed.kid);
    if (key === undefined) return 'unknown-key';
    const { publicKey, retired } = key;
    if (publicKey !== null && !(await hasSigned(primitives, publicKey, parsed.signingInput, parsed.signature)))
      return 'wrong';
    return retired !== null && retired < at ? 'retired-key' : null;
  };
  return {
    take: (fact) => {
      const nameOf = (number: string): string => `${fact.book} ${number}`;
      if (fact.kind === 'statement-revoked') standing.delete(nameOf(fact.data.number));
      if (fact.kind !== 'statement-issued') return;
      const { number, supersedes } = fact.data;
      if (supersedes !== null) standing.delete(nameOf(supersedes));
      standing.set(nameOf(number), fact);
    },
    findings: async () => {
      if (standing.size === 0) return [];
      const keys = keysSeen('statement', primitives);
      for await (const stored of storedFacts(ports, registryBook)) {
        const fact = factOf(stored);
        if (fact !== null) keys.take(fact);
      }
      const findings: LedgerFinding[] = [];
      for (const fact of standing.values()) {
        const is = await flawOf(fact, keys.byKid);
        if (is !== null) findings.push({ book: fact.book, seq: fact.seq, ...statementKeyFlaw(fact.data.number, is) });
      }
      return findings;
    },
  };
}
