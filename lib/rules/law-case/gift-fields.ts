// The fields of a worked case of gifts (mécénat): six ways to say what was given (`GiftForm`), of which a case takes one.
import * as z from 'zod';
import { isDay } from '../../model/calendar.ts';
import { fraction, lesser } from '../../model/fraction.ts';
import { capReadings } from '../rule-set.ts';
import { caseOf, exactNumber, fieldsOfAll, parsed, readCaseHead, year } from './case-fields.ts';
import type { Complain } from './invalid-case.ts';

const month = z.string().refine((text) => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`));
const one = fraction(1);
const share = exactNumber.refine((value) => value.num > 0n && lesser(value, one) === value);

const inputs = z.strictObject({
  ...fieldsOfAll,
  fiscalYear: year.optional(),
  turnoverCents: exactNumber.optional(),
  donationValueCents: exactNumber.optional(),
  previousCarry: z.array(z.strictObject({ origin: year, cents: exactNumber })).optional(),
  years: z
    .array(z.strictObject({ fiscalYear: year, turnoverCents: exactNumber, donationValueCents: exactNumber }))
    .min(1)
    .optional(),
  months: z
    .union([z.array(month).min(1), z.array(z.strictObject({ month, costCents: exactNumber })).min(1)])
    .optional(),
  fiscalYears: z
    .array(z.strictObject({ fiscalYear: year, turnoverCents: exactNumber }))
    .min(1)
    .optional(),
  monthlyCostCents: exactNumber.optional(),
  secondedShare: share.optional(),
  // No subsidy enters a gift: a case may say that there was none.
  subsidiesCents: z.literal(0).optional(),
  subsidyKind: z.string().nullable().optional(),
  repaidAdvanceCents: z.literal(0).optional(),
  capReading: z.enum(capReadings).optional(),
});
const giftCase = caseOf(inputs);

export type GiftInputs = z.infer<typeof inputs>;
type Field = keyof GiftInputs;

/** @throws Refusal `invalid-declaration` naming the case and the first field that is unknown, missing or unreadable */
export const readGiftCase = (value: unknown): z.infer<typeof giftCase> =>
  parsed(giftCase, value, readCaseHead(value).id);

/** What a case says its gifts by, and the fields that then have no place. */
export type GiftForm = 'years' | 'value' | CostForm;

/** What a case says her cost by. */
export type CostForm = 'months' | 'monthly-cost' | 'entries' | 'time-of-year';

const ofHalfDays = ['unit', 'daysBaseHalfDays', 'acceptedHalfDays', 'rejectedHalfDays'] as const;
const ofEachEntry: readonly Field[] = [
  ...(['entries', 'eligibility', 'convention', 'dailyCapPolicy', 'dailyCapMinutes'] as const),
  ...(['weeklyCapPolicy', 'weeklyCapMinutes', 'publicHolidayPolicy', 'otherEmployerClaims'] as const),
];
const ofTime: readonly Field[] = [
  ...(['annualCostCents', 'annualCostExact', 'partTimeRatio', 'timeBaseMinutes', 'acceptedMinutes'] as const),
  ...(['claimedMinutes', 'minutesAlreadyClaimed'] as const),
  ...ofHalfDays,
  ...ofEachEntry,
];
const foreign: Readonly<Record<GiftForm, readonly Field[]>> = {
  years: [
    ...(['fiscalYear', 'turnoverCents', 'donationValueCents', 'months', 'fiscalYears'] as const),
    ...(['monthlyCostCents', 'secondedShare'] as const),
    ...ofTime,
  ],
  value: ['months', 'fiscalYears', 'monthlyCostCents', 'secondedShare', ...ofTime],
  months: ofTime,
  'monthly-cost': ofTime,
  entries: ['months', 'fiscalYears', ...ofHalfDays],
  // No day to hold them against.
  'time-of-year': ['months', 'fiscalYears', 'secondedShare', ...ofEachEntry],
};

function formNamed(inputs: GiftInputs): GiftForm | null {
  if (inputs.years !== undefined) return 'years';
  if (inputs.donationValueCents !== undefined) return 'value';
  if (inputs.monthlyCostCents !== undefined) return 'monthly-cost';
  if (inputs.months !== undefined) return typeof inputs.months[0] === 'string' ? 'monthly-cost' : 'months';
  if (!ofTime.some((field) => inputs[field] !== undefined)) return null;
  const isOneAmount = typeof inputs.acceptedMinutes === 'number' || inputs.claimedMinutes !== undefined;
  const isListed = inputs.entries !== undefined || Array.isArray(inputs.acceptedMinutes);
  return ofHalfDays.some((field) => inputs[field] !== undefined) || (isOneAmount && !isListed)
    ? 'time-of-year'
    : 'entries';
}

/** @throws Refusal `invalid-declaration` where no way is taken, or two */
export function giftForm(inputs: GiftInputs, complain: Complain): GiftForm {
  const form = formNamed(inputs);
  if (form === null) {
    throw complain('donationValueCents', {
      fr: 'champ manquant. Donnez la valeur du don, ou bien « years », « months », ou un coût et des « entries ».',
      en: "missing field. Give the value of the gift, or else 'years', 'months', or a cost and 'entries'.",
    });
  }
  const other = foreign[form].find((field) => inputs[field] !== undefined);
  if (other === undefined) return form;
  throw complain(other, {
    fr: 'ce champ n’a pas de place à côté de la façon dont ce cas donne sa valeur. Retirez l’un ou l’autre.',
    en: 'this field has no place beside the way in which this case gives its value. Remove one or the other.',
  });
}
