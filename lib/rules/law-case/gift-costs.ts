// What the one person of a case of gifts cost, month by month, however the case says it.
import type { Month } from '../../model/calendar.ts';
import { divide, fraction, multiply } from '../../model/fraction.ts';
import type { MonthlyCost } from '../gift/capped-costs.ts';
import type { CapReading, RuleSet } from '../rule-set.ts';
import type { CostForm, GiftInputs } from './gift-fields.ts';
import { costsOfEntries, type GiftCosts } from './gift-time.ts';
import { costsOfYear } from './gift-time-of-year.ts';
import { type Complain, needed } from './invalid-case.ts';
import { refuseOtherUnit } from './one-unit.ts';

const hundred = fraction(100);
const one = fraction(1);

function inOrder(months: readonly Month[], complain: Complain): void {
  const repeated = months.findIndex((month, at) => months.indexOf(month) < at);
  if (repeated === -1) return;
  throw complain(`months[${repeated}]`, {
    fr: `le mois ${months[repeated]} est donné deux fois. Gardez-en un.`,
    en: `the month ${months[repeated]} is given twice. Keep one.`,
  });
}

const byMonth = (a: MonthlyCost, b: MonthlyCost): number => (a.months[0]! < b.months[0]! ? -1 : 1);

/** The cost of each month is that of the time lent. */
function ofMonths(inputs: GiftInputs, reading: CapReading, complain: Complain): MonthlyCost[] {
  const given = (inputs.months ?? []).flatMap((each) => (typeof each === 'string' ? [] : [each]));
  inOrder(
    given.map(({ month }) => month),
    complain,
  );
  const share =
    reading === 'prorata-time'
      ? needed(inputs.secondedShare, 'secondedShare', complain)
      : (inputs.secondedShare ?? one);
  return given
    .map(({ month, costCents }) => ({ months: [month], cost: divide(costCents, hundred), share }))
    .sort(byMonth);
}

/** The cost of each month is that of the whole person: her share of it is given. */
function ofMonthlyCost(inputs: GiftInputs, complain: Complain): MonthlyCost[] {
  const whole = divide(needed(inputs.monthlyCostCents, 'monthlyCostCents', complain), hundred);
  const share = needed(inputs.secondedShare, 'secondedShare', complain);
  const months = needed(inputs.months, 'months', complain).map((each, at) => {
    if (typeof each === 'string') return each;
    throw complain(`months[${at}]`, {
      fr: '« monthlyCostCents » donne déjà le coût : écrivez seulement le mois, AAAA-MM.',
      en: "'monthlyCostCents' gives the cost already: write the month alone, YYYY-MM.",
    });
  });
  inOrder(months, complain);
  return months.map((month) => ({ months: [month], cost: multiply(whole, share), share })).sort(byMonth);
}

/** @throws Refusal `invalid-declaration` naming the field */
export function giftCosts(
  form: CostForm,
  inputs: GiftInputs,
  reading: CapReading,
  ruleSet: RuleSet,
  complain: Complain,
): GiftCosts {
  refuseOtherUnit(inputs, complain);
  if (form === 'entries') return costsOfEntries(inputs, reading, ruleSet, complain);
  if (form === 'time-of-year') return costsOfYear(inputs, reading, complain);
  if (form === 'months') return { costs: ofMonths(inputs, reading, complain), fields: {} };
  return { costs: ofMonthlyCost(inputs, complain), fields: {} };
}
