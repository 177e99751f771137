// The cells and headings that the parts of the summary share.
import type { Bilingual } from '../../model/text.ts';
import type { Cell } from './file/cell-xml.ts';
import type { SheetWriter } from './file/workbook.ts';
import { type Edition, say } from './sheet.ts';
import { formats } from './table.ts';

export const euros = (cents: number): Cell => ({ value: cents / 100, format: formats.decimal });
export const whole = (value: number): Cell => ({ value, format: formats.whole });
export const text = (value: string): Cell => ({ value });

export function section(
  edition: Edition,
  sheet: SheetWriter,
  title: Bilingual,
  ...headers: readonly Bilingual[]
): void {
  sheet.row([]);
  const cells = [title, ...headers].map((label): Cell => ({ value: say(edition, label), look: 'header' }));
  sheet.row([...cells, ...Array.from({ length: 4 - cells.length }, (): Cell => ({ value: null, look: 'header' }))]);
}
