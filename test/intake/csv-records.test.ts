// Text into rows: the same as a well-kept parser says, wherever the text is cut into pieces.
import { CsvError, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../lib/intake/cell.ts';
import { makeCsvRecords } from '../../lib/intake/csv-records.ts';
import type { Delimiter } from '../../lib/intake/file-facts.ts';

const textOf = (cell: Cell | undefined): string => cell?.text ?? '';

/** @returns the rows, and whether a quote was left open */
function split(pieces: readonly string[], delimiter: Delimiter = ';') {
  const rows: string[][] = [];
  let open = false;
  const records = makeCsvRecords(delimiter, (cells) => {
    if (cells[0]?.kind === 'unusable') open = true;
    else rows.push(cells.map(textOf));
  });
  for (const piece of pieces) records.push(piece);
  records.close();
  return { rows, open };
}

/** Fields as cells: trimmed, none behind the last that holds something. */
function trimmed(fields: readonly string[]): string[] {
  const texts = fields.map((field) => field.trim());
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

/** What csv-parse makes of the same text with the same tolerance. */
function parsed(text: string, delimiter: string): { readonly rows: string[][]; readonly open: boolean } {
  const rows: string[][] = [];
  try {
    parse(text, {
      ...{ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false },
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (fields: string[]) => {
        rows.push(trimmed(fields));
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    return { rows, open: true };
  }
  return { rows, open: false };
}

describe('the reader of records', () => {
  it.each([
    ['a separator at the end of a row', 'a;b;\nc', [['a', 'b'], ['c']]],
    ['all three line ends, and a line between two', 'a\r\nb\rc\n\nd', [['a'], ['b'], ['c'], [], ['d']]],
    ['no row behind the last line end', 'a\n', [['a']]],
    ['separators and line ends inside quotes', '"a;b\r\nc";d', [['a;b\r\nc', 'd']]],
    ['a doubled quote', '"say ""yes""";b', [['say "yes"', 'b']]],
    ['a quote inside a field', '7" screen;b', [['7" screen', 'b']]],
    ['text behind a closing quote', '"a"b;c', [['"a"b', 'c']]],
    ['an empty text in quotes as a blank row', '""', [[]]],
    ['nothing', '', []],
  ])('reads %s', (_, text, rows) => {
    expect(split([text])).toEqual({ rows, open: false });
    expect(split([...text])).toEqual({ rows, open: false });
  });

  it('says that a quote was never closed, and hands on the rows before it', () => {
    expect(split(['a;b\nc;"d\n', 'e;f\n'])).toEqual({ rows: [['a', 'b']], open: true });
  });

  it('reads any text as csv-parse does, however it is cut', () => {
    const text = fc.array(fc.constantFrom('a', 'é', ' ', ';', ',', '"', '""', '\n', '\r', '\r\n'), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), fc.constantFrom<Delimiter>(';', ',', '\t'), (parts, delimiter) => {
        const pieces = parts.map((part) => part.join(''));
        expect(split(pieces, delimiter)).toEqual(parsed(pieces.join(''), delimiter));
      }),
      { numRuns: 1_000 },
    );
  });
});
