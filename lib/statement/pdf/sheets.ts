// The pages while they are filled: where the next line stands, how much room is left, and when a new page begins.
import type { Orientation } from './blocks.ts';
import { type Placed, type PlacedPage, pageSize } from './placed.ts';

export const margins = { side: 44, top: 62, bottom: 50 } as const;

export interface Sheets {
  /** Where the next line stands. */
  readonly y: () => number;
  /** Between the margins. */
  readonly width: () => number;
  /** Down to the margin. */
  readonly left: () => number;
  /** Of an empty page. */
  readonly height: () => number;
  readonly isEmpty: () => boolean;
  readonly put: (placed: Placed) => void;
  readonly down: (points: number) => void;
  readonly turn: (orientation?: Orientation) => void;
  readonly pages: () => readonly PlacedPage[];
}

export function openSheets(): Sheets {
  const pages: { readonly orientation: Orientation; readonly placed: Placed[] }[] = [];
  let y: number = margins.top;
  const last = (): { readonly orientation: Orientation; readonly placed: Placed[] } => pages.at(-1)!;
  const bottom = (): number => pageSize(last().orientation).height - margins.bottom;
  const turn = (orientation: Orientation = last().orientation): void => {
    // A page on which nothing stands is no page.
    if (pages.at(-1)?.placed.length === 0) pages.pop();
    pages.push({ orientation, placed: [] });
    y = margins.top;
  };
  turn('portrait');
  return {
    y: () => y,
    width: () => pageSize(last().orientation).width - 2 * margins.side,
    left: () => bottom() - y,
    height: () => bottom() - margins.top,
    isEmpty: () => y === margins.top,
    put: (placed) => {
      last().placed.push(placed);
    },
    down: (points) => {
      y += points;
    },
    turn,
    pages: () => pages,
  };
}
