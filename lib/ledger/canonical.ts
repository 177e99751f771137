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

/**
 * @param value JSON value; `undefined` members are refused, not dropped
 * @returns its one canonical text (RFC 8785)
 * @throws Error on floats, unsafe integers, -0, strings not in NFC, and anything JSON has no word for
 */
export function canonicalText(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0))
      throw new Error(`canonical: ${value} is not a safe integer`);
    return String(value);
  }
  // Array.from, because `map` would skip the holes of an array.
  if (Array.isArray(value)) return `[${Array.from(value as readonly Json[], canonicalText).join(',')}]`;
  if (typeof value !== 'object' || !isPlain(value)) {
    throw new Error(`canonical: ${Object.prototype.toString.call(value)} has no canonical form`);
  }
  const object = value as { readonly [key: string]: Json };
  const members = Object.keys(object)
    .sort(byCodeUnit)
    .map((key) => `${text(key)}:${canonicalText(object[key] as Json)}`);
  return `{${members.join(',')}}`;
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
