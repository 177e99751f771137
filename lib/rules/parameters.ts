// The versions of figures behind a result, as the statement prints them.
import type { Period } from '../model/calendar.ts';
import type { Parameter } from './computation.ts';
import type { Figure } from './figures/figure.ts';
import type { Reading, Scheme } from './rule-set.ts';

// Figures that only one reading of the proposal uses.
const onlyUnder: Readonly<Record<string, Reading>> = {
  'rate.first': 'credit',
  'rate.above': 'credit',
  thresholdCents: 'credit',
  corporateTaxRate: 'deduction',
};

function isUsed({ chosenBy, from, to }: Figure, period: Period): boolean {
  // A convention may be older than the period: every version that began by its end can have decided about somebody.
  if (chosenBy === 'date-of-convention') return from <= period.to;
  const first = chosenBy === 'fiscal-year-end' ? period.to : period.from;
  return from <= period.to && (to === null || first < to);
}

/** @param reading null under `none` */
export function parametersOf(
  figures: readonly Figure[],
  scheme: Scheme,
  reading: Reading | null,
  period: Period,
): readonly Parameter[] {
  return figures
    .filter((figure) => scheme.figures.includes(figure.key) && isUsed(figure, period))
    .filter(({ key }) => onlyUnder[key] === undefined || onlyUnder[key] === reading)
    .map(({ key, value, from, to, chosenBy, legalReference, certainty, sourceTitle, sourceUrl }) => ({
      key,
      // The reading that was asked for, not the one the rule set proposes.
      value: key === 'reading' && reading !== null ? reading : value,
      from,
      to,
      chosenBy,
      reference: legalReference,
      certainty,
      source: `${sourceTitle}, ${sourceUrl}`,
    }));
}
