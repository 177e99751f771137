// A sample of a statement's person-months that nobody chose: chance comes from the statement's own digest, so that anybody draws the same again.
import type { Month } from '../model/calendar.ts';
import { type Sha256, toHex } from '../model/hashing.ts';

export const sampleMethods = ['random', 'monetary-unit', 'largest'] as const;
export type SampleMethod = (typeof sampleMethods)[number];

/** What may be drawn: one month of one line of the statement. */
export interface SampleUnit {
  /** From 1, as `line-<n>`. */
  readonly line: number;
  /** Each once in its line. */
  readonly month: Month;
  /** Its cost, 0 or more; null where the statement has no amounts. */
  readonly cents: number | null;
}

export interface SampleAsked {
  readonly method: SampleMethod;
  /** How many are asked for, 1 to `largestSample`. */
  readonly size: number;
  /** SHA-256 of the signed statement, 32 bytes. */
  readonly digest: Uint8Array;
  /** The auditor's own word, which the company could not know when it signed; empty for none. */
  readonly word: string;
}

export interface DrawnUnit extends SampleUnit {
  /** Monetary unit: the cents that fell on it, in order; else empty. */
  readonly hits: readonly number[];
}

export interface Sample {
  readonly method: SampleMethod;
  readonly size: number;
  /** Lower-case hex. */
  readonly seed: string;
  readonly population: { readonly units: number; readonly cents: number | null };
  /** Monetary unit: total and number asked, whose quotient is the interval, and the start below the total; else null. */
  readonly interval: { readonly cents: number; readonly parts: number; readonly start: number } | null;
  /** Random: as drawn. Monetary unit: by line and month. Largest: by falling cost. */
  readonly drawn: readonly DrawnUnit[];
}

/** Why nothing can be drawn. */
export type NoSample = 'no-lines' | 'no-amounts' | 'size-out-of-range';

export const largestSample = 10_000;

const blockBytes = 16;
const range = 1n << BigInt(8 * blockBytes);

/** SHA-256 of the digest and the word; without a word the digest itself. */
function sampleSeed(sha256: Sha256, { digest, word }: Pick<SampleAsked, 'digest' | 'word'>): Uint8Array {
  if (digest.length !== 32) throw new Error('sample: a digest has 32 bytes');
  return word === '' ? digest : sha256(new Uint8Array([...digest, ...new TextEncoder().encode(word.normalize('NFC'))]));
}

/** SHA-256(seed ‖ counter as eight bytes, big-endian), counter from 0. */
function sampleBlock(sha256: Sha256, seed: Uint8Array, counter: number): Uint8Array {
  const bytes = new Uint8Array(seed.length + 8);
  bytes.set(seed);
  new DataView(bytes.buffer).setBigUint64(seed.length, BigInt(counter));
  return sha256(bytes);
}

/**
 * Whole numbers below a bound, each equally likely: the first sixteen bytes of the next block, dropped where they reach the largest
 * multiple of the bound, so that no remainder comes up more often.
 */
export function drawsFrom(sha256: Sha256, seed: Uint8Array): (bound: number) => number {
  let counter = 0;
  return (bound) => {
    if (!Number.isSafeInteger(bound) || bound < 1) throw new Error(`sample: no number is below ${bound}`);
    const whole = BigInt(bound);
    const limit = range - (range % whole);
    for (;;) {
      const block = sampleBlock(sha256, seed, counter);
      counter += 1;
      const number = block.subarray(0, blockBytes).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
      if (number < limit) return Number(number % whole);
    }
  };
}

const plain = (unit: SampleUnit): DrawnUnit => ({ ...unit, hits: [] });

/** By line, then month. */
const byPlace = (a: SampleUnit, b: SampleUnit): number => a.line - b.line || (a.month < b.month ? -1 : 1);
const isSame = (a: SampleUnit, b: SampleUnit | undefined): boolean => a.line === b?.line && a.month === b.month;

/** The shuffle of Fisher and Yates, stopped once enough stand in front. */
function shuffled(units: readonly SampleUnit[], size: number, below: (bound: number) => number): SampleUnit[] {
  const left = [...units];
  for (let i = 0; i < Math.min(size, left.length); i += 1) {
    const j = i + below(left.length - i);
    [left[i], left[j]] = [left[j]!, left[i]!];
  }
  return left.slice(0, size);
}

/** One cent in each of `size` equal parts of the total, at the same place in each: whoever holds it is drawn. */
function byMonetaryUnit(units: readonly SampleUnit[], total: number, size: number, start: number): DrawnUnit[] {
  const drawn: DrawnUnit[] = [];
  const hitAt = (k: number): number => Number((BigInt(start) + BigInt(k) * BigInt(total)) / BigInt(size));
  let k = 0;
  let end = 0;
  for (const unit of units) {
    end += unit.cents ?? 0;
    const hits: number[] = [];
    while (k < size && hitAt(k) < end) {
      hits.push(hitAt(k));
      k += 1;
    }
    if (hits.length > 0) drawn.push({ ...unit, hits });
  }
  return drawn;
}

/**
 * The order of the units does not matter. Integers only.
 * @param units every month of every line
 * @throws Error (a fault) for one month twice, or cents that are none
 */
export function drawSample(units: readonly SampleUnit[], asked: SampleAsked, sha256: Sha256): Sample | NoSample {
  const { method, size } = asked;
  const inOrder = units.toSorted(byPlace);
  const total = units.reduce((sum, { cents }) => sum + (cents ?? 0), 0);
  const wrong = inOrder.some((unit, i) => isSame(unit, inOrder[i - 1]) || (unit.cents !== null && unit.cents < 0));
  if (wrong || !Number.isSafeInteger(total)) throw new Error('sample: the units are not the months of a statement');
  if (inOrder.length === 0) return 'no-lines';
  if (!Number.isSafeInteger(size) || size < 1 || size > largestSample) return 'size-out-of-range';
  if (method !== 'random' && (total === 0 || inOrder.some(({ cents }) => cents === null))) return 'no-amounts';
  const seed = sampleSeed(sha256, asked);
  const below = drawsFrom(sha256, seed);
  const said = {
    ...{ method, size, seed: toHex(seed), interval: null },
    population: { units: inOrder.length, cents: inOrder[0]!.cents === null ? null : total },
  };
  if (method === 'random') return { ...said, drawn: shuffled(inOrder, size, below).map(plain) };
  if (method === 'largest') {
    const byCost = inOrder.toSorted((a, b) => (b.cents ?? 0) - (a.cents ?? 0) || byPlace(a, b));
    return { ...said, drawn: byCost.slice(0, size).map(plain) };
  }
  const start = below(total);
  return {
    ...said,
    interval: { cents: total, parts: size, start },
    drawn: byMonetaryUnit(inOrder, total, size, start),
  };
}
