// An amount of time in one of the two units, which are never turned into each other: `--minutes N` or `--half-days N`.
import type { Duration } from '../../lib/model/duration.ts';
import type { Bilingual } from '../../lib/model/text.ts';
import type { Options, Values } from './command.ts';
import { wrongUsage } from './wrong-usage.ts';

export const amountOptions = (minutes: Bilingual, halfDays: Bilingual) =>
  ({
    minutes: { value: 'N', summary: minutes },
    'half-days': { value: 'N', summary: halfDays },
  }) as const satisfies Options;

/** @returns null if neither is given @throws Refusal `wrong-usage` */
export function amountOf(command: string, given: Values<ReturnType<typeof amountOptions>>): Duration | null {
  const { minutes, 'half-days': halfDays } = given;
  const text = minutes ?? halfDays;
  if (text === undefined) return null;
  const isWhole = /^-?\d{1,7}$/.test(text);
  if (!isWhole || (minutes !== undefined && halfDays !== undefined)) {
    throw wrongUsage(command, {
      fr: 'Donnez un nombre entier, ou bien de minutes, ou bien de demi-journées (négatif : --minutes=-60).',
      en: 'Give a whole number, either of minutes or of half-days (below zero: --minutes=-60).',
    });
  }
  return { unit: minutes === undefined ? 'half-day' : 'minute', amount: Number(text) };
}
