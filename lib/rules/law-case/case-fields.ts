// The fields of a worked case (format law-cases/1) of a credit on staff cost: each is known and checked, an unknown one is an error that names it.
import * as z from 'zod';
import { isDay } from '../../model/calendar.ts';
import { type Fraction, fraction, parseFraction } from '../../model/fraction.ts';
import type { Bilingual } from '../../model/text.ts';
import { entryRefusalCodes } from '../refusals/refusal-codes.ts';
import { type Complain, invalidCase } from './invalid-case.ts';

const label = z.unknown();
export const day = z.string().refine(isDay);
export const whole = z.int().min(0);
export const exactNumber = z.union([whole, z.string()]).transform((value, context): Fraction => {
  const parsed = typeof value === 'number' ? fraction(value) : parseFraction(value);
  if (parsed !== null && parsed.num >= 0n) return parsed;
  context.addIssue({ code: 'custom', message: 'exact' });
  return z.NEVER;
});

const entry = z
  .strictObject({
    date: day.optional(),
    period: z.string().optional(),
    label: z.string().optional(),
    project: z.string().min(1).optional(),
    minutes: whole,
    rejection: z.enum(entryRefusalCodes).nullable().optional(),
  })
  .refine(({ date, period, label: name }) => [date, period, name].filter((text) => text !== undefined).length > 0);

export const year = z.int().min(1900).max(9998);

const reasonedHalfDays = z.strictObject({ halfDays: whole, reason: z.enum(entryRefusalCodes), date: day.optional() });

/** What a case of any scheme may say of the person, her cost and her time. */
export const fieldsOfAll = {
  person: label.optional(),
  employer: label.optional(),
  group: label.optional(),
  slice: label.optional(),
  team: label.optional(),
  annualCostCents: whole.optional(),
  annualCostExact: exactNumber.optional(),
  partTimeRatio: exactNumber.optional(),
  timeBaseMinutes: exactNumber.optional(),
  unit: z.literal('half-day').optional(),
  daysBaseHalfDays: exactNumber.optional(),
  acceptedHalfDays: whole.optional(),
  rejectedHalfDays: z.union([whole, z.array(reasonedHalfDays)]).optional(),
  acceptedMinutes: z.union([whole, z.array(z.strictObject({ period: z.string(), minutes: whole }))]).optional(),
  claimedMinutes: whole.optional(),
  entries: z.array(entry).optional(),
  eligibility: z
    .array(z.strictObject({ project: z.string().min(1), intervals: z.array(z.tuple([day, day.nullable()])) }))
    .optional(),
  convention: z.strictObject({ from: day, to: day }).optional(),
  dailyCapPolicy: z.literal('block-day').optional(),
  dailyCapMinutes: whole.optional(),
  weeklyCapPolicy: z.literal('block-excess-latest').optional(),
  weeklyCapMinutes: whole.optional(),
  publicHolidayPolicy: z.literal('reject-without-order').optional(),
  otherEmployerClaims: z
    .array(
      z.strictObject({ date: day, claimed: z.record(z.string(), whole), total: whole, reason: z.string().nullable() }),
    )
    .optional(),
  minutesAlreadyClaimed: z.array(z.strictObject({ scheme: z.string(), minutes: whole })).optional(),
};

const inputs = z.strictObject({
  ...fieldsOfAll,
  fiscalYear: year,
  personnelCostExact: exactNumber.optional(),
  subsidiesCents: exactNumber.optional(),
  subsidyKind: z.string().nullable().optional(),
  repaidAdvanceCents: exactNumber.optional(),
});

const caseHead = z.object({ id: z.string().min(1), scheme: z.string() });
export const caseOf = <Inputs extends z.ZodType>(fields: Inputs) =>
  z.strictObject({
    id: z.string(),
    title: z.string().optional(),
    scheme: z.string(),
    covers: label.optional(),
    inputs: fields,
    expected: z.record(z.string(), z.unknown()).optional(),
  });
const lawCase = caseOf(inputs);
const cirCase = caseOf(inputs.extend({ youngDoctor: z.boolean().optional() }));

export type CaseInputs = z.infer<typeof inputs>;
export type CaseEntry = z.infer<typeof entry>;
export type LawCase = z.infer<typeof lawCase>;
export type CirCase = z.infer<typeof cirCase>;

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`),
    '',
  );

function described(issue: z.core.$ZodIssue): { field: string; says: Bilingual } {
  const at = pathText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const field = `${at}${at && '.'}${issue.keys[0]}`;
    return {
      field,
      says: {
        fr: 'champ inconnu sous ce dispositif. Retirez-le, ou corrigez son nom.',
        en: 'unknown field under this scheme. Remove it, or correct its name.',
      },
    };
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return { field: at, says: { fr: 'champ manquant. Ajoutez-le.', en: 'missing field. Add it.' } };
  }
  return {
    field: at,
    says: {
      fr: 'valeur que ce format ne connaît pas. Nombres entiers ou « p/q », jours AAAA-MM-JJ ; voyez la description du format law-cases/1.',
      en: "a value that this format does not know. Whole numbers or 'p/q', days YYYY-MM-DD; see the description of the format law-cases/1.",
    },
  };
}

export function parsed<T extends z.ZodType>(schema: T, value: unknown, id: string): z.output<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const { field, says } = described(result.error.issues[0]!);
  throw invalidCase(id, field, says);
}

/** @returns id and scheme of a case, whatever its scheme @throws Refusal `invalid-declaration` */
export const readCaseHead = (value: unknown): { readonly id: string; readonly scheme: string } =>
  parsed(caseHead, value, '?');

/** @throws Refusal `invalid-declaration` naming the case and the first field that is unknown, missing or unreadable */
export const readCase = (value: unknown): LawCase => parsed(lawCase, value, readCaseHead(value).id);

/** A case of the research tax credit. @throws Refusal as `readCase` */
export const readCirCase = (value: unknown): CirCase => parsed(cirCase, value, readCaseHead(value).id);

export const complainAbout =
  ({ id }: { readonly id: string }): Complain =>
  (field, says) =>
    invalidCase(id, `inputs.${field}`, says);
