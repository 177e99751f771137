// Counted time, which a statement splits by what the traces say: the split never moves a minute.

/** @returns all of it, in the unit of what is given; 0 where nothing is counted in that unit */
export const countedOf = (
  amounts:
    | { readonly counted: { readonly agrees: number; readonly partly: number; readonly noTrace: number } }
    | undefined,
): number => (amounts === undefined ? 0 : amounts.counted.agrees + amounts.counted.partly + amounts.counted.noTrace);
