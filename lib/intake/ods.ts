// A workbook as LibreOffice writes it (OpenDocument 1.3): the same guard, the same cells as from Excel's format.

import type { Archive } from '../model/archive.ts';
import { caps } from './caps.ts';
import {
  type Cell,
  type IsWanted,
  makeInterner,
  type NumberShape,
  type Row,
  type RowSource,
  type Sheet,
  type SheetRows,
} from './cell.ts';
import { type MergedRange, makeMerges, noMerges } from './merges.ts';
import { plainShape } from './number-format.ts';
import { fileRefusal } from './refusals.ts';
import { totalFormula } from './total-formula.ts';
import { readXml, xmlPieces } from './xml-part.ts';

const mime = 'application/vnd.oasis.opendocument.spreadsheet';

/** @throws Refusal `encrypted`; `not-a-spreadsheet` for another kind of OpenDocument */
export function isOds(archive: Archive): boolean {
  const [start] = archive.open('mimetype') ?? [];
  if (start === undefined) return false;
  const type = String.fromCharCode(...start.subarray(0, 200));
  if (!type.startsWith('application/vnd.oasis.opendocument.')) return false;
  if (!type.startsWith(mime)) throw fileRefusal('not-a-spreadsheet');
  readXml(archive, 'META-INF/manifest.xml', {
    open: (name) => {
      if (name === 'encryption-data') throw fileRefusal('encrypted');
    },
  });
  return true;
}

type Attributes = Readonly<Record<string, string>>;

const timeShape: NumberShape = { shape: 'time', zeros: 0 };
const percentShape: NumberShape = { shape: 'percent', zeros: 0 };

/** Its merged ranges are filled in once they have been met. */
type OpenSheet = Omit<{ -readonly [Key in keyof Sheet]: Sheet[Key] }, 'hiddenColumns'> & {
  readonly hiddenColumns: Set<number>;
};

/** All sheets stand in one part, in order: the n-th of one reading is the n-th of the next. */
export function readOds(archive: Archive, isWanted: IsWanted): RowSource {
  const sheets: OpenSheet[] = [];
  const intern = makeInterner();
  return { sheets, read: () => readContent(archive, isWanted, sheets, intern) };
}

