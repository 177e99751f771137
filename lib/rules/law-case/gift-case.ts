// A worked case of gifts (mécénat): the value of what was given, the year's ceiling, excesses of earlier years, the reduction.
import { centsOfEuros, type Fraction, sum, wholeEuros } from '../../model/fraction.ts';
import type { Figure } from '../figures/figure.ts';
import { type CappedCost, cappedCosts, type MonthlyCost } from '../gift/capped-costs.ts';
import { donationValueStep, retainedStep, singleYearSteps, yearAmongSteps } from '../gift/gift-steps.ts';
import { excessAmount, type GiftYear } from '../gift/gift-year.ts';
import { type CapReading, capReadings, figuresOf, type RuleSet } from '../rule-set.ts';
import { complainAbout } from './case-fields.ts';
import type { CaseFigures, CaseYear } from './case-result.ts';
import {
  endOf,
  originYear,
  previousExcesses,
  severalYears,
  type YearOfCase,
  yearOfValue,
  yearsAsked,
  yearsOfValues,
} from './gift-case-years.ts';
import { giftCosts } from './gift-costs.ts';
import { type CostForm, type GiftInputs, giftForm, readGiftCase } from './gift-fields.ts';
import type { Complain } from './invalid-case.ts';

function caseYear(fiscalYear: number, year: GiftYear): CaseYear {
  const out = Map.groupBy(year.carryOut, originYear);
  return {
    fiscalYear,
    donationValueCents: centsOfEuros(year.value),
    reductionCents: centsOfEuros(year.reduction),
    declaredCreditEuros: wholeEuros(year.reduction),
    carryOut: [...out].map(([origin, ofYear]) => ({ origin, cents: centsOfEuros(sum(ofYear.map(excessAmount))) })),
    expiredCents: centsOfEuros(year.expired),
  };
}

const yearOfCost = ({ months }: MonthlyCost): number => Number(months[0]!.slice(0, 4));

function refuseOtherYears(
  costs: readonly MonthlyCost[],
  years: readonly number[],
  form: string,
  complain: Complain,
): void {
  const outside = costs.map(yearOfCost).find((year) => years.length > 0 && !years.includes(year));
  if (outside === undefined) return;
  const field = form === 'entries' ? 'entries' : 'fiscalYears';
  throw complain(field, {
    fr: `du temps est de ${outside}, hors des exercices donnés (${years.join(', ')}). Donnez « fiscalYears » avec le chiffre d’affaires de chacun, ou corrigez les mois.`,
    en: `some time is of ${outside}, outside the fiscal years given (${years.join(', ')}). Give 'fiscalYears' with the turnover of each, or correct the months.`,
  });
}

/** Each calendar year by itself: a case's fiscal years are such. */
const cappedByYear = (figures: readonly Figure[], reading: CapReading, costs: readonly MonthlyCost[]) =>
  [...Map.groupBy(costs, yearOfCost)].flatMap(([year, ofYear]) =>
    cappedCosts(figures, reading, ofYear, { from: `${endOf(year).slice(0, 4)}-01-01`, to: endOf(year) }).map(
      (capped) => ({ year, capped }),
    ),
  );

function oneYear(fiscalYear: number, year: GiftYear, capped: readonly CappedCost[]): CaseFigures {
  const stated = caseYear(fiscalYear, year);
  return {
    baseCents: stated.donationValueCents,
    donationValueCents: stated.donationValueCents,
    carriedForwardCents: centsOfEuros(year.carriedOut),
    ledgerCreditCents: stated.reductionCents,
    declaredCreditEuros: stated.declaredCreditEuros,
    declaredCreditCents: stated.declaredCreditEuros * 100,
    years: [stated],
    steps: [...capped.map(retainedStep), ...singleYearSteps(year)],
  };
}

/** @param capped what the values of the years are the sum of, where the case gives costs */
function computed(
  figures: readonly Figure[],
  inputs: GiftInputs,
  years: readonly YearOfCase[],
  capped: readonly CappedCost[],
  complain: Complain,
): CaseFigures {
  const previous = previousExcesses(inputs, years[0]!.fiscalYear, figures, complain);
  const run = severalYears(figures, years, previous);
  if (inputs.years === undefined && inputs.fiscalYears === undefined) {
    return oneYear(years[0]!.fiscalYear, run[0]!, capped);
  }
  return {
    donationValueCents: centsOfEuros(sum(years.map(({ value }) => value))),
    carriedForwardCents: centsOfEuros(run.at(-1)!.carriedOut),
    years: run.map((year, at) => caseYear(years[at]!.fiscalYear, year)),
    steps: [
      ...capped.map(retainedStep),
      ...run.flatMap((year, at) => {
        const { fiscalYear } = years[at]!;
        const value = inputs.years === undefined ? [donationValueStep(year.value, fiscalYear)] : [];
        return [...value, ...yearAmongSteps(fiscalYear, year)];
      }),
    ],
  };
}

/** The value from what she cost, month by month, then the years that the case asks for. */
function ofCosts(form: CostForm, inputs: GiftInputs, ruleSet: RuleSet, complain: Complain): CaseFigures {
  const figures = figuresOf(ruleSet, 'mecenat-de-competences-238bis');
  const reading = inputs.capReading ?? capReadings[0];
  const asked = yearsAsked(inputs, form === 'months' && inputs.fiscalYear !== undefined, complain);
  const { costs, fields } = giftCosts(form, inputs, reading, ruleSet, complain);
  const stated = inputs.fiscalYear === undefined ? [] : [inputs.fiscalYear];
  refuseOtherYears(costs, asked.length > 0 ? asked.map(({ fiscalYear }) => fiscalYear) : stated, form, complain);
  const byYear = cappedByYear(figures, reading, costs);
  const capped = byYear.map((each) => each.capped);
  const retainedOf = (some: readonly CappedCost[]): Fraction => sum(some.map(({ retained }) => retained));
  if (asked.length === 0) {
    const value = retainedOf(capped);
    const steps = [...capped.map(retainedStep), donationValueStep(value)];
    return { ...fields, donationValueCents: centsOfEuros(value), steps };
  }
  const years = asked.map((each) => ({
    ...each,
    value: retainedOf(byYear.flatMap(({ year, capped: one }) => (year === each.fiscalYear ? [one] : []))),
  }));
  return { ...fields, ...computed(figures, inputs, years, capped, complain) };
}

/** @throws Refusal `invalid-declaration` naming the case and the field, `no-figures-for-period` */
export function computeGiftCase(value: unknown, ruleSet: RuleSet): CaseFigures {
  const giftCase = readGiftCase(value);
  const { inputs } = giftCase;
  const complain = complainAbout(giftCase);
  const form = giftForm(inputs, complain);
  if (form !== 'years' && form !== 'value') return ofCosts(form, inputs, ruleSet, complain);
  const years = form === 'years' ? yearsOfValues(inputs, complain) : [yearOfValue(inputs, complain)];
  return computed(figuresOf(ruleSet, 'mecenat-de-competences-238bis'), inputs, years, [], complain);
}
