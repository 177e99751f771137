// Total and subtotal rows: told apart from lines by their label or their SUM, and kept to reconcile with.
import type { Cell, Row } from './cell.ts';
import { cellText } from './cell-text.ts';
import { plainText } from './words.ts';

/** `grand`: of the whole outright (« Total général »). `bare`: « TOTAL », of the whole or of the lines above it. `named`: of a person, a project. */
export type TotalKind = 'grand' | 'bare' | 'named' | 'sub';

const label =
  /^((sous|ss|s) (total|totaux)|subtotals?|sub total|total|totaux|totals|tot|grand total|total general|cumul|somme|sum|ensemble|(a )?report(er)?|carried forward|brought forward|moyenne|average)\b/;
/** Subtotals, what a page carries to the next, and averages: never the total of the whole. */
const sub = /^(sous|ss|s|report|reporter|a reporter|carried|brought|moyenne|average)\b|^sub/;
const outright = /^grand |\b(general|generaux|global)\b/;
const bare =
  /^(grand )?(total|totaux|totals|tot|somme|sum)( general| generaux| global)?( (des |d |de )?(heures|hours|temps|jours|days|h|j))?( (du |de la |de l |of the |for the )?(mois|periode|annee|month|period|year))?$/;

/** @returns what kind of total a label announces; null for any other text */
export function totalKindOf(cell: Cell | undefined): TotalKind | null {
  if (cell?.kind !== 'text' || cell.text.length > 80) return null;
  // No label begins with a digit, and nearly every cell that is asked about is a date.
  if (/^\d/.test(cell.text)) return null;
  const plain = plainText(cellText(cell));
  if (!label.test(plain)) return null;
  if (sub.test(plain)) return 'sub';
  if (!bare.test(plain)) return 'named';
  return outright.test(plain) ? 'grand' : 'bare';
}

/** The label of a row, wherever it stands but in `except` (comments). */
export function totalKindOfRow(row: Row, except: number | undefined, kindOf = totalKindOf): TotalKind | null {
  for (const [column, cell] of row.cells.entries()) {
    const kind = column === except ? null : kindOf(cell);
    if (kind !== null) return kind;
  }
  return null;
}

/** What was read of a table so far. */
export interface ReadSoFar {
  /** Lines, whether they can be posted or not. */
  readonly lines: number;
  readonly minutes: number;
}

export interface StatedTotal {
  readonly row: number;
  readonly kind: TotalKind;
  readonly minutes: number | null;
  /** Of the table above this row. */
  readonly above: ReadSoFar;
}

export interface FileTotal {
  /** The row that states it; of several, the first that is not what was read above it, or the first. */
  readonly row: number;
  readonly minutes: number | null;
}

/**
 * The total of a table: the last one that says so outright; else « TOTAL », or the only named one. Where every block of lines ends with its own,
 * their sum is meant, unless the last is what was read of all blocks and not what was read of its own.
 * @param whole of the table to its end
 */
export function totalOfTable(totals: readonly StatedTotal[], whole: ReadSoFar): FileTotal | null {
  const outright = totals.findLast(({ kind }) => kind === 'grand');
  if (outright !== undefined) return outright;
  const bares = totals.filter(({ kind }) => kind === 'bare');
  const candidates = bares.length > 0 ? bares : totals.filter(({ kind }) => kind === 'named');
  const last = candidates.at(-1);
  if (last === undefined || candidates.length === 1) return last ?? null;
  return sumOfBlocks(candidates, whole) ?? (bares.length > 0 ? last : null);
}

/** @returns null unless each total stands below lines of its own, no line below the last, and the last is not that of all */
function sumOfBlocks(totals: readonly StatedTotal[], whole: ReadSoFar): FileTotal | null {
  let before: ReadSoFar = { lines: 0, minutes: 0 };
  let sum: number | null = 0;
  let row: number | null = null;
  let own = 0;
  for (const { row: at, minutes, above } of totals) {
    if (above.lines === before.lines) return null;
    own = above.minutes - before.minutes;
    if (minutes !== own) row ??= at;
    sum = sum === null || minutes === null ? null : sum + minutes;
    before = above;
  }
  const last = totals.at(-1);
  const isOfAll = last !== undefined && last.minutes === whole.minutes && last.minutes !== own;
  return before.lines < whole.lines || isOfAll ? null : { row: row ?? totals[0]?.row ?? 0, minutes: sum };
}
