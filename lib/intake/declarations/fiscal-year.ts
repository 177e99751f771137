// Reads what a company declares of one fiscal year: its days, its turnover, and gifts of earlier years above their ceiling.
import * as z from 'zod';
import type { Day, Period } from '../../model/calendar.ts';
import { type DeclarationFile, textOfFile } from './file-text.ts';
import { check, jsonObject, pathPlace, readEach, readValue } from './json.ts';
import { collectProblems, conclude, type DeclarationReading, type Problems } from './problem.ts';
import { dayText } from './schemas.ts';
import { parseEuros } from './values.ts';

export interface BroughtForward {
  /** Last day of the fiscal year in which it was given. */
  readonly origin: Day;
  readonly cents: number;
  /** Of these, given above the threshold of that year. */
  readonly aboveThresholdCents: number;
}

interface FiscalYearDeclaration {
  readonly period: Period;
  readonly turnoverCents: number;
  /** Oldest first. */
  readonly broughtForward: readonly BroughtForward[];
}

const euros = z
  .string()
  .check(
    check('not-an-amount', (text) => parseEuros(text.trim()) !== null, {
      fr: 'ce n’est pas un montant. Écrivez des euros entre guillemets, par exemple "8 000 000,00".',
      en: 'this is not an amount. Write euros in quotes, for example "8000000.00".',
    }),
  )
  .transform((text) => parseEuros(text.trim())!);

const fiscalYear = z.strictObject({
  period: z.strictObject({ from: dayText, to: dayText }),
  turnover: euros,
  broughtForward: z.array(z.unknown()).max(12).default([]),
});
const brought = z.strictObject({ origin: dayText, amount: euros, aboveThreshold: euros.default(0) });

function checkPeriod({ from, to }: Period, problems: Problems): void {
  if (to >= from) return;
  problems.block(pathPlace('$.period.to'), to, 'reversed-period', {
    fr: `la fin (${to}) vient avant le début (${from}). Corrigez l’une des deux.`,
    en: `the end (${to}) comes before the start (${from}). Correct one of them.`,
  });
}

function readBrought(list: unknown, period: Period | null, problems: Problems): BroughtForward[] {
  const seen = new Set<string>();
  return readEach(list, '$.broughtForward', brought, problems)
    .map(({ value: { origin, amount, aboveThreshold }, path }) => {
      if (period !== null && origin >= period.from) {
        problems.block(pathPlace(`${path}.origin`), origin, 'not-an-earlier-year', {
          fr: `le ${origin} n’est pas la fin d’un exercice antérieur : il doit venir avant le ${period.from}. Corrigez-le.`,
          en: `${origin} is not the end of an earlier fiscal year: it must come before ${period.from}. Correct it.`,
        });
      }
      if (seen.has(origin)) {
        problems.block(pathPlace(`${path}.origin`), origin, 'duplicate-line', {
          fr: `l’exercice clos le ${origin} est déjà dans la liste. Réunissez les deux montants.`,
          en: `the fiscal year ended on ${origin} is already in the list. Put both amounts together.`,
        });
      }
      seen.add(origin);
      if (aboveThreshold > amount) {
        problems.block(pathPlace(`${path}.aboveThreshold`), null, 'not-an-amount', {
          fr: 'cette part est plus grande que le montant entier. Corrigez l’un des deux.',
          en: 'this part is larger than the whole amount. Correct one of them.',
        });
      }
      return { origin, cents: amount, aboveThresholdCents: aboveThreshold };
    })
    .sort((a, b) => (a.origin < b.origin ? -1 : 1));
}

/**
 * Reads a file about one fiscal year (JSON).
 * @returns the declaration in cents, or null where something blocks, and every problem by its JSON path
 */
export function readFiscalYear(file: DeclarationFile): DeclarationReading<FiscalYearDeclaration> {
  const problems = collectProblems();
  const text = textOfFile(file, problems);
  const object = text === null ? null : jsonObject(text, problems);
  if (object === null) return { declaration: null, problems: problems.list };
  const declared = readValue(object, '$', fiscalYear, problems);
  if (declared !== null) checkPeriod(declared.period, problems);
  const broughtForward = readBrought(object.broughtForward, declared?.period ?? null, problems);
  if (declared === null) return { declaration: null, problems: problems.list };
  return conclude({ period: declared.period, turnoverCents: declared.turnover, broughtForward }, problems);
}
