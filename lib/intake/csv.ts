// A text file with separators, as French and English programs write it, as rows of cells.
import { caps } from './caps.ts';
import type { Cell, Row, RowSource, Sheet, SheetRows } from './cell.ts';
import { makeCsvRecords } from './csv-records.ts';
import type { Delimiter, Encoding } from './file-facts.ts';
import { headerOf, headerScore } from './header.ts';
import { noMerges } from './merges.ts';
import { fileRefusal } from './refusals.ts';
import { makeTextPieces } from './text-decoding.ts';
import { makeEncodingProbe } from './text-encoding.ts';
import { headOf, piecesOf, type TimesheetSource } from './timesheet-source.ts';
import type { Choices } from './understanding.ts';

interface CsvFile {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly rows: RowSource;
}

const delimiters: readonly Delimiter[] = [';', '\t', ','];

/** @throws Refusal `too-large`, `undecodable-text`, `not-a-spreadsheet`, `unsupported-layout`; while rows are read, `too-many-rows`, `too-large` */
export async function readCsv(source: TimesheetSource, choices: Choices): Promise<CsvFile> {
  if (source.size > caps.textBytes) throw fileRefusal('too-large');
  const probe = makeEncodingProbe(choices.encoding);
  for await (const bytes of piecesOf(source)) probe.add(bytes);
  const encoding = probe.close();
  const head = (await headOf(source, 20_000)).subarray(0, 20_000);
  const delimiter = choices.delimiter ?? findDelimiter(new TextDecoder(encoding).decode(head));
  const sheet: Sheet = { name: null, hidden: false, merges: noMerges, hiddenColumns: new Set(), date1904: false };
  return {
    encoding,
    delimiter,
    rows: { sheets: [sheet], read: (most) => readRows(source, encoding, delimiter, sheet, most) },
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
  const best = scored.reduce((one, next) => (next.score > one.score ? next : one));
  if (best.score < 2_000 && lines.some((line) => headerScore(headerOf(0, line.split('|'))) >= 2)) {
    throw fileRefusal('unsupported-layout', {
      fr: 'colonnes séparées par « | » : choisissez le point-virgule, la virgule ou la tabulation',
      en: 'columns separated by “|”: choose the semicolon, the comma or the tab',
    });
  }
  return best.delimiter;
}

async function* readRows(
  source: TimesheetSource,
  encoding: Encoding,
  delimiter: Delimiter,
  sheet: Sheet,
  most: number = caps.textRows,
): AsyncGenerator<SheetRows> {
  let rows: Row[] = [];
  let number = 0;
  const records = makeCsvRecords(delimiter, (cells) => {
    number += 1;
    if (number > caps.textRows + 1) throw fileRefusal('too-many-rows');
    if (cells.length > caps.columns) {
      throw fileRefusal('too-large', {
        fr: `ligne ${number} : plus de ${caps.columns} colonnes`,
        en: `row ${number}: more than ${caps.columns} columns`,
      });
    }
    rows.push({ number, aside: null, cells: number === 1 && isStatement(cells, delimiter) ? [] : cells });
  });
  const pieces = makeTextPieces(encoding);
  for await (const bytes of piecesOf(source)) {
    records.push(pieces.decode(bytes));
    yield { sheet, rows };
    if (number > most) return;
    rows = [];
  }
  records.push(pieces.close());
  records.close();
  yield { sheet, rows };
}

/** A first line `sep=;`, which stands as `sep=` once it is taken apart at the very sign it states. */
function isStatement([first, ...others]: readonly (Cell | undefined)[], delimiter: Delimiter): boolean {
  const text = first?.kind === 'text' ? first.text.toLowerCase() : '';
  return (
    others.length === 0 && (text === 'sep=' || delimiters.some((sign) => sign !== delimiter && text === `sep=${sign}`))
  );
}
