// What the list of an erasure says: which rows and which sealed files may be gone.

/** First leaf and the one after the last. */
export type LeafRun = readonly [start: number, end: number];

export interface ErasedRows {
  readonly what: 'rows';
  /** Of the batch. */
  readonly root: string;
  /** In order, none touching another. */
  readonly leaves: readonly LeafRun[];
}

export interface ErasedFile {
  readonly what: 'file';
  readonly sha256: string;
  /** The same file without her, where others still need it. */
  readonly replacedBy: string | null;
}

export type ErasedLine = ErasedRows | ErasedFile;

/** @param leaves in order */
export function leafRuns(leaves: readonly number[]): LeafRun[] {
  const runs: [number, number][] = [];
  for (const leaf of leaves) {
    const last = runs.at(-1);
    if (last?.[1] === leaf) last[1] = leaf + 1;
    else runs.push([leaf, leaf + 1]);
  }
  return runs;
}

export const isInRuns = (runs: readonly LeafRun[], leaf: number): boolean =>
  runs.some(([start, end]) => start <= leaf && leaf < end);
