// Seeded numbers for the invented organisations: the same seed gives the same sample on every machine.

/** A source of numbers that depends on its seed alone. */
export interface Draw {
  /** A whole number, `low` ≤ n ≤ `high`. */
  readonly between: (low: number, high: number) => number;
  readonly oneOf: <T>(choices: readonly T[]) => T;
  /** True `percent` times in a hundred. */
  readonly chance: (percent: number) => boolean;
}

// FNV-1a, then mulberry32: enough for a sample, never for a key.
function hashOf(seed: string): number {
  let hash = 0x811c9dc5;
  for (const letter of seed) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

export function drawFrom(seed: string): Draw {
  let state = hashOf(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const between = (low: number, high: number): number => low + (next() % (high - low + 1));
  return {
    between,
    oneOf: (choices) => choices[between(0, choices.length - 1)]!,
    chance: (percent) => between(1, 100) <= percent,
  };
}
