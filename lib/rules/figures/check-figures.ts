// The load check: a list of figures that can be looked up without surprise, or a fault that names the line.
import { isDay } from '../../model/calendar.ts';
import { parseFraction } from '../../model/fraction.ts';
import type { Certainty, Figure } from './figure.ts';
import { type FigureDefinition, type FigureKind, figureDefinitions, isFigureKey } from './figure-keys.ts';

const fault = (figure: Figure, what: string): Error => new Error(`figure ${figure.key} from ${figure.from}: ${what}`);

/** An address that anybody can follow: the public text, or a file of this repository. */
const isAddress = (text: string): boolean =>
  /^https:\/\/[a-z0-9.-]+\.[a-z]+\/\S*$/.test(text) || /^docs\/\S+\.md$/.test(text);

const certainties: readonly string[] = ['A', 'B', 'C', 'M', 'P'] satisfies readonly Certainty[];

const fits: Readonly<Record<FigureKind, (value: string | number) => boolean>> = {
  ratio: (value) => typeof value === 'string' && parseFraction(value) !== null,
  whole: (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
  word: (value) => typeof value === 'string' && value !== '',
};

function checkOne(figure: Figure, keys: ReadonlySet<string>): void {
  if (!isFigureKey(figure.key) || !keys.has(figure.key)) throw fault(figure, 'unknown key');
  const { kind, chosenBy } = figureDefinitions[figure.key];
  if (!fits[kind](figure.value)) throw fault(figure, `its value is not a ${kind}`);
  if (figure.chosenBy !== chosenBy) throw fault(figure, `it is chosen by ${chosenBy}, not by ${figure.chosenBy}`);
  if (!isDay(figure.from) || (figure.to !== null && !isDay(figure.to))) throw fault(figure, 'a day does not exist');
  if (figure.to !== null && figure.to <= figure.from) throw fault(figure, 'it ends before it begins');
  if (!isDay(figure.lastChecked)) throw fault(figure, 'nobody says when it was last checked');
  for (const source of [figure.legalReference, figure.sourceTitle, figure.sourceUrl]) {
    if (source.trim() === '') throw fault(figure, 'its source is empty');
  }
  if (!isAddress(figure.sourceUrl)) throw fault(figure, `its source has no address: ${figure.sourceUrl}`);
  if (!certainties.includes(figure.certainty)) throw fault(figure, `its certainty '${figure.certainty}' is none`);
}

/**
 * @param definitions the keys of this list; each must have a value
 * @returns the figures, checked: known keys, values of their kind, a source each, and versions of a key that follow one another without
 * overlap or hole
 * @throws Error (a fault) naming the key and the day of the first that is wrong
 */
export function checkedFigures(
  figures: readonly Figure[],
  definitions: Readonly<Record<string, FigureDefinition>>,
): readonly Figure[] {
  const keys = new Set(Object.keys(definitions));
  const last = new Map<string, Figure>();
  for (const figure of figures) {
    checkOne(figure, keys);
    const before = last.get(figure.key);
    if (before !== undefined && before.to !== figure.from) {
      throw fault(figure, `the version before it ends on ${before.to ?? 'no day'}: they overlap or leave a hole`);
    }
    last.set(figure.key, figure);
  }
  const absent = [...keys].find((key) => !last.has(key));
  if (absent !== undefined) throw new Error(`figure ${absent}: no value`);
  return figures;
}
