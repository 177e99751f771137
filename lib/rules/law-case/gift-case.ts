// A worked case of gifts (mécénat): the value of what was given, the year's ceiling, excesses of earlier years, the reduction.
import { centsOfEuros, divide, type Fraction, fraction, sum, wholeEuros, zero } from '../../model/fraction.ts';
import type { Figure } from '../figures/figure.ts';
import { wholeAt } from '../figures/figure-at.ts';
import { type CappedCost, cappedCosts, type MonthlyCost } from '../gift/capped-costs.ts';
import { donationValueStep, retainedStep, singleYearSteps, yearAmongSteps } from '../gift/gift-steps.ts';
import { type Excess, excessAmount, excessOf, type GiftYear, giftYear } from '../gift/gift-year.ts';
import { type CapReading, capReadings, figuresOf, type RuleSet } from '../rule-set.ts';
import { complainAbout } from './case-fields.ts';
import type { CaseYear, LawCaseResult } from './case-result.ts';
import { giftCosts } from './gift-costs.ts';
import { type GiftInputs, giftForm, readGiftCase } from './gift-fields.ts';
import { type Complain, needed } from './invalid-case.ts';

interface YearOfCase {
  readonly fiscalYear: number;
  readonly turnover: Fraction;
  readonly value: Fraction;
}

const euros = (cents: Fraction): Fraction => divide(cents, fraction(100));
/** A case names its fiscal years by the calendar year in which they end, and says no more: they are calendar years. */
const endOf = (fiscalYear: number): string => `${String(fiscalYear).padStart(4, '0')}-12-31`;
const originYear = ({ origin }: Excess): number => Number(origin.slice(0, 4));

const yearOfCost = ({ months }: MonthlyCost): number => Number(months[0]!.slice(0, 4));

/** The years in which an excess may still serve, `next` included. */
const yearsLeft = (figures: readonly Figure[], origin: number, next: number): number =>
  wholeAt(figures, 'carry.years', endOf(next)) - (next - origin - 1);

/** Year after year: the excess of one is what the next finds. */
function severalYears(
  figures: readonly Figure[],
  years: readonly YearOfCase[],
  previous: readonly Excess[],
): GiftYear[] {
  let excesses = previous;
  return years.map(({ fiscalYear, turnover, value }) => {
    const year = giftYear({
      ...{ figures, end: endOf(fiscalYear), value, turnover },
      // A year that the case leaves out passes all the same.
      excesses: excesses.map((excess) => ({
        ...excess,
        yearsLeft: yearsLeft(figures, originYear(excess), fiscalYear),
      })),
    });
    excesses = year.carryOut;
    return year;
  });
}

function previousExcesses(inputs: GiftInputs, first: number, figures: readonly Figure[], complain: Complain): Excess[] {
  return (inputs.previousCarry ?? []).map(({ origin, cents }, at) => {
    if (origin >= first) {
      throw complain(`previousCarry[${at}].origin`, {
        fr: `${origin} n’est pas un exercice antérieur à ${first}. Corrigez l’année.`,
        en: `${origin} is not a fiscal year before ${first}. Correct the year.`,
      });
    }
    const left = yearsLeft(figures, origin, first);
    // What has expired bears no rate: the figures need not reach back to its year.
    const parts = left > 0 ? excessOf(figures, endOf(origin), zero, euros(cents)) : { upTo: euros(cents), above: zero };
    return { origin: endOf(origin), parts, yearsLeft: left };
  });
}

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

/** @throws Refusal `invalid-declaration` for years that do not follow one another */
function inOrder(years: readonly { readonly fiscalYear: number }[], field: string, complain: Complain): void {
  const at = years.findIndex(({ fiscalYear }, index) => index > 0 && fiscalYear <= years[index - 1]!.fiscalYear);
  if (at === -1) return;
  throw complain(`${field}[${at}].fiscalYear`, {
    fr: 'les exercices vont du plus ancien au plus récent, chacun une fois. Remettez-les en ordre.',
    en: 'fiscal years go from the oldest to the latest, each once. Put them in order.',
  });
}

