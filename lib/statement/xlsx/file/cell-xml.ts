// One cell of a sheet as its XML: text, number, date, or a formula with its result.

import { xmlText } from '../../../model/xml-text.ts';
import type { Look } from '../looks.ts';
import type { StyleTable } from './styles.ts';

export interface Formula {
  /** Without the equals sign. */
  readonly formula: string;
  /** What it gives, for readers that do not recalculate. */
  readonly result: number | string;
}

export interface Cell {
  /** A Date stands for its UTC fields: a spreadsheet knows no zone. */
  readonly value: string | number | Date | Formula | null;
  /** A number format of the spreadsheet. */
  readonly format?: string;
  readonly look?: Look;
}

/** The name of a column by its place: `0` → `A`, `26` → `AA`. */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

const dayMs = 86_400_000;
/** Days from the spreadsheet's day 0 to 1970-01-01. */
const firstDay = 25_569;
const serialOf = (date: Date): number => date.getTime() / dayMs + firstDay;

const inlineText = (text: string): string => `<is><t xml:space="preserve">${xmlText(text)}</t></is>`;

const numberText = (value: number): string => {
  if (!Number.isFinite(value)) throw new Error(`workbook: ${value} is no number of a cell`);
  return String(value);
};

export function cellXml(address: string, { value, format, look = 'plain' }: Cell, styles: StyleTable): string {
  if (value === null) return look === 'plain' ? '' : `<c r="${address}" s="${styles.placeOf(look)}"/>`;
  const style = ` s="${styles.placeOf(look, format)}"`;
  if (typeof value === 'string') return `<c r="${address}"${style} t="inlineStr">${inlineText(value)}</c>`;
  if (typeof value === 'number') return `<c r="${address}"${style}><v>${numberText(value)}</v></c>`;
  if (value instanceof Date) return `<c r="${address}"${style}><v>${numberText(serialOf(value))}</v></c>`;
  const { formula, result } = value;
  return typeof result === 'string'
    ? `<c r="${address}"${style} t="str"><f>${xmlText(formula)}</f><v>${xmlText(result)}</v></c>`
    : `<c r="${address}"${style}><f>${xmlText(formula)}</f><v>${numberText(result)}</v></c>`;
}
