// What is the same on every page of one printed statement: its language, and how it writes days, time and money.
import { cents, dayText, halfDays, instantText, minutes, whole } from '../../model/quantity-text.ts';
import type { Bilingual, Language } from '../../model/text.ts';
import { say } from '../../model/typeset.ts';
import type { Unit } from '../xlsx/time-columns.ts';

export interface PrintEdition {
  readonly language: Language;
  readonly say: (text: Bilingual) => string;
  readonly day: (day: string) => string;
  readonly instant: (instant: string) => string;
  readonly whole: (n: number) => string;
  /** `1 234,50 €` */
  readonly cents: (n: number) => string;
  /** `7 h 30`, or `3 demi-journées` */
  readonly time: (unit: Unit, n: number) => string;
}

export const printEdition = (language: Language): PrintEdition => ({
  language,
  say: (text) => say(language, text),
  day: (day) => dayText(language, day),
  instant: (instant) => instantText(language, instant),
  whole: (n) => whole(language, n),
  cents: (n) => cents(language, n),
  time: (unit, n) => (unit === 'minutes' ? minutes(language, n) : halfDays(language, n)),
});
