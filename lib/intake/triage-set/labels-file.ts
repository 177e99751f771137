// What each entry of a labelled set is known to be: for measuring what triage says, and for nothing else.
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { Refusal } from '../../model/refusal.ts';
import { parseDecimal, timesHalfUp } from '../decimal.ts';

export const setLabels = [
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

/** @throws Refusal `invalid-declaration`, naming the line and the column */
export function readSetLabels(text: string): readonly LabelledLine[] {
  const records = parse(text, { columns: true, info: true, bom: true, skip_empty_lines: true }) as unknown as {
    readonly record: unknown;
    readonly info: { readonly lines: number };
  }[];
  return records.map(({ record, info }) => {
    const read = line.safeParse(record);
    if (!read.success) {
      const column = String(read.error.issues[0]!.path[0] ?? '');
      throw new Refusal('invalid-declaration', {
        fr: `Le fichier des étiquettes, ligne ${info.lines}, colonne « ${column} » ne se lit pas. Corrigez-la.`,
        en: `The file of labels, line ${info.lines}, column '${column}' cannot be read. Correct it.`,
      });
    }
    const { eligible_hours: eligibleMinutes, ...rest } = read.data;
    return { ...rest, eligibleMinutes };
  });
}
