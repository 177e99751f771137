// Rows brought together by what they belong to, in two passes and with one number a row: a counting sort, which keeps the order within a group.

export interface RowGroups {
  /** Group g holds the places from `starts[g]` up to `starts[g + 1]`. */
  readonly starts: Uint32Array;
  /** Where each row goes. */
  readonly places: Uint32Array;
}

/** @param groupOf of each row, from 0 and below `groups` */
export function groupRows(groupOf: Int32Array, groups: number): RowGroups {
  const rows = groupOf.length;
  const starts = new Uint32Array(groups + 1);
  for (let row = 0; row < rows; row += 1) starts[groupOf[row]! + 1]! += 1;
  for (let group = 0; group < groups; group += 1) starts[group + 1]! += starts[group]!;
  const next = starts.slice(0, groups);
  const places = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const group = groupOf[row]!;
    places[row] = next[group]!;
    next[group]! += 1;
  }
  return { starts, places };
}

/** @returns a column of the same rows, group after group */
export function inGroups(column: Int32Array, { places }: RowGroups): Int32Array {
  const moved = new Int32Array(column.length);
  for (let row = 0; row < column.length; row += 1) moved[places[row]!] = column[row]!;
  return moved;
}

/**
 * @param keyOf null leaves the value out
 * @returns a function that gives the values of a key, in their order
 */
export function byKey<T>(values: readonly T[], keyOf: (value: T) => string | null): (key: string) => readonly T[] {
  const numbers = new Map<string, number>();
  const kept: T[] = [];
  const groupOf = new Int32Array(values.length);
  for (const value of values) {
    const key = keyOf(value);
    if (key === null) continue;
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
    }
    groupOf[kept.length] = number;
    kept.push(value);
  }
  const { starts, places } = groupRows(groupOf.subarray(0, kept.length), numbers.size);
  const moved = kept.slice();
  for (const [row, value] of kept.entries()) moved[places[row]!] = value;
  return (key) => {
    const number = numbers.get(key);
    return number === undefined ? [] : moved.slice(starts[number], starts[number + 1]);
  };
}
