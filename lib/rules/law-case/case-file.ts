// The envelope of a file of worked cases: its format, then its cases, each still to be read.
import * as z from 'zod';
import { Refusal } from '../../model/refusal.ts';

const caseFile = z.strictObject({
  meta: z.looseObject({ format: z.literal('law-cases/1') }),
  cases: z.array(z.unknown()),
});

/**
 * `meta` only documents what the cases assume; nothing of it is used.
 * @param value the file as parsed from JSON
 * @returns its cases, for `computeLawCase`
 * @throws Refusal `invalid-declaration`
 */
export function casesOfFile(value: unknown): readonly unknown[] {
  const file = caseFile.safeParse(value);
  if (file.success) return file.data.cases;
  const field = file.error.issues[0]!.path.join('.') || 'meta, cases';
  throw new Refusal('invalid-declaration', {
    fr: `Ce n’est pas un fichier de cas : voyez le champ « ${field} ». Écrivez { "meta": { "format": "law-cases/1" }, "cases": [ … ] }.`,
    en: `This is not a file of cases: see the field '${field}'. Write { "meta": { "format": "law-cases/1" }, "cases": [ … ] }.`,
  });
}
