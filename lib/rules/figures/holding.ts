// How a list of figures is written: key, value, source, and the days where they are not those of the whole list.
import type { Day } from '../../model/calendar.ts';
import type { Figure, FigureSource } from './figure.ts';
import { type FigureKey, figureDefinitions } from './figure-keys.ts';

/** The first day of the frozen holidays: before it nothing can be assessed. */
export const assessable: Day = '2005-01-01';

/** @param beginning the first day of a value that states none */
export const holding =
  <Key extends FigureKey>(beginning: Day) =>
  (key: Key, value: string | number, source: FigureSource, from: Day = beginning, to: Day | null = null): Figure => ({
    ...{ key, value, from, to },
    chosenBy: figureDefinitions[key].chosenBy,
    ...source,
  });
