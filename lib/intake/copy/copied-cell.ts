// A cell as our readers give it, written so that they read the same again, and a person sees what she wrote.
import { daysBetween, isDay } from '../../model/calendar.ts';
import { caps } from '../caps.ts';
import type { Cell, NumberShape } from '../cell.ts';
import { parseDecimal } from '../decimal.ts';
import type { WrittenValue } from '../write/written-cell.ts';

/** Errors that a workbook may hold; any other word would make it one that Excel repairs. */
const errors: ReadonlySet<string> = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

const operand = String.raw`(?:\$?[A-Z]{1,3}\$?\d{1,7}|\d{1,9}(?:\.\d{1,9})?)`;
const range = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?`;
const plainSum = new RegExp(`^(?:SUM\\(${range}(?:,${range})*|SUBTOTAL\\((?:9|109),${range})\\)$`);
const plainArithmetic = new RegExp(`^${operand}(?:[-+*/]${operand})*$`);
const odsRange = /\[\.(\$?[A-Z]{1,3}\$?\d{1,7})(?::\.(\$?[A-Z]{1,3}\$?\d{1,7}))?\]/g;

/** `of:=SUM([.F2:.F9];[.F12])` of OpenDocument is `SUM(F2:F9,F12)` elsewhere. */
const formulaText = (written: string): string =>
  written.startsWith('of:=')
    ? written
        .slice(4)
        .replace(odsRange, (_, from: string, to?: string) => (to === undefined ? from : `${from}:${to}`))
        .replaceAll(';', ',')
    : written.replace(/^=/, '');

/** Sums and plain arithmetic over cells of the sheet: nothing that reaches out of the file. Null for any other formula, or one cut off. */
function harmless(written: string): string | null {
  const formula = formulaText(written);
  return plainSum.test(formula) || plainArithmetic.test(formula) ? formula : null;
}

/** The days for which a serial number is read as a day (lib/intake/date.ts). */
const hasSerial = (day: string): boolean => {
  if (!isDay(day)) return false;
  const serial = daysBetween('1899-12-30', day);
  return serial >= 20_000 && serial <= 80_000;
};

/** @returns undefined for General */
export function formatOf(cell: Cell): string | undefined {
  if (cell.kind === 'day') return 'dd/mm/yyyy';
  return cell.kind === 'number' ? formatOfShape(cell.format, cell.text) : undefined;
}

function formatOfShape({ shape, zeros }: NumberShape, text: string): string | undefined {
  switch (shape) {
    case 'date':
      return 'dd/mm/yyyy';
    case 'time':
      return '[h]:mm';
    case 'percent':
      return /^[+-]?\d*(?:\.\d{1,2})?$/.test(text) ? '0%' : '0.00%';
    case 'plain':
      return zeros > 0 ? '0'.repeat(zeros) : undefined;
  }
}

/** The text is longer than is read, and only its beginning is known: blanks keep it so until somebody writes it anew. */
const stillTooLong = (text: string): string => `${text}…`.padEnd(caps.cellCharacters + 2, ' ');

export function writtenValue(cell: Cell): WrittenValue {
  switch (cell.kind) {
    case 'text':
      return { kind: 'text', text: cell.text };
    case 'day':
      return hasSerial(cell.text) ? { kind: 'day', day: cell.text } : { kind: 'text', text: cell.text };
    case 'number':
      if (parseDecimal(cell.text) === null) return { kind: 'text', text: cell.text };
      return cell.sum ? sumOf(cell) : { kind: 'number', text: cell.text };
    case 'unusable':
      return unusableOf(cell);
  }
}

/** Still a sum: of the same cells where that can be said, so that it follows what is corrected; else of the number itself. */
const sumOf = ({ text, formula = '' }: Extract<Cell, { readonly kind: 'number' }>): WrittenValue => ({
  kind: 'formula',
  formula: harmless(formula) ?? `SUM(${text})`,
  result: { kind: 'number', text },
});

function unusableOf({ why, text, sum }: Extract<Cell, { readonly kind: 'unusable' }>): WrittenValue {
  switch (why) {
    case 'formula-error': {
      const error = errors.has(text) ? text : '#VALUE!';
      if (!sum) return { kind: 'error', error };
      return { kind: 'formula', formula: `SUM(${error})`, result: { kind: 'error', error } };
    }
    case 'formula-without-result':
      return { kind: 'formula', formula: harmless(text) ?? (sum ? 'SUM(NA())' : 'NA()'), result: null };
    case 'cell-too-long':
    case 'text-too-many-rows':
      return { kind: 'text', text: stillTooLong(text) };
  }
}
