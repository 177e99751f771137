// The lines of a CSV file of a triage set: with a header, its columns in any order, and others beside them.
import { parse } from 'csv-parse/sync';
import type * as z from 'zod';
import type { Refusal } from '../../model/refusal.ts';
import type { Bilingual } from '../../model/text.ts';

/** French spreadsheets save with semicolons. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/).filter((row) => row.trim() !== '');
  const parts = (sign: string): number => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (parts(sign) > parts(best) ? sign : best));
}

interface Parsed {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

function recordsOf(text: string, wrong: (where: Bilingual) => Refusal): readonly Parsed[] {
  const options = { columns: true, info: true, bom: true, skip_empty_lines: true, trim: true } as const;
  try {
    return parse(text, { ...options, delimiter: delimiterOf(text) }) as unknown as Parsed[];
  } catch (cause) {
    const at = (cause as { readonly lines?: number }).lines;
    if (at === undefined) throw cause;
    throw wrong({
      fr: `ligne ${at} : la ligne n’a pas les cellules de l’en-tête, ou un guillemet n’est pas fermé`,
      en: `line ${at}: the line has not the cells of the header, or a quote is not closed`,
    });
  }
}

/**
 * @param shape of a line; its keys are the columns
 * @param wrong makes the refusal, which names the file
 * @throws Refusal naming the line and the column
 */
export function readCsvLines<Shape extends z.ZodObject>(
  text: string,
  shape: Shape,
  wrong: (where: Bilingual) => Refusal,
): readonly z.output<Shape>[] {
  const records = recordsOf(text, wrong);
  const [first] = records;
  if (first === undefined) throw wrong({ fr: 'sous l’en-tête : aucune ligne', en: 'below the header: no line' });
  const missing = Object.keys(shape.shape).find((column) => !(column in first.record));
  if (missing !== undefined) {
    throw wrong({
      fr: `ligne 1 : la colonne « ${missing} » manque`,
      en: `line 1: the column '${missing}' is missing`,
    });
  }
  return records.map(({ record, info }) => {
    const read = shape.safeParse(record);
    if (read.success) return read.data;
    const column = String(read.error.issues[0]!.path[0] ?? '');
    throw wrong({
      fr: `ligne ${info.lines}, colonne « ${column} » : la valeur manque ou n’est pas lisible`,
      en: `line ${info.lines}, column '${column}': the value is missing or unreadable`,
    });
  });
}
