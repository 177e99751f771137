// The secondments of a triage set: who is lent to which project, from when to when, and which addresses she declared.
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { Day } from '../../model/calendar.ts';
import { Refusal } from '../../model/refusal.ts';

/** One line: a person on one project. Columns that are not here are not read: a matcher may not use them. */
export interface SetSecondment {
  readonly matricule: string;
  readonly company: string;
  readonly project: string;
  readonly start: Day;
  readonly end: Day | null;
  /** Addresses that she declared as hers. */
  readonly declaredAddresses: readonly string[];
}

const line = z.object({
  matricule: z.string().min(1),
  company: z.string().min(1),
  project: z.string().min(1),
  start: z.iso.date(),
  end: z.union([z.iso.date(), z.literal('').transform(() => null)]),
  declared_emails: z.string().transform((text) => text.split(/[\s;|]+/).filter((address) => address !== '')),
});

const wrong = (at: number | null, column: string): Refusal =>
  new Refusal('invalid-declaration', {
    fr: `Le fichier des mises à disposition${at === null ? '' : `, ligne ${at}`}, colonne « ${column} » : la valeur manque ou n’est pas lisible. Il faut matricule, company, project, start, end (aaaa-mm-jj), declared_emails.`,
    en: `The file of secondments${at === null ? '' : `, line ${at}`}, column '${column}': the value is missing or unreadable. It takes matricule, company, project, start, end (yyyy-mm-dd), declared_emails.`,
  });

function recordsOf(text: string): { record: unknown; info: { lines: number } }[] {
  try {
    return parse(text, { columns: true, info: true, bom: true, skip_empty_lines: true, trim: true }) as never;
  } catch {
    throw wrong(null, 'CSV');
  }
}

/**
 * @param text `secondments.csv` of forges.md, section 6: comma-separated, with a header
 * @throws Refusal `invalid-declaration`, naming the line and the column
 */
export const readSetSecondments = (text: string): readonly SetSecondment[] =>
  recordsOf(text).map(({ record, info }) => {
    const read = line.safeParse(record);
    if (!read.success) throw wrong(info.lines, String(read.error.issues[0]!.path[0] ?? ''));
    const { declared_emails: declaredAddresses, ...secondment } = read.data;
    return { ...secondment, declaredAddresses };
  });
