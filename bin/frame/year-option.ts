// `--year YYYY`, which means the year of the days for a timesheet and the year in which the fiscal year ends for a statement.
import type { Bilingual } from '../../lib/model/text.ts';
import type { Options } from './command.ts';
import { wholeNumber } from './whole-number.ts';

export const yearOption = (summary: Bilingual) =>
  ({ year: { value: 'YYYY', required: true, summary } }) as const satisfies Options;

/** @throws Refusal `wrong-usage` */
export function yearOf(command: string, text: string): number {
  const year = wholeNumber(text, { command, option: 'year', from: 1900, to: 9998 });
  if (year === null) throw new Error('--year is required and was not asked for');
  return year;
}
