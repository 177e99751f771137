// A worked case counts in minutes or in half-days: one is never turned into the other.
import type { CaseInputs } from './case-fields.ts';
import type { Complain } from './invalid-case.ts';

const hourFields = [
  'timeBaseMinutes',
  'acceptedMinutes',
  'claimedMinutes',
  'entries',
  'minutesAlreadyClaimed',
  'otherEmployerClaims',
] as const;
const dayFields = ['daysBaseHalfDays', 'acceptedHalfDays', 'rejectedHalfDays'] as const;

type Time = 'unit' | (typeof hourFields)[number] | (typeof dayFields)[number];

/** @throws Refusal `invalid-declaration` naming the first field of the other unit */
export function refuseOtherUnit(inputs: Pick<CaseInputs, Time>, complain: Complain): void {
  const foreign = (inputs.unit === 'half-day' ? hourFields : dayFields).find((field) => inputs[field] !== undefined);
  if (foreign === undefined) return;
  throw complain(foreign, {
    fr: 'des minutes et des demi-journées dans un même cas : l’une n’est jamais convertie en l’autre. Gardez une seule unité.',
    en: 'minutes and half-days in one case: one is never turned into the other. Keep one unit.',
  });
}
