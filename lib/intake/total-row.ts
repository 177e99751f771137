// Total and subtotal rows: told apart from lines by their label or their SUM, and kept to reconcile with.
import type { Cell, Row } from './cell.ts';
import { cellText } from './cell-text.ts';
import { plainText } from './words.ts';

export type TotalKind = 'grand' | 'named' | 'sub';

const label =
  /^((sous|ss|s) (total|totaux)|subtotals?|sub total|total|totaux|totals|tot|grand total|total general|cumul|somme|sum|ensemble|(a )?report(er)?|carried forward|brought forward|moyenne|average)\b/;
/** Subtotals, what a page carries to the next, and averages: never the total of the whole. */
const sub = /^(sous|ss|s|report|reporter|a reporter|carried|brought|moyenne|average)\b|^sub/;
const grand =
  /^(grand )?(total|totaux|totals|tot|somme|sum)( general| generaux| global)?( (des |d |de )?(heures|hours|temps|jours|days|h|j))?( (du |de la |de l |of the |for the )?(mois|periode|annee|month|period|year))?$/;

/** @returns what kind of total a label announces; null for any other text */
export function totalKindOf(cell: Cell | undefined): TotalKind | null {
  if (cell?.kind !== 'text' || cell.text.length > 80) return null;
  // No label begins with a digit, and nearly every cell that is asked about is a date.
  if (/^\d/.test(cell.text)) return null;
  const plain = plainText(cellText(cell));
  if (!label.test(plain)) return null;
  if (sub.test(plain)) return 'sub';
  return grand.test(plain) ? 'grand' : 'named';
}

/** The label of a row, wherever it stands but in `except` (comments). */
export function totalKindOfRow(row: Row, except: number | undefined, kindOf = totalKindOf): TotalKind | null {
  for (const [column, cell] of row.cells.entries()) {
    const kind = column === except ? null : kindOf(cell);
    if (kind !== null) return kind;
  }
  return null;
}

export interface StatedTotal {
  readonly row: number;
  readonly kind: TotalKind;
  readonly minutes: number | null;
}

/** The one total that stands for the whole sheet: the last so called, or the only one. */
export function grandTotal(totals: readonly StatedTotal[]): StatedTotal | null {
  const called = totals.findLast((total) => total.kind === 'grand');
  if (called !== undefined) return called;
  const others = totals.filter((total) => total.kind === 'named');
  return others.length === 1 ? (others[0] ?? null) : null;
}
