// A text file with separators, as French and English programs write it, into rows of cells (RFC 4180, with tolerance).
import { Buffer } from 'node:buffer';
import { CsvError, type Options, parse } from 'csv-parse/sync';
import { caps } from './caps.ts';
import { type Cell, makeInterner, type Row, type Sheet } from './cell.ts';
import type { Delimiter, Encoding } from './file-facts.ts';
import { headerOf, headerScore } from './header.ts';
import { noMerges } from './merges.ts';
import { fileRefusal } from './refusals.ts';
import { decodeText } from './text-encoding.ts';

export interface CsvFile {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly sheet: Sheet;
}

const delimiters: readonly Delimiter[] = [';', '\t', ','];

/** What is tolerated: ragged rows, stray quotes, any line end. An empty line is a row. */
const tolerant = (delimiter: Delimiter): Options => ({
  delimiter,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  record_delimiter: ['\r\n', '\n', '\r'],
});

/** @throws Refusal `too-large`, `too-many-rows`, `undecodable-text`, `not-a-spreadsheet`, `empty` */
export function readCsv(bytes: Uint8Array): CsvFile {
  if (bytes.length > caps.textBytes) throw fileRefusal('too-large');
  const { encoding, utf8 } = decodeText(bytes);
  const delimiter = findDelimiter(new TextDecoder().decode(utf8.subarray(0, 20_000)));
  return {
    encoding,
    delimiter,
    sheet: { name: null, rows: readRows(utf8, delimiter), merges: noMerges, date1904: false },
  };
}

/** The one under which some row looks most like a header; a first line `sep=;` says it outright. */
function findDelimiter(head: string): Delimiter {
  const stated = /^sep=(.)/i.exec(head)?.[1];
  const known = delimiters.find((delimiter) => delimiter === stated);
  if (known !== undefined) return known;
  const lines = head.split(/\r\n|\n|\r/, caps.headerRows);
  const scored = delimiters.map((delimiter) => {
    const rows = lines.map((line) => line.split(delimiter).map((field) => field.replaceAll('"', '')));
    const score = Math.max(...rows.map((fields) => headerScore(headerOf(0, fields))));
    const width = Math.max(...rows.map((fields) => fields.length));
    return { delimiter, score: score * 1000 + width };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function readRows(utf8: Uint8Array, delimiter: Delimiter): Row[] {
  const rows: Row[] = [];
  const intern = makeInterner();
  const add = (fields: readonly string[]): null => {
    const number = rows.length + 1;
    if (number > caps.textRows + 1) throw fileRefusal('too-many-rows');
    const cells =
      number === 1 && /^sep=.?$/i.test(fields.join('')) ? [] : fields.map((field) => makeCell(field, intern));
    while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
    if (cells.length > caps.columns) {
      throw fileRefusal('too-large', {
        fr: `ligne ${number} : plus de ${caps.columns} colonnes`,
        en: `row ${number}: more than ${caps.columns} columns`,
      });
    }
    rows.push({ number, hidden: false, cells });
    return null;
  };
  try {
    // A view as node's Buffer, which the parser asks for; nothing is copied.
    parse(Buffer.from(utf8.buffer, utf8.byteOffset, utf8.byteLength), {
      ...tolerant(delimiter),
      on_record: (fields: string[]) => add(fields),
    });
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    // Everything behind the open quote is one text: nothing of it can be trusted, and the row says so.
    const cell: Cell = { kind: 'unusable', why: 'text-too-many-rows', text: '"', sum: false };
    rows.push({ number: rows.length + 1, hidden: false, cells: [cell] });
  }
  return rows;
}

function makeCell(field: string, intern: (key: string, make: () => Cell) => Cell): Cell | undefined {
  if (field.length > 200) {
    const lines = field.split('\n', caps.cellLines + 1).length;
    const tooLong = field.length > caps.cellCharacters;
    if (lines > caps.cellLines || tooLong) {
      const why = lines > caps.cellLines ? 'text-too-many-rows' : 'cell-too-long';
      return { kind: 'unusable', why, text: field.slice(0, 80), sum: false };
    }
  }
  const text = field.trim();
  return text === '' ? undefined : intern(text, () => ({ kind: 'text', text }));
}
