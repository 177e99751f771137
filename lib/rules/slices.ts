// Cuts a fiscal year where a figure of the law changes inside it: the days of a slice are under the same figures.
import type { Period } from '../model/calendar.ts';
import { dayBefore } from '../model/day-before.ts';
import type { Figure } from './figures/figure.ts';

/** @returns the slices of `period`, in order, cut at each first day of a version of `key` inside it */
export function slicesOf(
  figures: readonly Pick<Figure, 'key' | 'from'>[],
  key: string,
  period: Period,
): readonly Period[] {
  const cuts = figures
    .filter((figure) => figure.key === key && period.from < figure.from && figure.from <= period.to)
    .map(({ from }) => from)
    .sort();
  const starts = [period.from, ...cuts];
  return starts.map((from, at) => ({ from, to: at < cuts.length ? dayBefore(cuts[at]!) : period.to }));
}

/** `2026` for a calendar year, else `from..to`, both included. */
export function periodLabel({ from, to }: Period): string {
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : `${from}..${to}`;
}
