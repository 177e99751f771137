// Gives each line its cents: of the staff cost, and of a base that rests on it. They add up to the rounded totals.

import type { Period } from '../../model/calendar.ts';
import { type Fraction, multiply, splitCents, sum } from '../../model/fraction.ts';
import type { ComputationLine } from '../computation.ts';
import type { CostBase } from '../cost-base.ts';
import type { Figure } from '../figures/figure.ts';
import { ratioAt } from '../figures/figure-at.ts';
import type { ExactLine } from './exact-lines.ts';

/**
 * A line's share of the base is its share of the base before subsidies: nobody says whose work a subsidy paid for.
 * @param slices those that the lines were cut by
 */
export function pricedLines(
  lines: readonly ExactLine[],
  slices: readonly Period[],
  figures: readonly Figure[],
  { netBase }: Pick<CostBase, 'netBase'>,
): ComputationLine[] {
  const rates = slices.map(({ from }) => ratioAt(figures, 'operatingFlatRate', from));
  const grossOf = ({ costs }: ExactLine): Fraction =>
    sum(costs.flatMap((cost, at) => [cost, multiply(cost, rates[at]!)]));
  const costCents = splitCents(lines.map(({ costs }) => sum(costs)));
  const baseCents = splitCents(lines.map(grossOf), netBase);
  return lines.map(({ line }, at) => ({ ...line, costCents: costCents[at]!, baseCents: baseCents[at]! }));
}
