// How time and memory of each reader grew from the smallest file to the largest.
import type { Measured } from './measure.ts';

export interface Growth {
  readonly reader: string;
  /** Lines. */
  readonly from: number;
  readonly to: number;
  /** Times the median. */
  readonly time: number;
  readonly memory: number;
}

/** @param measured of one job, the smallest size first @returns nothing where there is one size */
export function growthOf(measured: readonly Measured[]): Growth[] {
  return [...Map.groupBy(measured, ({ reader }) => reader)].flatMap(([reader, sizes]) => {
    const [first, last] = [sizes[0]!, sizes.at(-1)!];
    if (first === last) return [];
    return [
      {
        ...{ reader, from: first.rows, to: last.rows },
        time: last.medianMs / first.medianMs,
        memory: last.peakMebibytes / first.peakMebibytes,
      },
    ];
  });
}
