// The views of a repository's book: the pulls, and where the last one ended.
import type { AnyFact } from '../fact.ts';
import type { BatchRef, FactData } from '../kinds.ts';
import { seqName, set, type ViewChange } from './view-change.ts';

/** `pulls/<seq>` */
export type PullView = FactData<'contributions-pulled'> & { readonly seq: number; readonly at: string };
/** `tips`: the cursor of the next pull. */
export interface TipsView {
  readonly refs: BatchRef;
  readonly seq: number;
  readonly at: string;
}

/** `orphaned`: the commits that no tip reaches any more, one row a sha. */
export interface OrphanedView {
  readonly batch: BatchRef;
  readonly seq: number;
  readonly at: string;
}

/** `licences/<seq>` */
export type LicenceSeenView = FactData<'licence-seen'> & { readonly seq: number; readonly at: string };

/** @returns what this fact changes, in order */
export function repositoryViews(fact: AnyFact): readonly ViewChange[] {
  const { seq, at } = fact;
  switch (fact.kind) {
    case 'contributions-pulled':
      return [
        set(`pulls/${seqName(seq)}`, { ...fact.data, seq, at }),
        set('tips', { refs: fact.data.refs, seq, at } satisfies TipsView),
      ];
    case 'history-rewritten':
      return [
        set(`rewrites/${seqName(seq)}`, { ...fact.data, seq, at }),
        set('orphaned', { batch: fact.data.orphaned, seq, at } satisfies OrphanedView),
      ];
    case 'licence-seen':
      return [set(`licences/${seqName(seq)}`, { ...fact.data, seq, at } satisfies LicenceSeenView)];
    default:
      return [];
  }
}
