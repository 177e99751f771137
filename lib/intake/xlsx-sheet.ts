// One worksheet as a stream of cells: texts, exact decimals, formulas with their stored result, merged ranges.

import type { Archive } from '../model/archive.ts';
import { caps } from './caps.ts';
import { type Cell, columnIndex, type NumberShape, type Row } from './cell.ts';
import { type MergedRange, type Merges, makeMerges } from './merges.ts';
import { plainShape } from './number-format.ts';
import { fileRefusal } from './refusals.ts';
import { totalFormula } from './total-formula.ts';
import { xmlPieces } from './xml-part.ts';

export interface SheetSetting {
  /** The cells that the shared texts make, by number; undefined = blank. */
  readonly shared: readonly (Cell | undefined)[];
  readonly formats: readonly NumberShape[];
  readonly intern: (key: string, make: () => Cell) => Cell;
  /** Hidden columns that hold something are added to it. */
  readonly hiddenColumns: Set<number>;
  readonly rowsLeft: number;
}

const booleans: ReadonlyMap<string, string> = new Map([
  ['1', 'VRAI'],
  ['0', 'FAUX'],
]);
const sumFormula = /^(?:\+|=)?(?:SUM|SUBTOTAL|SOMME|SOUS\.TOTAL|_xlfn\.AGGREGATE)\(/i;

/**
 * Hands on the rows of a worksheet, a few at a time.
 * @param onMerges is given the merged ranges, which stand behind all rows
 * @throws Refusal `not-a-spreadsheet`, `zip-bomb`, `too-many-rows`, `too-large`
 */
export function* readWorksheet(
  archive: Archive,
  part: string,
  setting: SheetSetting,
  onMerges: (merges: Merges) => void,
): Generator<readonly Row[]> {
  let rows: Row[] = [];
  let count = 0;
  const ranges: MergedRange[] = [];
  let row = 0;
  let aside: Row['aside'] = null;
  let cells: (Cell | undefined)[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let formula: string | null = null;
  let value = '';
  let reading: 'value' | 'formula' | null = null;
  let inData = false;
  let inPhonetic = false;
  const hidden = new Set<number>();

  const hideColumns = ({ min, max, hidden: isHidden }: Readonly<Record<string, string>>): void => {
    if (isHidden !== '1' && isHidden !== 'true') return;
    const last = Math.min(Number(max), caps.columns);
    for (let each = Math.max(1, Number(min)); each <= last; each += 1) hidden.add(each - 1);
  };

  const openRow = (attributes: Readonly<Record<string, string>>): void => {
    const number = attributes.r === undefined ? row + 1 : Number(attributes.r);
    if (!Number.isInteger(number) || number <= row || number > 1_048_576) {
      throw fileRefusal('not-a-spreadsheet', { fr: 'numéros de ligne en désordre', en: 'row numbers out of order' });
    }
    row = number;
    aside = attributes.hidden === '1' || attributes.hidden === 'true' ? 'hidden' : null;
    cells = [];
    column = -1;
  };

  const openCell = (attributes: Readonly<Record<string, string>>): void => {
    const reference = attributes.r;
    column = reference === undefined ? column + 1 : columnOf(reference);
    type = attributes.t ?? 'n';
    style = Number(attributes.s ?? 0);
    formula = null;
    value = '';
  };

  const closeCell = (): void => {
    const cell = makeCell(type, value, formula, setting.formats[style] ?? plainShape, setting);
    if (cell === undefined) return;
    if (column < 0 || column >= caps.columns) {
      throw fileRefusal('too-large', {
        fr: `ligne ${row} : plus de ${caps.columns} colonnes`,
        en: `row ${row}: more than ${caps.columns} columns`,
      });
    }
    if (hidden.has(column)) {
      setting.hiddenColumns.add(column);
      return;
    }
    while (cells.length < column) cells.push(undefined);
    cells[column] = cell;
  };

  const pieces = xmlPieces(archive, part, {
    open: (name, attributes) => {
      if (name === 'c') openCell(attributes);
      else if (name === 'col' && !inData) hideColumns(attributes);
      else if (name === 'v' || name === 't') reading = inPhonetic ? null : 'value';
      else if (name === 'f') {
        reading = 'formula';
        formula = '';
      } else if (name === 'row' && inData) openRow(attributes);
      else if (name === 'sheetData') inData = true;
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 'mergeCell' && ranges.length < caps.merges) {
        const range = parseRange(attributes.ref ?? '');
        if (range !== null) ranges.push(range);
      }
    },
    text: (text) => {
      if (reading === 'value' && value.length <= caps.cellCharacters) value += text.slice(0, caps.cellCharacters + 1);
      else if (reading === 'formula' && formula !== null && formula.length < 100) formula += text.slice(0, 100);
    },
    close: (name) => {
      if (name === 'c') closeCell();
      else if (name === 'v' || name === 't' || name === 'f') reading = null;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'sheetData') inData = false;
      else if (name === 'row' && inData) {
        rows.push({ number: row, aside, cells });
        count += 1;
        if (count > setting.rowsLeft) throw fileRefusal('too-many-rows');
      }
    },
  });
  for (const _ of pieces ?? []) {
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
  onMerges(makeMerges(ranges));
  if (rows.length > 0) yield rows;
}

function makeCell(
  type: string,
  value: string,
  formula: string | null,
  format: NumberShape,
  { shared, intern }: SheetSetting,
): Cell | undefined {
  const sum = formula !== null && sumFormula.test(formula);
  const shown = formula === null ? '' : `=${formula}`;
  if (formula !== null && value === '' && type !== 'str') {
    return intern(`u${sum}${shown}`, () => ({ kind: 'unusable', why: 'formula-without-result', text: shown, sum }));
  }
  if (type === 'e')
    return intern(`e${sum}${value}`, () => ({ kind: 'unusable', why: 'formula-error', text: value, sum }));
  if (type === 's') return sharedCell(shared, value);
  const word = type === 'b' ? (booleans.get(value) ?? value) : value;
  const text = textCell(word, sum);
  if (text?.kind !== 'text' || (type !== 'd' && type !== 'n')) return text;
  if (type === 'd') return intern(`d${value}`, () => ({ kind: 'day', text: value.slice(0, 10) }));
  const total = sum ? totalFormula(shown) : null;
  if (total !== null) return { kind: 'number', text: value, format, sum, formula: total };
  return intern(`n${format.shape}${format.zeros}${sum}${value}`, () => ({ kind: 'number', text: value, format, sum }));
}

function sharedCell(shared: readonly (Cell | undefined)[], value: string): Cell | undefined {
  if (value === '') return undefined;
  const number = Number(value);
  if (!(number in shared)) {
    throw fileRefusal('not-a-spreadsheet', { fr: 'texte partagé manquant', en: 'a missing shared text' });
  }
  return shared[number];
}

/** A text above the cap is known by one character too many. @param sum of a formula that adds up */
export function textCell(text: string, sum: boolean): Cell | undefined {
  if (text.length > caps.cellCharacters) {
    return { kind: 'unusable', why: 'cell-too-long', text: text.slice(0, 80), sum };
  }
  return text.trim() === '' ? undefined : { kind: 'text', text };
}

/** `AB14` → 27; -1 for a reference without one to three capital letters in front. */
function columnOf(reference: string): number {
  let at = 0;
  let column = 0;
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return at > 3 ? -1 : column - 1;
}

function parseRange(reference: string): MergedRange | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (match === null) return null;
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return { top: Number(top), bottom: Number(bottom), left: columnIndex(left), right: columnIndex(right) };
}
