// How cells look, and how high a row with wrapped text must be.
import { linePoints, wrappedLines } from '../../model/wrapped-lines.ts';

const white = 'FFFFFFFF';
const black = 'FF000000';
const green = 'FF1F4E46';
const amber = 'FFFFE8A3';

interface LookSetting {
  readonly isBold: boolean;
  readonly size: number;
  readonly colour: string;
  /** Behind the text; null: none. */
  readonly fill: string | null;
  readonly hasTopLine: boolean;
  readonly vertical: 'top' | 'center';
  readonly horizontal: 'left' | null;
  readonly wraps: boolean;
}

const plain: LookSetting = {
  isBold: false,
  size: 11,
  colour: black,
  fill: null,
  hasTopLine: false,
  vertical: 'top',
  horizontal: null,
  wraps: false,
};
const bold: LookSetting = { ...plain, isBold: true };

const named = {
  plain,
  wrapped: { ...plain, wraps: true },
  date: { ...plain, horizontal: 'left' },
  strong: { ...bold, horizontal: 'left' },
  header: { ...bold, colour: white, fill: green, vertical: 'center', wraps: true },
  total: { ...bold, hasTopLine: true },
  title: { ...bold, size: 14, colour: green },
  banner: { ...bold, fill: amber },
} as const satisfies Record<string, LookSetting>;

export type Look = keyof typeof named;
export const looks: Readonly<Record<Look, LookSetting>> = named;

/**
 * @param widths in characters
 * @returns points, or null where one line is enough
 */
export function rowHeight(
  cells: readonly { readonly value: unknown; readonly look?: Look }[],
  widths: readonly number[],
): number | null {
  let most = 1;
  for (let i = 0; i < cells.length; i += 1) {
    const { value, look } = cells[i]!;
    if (look === undefined || !looks[look].wraps || typeof value !== 'string') continue;
    // Bold letters and the button of the filter take room.
    most = Math.max(most, wrappedLines(value, widths[i]! - (look === 'header' ? 2 : 1)));
  }
  return most === 1 ? null : most * linePoints;
}
