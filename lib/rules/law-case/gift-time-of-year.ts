// A worked case of gifts whose time is one amount for the year: minutes, or half-days of people counted in days.
import { monthsOf } from '../../model/calendar.ts';
import { type Fraction, fraction } from '../../model/fraction.ts';
import type { CapReading } from '../rule-set.ts';
import { byReasonAndDay, claimedElsewhere, refuseWrongSum, total } from './accepted-time.ts';
import { costOver } from './cost-of-case.ts';
import type { GiftInputs } from './gift-fields.ts';
import { costOf, type GiftCosts, isOfYear } from './gift-time.ts';
import { type Complain, needed } from './invalid-case.ts';

/** The time of the year as one amount, of which nobody says the months. */
interface TimeOfYear {
  readonly amount: number;
  readonly base: Fraction;
  readonly baseField: string;
  readonly fields: GiftCosts['fields'];
}

function halfDaysOf(inputs: GiftInputs, complain: Complain): TimeOfYear {
  const acceptedHalfDays = needed(inputs.acceptedHalfDays, 'acceptedHalfDays', complain);
  const { rejectedHalfDays = [] } = inputs;
  return {
    amount: acceptedHalfDays,
    base: needed(inputs.daysBaseHalfDays, 'daysBaseHalfDays', complain),
    baseField: 'daysBaseHalfDays',
    fields: { acceptedHalfDays, rejectedHalfDays },
  };
}

function minutesOf(inputs: GiftInputs, complain: Complain): TimeOfYear {
  const rejected = claimedElsewhere(inputs);
  const claimed = inputs.claimedMinutes ?? 0;
  const accepted =
    typeof inputs.acceptedMinutes === 'number' ? inputs.acceptedMinutes : Math.max(claimed - total(rejected), 0);
  refuseWrongSum(inputs, accepted, total(rejected), complain);
  return {
    amount: accepted,
    base: needed(inputs.timeBaseMinutes, 'timeBaseMinutes', complain),
    baseField: 'timeBaseMinutes',
    fields: { acceptedMinutes: accepted, rejectedMinutes: byReasonAndDay(rejected) },
  };
}

/** One amount of time for the year: only a reading that caps a year knows what to do with it. @throws Refusal `invalid-declaration` */
export function costsOfYear(inputs: GiftInputs, reading: CapReading, complain: Complain): GiftCosts {
  const { amount, base, baseField, fields } =
    inputs.unit === 'half-day' ? halfDaysOf(inputs, complain) : minutesOf(inputs, complain);
  if (!isOfYear(reading) && amount > 0) {
    throw complain('capReading', {
      fr: `« ${reading} » demande les mois du travail, et ce cas n’en donne pas. Donnez des « entries » datées, ou « months », ou la lecture annual-flat ou monthly-flat-year.`,
      en: `'${reading}' asks for the months of the work, and this case gives none. Give dated 'entries', or 'months', or the reading annual-flat or monthly-flat-year.`,
    });
  }
  const year = needed(inputs.fiscalYear, 'fiscalYear', complain);
  const months = monthsOf({ from: `${year}-01-01`, to: `${year}-12-31` });
  const cost = costOver(costOf(inputs, complain), amount, base, baseField, complain);
  return { costs: amount === 0 ? [] : [{ months, cost, share: fraction(1) }], fields };
}
