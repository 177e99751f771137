// Total and subtotal rows: told apart from lines by their label or their SUM, and kept to reconcile with.
import type { Cell, Row } from './cell.ts';
import { cellText } from './cell-text.ts';
import { plainText } from './words.ts';

export type TotalKind = 'grand' | 'named' | 'sub';

const label = /^(sous total|sous totaux|subtotal|sub total|total|totaux|totals|grand total|cumul|somme|sum|ensemble)\b/;
const sub = /^(sous|sub)/;
const grand =
  /^(grand )?(total|totaux|totals|somme|sum)( general| generaux| global)?( (des |d )?(heures|hours|temps))?$/;

/** @returns what kind of total a label announces; null for any other text */
export function totalKindOf(cell: Cell | undefined): TotalKind | null {
  if (cell?.kind !== 'text' || cell.text.length > 80) return null;
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
