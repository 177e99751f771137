// `--month YYYY-MM`.
import { isDay, type Month } from '../../lib/model/calendar.ts';
import { wrongUsage } from './wrong-usage.ts';

/** @throws Refusal `wrong-usage` */
export function monthOf(command: string, text: string): Month {
  if (isDay(`${text}-01`)) return text;
  throw wrongUsage(command, {
    fr: `--month ${text} : il faut un mois comme 2025-03.`,
    en: `--month ${text}: a month such as 2025-03 is needed.`,
  });
}
