// The nine-digit number of a French legal unit, with its check digit.

/**
 * @param text nine digits, spaces allowed
 * @returns the nine digits, or null if the length or the Luhn key is wrong (INSEE: SIREN, norm ISO/IEC 7812-1)
 */
export function parseSiren(text: string): string | null {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '');
  if (!/^\d{9}$/.test(digits)) return null;
  let sum = 0;
  for (let position = 0; position < 9; position += 1) {
    const digit = Number(digits[position]);
    const weighted = position % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0 ? digits : null;
}