/** The fiscal years of a case that gives costs: one, several, or none where it asks only for the value. */
function yearsAsked(inputs: GiftInputs, isTurnoverNeeded: boolean, complain: Complain): Omit<YearOfCase, 'value'>[] {
  const { fiscalYears, fiscalYear, turnoverCents } = inputs;
  if (fiscalYears !== undefined) {
    if (turnoverCents !== undefined) {
      throw complain('turnoverCents', {
        fr: '« fiscalYears » donne déjà le chiffre d’affaires de chaque exercice. Gardez l’un des deux.',
        en: "'fiscalYears' gives the turnover of each year already. Keep one of the two.",
      });
    }
    inOrder(fiscalYears, 'fiscalYears', complain);
    return fiscalYears.map((each) => ({ fiscalYear: each.fiscalYear, turnover: euros(each.turnoverCents) }));
  }
  if (turnoverCents === undefined && !isTurnoverNeeded && inputs.previousCarry === undefined) return [];
  const year = needed(fiscalYear, 'fiscalYear', complain);
  return [{ fiscalYear: year, turnover: euros(needed(turnoverCents, 'turnoverCents', complain)) }];
}

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

type Head = Pick<LawCaseResult, 'id' | 'scheme'>;

function oneYear(head: Head, fiscalYear: number, year: GiftYear, capped: readonly CappedCost[]): LawCaseResult {
  const stated = caseYear(fiscalYear, year);
  return {
    ...head,
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

function computed(
  head: Head,
  figures: readonly Figure[],
  inputs: GiftInputs,
  years: readonly YearOfCase[],
  capped: readonly CappedCost[],
  complain: Complain,
): LawCaseResult {
  const previous = previousExcesses(inputs, years[0]!.fiscalYear, figures, complain);
  const run = severalYears(figures, years, previous);
  if (inputs.years === undefined && inputs.fiscalYears === undefined) {
    return oneYear(head, years[0]!.fiscalYear, run[0]!, capped);
  }
  return {
    ...head,
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

/** @throws Refusal `invalid-declaration` naming the case and the field, `no-figures-for-period` */
export function computeGiftCase(value: unknown, ruleSet: RuleSet): LawCaseResult {
  const giftCase = readGiftCase(value);
  const { id, scheme, inputs } = giftCase;
  const head = { id, scheme };
  const complain = complainAbout(giftCase);
  const figures = figuresOf(ruleSet, 'mecenat-de-competences-238bis');
  const form = giftForm(inputs, complain);
  if (form === 'years') {
    const years = inputs.years!.map((each) => ({
      ...{ fiscalYear: each.fiscalYear, turnover: euros(each.turnoverCents) },
      value: euros(each.donationValueCents),
    }));
    inOrder(years, 'years', complain);
    return computed(head, figures, inputs, years, [], complain);
  }
  if (form === 'value') {
    const asked = yearsAsked(inputs, true, complain)[0]!;
    return computed(head, figures, inputs, [{ ...asked, value: euros(inputs.donationValueCents!) }], [], complain);
  }
  const reading = inputs.capReading ?? capReadings[0];
  const asked = yearsAsked(inputs, form === 'months' && inputs.fiscalYear !== undefined, complain);
  const { costs, fields } = giftCosts(form, inputs, reading, ruleSet, complain);
  const given = asked.length > 0 || inputs.fiscalYear === undefined ? asked : [{ fiscalYear: inputs.fiscalYear }];
  refuseOtherYears(
    costs,
    given.map(({ fiscalYear }) => fiscalYear),
    form,
    complain,
  );
  const capped = cappedByYear(figures, reading, costs);
  const retainedOf = (list: typeof capped): Fraction => sum(list.map((each) => each.capped.retained));
  const steps = capped.map((each) => each.capped);
  if (asked.length === 0) {
    const total = retainedOf(capped);
    return {
      ...head,
      ...fields,
      donationValueCents: centsOfEuros(total),
      steps: [...steps.map(retainedStep), donationValueStep(total)],
    };
  }
  const years = asked.map((each) => ({
    ...each,
    value: retainedOf(capped.filter(({ year }) => year === each.fiscalYear)),
  }));
  return { ...fields, ...computed(head, figures, inputs, years, steps, complain) };
}
