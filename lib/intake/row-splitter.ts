// Text with separators into rows of fields, piece by piece (RFC 4180): ragged rows, stray quotes and any line end are tolerated.

export interface RowSplitter {
  /** The next characters of the text, however it is cut. */
  readonly push: (piece: string) => void;
  /** After the last piece. @returns false if a quote was still open: its row is not handed on */
  readonly end: () => boolean;
}

const quote = 0x22;
const newline = 0x0a;
const carriageReturn = 0x0d;

/**
 * A field that begins with a quote ends at the next single one; a doubled one stands for itself. Where something else
 * follows the closing quote, the quotes are part of the text. A quote inside a field is a character. An empty line is a
 * row with one empty field; what follows the last line end is a row if it holds anything.
 * @param delimiter one character
 * @param onRow the array is the receiver's
 */
export function makeRowSplitter(delimiter: string, onRow: (fields: string[]) => void): RowSplitter {
  const separator = delimiter.charCodeAt(0);
  let where: 'field-start' | 'plain' | 'quoted' | 'behind-quote' = 'field-start';
  let fields: string[] = [];
  /** What earlier pieces, or the quotes so far, left of the field. */
  let begun = '';
  let afterReturn = false;

  const endRow = (): void => {
    const row = fields;
    fields = [];
    onRow(row);
  };

  /** @returns where the field ends: at a separator, a line end, or the end of the piece */
  const endOfPlain = (piece: string, from: number): number => {
    for (let at = from; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (code === separator || code === newline || code === carriageReturn) return at;
    }
    return piece.length;
  };

  const startField = (piece: string, at: number): number => {
    const code = piece.charCodeAt(at);
    const isSecondOfTwo = afterReturn && code === newline;
    afterReturn = false;
    if (isSecondOfTwo) return at + 1;
    where = code === quote ? 'quoted' : 'plain';
    return code === quote ? at + 1 : at;
  };

  const goOnPlain = (piece: string, from: number): number => {
    const to = endOfPlain(piece, from);
    const text = piece.slice(from, to);
    if (to === piece.length) {
      begun += text;
      return to;
    }
    fields.push(begun === '' ? text : begun + text);
    begun = '';
    where = 'field-start';
    const code = piece.charCodeAt(to);
    if (code !== separator) {
      afterReturn = code === carriageReturn;
      endRow();
    }
    return to + 1;
  };

  const goOnQuoted = (piece: string, from: number): number => {
    const to = piece.indexOf('"', from);
    begun += piece.slice(from, to < 0 ? piece.length : to);
    if (to < 0) return piece.length;
    where = 'behind-quote';
    return to + 1;
  };

  const lookBehindQuote = (piece: string, at: number): number => {
    const code = piece.charCodeAt(at);
    if (code === quote) {
      begun += '"';
      where = 'quoted';
      return at + 1;
    }
    if (code !== separator && code !== newline && code !== carriageReturn) begun = `"${begun}"`;
    where = 'plain';
    return at;
  };

  const goOn = { 'field-start': startField, plain: goOnPlain, quoted: goOnQuoted, 'behind-quote': lookBehindQuote };
  return {
    push: (piece) => {
      let at = 0;
      while (at < piece.length) at = goOn[where](piece, at);
    },
    end: () => {
      if (where === 'quoted') return false;
      if (where === 'field-start' && fields.length === 0) return true;
      fields.push(begun);
      endRow();
      return true;
    },
  };
}
