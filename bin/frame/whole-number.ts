// A number given as an option: whole, within bounds, never guessed.
import { wrongUsage } from './wrong-usage.ts';

export interface Bounds {
  readonly command: string;
  /** Without the dashes. */
  readonly option: string;
  readonly from: number;
  readonly to: number;
}

/** @returns null if the option was not given @throws Refusal `wrong-usage` */
export function wholeNumber(text: string | undefined, { command, option, from, to }: Bounds): number | null {
  if (text === undefined) return null;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (number >= from && number <= to) return number;
  throw wrongUsage(command, {
    fr: `--${option} ${text} : il faut un nombre entier de ${from} à ${to}.`,
    en: `--${option} ${text}: a whole number from ${from} to ${to} is needed.`,
  });
}
