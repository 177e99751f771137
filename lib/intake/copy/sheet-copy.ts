// One sheet of the copy: each row at its number, each value as it was, marked cells with their look and their note.
import type { Language } from '../../model/text.ts';
import { caps } from '../caps.ts';
import type { Row, Sheet } from '../cell.ts';
import type { Look, WrittenCell } from '../write/written-cell.ts';
import type { Note } from '../write/xlsx-notes.ts';
import type { XlsxWriter } from '../write/xlsx-writer.ts';
import { formatOf, writtenValue } from './copied-cell.ts';
import { type Gravity, gravest, gravityWords, type Mark, sentenceOf } from './mark.ts';
import { headerLook, markLooks } from './mark-looks.ts';
import type { PlacedMarks } from './place-marks.ts';

export interface SheetCopy {
  readonly row: (row: Row) => void;
  readonly close: () => void;
}

interface SheetCopySetting {
  readonly name: string;
  readonly widths: readonly number[];
  /** 0 = not known. */
  readonly headerRow: number;
  readonly placed: PlacedMarks;
  /** Those that get a note. */
  readonly explained: ReadonlySet<Mark>;
  readonly language: Language;
}

/** A header further down would leave no room for its lines. */
const mostFrozen = 12;

/** Bytes of a note beside its text, at most. A part of notes above the guard's bound would pack so well that it looked like a bomb. */
const noteFrame = 400;

export function copySheet(writer: XlsxWriter, sheet: Sheet, setting: SheetCopySetting): SheetCopy {
  const { name, widths, headerRow, placed, explained, language } = setting;
  const target = writer.sheet({
    ...{ name, widths, frozenRows: headerRow <= mostFrozen ? headerRow : 0, hidden: sheet.hidden },
    orientation: 'landscape',
    gridLines: true,
  });
  const notes: Note[] = [];
  let noteBytes = 0;
  const lookOf = makeLooks();
  const explain = (row: number, column: number, marks: readonly Mark[]): void => {
    const note = noteOf(marks, language);
    noteBytes += noteFrame + 3 * note.length;
    if (noteBytes <= caps.zipRatioFromBytes && marks.some((mark) => explained.has(mark))) {
      notes.push({ row, column, text: note });
    }
  };
  return {
    row: ({ number, aside, cells }) => {
      const marks = placed.get(number);
      for (const [column, own] of marks ?? []) explain(number, column, own);
      const last = Math.max(cells.length, ...[...(marks?.keys() ?? [])].map((column) => column + 1));
      const written = Array.from({ length: last }, (_, column): WrittenCell | undefined => {
        const cell = cells[column];
        const own = marks?.get(column);
        if (cell === undefined && own === undefined) return undefined;
        const kind = own !== undefined ? gravest(own) : number === headerRow ? 'header' : null;
        const look = lookOf(kind, cell === undefined ? undefined : formatOf(cell));
        const value = cell === undefined ? null : writtenValue(cell);
        return look === undefined ? { value } : { value, look };
      });
      target.row({ number, cells: written, hidden: aside === 'hidden' });
    },
    close: () => target.close({ merges: sheet.merges.all, notes }),
  };
}

const noteOf = (marks: readonly Mark[], language: Language): string =>
  [gravityWords[language][gravest(marks)], ...new Set(marks.map((mark) => sentenceOf(mark, language)))].join('\n');

/** One object for each look in use: there are few, and cells are many. */
function makeLooks(): (kind: Gravity | 'header' | null, format: string | undefined) => Look | undefined {
  const known = new Map<string, Look>();
  return (kind, format) => {
    if (kind === null && format === undefined) return undefined;
    const key = `${kind} ${format}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const base = kind === null ? {} : kind === 'header' ? headerLook : markLooks[kind];
    const look: Look = { ...base, ...(format !== undefined && { format }) };
    known.set(key, look);
    return look;
  };
}
