// The secondments of a triage set: who is lent to which project, from when to when, and which addresses she declared.
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { Day } from '../../model/calendar.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Bilingual } from '../../model/text.ts';

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

const line = z
  .object({
    matricule: z.string().min(1),
    company: z.string().min(1),
    project: z.string().min(1),
    start: z.iso.date(),
    end: z.union([z.iso.date(), z.literal('').transform(() => null)]),
    declared_emails: z.string().transform((text) => text.split(/[\s,;|]+/).filter((address) => address !== '')),
  })
  .refine(({ start, end }) => end === null || start <= end, { path: ['end'] });

const columns = Object.keys(line.shape);

const wrong = (where: Bilingual): Refusal =>
  new Refusal('invalid-declaration', {
    fr: `Le fichier des mises à disposition, ${where.fr}. Il faut du CSV avec les colonnes ${columns.join(', ')} ; les jours en aaaa-mm-jj, end vide ou pas avant start.`,
    en: `The file of secondments, ${where.en}. It takes CSV with the columns ${columns.join(', ')}; days as yyyy-mm-dd, end empty or not before start.`,
  });

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

function recordsOf(text: string): readonly Parsed[] {
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
 * @param text `secondments.csv` of forges.md, section 6: with a header; columns in any order, and others beside them
 * @throws Refusal `invalid-declaration`, naming the line and the column
 */
export function readSetSecondments(text: string): readonly SetSecondment[] {
  const records = recordsOf(text);
  const [first] = records;
  if (first === undefined) throw wrong({ fr: 'sous l’en-tête : aucune ligne', en: 'below the header: no line' });
  const missing = columns.find((column) => !(column in first.record));
  if (missing !== undefined) {
    throw wrong({
      fr: `ligne 1 : la colonne « ${missing} » manque`,
      en: `line 1: the column '${missing}' is missing`,
    });
  }
  return records.map(({ record, info }) => {
    const read = line.safeParse(record);
    if (!read.success) {
      const column = String(read.error.issues[0]!.path[0] ?? '');
      throw wrong({
        fr: `ligne ${info.lines}, colonne « ${column} » : la valeur manque ou n’est pas lisible`,
        en: `line ${info.lines}, column '${column}': the value is missing or unreadable`,
      });
    }
    const { declared_emails: declaredAddresses, ...secondment } = read.data;
    return { ...secondment, declaredAddresses };
  });
}
