// The views of a person's book: her identities, and the time claimed for her by each employer. Only the assessor reads it.
import type { AnyFact } from '../fact.ts';
import type { FactData } from '../kinds.ts';
import { type IdentityInterval, withoutDays, withProof } from './identity-intervals.ts';
import { change, seqName, set, type ViewChange } from './view-change.ts';

/** `identities/<author>` */
export interface IdentityView extends Pick<FactData<'identity-proven'>, 'author' | 'about'> {
  /** In the order of their proofs; none where nothing is left of them. */
  readonly intervals: readonly IdentityInterval[];
}
/** `claims/<company>/<seq>` */
export type ClaimView = FactData<'time-claimed'> & { readonly seq: number };

const identity = (author: string, next: (old: IdentityView | null) => IdentityView | null): ViewChange =>
  change(`identities/${author}`, null as IdentityView | null, next);

/** @returns what this fact changes, in order */
export function personViews(fact: AnyFact): readonly ViewChange[] {
  switch (fact.kind) {
    case 'identity-proven': {
      const { author, about } = fact.data;
      return [
        identity(author, (old) => ({ author, about, intervals: withProof(old?.intervals ?? [], fact.data, fact.at) })),
      ];
    }
    case 'identity-withdrawn':
      return [
        identity(fact.data.author, (old) =>
          old === null ? null : { ...old, intervals: withoutDays(old.intervals, fact.data) },
        ),
      ];
    case 'time-claimed': {
      const { company } = fact.data;
      return [
        set(`claims/${company}/${seqName(fact.seq)}`, { ...fact.data, seq: fact.seq }),
        set(`claim-companies/${company}`, true),
      ];
    }
    default:
      return [];
  }
}
