// The views of a foundation's book: the receipts that it issued.
import type { AnyFact } from '../fact.ts';
import type { FactData } from '../kinds.ts';
import type { Written } from './company-views.ts';
import { set, type ViewChange } from './view-change.ts';

/** `receipts/<number>` */
export type ReceiptView = FactData<'receipt-issued'> & Written;

/** @returns what this fact changes, in order */
export function foundationViews(fact: AnyFact): readonly ViewChange[] {
  if (fact.kind !== 'receipt-issued') return [];
  const { seq, at, by } = fact;
  return [set(`receipts/${fact.data.number}`, { ...fact.data, seq, at, by } satisfies ReceiptView)];
}