/** @throws Refusal `zip-bomb`, `not-a-spreadsheet`, `too-many-rows`, `too-large`, `empty` */
function* readContent(
  archive: Archive,
  isWanted: IsWanted,
  sheets: OpenSheet[],
  intern: (key: string, make: () => Cell) => Cell,
): Generator<SheetRows> {
  const hiddenStyles = new Set<string>();
  const ready: SheetRows[] = [];
  let style = '';
  let index = -1;
  let sheet: OpenSheet | null = null;
  let rows: Row[] = [];
  let ranges: MergedRange[] = [];
  let number = 0;
  let rowAttributes: Attributes = {};
  let cells: (Cell | undefined)[] = [];
  let column = 0;
  let cell: Attributes | null = null;
  let text = '';
  let paragraphs = 0;
  let inText = 0;
  let depth = 0;
  let total = 0;

  const hiddenHere = new Set<number>();
  let columns = 0;

  const hideColumns = (attributes: Attributes): void => {
    const repeat = Math.max(1, Number(attributes['table:number-columns-repeated'] ?? 1));
    const isHidden = ['collapse', 'filter'].includes(attributes['table:visibility'] ?? '');
    const last = Math.min(columns + repeat, caps.columns);
    if (isHidden) for (let each = columns; each < last; each += 1) hiddenHere.add(each);
    columns += repeat;
  };

  const closeCell = (): void => {
    if (cell === null) return;
    const repeat = Math.min(Math.max(1, Number(cell['table:number-columns-repeated'] ?? 1)), 16_384);
    const made = makeCell(cell, text, intern);
    const down = Number(cell['table:number-rows-spanned'] ?? 1);
    const across = Number(cell['table:number-columns-spanned'] ?? 1);
    if ((down > 1 || across > 1) && ranges.length < caps.merges) {
      ranges.push({ top: number, bottom: number + down - 1, left: column, right: column + across - 1 });
    }
    if (made !== undefined) {
      if (column + repeat > caps.columns) {
        throw fileRefusal('too-large', {
          fr: `ligne ${number} : plus de ${caps.columns} colonnes`,
          en: `row ${number}: more than ${caps.columns} columns`,
        });
      }
      while (cells.length < column) cells.push(undefined);
      for (let copy = column; copy < column + repeat; copy += 1) {
        if (hiddenHere.has(copy)) sheet?.hiddenColumns.add(copy);
        cells.push(hiddenHere.has(copy) ? undefined : made);
      }
    }
    column += repeat;
    cell = null;
  };

  const closeRow = (): void => {
    const repeat = Math.max(1, Number(rowAttributes['table:number-rows-repeated'] ?? 1));
    const aside = ['collapse', 'filter'].includes(rowAttributes['table:visibility'] ?? '') ? 'hidden' : null;
    // Repeated blank rows fill a sheet to its end: they are counted, not kept.
    if (cells.length > 0 && sheet !== null) {
      for (let copy = 0; copy < repeat; copy += 1) {
        total += 1;
        // The header is no line, here as in a text file.
        if (total > caps.workbookRows + 1) throw fileRefusal('too-many-rows');
        rows.push({ number: number + copy, aside, cells });
      }
    }
    number += repeat;
  };

  const pieces = xmlPieces(archive, 'content.xml', {
    open: (element, attributes) => {
      if (element === 'style') style = attributes['style:name'] ?? '';
      else if (element === 'table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style);
      else if (element === 'table') {
        depth += 1;
        if (depth > 1) return;
        index += 1;
        const name = attributes['table:name'] ?? '';
        const hidden = hiddenStyles.has(attributes['table:style-name'] ?? '');
        const known = sheets[index] ?? {
          name,
          hidden,
          merges: noMerges,
          hiddenColumns: new Set<number>(),
          date1904: false,
        };
        sheets[index] = known;
        sheet = isWanted(name, hidden) ? known : null;
        rows = [];
        ranges = [];
        hiddenHere.clear();
        columns = 0;
        number = 1;
      } else if (depth === 1 && element === 'table-column') hideColumns(attributes);
      else if (depth === 1 && element === 'table-row') {
        rowAttributes = attributes;
        cells = [];
        column = 0;
      } else if (depth === 1 && (element === 'table-cell' || element === 'covered-table-cell')) {
        cell = attributes;
        text = '';
        paragraphs = 0;
        inText = 0;
      } else if (cell !== null && element === 'annotation') inText = -1_000;
      else if (cell !== null && element === 'p') {
        inText += 1;
        if (inText > 0 && paragraphs > 0) text += '\n';
        if (inText > 0) paragraphs += 1;
      } else if (inText > 0 && element === 's') text += ' '.repeat(Math.min(Number(attributes['text:c'] ?? 1), 100));
      else if (inText > 0 && (element === 'tab' || element === 'line-break')) text += ' ';
    },
    text: (piece) => {
      if (inText > 0 && text.length <= caps.cellCharacters) text += piece.slice(0, caps.cellCharacters + 1);
    },
    close: (element) => {
      if (element === 'annotation') inText = 0;
      else if (element === 'p' && cell !== null) inText -= 1;
      else if (depth === 1 && (element === 'table-cell' || element === 'covered-table-cell')) closeCell();
      else if (depth === 1 && element === 'table-row') closeRow();
      else if (element === 'table') {
        depth -= 1;
        if (depth > 0) return;
        if (sheet === null) return;
        // Once: whoever reads the rows again holds on to the ranges of the first time.
        if (sheet.merges === noMerges) sheet.merges = makeMerges(ranges);
        ready.push({ sheet, rows });
        rows = [];
      }
    },
  });
  if (pieces === null) throw fileRefusal('not-a-spreadsheet');
  for (const _ of pieces) {
    yield* ready.splice(0);
    if (sheet !== null && rows.length > 0) yield { sheet, rows };
    rows = [];
  }
  yield* ready.splice(0);
  if (sheets.every(({ name, hidden }) => hidden && !isWanted(name ?? '', hidden))) throw fileRefusal('empty');
}

function makeCell(
  attributes: Attributes,
  text: string,
  intern: (key: string, make: () => Cell) => Cell,
): Cell | undefined {
  const formula = attributes['table:formula'];
  const sum = formula !== undefined && /^(?:of:|oooc:|msoxl:)?=(?:SUM|SUBTOTAL)\(/i.test(formula);
  const type = attributes['office:value-type'];
  const value = attributes['office:value'];
  if (formula !== undefined && /^(?:#[A-Z/0!?]+|Err:\d+)/.test(text)) {
    return { kind: 'unusable', why: 'formula-error', text, sum };
  }
  if (formula !== undefined && type === undefined) {
    return { kind: 'unusable', why: 'formula-without-result', text: formula.slice(0, 100), sum };
  }
  if (text.length > caps.cellCharacters)
    return { kind: 'unusable', why: 'cell-too-long', text: text.slice(0, 80), sum };
  if (type === 'date') {
    const day = (attributes['office:date-value'] ?? '').slice(0, 10);
    return intern(`d${day}`, () => ({ kind: 'day', text: day }));
  }
  if (type === 'time')
    return intern(`c${sum}${attributes['office:time-value']}`, () =>
      clockCell(attributes['office:time-value'] ?? '', sum),
    );
  if ((type === 'float' || type === 'percentage' || type === 'currency') && value !== undefined) {
    const format = type === 'percentage' ? percentShape : plainShape;
    const total = sum ? totalFormula(formula) : null;
    if (total !== null) return { kind: 'number', text: value, format, sum, formula: total };
    return intern(`n${type}${sum}${value}`, () => ({ kind: 'number', text: value, format, sum }));
  }
  return text.trim() === '' ? undefined : intern(`t${text}`, () => ({ kind: 'text', text }));
}

/** `PT07H30M00S` as the fraction of 24 h that other workbooks store; what is not one stays a text. */
function clockCell(duration: string, sum: boolean): Cell {
  const match = /^PT(\d{1,5})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/.exec(duration);
  if (match === null) return { kind: 'text', text: duration };
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
  // Fifteen digits of a day are finer than a microsecond: the minute comes back exactly.
  const scaled = (BigInt(seconds) * 10n ** 15n + 43_200n) / 86_400n;
  const digits = scaled.toString().padStart(16, '0');
  return { kind: 'number', text: `${digits.slice(0, -15)}.${digits.slice(-15)}`, format: timeShape, sum };
}
