// How high a row with wrapped text must be.
import { linePoints, wrappedLines } from '../../model/wrapped-lines.ts';
import type { PlainValue, WrittenCell, WrittenValue } from './written-cell.ts';

/** @param widths in characters @returns points, or undefined where one line is enough */
export function rowHeight(
  cells: readonly (WrittenCell<PlainValue | WrittenValue> | undefined)[],
  widths: readonly number[],
): number | undefined {
  const lines = cells.map((cell, column) => {
    if (cell?.look?.wrap !== true || cell.value?.kind !== 'text') return 1;
    const room = (widths[column] ?? 9) - (cell.look.bold ? 2 : 1);
    return cell.value.text.split('\n').reduce((sum, line) => sum + wrappedLines(line, room), 0);
  });
  const most = Math.max(1, ...lines);
  return most === 1 ? undefined : most * linePoints + 2;
}
