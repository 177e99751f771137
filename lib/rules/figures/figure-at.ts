// Looks a dated figure up. A gap raises; a ratio comes as an exact fraction.
import type { Day } from '../../model/calendar.ts';
import { exact, type Fraction } from '../../model/fraction.ts';
import type { Figure } from './figure.ts';
import { definitionOf, type FigureKey, type KeyOf } from './figure-keys.ts';
import { noFiguresFor } from './no-figures.ts';

/** A list of figures never changes: its versions are brought together once for each list, however often it is asked. */
const versions = new WeakMap<readonly Figure[], ReadonlyMap<string, readonly Figure[]>>();

function versionsOf(figures: readonly Figure[], key: FigureKey): readonly Figure[] {
  const known = versions.get(figures);
  if (known !== undefined) return known.get(key) ?? [];
  versions.set(
    figures,
    Map.groupBy(figures, (figure) => figure.key),
  );
  return versionsOf(figures, key);
}

/** @throws Refusal `no-figures-for-period`, naming the key and the day, where no version is in force */
export function figureAt(figures: readonly Figure[], key: FigureKey, day: Day): Figure {
  const found = versionsOf(figures, key).find((figure) => holdsOn(figure, day));
  if (found === undefined) throw noFiguresFor(key, day, definitionOf(key).published);
  return found;
}

/** A word that is a list, parted by commas. @throws Refusal as `figureAt` */
export const wordsAt = (figures: readonly Figure[], key: KeyOf<'word'>, day: Day): readonly string[] =>
  wordAt(figures, key, day)
    .split(',')
    .map((word) => word.trim());

const holdsOn = ({ from, to }: Figure, day: Day): boolean => from <= day && (to === null || day < to);

/** Whether the law has such a figure on that day at all: some ended and nothing took their place. */
export const isHeldOn = (figures: readonly Figure[], key: FigureKey, day: Day): boolean =>
  figures.some((figure) => figure.key === key && holdsOn(figure, day));

/** @throws Refusal as `figureAt` */
export const ratioAt = (figures: readonly Figure[], key: KeyOf<'ratio'>, day: Day): Fraction =>
  exact(String(figureAt(figures, key, day).value));

/** Cents, minutes, half-days, days or years, as the key says. @throws Refusal as `figureAt` */
export const wholeAt = (figures: readonly Figure[], key: KeyOf<'whole'>, day: Day): number =>
  Number(figureAt(figures, key, day).value);

/** @throws Refusal as `figureAt` */
export const wordAt = (figures: readonly Figure[], key: KeyOf<'word'>, day: Day): string =>
  String(figureAt(figures, key, day).value);
