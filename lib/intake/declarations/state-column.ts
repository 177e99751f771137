// The column that says whether a declared line stands or is taken back: empty where it stands.
import { type LineValues, wordMap } from './line-values.ts';
import type { Column } from './table.ts';

export interface DeclaredState {
  /** False: an earlier line is taken back. */
  readonly stands: boolean;
}

export const stateColumn: Column<'state'> = { field: 'state', headers: ['État', 'State', 'Statut'], needed: false };

const states = wordMap<'stands' | 'withdrawn'>([
  ['valable', 'stands'],
  ['stands', 'stands'],
  ['retiré', 'withdrawn'],
  ['withdrawn', 'withdrawn'],
]);

/** @returns null, with a problem, for a word that is neither */
export function stateOf<Field extends string>(values: LineValues<Field | 'state'>): boolean | null {
  const word = values.word('state', states, 'optional');
  return word === null ? values.isEmpty('state') || null : word === 'stands';
}
