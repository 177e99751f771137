// The fiscal years of a worked case of gifts: which it asks for, the excesses that it brings along, and one year after the other.
import { divide, type Fraction, fraction, zero } from '../../model/fraction.ts';
import type { Figure } from '../figures/figure.ts';
import { wholeAt } from '../figures/figure-at.ts';
import { type Excess, excessOf, type GiftYear, giftYear } from '../gift/gift-year.ts';
import type { GiftInputs } from './gift-fields.ts';
import { type Complain, needed } from './invalid-case.ts';

export interface YearOfCase {
  readonly fiscalYear: number;
  readonly turnover: Fraction;
  readonly value: Fraction;
}

const euros = (cents: Fraction): Fraction => divide(cents, fraction(100));
/** A case names its fiscal years by the calendar year in which they end, and says no more: they are calendar years. */
export const endOf = (fiscalYear: number): string => `${String(fiscalYear).padStart(4, '0')}-12-31`;
export const originYear = ({ origin }: Excess): number => Number(origin.slice(0, 4));

/** The years in which an excess may still serve, `next` included. */
const yearsLeft = (figures: readonly Figure[], origin: number, next: number): number =>
  wholeAt(figures, 'carry.years', endOf(next)) - (next - origin - 1);

/** Year after year: the excess of one is what the next finds. */
export function severalYears(
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

export function previousExcesses(
  inputs: GiftInputs,
  first: number,
  figures: readonly Figure[],
  complain: Complain,
): Excess[] {
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
export function yearsAsked(
  inputs: GiftInputs,
  isTurnoverNeeded: boolean,
  complain: Complain,
): Omit<YearOfCase, 'value'>[] {
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

/** Several years, of which the case gives the values. */
export function yearsOfValues({ years = [] }: GiftInputs, complain: Complain): YearOfCase[] {
  inOrder(years, 'years', complain);
  return years.map(({ fiscalYear, turnoverCents, donationValueCents }) => ({
    fiscalYear,
    turnover: euros(turnoverCents),
    value: euros(donationValueCents),
  }));
}

/** One year, of which the case gives the value. */
export const yearOfValue = (inputs: GiftInputs, complain: Complain): YearOfCase => ({
  ...yearsAsked(inputs, true, complain)[0]!,
  value: euros(needed(inputs.donationValueCents, 'donationValueCents', complain)),
});
