// What the one person of a case of gifts cost, month by month, however the case says it.
import { type Month, monthsOf } from '../../model/calendar.ts';
import { divide, eurosOfCents, type Fraction, fraction, lesser, multiply } from '../../model/fraction.ts';
import { personnelFrom20200101 } from '../formulas/personnel.ts';
import type { MonthlyCost } from '../gift/capped-costs.ts';
import type { CapReading, RuleSet } from '../rule-set.ts';
import { byReasonAndDay } from './accepted-time.ts';
import { type AssessedEntries, assessEntries } from './assess-entries.ts';
import type { CaseInputs } from './case-fields.ts';
import type { LawCaseResult } from './case-result.ts';
import { caseRules } from './case-rules.ts';
import type { GiftForm, GiftInputs } from './gift-fields.ts';
import type { Complain } from './invalid-case.ts';

export interface GiftCosts {
  /** In order of month. */
  readonly costs: readonly MonthlyCost[];
  readonly fields: Pick<LawCaseResult, 'acceptedMinutes' | 'rejectedMinutes'>;
}

const hundred = fraction(100);
const one = fraction(1);

/** @throws Refusal `invalid-declaration` */
export function needed<T>(value: T | undefined, field: string, complain: Complain): T {
  if (value !== undefined) return value;
  throw complain(field, { fr: 'champ manquant. Ajoutez-le.', en: 'missing field. Add it.' });
}

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

interface MonthsOfTime {
  readonly months: readonly Month[];
  readonly minutes: number;
}

/** Entries that share a month stand together: nobody says how the time of a period lies inside its months. */
function gathered(accepted: AssessedEntries['accepted'], complain: Complain): MonthsOfTime[] {
  const each = accepted
    .filter(({ minutes }) => minutes > 0)
    .map(({ minutes, period, field }) => {
      const months = period === null ? [] : monthsOf(period);
      if (months.length > 0 && months[0]!.slice(0, 4) === months.at(-1)!.slice(0, 4)) return { months, minutes };
      throw complain(`${field}.period`, {
        fr: 'le mois du travail n’est pas connu, ou la période couvre deux années : le plafond est celui de chaque mois. Donnez un jour ou une période d’une seule année.',
        en: 'the month of the work is not known, or the period covers two years: the cap is that of each month. Give a date, or a period of one year.',
      });
    });
  const groups: MonthsOfTime[] = [];
  for (const next of each.toSorted((a, b) => (a.months[0]! < b.months[0]! ? -1 : 1))) {
    const last = groups.at(-1);
    if (last === undefined || last.months.at(-1)! < next.months[0]!) groups.push(next);
    else {
      groups[groups.length - 1] = {
        months: [...new Set([...last.months, ...next.months])].sort(),
        minutes: last.minutes + next.minutes,
      };
    }
  }
  return groups;
}

function costOf(inputs: GiftInputs, complain: Complain): Fraction {
  if (inputs.annualCostExact === undefined) {
    return eurosOfCents(needed(inputs.annualCostCents, 'annualCostCents', complain));
  }
  if (inputs.annualCostCents === undefined) return inputs.annualCostExact;
  throw complain('annualCostExact', {
    fr: '« annualCostCents » donne déjà le coût. Gardez l’un des deux.',
    en: "'annualCostCents' gives the cost already. Keep one of the two.",
  });
}

function refuseWrongSum(inputs: GiftInputs, accepted: number, rejected: number, complain: Complain): void {
  if (inputs.claimedMinutes === undefined || inputs.claimedMinutes === accepted + rejected) return;
  throw complain('claimedMinutes', {
    fr: `${inputs.claimedMinutes} n’est pas la somme de ${accepted} acceptées et ${rejected} refusées. Corrigez l’un des champs.`,
    en: `${inputs.claimedMinutes} is not the sum of ${accepted} accepted and ${rejected} refused. Correct one of the fields.`,
  });
}

/** Cost × accepted time ÷ time base, in each month or run of months. */
function ofEntries(inputs: GiftInputs, ruleSet: RuleSet, complain: Complain): GiftCosts {
  const cost = costOf(inputs, complain);
  const timeBase = needed(inputs.timeBaseMinutes, 'timeBaseMinutes', complain);
  if (inputs.entries !== undefined && inputs.acceptedMinutes !== undefined) {
    throw complain('acceptedMinutes', {
      fr: '« entries » donne déjà le temps. Gardez l’un des deux.',
      en: "'entries' gives the time already. Keep one of the two.",
    });
  }
  const entries = needed(inputs.entries ?? inputs.acceptedMinutes, 'entries', complain);
  const {
    months: _months,
    secondedShare: _share,
    acceptedMinutes: _accepted,
    subsidiesCents: _none,
    ...asked
  } = inputs;
  const assessing: CaseInputs = { ...asked, entries, fiscalYear: inputs.fiscalYear ?? 0 };
  const rules = caseRules(ruleSet, 'mecenat-de-competences-238bis', inputs);
  const { accepted, rejected } = assessEntries(assessing, rules, complain);
  const costs = gathered(accepted, complain).map(({ months, minutes }) => {
    const value = personnelFrom20200101(cost, fraction(minutes), timeBase);
    if (value === null) {
      throw complain('timeBaseMinutes', {
        fr: 'du temps est accepté sur une base de zéro. Donnez le temps travaillé dans l’année.',
        en: 'time is accepted over a base of zero. Give the time worked in the year.',
      });
    }
    // Her time in these months, out of what she works in as many months of a level year.
    const share = divide(fraction(12 * minutes), multiply(timeBase, fraction(months.length)));
    return { months, cost: value, share: inputs.secondedShare ?? lesser(one, share) };
  });
  const total = (list: readonly { readonly minutes: number }[]): number =>
    list.reduce((all, { minutes }) => all + minutes, 0);
  refuseWrongSum(inputs, total(accepted), total(rejected), complain);
  return { costs, fields: { acceptedMinutes: total(accepted), rejectedMinutes: byReasonAndDay(rejected) } };
}

/** @throws Refusal `invalid-declaration` naming the field */
export function giftCosts(
  form: Exclude<GiftForm, 'years' | 'value'>,
  inputs: GiftInputs,
  reading: CapReading,
  ruleSet: RuleSet,
  complain: Complain,
): GiftCosts {
  if (form === 'entries') return ofEntries(inputs, ruleSet, complain);
  if (form === 'months') return { costs: ofMonths(inputs, reading, complain), fields: {} };
  return { costs: ofMonthlyCost(inputs, complain), fields: {} };
}
