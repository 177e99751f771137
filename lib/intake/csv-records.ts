// The grammar of separated text (RFC 4180, with tolerance), fed a piece at a time: ragged rows, stray quotes, any line end; an empty line is a row.
import { caps } from './caps.ts';
import type { Cell } from './cell.ts';
import type { Delimiter } from './file-facts.ts';

interface CsvRecords {
  readonly push: (text: string) => void;
  readonly close: () => void;
}

/** Where the reader stands: before a field, in a bare one, in a quoted one, or behind a quote that may close it. */
type State = 'before' | 'bare' | 'quoted' | 'behind-quote';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** @param onRecord is given the cells of each record in turn, without blanks at the end; never many more than a row may have */
export function makeCsvRecords(delimiter: Delimiter, onRecord: (cells: (Cell | undefined)[]) => void): CsvRecords {
  const separator = delimiter.charCodeAt(0);
  let state: State = 'before';
  let cells: (Cell | undefined)[] = [];
  /** Blank cells behind them, which are cells only where another one follows. */
  let blanks = 0;
  /** What earlier pieces hold of the field that is being read; no more of it is kept than can be told apart from too much. */
  let field = '';
  let lineBreaks = 0;
  let isAfterReturn = false;

  const keep = (text: string): void => {
    if (field.length <= caps.cellCharacters) field += text.slice(0, caps.cellCharacters + 1 - field.length);
  };
  const keepQuoted = (text: string): void => {
    keep(text);
    for (let at = text.indexOf('\n'); at >= 0 && lineBreaks < caps.cellLines; at = text.indexOf('\n', at + 1)) {
      lineBreaks += 1;
    }
  };
  const endField = (text: string): void => {
    const cell = makeCell(text, lineBreaks);
    if (cell === undefined) blanks += 1;
    else {
      for (; blanks > 0 && cells.length <= caps.columns; blanks -= 1) cells.push(undefined);
      if (cells.length <= caps.columns) cells.push(cell);
    }
    field = '';
    lineBreaks = 0;
    state = 'before';
  };
  const endRecord = (): void => {
    onRecord(cells);
    cells = [];
    blanks = 0;
  };
  /** Ends the field, and the record if this character ends a line. */
  const end = (text: string, character: number): void => {
    endField(text);
    if (character === separator) return;
    isAfterReturn = character === carriageReturn;
    endRecord();
  };
  const isEnd = (character: number): boolean =>
    character === separator || character === lineFeed || character === carriageReturn;

  return {
    push: (text) => {
      let at = 0;
      while (at < text.length) {
        const character = text.charCodeAt(at);
        if (isAfterReturn) {
          isAfterReturn = false;
          if (character === lineFeed) {
            at += 1;
            continue;
          }
        }
        if (state === 'before' && character === quote) {
          state = 'quoted';
          at += 1;
        } else if (state === 'before' || state === 'bare') {
          let to = at;
          while (to < text.length && !isEnd(text.charCodeAt(to))) to += 1;
          if (to === text.length) {
            keep(text.slice(at));
            state = 'bare';
          } else {
            if (field === '') end(text.slice(at, to), text.charCodeAt(to));
            else {
              keep(text.slice(at, to));
              end(field, text.charCodeAt(to));
            }
          }
          at = to + 1;
        } else if (state === 'quoted') {
          const to = text.indexOf('"', at);
          keepQuoted(to < 0 ? text.slice(at) : text.slice(at, to));
          if (to >= 0) state = 'behind-quote';
          at = to < 0 ? text.length : to + 1;
        } else if (character === quote) {
          keep('"');
          state = 'quoted';
          at += 1;
        } else if (isEnd(character)) {
          end(field, character);
          at += 1;
        } else {
          // The quotes stood around a part of the field only: they are characters like any other.
          field = `"${field}"`;
          state = 'bare';
        }
      }
    },
    close: () => {
      if (state === 'quoted') {
        // Everything behind the open quote is one text: nothing of it can be trusted, and the row says so.
        onRecord([{ kind: 'unusable', why: 'text-too-many-rows', text: '"', sum: false }]);
      } else if (state !== 'before' || cells.length + blanks > 0) {
        endField(field);
        endRecord();
      }
    },
  };
}

function makeCell(field: string, lineBreaks: number): Cell | undefined {
  if (field === '') return undefined;
  if (lineBreaks >= caps.cellLines || field.length > caps.cellCharacters) {
    const why = lineBreaks >= caps.cellLines ? 'text-too-many-rows' : 'cell-too-long';
    return { kind: 'unusable', why, text: field.slice(0, 80), sum: false };
  }
  // Word processors turn the quotes around a field into curly ones.
  const trimmed = field.trim();
  const text = trimmed.startsWith('“') ? trimmed.replace(/^“([^“”]*)”$/, '$1') : trimmed;
  return text === '' ? undefined : { kind: 'text', text };
}
