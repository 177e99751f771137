// Lines for a printed table: five columns, sixty lines a page.
import { madeRows } from './made-rows.ts';

export const pdfColumns = ['employee', 'project', 'day', 'minutes', 'cents'] as const;

export const pdfRows = (size: number): readonly (readonly string[])[] =>
  [...madeRows(size)].map((row) => pdfColumns.map((name) => String(row[name])));

export const linesOnPage = 60;
export const placeOf = (line: number, column: number): { readonly x: number; readonly y: number } => ({
  x: 40 + 100 * column,
  y: 40 + 12 * (line % linesOnPage),
});
