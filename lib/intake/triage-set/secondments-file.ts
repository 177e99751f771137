// The secondments of a triage set: who is lent to which project, from when to when, and which addresses she declared.
import * as z from 'zod';
import type { Day } from '../../model/calendar.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Bilingual } from '../../model/text.ts';
import { readCsvLines } from './csv-lines.ts';

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

/**
 * @param text `secondments.csv` of forges.md, section 6: with a header; columns in any order, and others beside them
 * @throws Refusal `invalid-declaration`, naming the line and the column
 */
export const readSetSecondments = (text: string): readonly SetSecondment[] =>
  readCsvLines(text, line, wrong).map(({ declared_emails: declaredAddresses, ...secondment }) => ({
    ...secondment,
    declaredAddresses,
  }));
