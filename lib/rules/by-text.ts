// The order of everything that must not depend on the order of the input: by UTF-16 code units, as the canonical form sorts.

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
