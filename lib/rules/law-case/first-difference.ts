// Compares a result with what a case expects: only the fields that the case names, the first difference and no more.

export interface Difference {
  /** e.g. `steps[2].cents` */
  readonly field: string;
  readonly expected: unknown;
  readonly computed: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns null where all that is expected was computed; lists must have the same length */
export function firstDifference(expected: unknown, computed: unknown, field = ''): Difference | null {
  if (Array.isArray(expected) && Array.isArray(computed)) {
    for (let at = 0; at < Math.max(expected.length, computed.length); at += 1) {
      const difference = firstDifference(expected[at], computed[at], `${field}[${at}]`);
      if (difference !== null) return difference;
    }
    return null;
  }
  if (isObject(expected) && isObject(computed)) {
    for (const [key, value] of Object.entries(expected)) {
      const member = Object.hasOwn(computed, key) ? computed[key] : undefined;
      const difference = firstDifference(value, member, field === '' ? key : `${field}.${key}`);
      if (difference !== null) return difference;
    }
    return null;
  }
  return expected === computed ? null : { field, expected, computed };
}
