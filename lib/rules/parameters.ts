// The versions of figures behind a result, as the statement prints them.
import type { Day, Period } from '../model/calendar.ts';
import type { Parameter } from './computation.ts';
import type { Figure } from './figures/figure.ts';
import { figuresOf, type Reading, type RuleSet, type SchemeCode } from './rule-set.ts';

// Figures that the other reading of the proposal does not use.
const unusedUnder: Readonly<Partial<Record<Reading, readonly string[]>>> = {
  credit: ['corporateTaxRate'],
  deduction: ['rate.first', 'rate.above', 'thresholdCents'],
};

const isReading = (key: string): boolean => key === 'reading' || key === 'salaryCap.reading';

function isUsed({ chosenBy, from, to }: Figure, period: Period): boolean {
  // A convention may be older than the period: every version that began by its end can have decided about somebody.
  if (chosenBy === 'date-of-convention') return from <= period.to;
  const first = chosenBy === 'fiscal-year-end' ? period.to : period.from;
  return from <= period.to && (to === null || first < to);
}

// What an excess carried forward bears is that of its year of origin.
const ofOrigin: readonly string[] = ['rate.upTo', 'rate.above', 'thresholdCents'];

const holdsOn = ({ from, to }: Figure, day: Day): boolean => from <= day && (to === null || day < to);

/**
 * @param reading null under `none`
 * @param origins last days of the fiscal years from which an excess was used
 */
export function parametersOf(
  rules: RuleSet,
  scheme: SchemeCode,
  reading: Reading | null,
  period: Period,
  origins: readonly Day[] = [],
): readonly Parameter[] {
  const isOfOrigin = (figure: Figure): boolean =>
    ofOrigin.includes(figure.key) && origins.some((day) => holdsOn(figure, day));
  return figuresOf(rules, scheme)
    .filter((figure) => isUsed(figure, period) || isOfOrigin(figure))
    .filter(({ key }) => reading === null || !unusedUnder[reading]?.includes(key))
    .map(({ key, value, from, to, chosenBy, legalReference, certainty, sourceTitle, sourceUrl }) => ({
      key,
      // The reading that was asked for, not the one the rule set proposes.
      value: reading !== null && isReading(key) ? reading : value,
      from,
      to,
      chosenBy,
      reference: legalReference,
      certainty,
      source: `${sourceTitle}, ${sourceUrl}`,
    }));
}
