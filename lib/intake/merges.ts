// Merged ranges of a sheet, asked for one cell at a time, so that a range over a million rows costs as little as one over two.
import { caps } from './caps.ts';

export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Merges {
  readonly all: readonly MergedRange[];
  /** The range that covers a cell; of several, the one that begins last. @param row 1-based @param column from 0 */
  readonly at: (row: number, column: number) => MergedRange | null;
  /** The ranges of several rows whose first is this one. @param row 1-based */
  readonly beginningAt: (row: number) => readonly MergedRange[];
}

const none: readonly MergedRange[] = [];

export const noMerges: Merges = { all: none, at: () => null, beginningAt: () => none };

/** @param ranges rows from 1, columns from 0, in any order; columns beyond the cap are cut off */
export function makeMerges(ranges: readonly MergedRange[]): Merges {
  if (ranges.length === 0) return noMerges;
  const byColumn = new Map<number, MergedRange[]>();
  const byTop = Map.groupBy(
    ranges.filter(({ top, bottom }) => bottom > top),
    ({ top }) => top,
  );
  for (const range of ranges) {
    for (let column = range.left; column <= Math.min(range.right, caps.columns); column += 1) {
      const ofColumn = byColumn.get(column) ?? [];
      ofColumn.push(range);
      byColumn.set(column, ofColumn);
    }
  }
  // Ranges that overlap are nobody's wish, and programs write them all the same: how far down those so far reach says how far up to look.
  const reaches = new Map<number, number[]>();
  for (const [column, list] of byColumn) {
    list.sort((a, b) => a.top - b.top);
    let reach = 0;
    reaches.set(
      column,
      list.map(({ bottom }) => {
        reach = Math.max(reach, bottom);
        return reach;
      }),
    );
  }
  return {
    all: ranges,
    beginningAt: (row) => byTop.get(row) ?? none,
    at: (row, column) => {
      const list = byColumn.get(column) ?? none;
      let low = 0;
      let high = list.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((list[middle]?.top ?? 0) <= row) low = middle + 1;
        else high = middle;
      }
      const reach = reaches.get(column) ?? [];
      for (let index = low - 1; index >= 0 && row <= (reach[index] ?? 0); index -= 1) {
        const range = list[index];
        if (range !== undefined && row <= range.bottom) return range;
      }
      return null;
    },
  };
}
