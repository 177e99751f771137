// What time is worth in a worked case of gifts: cost × accepted time ÷ time base, in each month or run of months.
import { type Month, monthsOf } from '../../model/calendar.ts';
import { divide, eurosOfCents, type Fraction, fraction, lesser, multiply } from '../../model/fraction.ts';
import type { MonthlyCost } from '../gift/capped-costs.ts';
import type { CapReading, RuleSet } from '../rule-set.ts';
import { byReasonAndDay, claimedElsewhere, refuseWrongSum, total } from './accepted-time.ts';
import { type AssessedEntries, assessEntries } from './assess-entries.ts';
import type { CaseEntry, CaseInputs } from './case-fields.ts';
import type { TimeFields } from './case-result.ts';
import { caseRules } from './case-rules.ts';
import { costOver } from './cost-of-case.ts';
import type { GiftInputs } from './gift-fields.ts';
import { type Complain, needed } from './invalid-case.ts';

export interface GiftCosts {
  /** In order of month. */
  readonly costs: readonly MonthlyCost[];
  readonly fields: TimeFields;
}

const one = fraction(1);
const yearOf = ({ months }: MonthsOfTime): string => months[0]!.slice(0, 4);
export const isOfYear = (reading: CapReading): boolean => reading === 'annual-flat' || reading === 'monthly-flat-year';

interface MonthsOfTime {
  readonly months: readonly Month[];
  readonly minutes: number;
}

const together = (a: MonthsOfTime, b: MonthsOfTime): MonthsOfTime => ({
  months: [...new Set([...a.months, ...b.months])].sort(),
  minutes: a.minutes + b.minutes,
});

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
    else groups[groups.length - 1] = together(last, next);
  }
  return groups;
}

export function costOf(inputs: GiftInputs, complain: Complain): Fraction {
  if (inputs.annualCostExact === undefined) {
    return eurosOfCents(needed(inputs.annualCostCents, 'annualCostCents', complain));
  }
  if (inputs.annualCostCents === undefined) return inputs.annualCostExact;
  throw complain('annualCostExact', {
    fr: '« annualCostCents » donne déjà le coût. Gardez l’un des deux.',
    en: "'annualCostCents' gives the cost already. Keep one of the two.",
  });
}

/** Takes what is claimed elsewhere from the accepted time. @throws Refusal `invalid-declaration` where nobody says from which month */
function lessElsewhere(
  groups: readonly MonthsOfTime[],
  minutes: number,
  reading: CapReading,
  complain: Complain,
): readonly MonthsOfTime[] {
  if (minutes === 0) return groups;
  const isOneYear = isOfYear(reading) && new Set(groups.map(yearOf)).size === 1;
  const whole = groups.length === 1 || isOneYear ? groups.reduce(together) : null;
  if (whole !== null && minutes <= whole.minutes) return [{ ...whole, minutes: whole.minutes - minutes }];
  throw complain('minutesAlreadyClaimed', {
    fr: 'on ne sait pas de quel mois retirer ces minutes, ou il y en a plus que de minutes acceptées. Marquez les « entries » en cause : « rejection »: "already-claimed-under-other-scheme".',
    en: 'it is not known from which month to take these minutes, or there are more than were accepted. Mark the entries that are meant: "rejection": "already-claimed-under-other-scheme".',
  });
}

function refuseUndatedOthers(
  { otherEmployerClaims = [] }: GiftInputs,
  entries: readonly CaseEntry[],
  complain: Complain,
): void {
  if (entries.every(({ date }) => date !== undefined)) return;
  const at = otherEmployerClaims.findIndex(({ date }) => !entries.some((entry) => entry.date === date));
  if (at === -1) return;
  throw complain(`otherEmployerClaims[${at}].date`, {
    fr: 'on ne sait pas de quelle ligne sont les minutes de ce jour. Donnez-lui une ligne datée dans « entries ».',
    en: "it is not known which entry has the minutes of this day. Give it a dated line in 'entries'.",
  });
}

/** Cost × accepted time ÷ time base, in each month or run of months. */
export function costsOfEntries(
  inputs: GiftInputs,
  reading: CapReading,
  ruleSet: RuleSet,
  complain: Complain,
): GiftCosts {
  const cost = costOf(inputs, complain);
  const timeBase = needed(inputs.timeBaseMinutes, 'timeBaseMinutes', complain);
  const { acceptedMinutes } = inputs;
  if (inputs.entries !== undefined && acceptedMinutes !== undefined) {
    throw complain('acceptedMinutes', {
      fr: '« entries » donne déjà le temps. Gardez l’un des deux.',
      en: "'entries' gives the time already. Keep one of the two.",
    });
  }
  const listed = Array.isArray(acceptedMinutes) ? acceptedMinutes : undefined;
  const entries: readonly CaseEntry[] = needed(inputs.entries ?? listed, 'entries', complain);
  refuseUndatedOthers(inputs, entries, complain);
  const { months: _months, secondedShare: _share, acceptedMinutes: _accepted, ...asked } = inputs;
  const { subsidiesCents: _none, repaidAdvanceCents: _neither, ...assessable } = asked;
  const assessing: CaseInputs = { ...assessable, entries: [...entries], fiscalYear: inputs.fiscalYear ?? 0 };
  const rules = caseRules(ruleSet, 'mecenat-de-competences-238bis', inputs);
  const { accepted, rejected } = assessEntries(assessing, rules, complain);
  // A list of accepted time is what is left after it.
  const taken = listed === undefined ? total(claimedElsewhere(inputs)) : 0;
  const groups = lessElsewhere(gathered(accepted, complain), taken, reading, complain);
  const costs = groups.map(({ months, minutes }): MonthlyCost => {
    // Her time in these months, out of what she works in as many months of a level year.
    const share = (): Fraction =>
      lesser(one, divide(fraction(12 * minutes), multiply(timeBase, fraction(months.length))));
    return {
      months,
      cost: costOver(cost, minutes, timeBase, 'timeBaseMinutes', complain),
      share: inputs.secondedShare ?? share(),
    };
  });
  const acceptedInAll = total(groups);
  const rejectedInAll = [...rejected, ...claimedElsewhere(inputs)];
  refuseWrongSum(inputs, acceptedInAll, total(rejectedInAll), complain);
  return { costs, fields: { acceptedMinutes: acceptedInAll, rejectedMinutes: byReasonAndDay(rejectedInAll) } };
}
