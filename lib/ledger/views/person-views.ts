// The views of a person's book: her identities, and the time claimed for her by each employer. Only the assessor reads it.
import type { AnyFact } from '../fact.ts';
import type { FactData } from '../kinds.ts';
import { change, seqName, set, type ViewChange } from './view-change.ts';

/** `identities/<author>` */
export type IdentityView = FactData<'identity-proven'> & { readonly withdrawn: boolean; readonly at: string };
/** `claims/<company>/<seq>` */
export type ClaimView = FactData<'time-claimed'> & { readonly seq: number };

/** @returns what this fact changes, in order */
export function personViews(fact: AnyFact): readonly ViewChange[] {
  switch (fact.kind) {
    case 'identity-proven':
      return [set(`identities/${fact.data.author}`, { ...fact.data, withdrawn: false, at: fact.at })];
    case 'identity-withdrawn':
      return [
        change(`identities/${fact.data.author}`, null as IdentityView | null, (old) =>
          old === null ? null : { ...old, withdrawn: true },
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
