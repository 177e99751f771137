// How high a row with wrapped text must be: no program is sure to work it out for itself when it opens a file.
import type { PlainValue, WrittenCell, WrittenValue } from './written-cell.ts';

const linePoints = 15;

function linesIn(text: string, width: number): number {
  let lines = 1;
  let filled = 0;
  for (const word of text.split(/(?<=[ -])/)) {
    if (filled > 0 && filled + word.trimEnd().length > width) {
      lines += 1;
      filled = 0;
    }
    filled += word.length;
  }
  return lines;
}

/** @param widths in characters @returns points, or undefined where one line is enough */
export function rowHeight(
  cells: readonly (WrittenCell<PlainValue | WrittenValue> | undefined)[],
  widths: readonly number[],
): number | undefined {
  const lines = cells.map((cell, column) => {
    if (cell?.look?.wrap !== true || cell.value?.kind !== 'text') return 1;
    const room = (widths[column] ?? 9) - (cell.look.bold ? 2 : 1);
    return cell.value.text.split('\n').reduce((sum, line) => sum + linesIn(line, room), 0);
  });
  const most = Math.max(1, ...lines);
  return most === 1 ? undefined : most * linePoints + 2;
}
