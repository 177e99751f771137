// RFC 8785 canonical JSON, restricted to what a ledger may hold: objects, arrays, NFC strings, safe integers, booleans, null.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const encoder = new TextEncoder();
// A byte order mark is a byte more than the canonical form has: it must stay, so that it is refused.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

// UTF-16 code unit order, which is what RFC 8785 section 3.2.3 asks for and what JavaScript's < does on strings.
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Printable ASCII without what JSON escapes: nearly all that rows hold, and it has one form only. */
const plain = /^[ !#-[\]-~]*$/;

function text(value: string): string {
  if (plain.test(value)) return `"${value}"`;
  // What it says is not told: it may be about somebody, and faults go to the log.
  if (value.normalize('NFC') !== value) throw new Error('canonical: a string is not in NFC');
  if (!value.isWellFormed()) throw new Error('canonical: a string holds a lone surrogate');
  return JSON.stringify(value);
}

/** A Date or a Map would else be written as `{}`. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** @throws Error unless it is one of the numbers that have one form */
function requireWhole(value: number): void {
  if (!Number.isSafeInteger(value) || Object.is(value, -0))
    throw new Error(`canonical: ${value} is not a safe integer`);
}

/** @throws Error unless JSON has a word for it */
function requireObject(value: Json): asserts value is { readonly [key: string]: Json } {
  if (typeof value === 'object' && value !== null && isPlain(value)) return;
  throw new Error(`canonical: ${Object.prototype.toString.call(value)} has no canonical form`);
}

/** Sorts a few names in place: they nearly are in order, or there are some ten of them. */
function sortNames(names: string[]): string[] {
  for (let i = 1; i < names.length; i += 1) {
    const name = names[i]!;
    let at = i - 1;
    while (at >= 0 && names[at]! > name) {
      names[at + 1] = names[at]!;
      at -= 1;
    }
    names[at + 1] = name;
  }
  return names;
}

/** More than that are sorted by the machine. */
const fewNames = 32;

const sortedNames = (value: object): string[] => {
  const names = Object.keys(value);
  return names.length > fewNames ? names.sort(byCodeUnit) : sortNames(names);
};

/** Names that an object gives back in an order of its own (those that may be whole numbers), and the one that is no member of it. */
const isUnruly = (name: string): boolean => name < ':' || name === '__proto__';

/**
 * The value again with its members in order, so that the machine’s own JSON.stringify writes the canonical text: twice as fast as writing it here.
 * @returns undefined where an object would not keep that order
 * @throws Error as `canonicalText`
 */
function inOrder(value: Json): Json | undefined {
  if (typeof value === 'string') {
    if (!plain.test(value)) text(value);
    return value;
  }
  if (typeof value === 'number') {
    requireWhole(value);
    return value;
  }
  if (value === null || typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    const all: Json[] = [];
    // By index, because `map` would skip the holes of an array.
    for (let i = 0; i < value.length; i += 1) {
      const one = inOrder(value[i] as Json);
      if (one === undefined) return undefined;
      all.push(one);
    }
    return all;
  }
  requireObject(value);
  const names = sortedNames(value);
  const ordered: Record<string, Json> = {};
  for (const name of names) {
    if (isUnruly(name)) return undefined;
    if (!plain.test(name)) text(name);
    const one = inOrder(value[name] as Json);
    if (one === undefined) return undefined;
    ordered[name] = one;
  }
  return ordered;
}

/** Member by member, whatever they are called. */
function written(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') {
    requireWhole(value);
    return String(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value as readonly Json[], written).join(',')}]`;
  requireObject(value);
  const members = sortedNames(value).map((name) => `${text(name)}:${written(value[name] as Json)}`);
  return `{${members.join(',')}}`;
}

/**
 * @param value JSON value; `undefined` members are refused, not dropped
 * @returns its one canonical text (RFC 8785)
 * @throws Error on floats, unsafe integers, -0, strings not in NFC, and anything JSON has no word for
 */
export function canonicalText(value: Json): string {
  const ordered = inOrder(value);
  return ordered === undefined ? written(value) : JSON.stringify(ordered);
}

export const canonicalBytes = (value: Json): Uint8Array => encoder.encode(canonicalText(value));

/**
 * The inverse, strict: bytes that are not the canonical form of what they say are refused, so that a digest names one value.
 * @throws Error if the bytes are not UTF-8, not JSON, or not canonical
 */
export function parseCanonical(bytes: Uint8Array): Json {
  const source = decoder.decode(bytes);
  const value = JSON.parse(source) as Json;
  if (canonicalText(value) !== source) throw new Error('canonical: the bytes are not in canonical form');
  return value;
}
