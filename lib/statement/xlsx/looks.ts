// How cells look, and how high a row with wrapped text must be.
import { linePoints, wrappedLines } from '../../model/wrapped-lines.ts';

const white = 'FFFFFFFF';
const green = 'FF1F4E46';
const amber = 'FFFFE8A3';

const filled = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;

const plain = { name: 'Calibri', family: 2, size: 11 };
const bold = { ...plain, bold: true };

export const looks = {
  plain: { font: plain, alignment: { vertical: 'top' } },
  wrapped: { font: plain, alignment: { vertical: 'top', wrapText: true } },
  strong: { font: bold, alignment: { vertical: 'top', horizontal: 'left' } },
  header: {
    font: { ...bold, color: { argb: white } },
    fill: filled(green),
    alignment: { vertical: 'middle', wrapText: true },
  },
  total: { font: bold, border: { top: { style: 'medium' } }, alignment: { vertical: 'top' } },
  title: { font: { ...bold, size: 14, color: { argb: green } } },
  banner: { font: bold, fill: filled(amber) },
} as const;

export type Look = keyof typeof looks;

/**
 * @param widths in characters
 * @returns points, or null where one line is enough
 */
export function rowHeight(
  cells: readonly { readonly value: unknown; readonly look?: Look }[],
  widths: readonly number[],
): number | null {
  const lines = cells.map(({ value, look }, i) => {
    const wraps = (look === 'wrapped' || look === 'header') && typeof value === 'string';
    // Bold letters and the button of the filter take room.
    return wraps ? wrappedLines(value, widths[i]! - (look === 'header' ? 2 : 1)) : 1;
  });
  const most = Math.max(1, ...lines);
  return most === 1 ? null : most * linePoints;
}
