// The versions of figures behind a result, as the statement prints them.
import type { Period } from '../model/calendar.ts';
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

/** @param reading null under `none` */
export function parametersOf(
  rules: RuleSet,
  scheme: SchemeCode,
  reading: Reading | null,
  period: Period,
): readonly Parameter[] {
  return figuresOf(rules, scheme)
    .filter((figure) => isUsed(figure, period))
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
