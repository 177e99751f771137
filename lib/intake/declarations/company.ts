// Reads a company's file about itself: SIREN, fiscal year, working day, corporate tax, and who may act for it.
import * as z from 'zod';
import { isDay } from '../../model/calendar.ts';
import type { Company } from '../../model/company.ts';
import { type DeclarationFile, textOfFile } from './file-text.ts';
import { check, jsonObject, pathPlace, readEach, readValue } from './json.ts';
import { collectProblems, conclude, type DeclarationReading } from './problem.ts';
import { dayText, idText, labelText, sirenText } from './schemas.ts';

const companyRoles = ['hr', 'finance', 'pay'] as const;

export interface CompanyPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly (typeof companyRoles)[number][];
}

/** `fiscalYearEnd` is `MM-DD`, as the fact keeps it. */
interface CompanyDeclaration extends Omit<Company, 'id' | 'legalForm'> {
  readonly legalForm: string | null;
  readonly people: readonly CompanyPerson[];
}

/** Regions whose public holidays differ: mainland, Alsace-Moselle, or an overseas department by its number. */
const regions = ['metropole', 'alsace-moselle', '971', '972', '973', '974', '976'] as const;

const withoutDashes = (text: string): string => text.replace(/^--/, '');

const company = z.strictObject({
  siren: sirenText,
  name: labelText,
  legalForm: labelText.nullable().default(null),
  address: labelText.optional(),
  fiscalYearEnd: z
    .string()
    .transform(withoutDashes)
    .pipe(
      z.string().check(
        // A leap year, so that 02-29 stands for the last day of February.
        check('not-a-day', (text) => isDay(`2024-${text}`), {
          fr: 'ce n’est pas une fin d’exercice. Écrivez MM-JJ, par exemple 12-31.',
          en: 'this is not the end of a fiscal year. Write MM-DD, for example 12-31.',
        }),
      ),
    ),
  dayMinutes: z.int().check(
    check('not-a-duration', (minutes) => minutes >= 60 && minutes <= 720, {
      fr: 'une journée dure de 60 à 720 minutes. Écrivez 420 pour 7 h, 468 pour 7 h 48.',
      en: 'a day lasts 60 to 720 minutes. Write 420 for 7 h, 468 for 7 h 48.',
    }),
  ),
  unit: z.enum(['minute', 'half-day']),
  corporateTax: z.boolean(),
  region: z.enum(regions).default('metropole'),
  since: dayText,
  people: z.array(z.unknown()).min(1),
});

const person = z.strictObject({ id: idText, name: labelText, roles: z.array(z.enum(companyRoles)).min(1) });

/**
 * Reads a company file (JSON).
 * @returns the declaration, or null where something blocks, and every problem by its JSON path
 */
export function readCompany(file: DeclarationFile): DeclarationReading<CompanyDeclaration> {
  const problems = collectProblems();
  const text = textOfFile(file, problems);
  const object = text === null ? null : jsonObject(text, problems);
  if (object === null) return { declaration: null, problems: problems.list };
  const declared = readValue(object, '$', company, problems);
  const people = readEach(object.people, '$.people', person, problems);
  const seen = new Set<string>();
  for (const { value, path } of people) {
    if (seen.has(value.id)) {
      problems.block(pathPlace(`${path}.id`), value.id, 'duplicate-id', {
        fr: `« ${value.id} » est déjà dans la liste. Réunissez ses rôles sur une seule personne.`,
        en: `'${value.id}' is already in the list. Put its roles on one person.`,
      });
    }
    seen.add(value.id);
  }
  if (declared === null) return { declaration: null, problems: problems.list };
  return conclude({ ...declared, people: people.map(({ value }) => value) }, problems);
}
