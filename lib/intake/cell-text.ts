// A cell as text: where a name, a project or a comment is expected, and where a message shows what was seen.
import type { Cell } from './cell.ts';
import { dayOfSerial } from './date.ts';
import { asShown, decimalText, parseDecimal } from './decimal.ts';

/** Trimmed; a number as the person saw it, leading zeros of its format included. */
export function cellText(cell: Cell): string {
  if (cell.kind === 'text') return cell.text.trim();
  if (cell.kind !== 'number') return cell.text;
  const stored = parseDecimal(cell.text);
  if (stored === null) return cell.text;
  const shown = decimalText(asShown(stored));
  return cell.format.zeros > 0 && /^\d+$/.test(shown) ? shown.padStart(cell.format.zeros, '0') : shown;
}

/** A cell as a person sees it, a date as a date (`2026-10-12`) and never as its serial number; empty for a blank one. */
export function shownText(cell: Cell | undefined, date1904: boolean): string {
  if (cell === undefined) return '';
  const day = cell.kind === 'number' && cell.format.shape === 'date' ? dayOfSerial(cell.text, date1904) : null;
  return day ?? cellText(cell);
}

/** What a message quotes: at most 80 characters. Null for a blank cell. */
export function cellQuote(cell: Cell | undefined, date1904: boolean): string | null {
  if (cell === undefined) return null;
  const text = shownText(cell, date1904);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
