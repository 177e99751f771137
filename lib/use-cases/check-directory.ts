// The directory, as far as facts can vouch for it: who a staff number leads to, and that nobody who was erased is named again.
import type { AnyFact } from '../ledger/fact.ts';
import type { Ports } from '../ports.ts';
import { type Flaw, namedAgainFlaw, otherPersonFlaw } from './ledger-finding.ts';
import { companyBook, type DirectoryDeveloper } from './people.ts';

export type DirectoryCheckPorts = { readonly directory: Ports['readDirectory'] };

export interface DirectoryWatch {
  readonly take: (fact: AnyFact) => void;
  /** @param carriedOut seq up to which erasures are carried out: until then a name may still stand */
  readonly flaws: (carriedOut: number) => Promise<readonly (Flaw & { readonly seq: number })[]>;
}

/**
 * Of one company's book. A name that is missing is no flaw: it must be erasable, and a restored book has none. What a name says, nothing
 * vouches for.
 */
export function directoryWatch({ directory }: DirectoryCheckPorts, book: string): DirectoryWatch {
  const enrolled = new Map<string, number>();
  const erased = new Map<string, number>();
  const entryOf = async (developer: string) =>
    (await directory.get(book, 'developer', developer)) as unknown as DirectoryDeveloper | null;

  async function leadsElsewhere(developer: string): Promise<boolean> {
    const entry = await entryOf(developer);
    if (entry === null) return false;
    const back = (await directory.get(book, 'matricule', entry.matricule)) as { readonly developer: string } | null;
    return entry.developer !== developer || back?.developer !== developer;
  }

  return {
    take: (fact) => {
      if (!book.startsWith(companyBook(''))) return;
      if (fact.kind === 'developer-enrolled') enrolled.set(fact.data.developer, fact.seq);
      if (fact.kind === 'erasure' && fact.data.developer !== null) erased.set(fact.data.developer, fact.seq);
    },
    flaws: async (carriedOut) => {
      const found: (Flaw & { seq: number })[] = [];
      for (const [developer, seq] of enrolled) {
        const erasedBy = erased.get(developer);
        if (erasedBy === undefined) {
          if (await leadsElsewhere(developer)) found.push({ ...otherPersonFlaw(developer), seq });
        } else if (erasedBy <= carriedOut && (await entryOf(developer)) !== null) {
          found.push({ ...namedAgainFlaw(developer), seq: erasedBy });
        }
      }
      return found;
    },
  };
}
