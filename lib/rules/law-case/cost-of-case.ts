// From the fields of a worked case to what a credit on staff cost starts from: the time that counts, its cost by slice of days, what others paid.
import { eurosOfCents, type Fraction, fraction, multiply, zero } from '../../model/fraction.ts';
import type { CostBaseInput, CostSlice } from '../cost-base.ts';
import { personnelFrom20200101 } from '../formulas/personnel.ts';
import { type AcceptedSlice, acceptedMinutesOf, wholeYear } from './accepted-time.ts';
import type { CaseInputs } from './case-fields.ts';
import type { TimeFields } from './case-result.ts';
import type { CaseRules } from './case-rules.ts';
import { type Complain, needed } from './invalid-case.ts';
import { refuseOtherUnit } from './one-unit.ts';

interface TimeOfCase {
  readonly slices: readonly AcceptedSlice[] | null;
  readonly timeBase: Fraction | undefined;
  readonly baseField: string;
  readonly fields: TimeFields;
}

/** Time counted and refused, and what it is divided by. @throws Refusal `invalid-declaration` */
export function timeOf(inputs: CaseInputs, rules: CaseRules, complain: Complain): TimeOfCase {
  refuseOtherUnit(inputs, complain);
  if (inputs.unit === 'half-day') {
    const { acceptedHalfDays, rejectedHalfDays = [] } = inputs;
    const accepted = needed(acceptedHalfDays, 'acceptedHalfDays', complain);
    return {
      slices: wholeYear(accepted, 'acceptedHalfDays', inputs, rules, complain),
      timeBase: inputs.daysBaseHalfDays,
      baseField: 'daysBaseHalfDays',
      fields: { acceptedHalfDays: accepted, rejectedHalfDays },
    };
  }
  const time = acceptedMinutesOf(inputs, rules, complain);
  return {
    slices: time?.slices ?? null,
    timeBase: inputs.timeBaseMinutes,
    baseField: 'timeBaseMinutes',
    fields: time === null ? {} : { acceptedMinutes: time.accepted, rejectedMinutes: time.rejected },
  };
}

function costOf(inputs: CaseInputs, complain: Complain): Fraction {
  if (inputs.annualCostExact !== undefined) return inputs.annualCostExact;
  return eurosOfCents(needed(inputs.annualCostCents, 'annualCostCents', complain));
}

/** Cost × accepted time ÷ time base, exact euros. @param field that of the base @throws Refusal `invalid-declaration` */
export function costOver(cost: Fraction, amount: number, base: Fraction, field: string, complain: Complain): Fraction {
  const value = personnelFrom20200101(cost, fraction(amount), base);
  if (value !== null) return value;
  throw complain(field, {
    fr: 'du temps est accepté sur une base de zéro. Donnez le temps travaillé dans l’année.',
    en: 'time is accepted over a base of zero. Give the time worked in the year.',
  });
}

function refuseTwoCosts(inputs: CaseInputs, complain: Complain): void {
  const given = (['annualCostCents', 'annualCostExact', 'personnelCostExact'] as const).filter(
    (field) => inputs[field] !== undefined,
  );
  if (given[1] === undefined) return;
  throw complain(given[1], {
    fr: `« ${given[0]} » donne déjà le coût. Gardez l’un des deux.`,
    en: `'${given[0]}' already gives the cost. Keep one of the two.`,
  });
}

function costSlices(inputs: CaseInputs, time: TimeOfCase, rules: CaseRules, complain: Complain): CostSlice[] {
  refuseTwoCosts(inputs, complain);
  if (inputs.personnelCostExact !== undefined) {
    const personnel = inputs.personnelCostExact;
    const [year] = wholeYear(personnel.num === 0n ? 0 : 1, 'personnelCostExact', inputs, rules, complain);
    return [{ label: year!.label, day: year!.day, personnel }];
  }
  const { baseField } = time;
  const slices = needed(time.slices ?? undefined, 'acceptedMinutes', complain);
  const timeBase = needed(time.timeBase, baseField, complain);
  const cost = costOf(inputs, complain);
  return slices.map(({ label, day, amount }) => {
    return { label, day, personnel: costOver(cost, amount, timeBase, baseField, complain) };
  });
}

export interface CostOfCase {
  readonly time: TimeFields;
  readonly base: CostBaseInput;
}

/** @throws Refusal `invalid-declaration` naming the case and the field, `no-figures-for-period` */
export function costOfCase(inputs: CaseInputs, rules: CaseRules, complain: Complain): CostOfCase {
  const time = timeOf(inputs, rules, complain);
  const cents = fraction(1, 100);
  return {
    time: time.fields,
    base: {
      figures: rules.figures,
      slices: costSlices(inputs, time, rules, complain),
      received: multiply(inputs.subsidiesCents ?? zero, cents),
      repaidAdvances: multiply(inputs.repaidAdvanceCents ?? zero, cents),
    },
  };
}
