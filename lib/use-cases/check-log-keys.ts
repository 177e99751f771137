// Checkpoints that keys of the log signed after they were retired. None has a date; one that holds the retirement itself is from after it.
import type { OpenedCheckpoint } from '../ledger/log/checkpoint.ts';
import type { StoredFact } from '../ports/books.ts';
import { encodeBase64url } from '../statement/base64url.ts';
import { type LedgerFinding, logFlaw } from './ledger-finding.ts';
import { registryBook } from './people.ts';
import { factOf } from './stored-facts.ts';

/** An entry’s: the year whose log it stands in, and its index there. */
interface PlaceInLog {
  readonly year: number;
  readonly index: number;
}

interface Signed {
  readonly year: number;
  /** The file. */
  readonly name: string;
  readonly size: number;
  /** Of the log’s keys that signed it. */
  readonly kids: readonly string[];
}

export interface LogKeyWatch {
  /** @param signatures those of keys of the log, verified */
  readonly signed: (year: number, name: string, checkpoint: Pick<OpenedCheckpoint, 'size' | 'signatures'>) => void;
  /** Each fact that is in the log, in the order of its book. */
  readonly take: (fact: StoredFact, place: PlaceInLog) => void;
  /** Once the registry was read. */
  readonly findings: () => readonly LedgerFinding[];
}

export function logKeyWatch(): LogKeyWatch {
  const all: Signed[] = [];
  const retired = new Map<string, PlaceInLog>();
  /** A later year’s log holds nothing from before; an earlier one’s may have grown since, and nobody can tell. */
  const isAfter = ({ year, size }: Signed, place: PlaceInLog | undefined): boolean =>
    place !== undefined && (year > place.year || (year === place.year && size > place.index));
  return {
    signed: (year, name, { size, signatures }) => {
      all.push({ year, name, size, kids: signatures.map(({ key }) => encodeBase64url(key.publicKey)) });
    },
    take: (stored, place) => {
      if (stored.book !== registryBook) return;
      const fact = factOf(stored);
      if (fact?.kind === 'key-retired' && !retired.has(fact.data.kid)) retired.set(fact.data.kid, place);
    },
    findings: () =>
      all
        .filter((one) => one.kids.every((kid) => isAfter(one, retired.get(kid))))
        .map(({ year, name }) => ({ book: `log/${year}`, seq: null, ...logFlaw(name, 'retired-key') })),
  };
}
