// Numbers out of a seed, as the scripts draw them that the published figures were taken with.

/** mulberry32: the next of a fixed row of numbers, below `count`. */
export function drawer(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) * count) / 2 ** 32);
  };
}
