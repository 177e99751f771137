// Which known text explains most of some words, and what in the midst of it that text does not say.
import { type KnownText, marksOf, markWords } from './spdx-texts.ts';

/** Of a known text, so much must stand in the file: names and dates are filled in, and no more. */
const leastShare = 0.85;

export interface Found {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Words in a row between `from` and `to` that are not the text's: names filled in, or a condition put in. */
  readonly foreign: readonly (readonly string[])[];
  /** No other text can be in a part of these words. */
  readonly there: readonly KnownText[];
}

/** A stray phrase beside the text is none of it: at its ends, most of a few marks in a row must be the text's. */
const edge = 10;

/** Whether enough of the text stands somewhere in the file. */
function isThere({ marks }: KnownText, placesOf: ReadonlyMap<number, readonly number[]>): boolean {
  let distinct = 0;
  for (const mark of marks) if (placesOf.has(mark)) distinct += 1;
  return distinct >= marks.length * leastShare;
}

/** Each place at which a mark of the text begins in the file. */
function hitsOf({ marks }: KnownText, placesOf: ReadonlyMap<number, readonly number[]>, length: number): Uint8Array {
  const hits = new Uint8Array(length);
  for (const mark of marks) for (const place of placesOf.get(mark) ?? []) hits[place] = 1;
  return hits;
}

/** @returns where so many places in a row have the most hits */
function densest(hits: Uint8Array, window: number): number {
  let [now, best, from] = [0, -1, 0];
  for (let at = 0; at < hits.length; at += 1) {
    now += hits[at]!;
    if (at >= window) now -= hits[at - window]!;
    if (now > best) [best, from] = [now, Math.max(at - window + 1, 0)];
  }
  return from;
}

/** Without stray phrases at the ends. */
function trimmed(hits: Uint8Array, from: number, to: number): { readonly from: number; readonly to: number } {
  const isDense = (at: number, step: 1 | -1): boolean => {
    let count = 0;
    for (let i = 0; i < edge; i += 1) count += hits[at + i * step] ?? 0;
    return hits[at] === 1 && count > edge / 2;
  };
  let [first, last] = [from, to - 1];
  while (first < last && !isDense(first, 1)) first += 1;
  while (last > first && !isDense(last, -1)) last -= 1;
  return { from: first, to: Math.min(last + markWords, hits.length) };
}

/** With what stands beyond the ends and is of the text and not yet inside: it may be a little longer here than in the list. */
function extended(
  marks: Uint32Array,
  hits: Uint8Array,
  { from, to }: { readonly from: number; readonly to: number },
  most: number,
): { readonly from: number; readonly to: number } {
  const inside = new Set(marks.subarray(from, to));
  let [first, last] = [from, to];
  for (let at = to; at < Math.min(to + most, marks.length); at += 1) {
    if (hits[at] === 1 && !inside.has(marks[at]!)) last = Math.min(at + markWords, hits.length);
  }
  for (let at = from - 1; at >= Math.max(from - most, 0); at -= 1) {
    if (hits[at] === 1 && !inside.has(marks[at]!)) first = at;
  }
  return { from: first, to: last };
}

function foreignIn(words: readonly string[], hits: Uint8Array, from: number, to: number): string[][] {
  const runs: string[][] = [];
  let [explained, isOpen] = [from, false];
  for (let at = from; at < to; at += 1) {
    if (hits[at] === 1) explained = at + markWords;
    const isForeign = at >= explained;
    if (isForeign && isOpen) runs.at(-1)!.push(words[at]!);
    else if (isForeign) runs.push([words[at]!]);
    isOpen = isForeign;
  }
  return runs;
}

/** @returns the text of which most is there with the fewest words put in; of equals the one that is there more wholly; null if none is there */
export function bestText(words: readonly string[], texts: readonly KnownText[]): Found | null {
  const marks = marksOf(words);
  const placesOf = new Map<number, number[]>();
  marks.forEach((mark, place) => {
    const at = placesOf.get(mark);
    if (at === undefined) placesOf.set(mark, [place]);
    else at.push(place);
  });
  const there = texts.filter((text) => isThere(text, placesOf));
  let best: { readonly found: Found; readonly fit: number; readonly share: number } | null = null;
  for (const text of there) {
    const hits = hitsOf(text, placesOf, words.length);
    const window = Math.min(words.length, text.words);
    const start = densest(hits, window);
    const core = trimmed(hits, start, Math.min(start + window, words.length));
    const { from, to } = extended(marks, hits, core, Math.ceil(text.words / 10));
    const inside = new Set(marks.subarray(from, to));
    const count = text.marks.reduce((sum, mark) => sum + Number(inside.has(mark)), 0);
    const share = count / text.marks.length;
    if (share < leastShare) continue;
    const foreign = foreignIn(words, hits, from, to);
    const fit = count - foreign.reduce((sum, run) => sum + run.length, 0);
    if (best !== null && (fit < best.fit || (fit === best.fit && share <= best.share))) continue;
    best = { found: { id: text.id, from, to, foreign, there }, fit, share };
  }
  return best?.found ?? null;
}
