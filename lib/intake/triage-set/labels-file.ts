// What each entry of a labelled set is known to be: for measuring what triage says, and for nothing else.
import * as z from 'zod';
import { Refusal } from '../../model/refusal.ts';
import type { Bilingual } from '../../model/text.ts';
import { parseDecimal, timesHalfUp } from '../decimal.ts';
import { readCsvLines } from './csv-lines.ts';

const setLabels = [
  'supported',
  'no_evidence',
  'over_claimed',
  'wrong_project',
  'weekend_holiday',
  'before_secondment',
  'after_secondment',
  'after_licence_change',
  'over_10h',
  'duplicate_claim',
  'duplicate_line',
] as const;
export type SetLabel = (typeof setLabels)[number];

export interface LabelledLine {
  readonly file: string;
  /** The row, or `sheet!row:day` in a grid. */
  readonly row: string;
  readonly label: SetLabel;
  readonly subtype: string;
  /** What of the line may be let through. */
  readonly eligibleMinutes: number;
}

const hours = z
  .string()
  .refine((text) => parseDecimal(text) !== null)
  .transform((text) => Number(timesHalfUp(parseDecimal(text)!, 60n)));
const line = z.object({
  ...{ file: z.string().min(1), row: z.string().min(1), label: z.enum(setLabels), subtype: z.string() },
  eligible_hours: hours,
});

const wrong = (where: Bilingual): Refusal =>
  new Refusal('invalid-declaration', {
    fr: `Le fichier des étiquettes, ${where.fr}. Corrigez-le.`,
    en: `The file of labels, ${where.en}. Correct it.`,
  });

/** @throws Refusal `invalid-declaration`, naming the line and the column */
export const readSetLabels = (text: string): readonly LabelledLine[] =>
  readCsvLines(text, line, wrong).map(({ eligible_hours: eligibleMinutes, ...rest }) => ({ ...rest, eligibleMinutes }));
