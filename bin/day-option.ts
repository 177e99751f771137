// Days on a command line: a day of the calendar, as declarations write it, or wrong usage.
import { parseDay } from '../lib/intake/declarations/values.ts';
import type { Day } from '../lib/model/calendar.ts';
import { wrongUsage } from './frame/wrong-usage.ts';

/** @param option its name, without the dashes @returns null where it was not given @throws Refusal `wrong-usage` */
export function dayOption(command: string, option: string, text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = parseDay(text);
  if (day !== null) return day;
  throw wrongUsage(command, {
    fr: `--${option} ${text} : il faut un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA.`,
    en: `--${option} ${text}: a day of the calendar is needed, YYYY-MM-DD or DD/MM/YYYY.`,
  });
}
