// The grammar of the values in declarations. Money becomes integer cents and time whole units, never through a float.
import { type Day, isDay } from '../../model/calendar.ts';

/** @param text `2025-03-01` or `01/03/2025`, day first @returns null for anything else, or a day that does not exist */
export function parseDay(text: string): Day | null {
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  const day = french === null ? text : `${french[3]}-${french[2]}-${french[1]}`;
  // Outside these years it is a slip of the hand, not a day of this ledger.
  return isDay(day) && day >= '1990-01-01' && day <= '2100-12-31' ? day : null;
}

const wholeWithGroups = String.raw`(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,10})`;
const amount = new RegExp(String.raw`^${wholeWithGroups}(?:[,.](\d{1,2}))?(?:[ \u00a0\u202f]?(?:€|EUR|euros?))?$`, 'i');

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/**
 * @param text euros: `48 250,00`, `48250.5`, `48 250 €`; a dot never groups thousands, three decimals are refused
 * @returns integer cents, null for anything else
 */
export function parseEuros(text: string): number | null {
  const match = amount.exec(text);
  if (match === null) return null;
  return Number(digitsOf(match[1] ?? '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

function ratioOf(numerator: number, denominator: number): string | null {
  if (denominator === 0 || numerator === 0 || numerator > denominator) return null;
  const divisor = greatestDivisor(numerator, denominator);
  return denominator === divisor ? '1' : `${numerator / divisor}/${denominator / divisor}`;
}

/**
 * @param text a share of working time above 0 and up to 1: `80 %`, `0,8`, `4/5`, `1`
 * @returns the exact ratio in lowest terms, `4/5` or `1`; null for anything else
 */
export function parseShare(text: string): string | null {
  const fraction = /^(\d{1,4})\s?\/\s?(\d{1,4})$/.exec(text);
  if (fraction !== null) return ratioOf(Number(fraction[1]), Number(fraction[2]));
  const decimal = /^(\d{1,3})(?:[,.](\d{1,4}))?(\s?%)?$/.exec(text);
  if (decimal === null) return null;
  const decimals = decimal[2] ?? '';
  const scale = 10 ** decimals.length * (decimal[3] === undefined ? 1 : 100);
  return ratioOf(Number(`${decimal[1]}${decimals}`), scale);
}

export type TimeWord = 'hour' | 'minute' | 'day' | 'half-day';

const perUnit: Readonly<Record<TimeWord, { readonly unit: 'minute' | 'half-day'; readonly factor: number }>> = {
  hour: { unit: 'minute', factor: 60 },
  minute: { unit: 'minute', factor: 1 },
  day: { unit: 'half-day', factor: 2 },
  'half-day': { unit: 'half-day', factor: 1 },
};

const clock = new RegExp(String.raw`^${wholeWithGroups}\s?[h:]\s?([0-5]\d)$`, 'i');
const plain = new RegExp(String.raw`^${wholeWithGroups}(?:[,.](\d{1,2}))?$`);

/**
 * @param text a number of `word`s: `1607,00` hours, `151h40`, `218` days, `107,5` days
 * @returns whole minutes or half-days; null if it is not a number, is zero, or leaves a part of a minute or half-day
 */
export function parseTime(text: string, word: TimeWord): { unit: 'minute' | 'half-day'; amount: number } | null {
  const onClock = clock.exec(text);
  if (onClock !== null && word === 'hour') {
    const minutes = Number(digitsOf(onClock[1] ?? '')) * 60 + Number(onClock[2]);
    return minutes === 0 ? null : { unit: 'minute', amount: minutes };
  }
  const match = plain.exec(text);
  if (match === null) return null;
  const { unit, factor } = perUnit[word];
  const hundredths = Number(digitsOf(match[1] ?? '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  const product = hundredths * factor;
  return product === 0 || product % 100 !== 0 ? null : { unit, amount: product / 100 };
}

/** @returns the lower-case hex of a SHA-256, with or without the prefix `sha256:`; null for anything else */
export function parseDigest(text: string): string | null {
  const digest = text.toLowerCase().replace(/^sha-?256:\s?/, '');
  return /^[0-9a-f]{64}$/.test(digest) ? digest : null;
}

/** @returns an e-mail address in lower case; null for anything else (RFC 5321 lengths, no quoted local parts) */
export function parseAddress(text: string): string | null {
  const address = text.toLowerCase();
  return /^[^\s@",;<>|]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/.test(address) ? address : null;
}

/** Identifiers of foundations, projects and people: letters, digits, dot, dash, underscore. */
export const isIdentifier = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(text);

/** Values in one cell, parted by `|`, `,` or spaces. */
export const parseList = (text: string): string[] => text.split(/[\s|,;]+/).filter((part) => part !== '');
