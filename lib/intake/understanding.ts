// What a file is taken to say before its lines are read: shown to HR first, changed by her where it is wrong, and kept for the next file.
import type { Month } from '../model/calendar.ts';
import type { Role } from './column-roles.ts';
import type { DateOrder } from './date.ts';
import type { Entry } from './entry.ts';
import type { DecimalSign, Delimiter, Encoding } from './file-facts.ts';
import type { QuantityUnit } from './quantity.ts';

/** Bare decimals of hours: 7,30 is 7 h 18 min as `hundredths`, 7 h 30 min as `minutes`. */
export type Decimals = 'hundredths' | 'minutes';

/**
 * What a person says of a file where the reader was wrong or asked. Every member that is absent is left to the reader.
 * A choice that the file cannot follow (a header that is not there) is a problem of the reading, never dropped in silence.
 */
export interface Choices {
  /** Text files only. */
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** Names of the sheets to read, hidden ones included; the others are left out. */
  readonly sheets?: readonly string[];
  /** 1-based row of the header, in each sheet that is read. */
  readonly headerRow?: number;
  /** Role → the header's text as written, so that a column that moves is found again; null = no column plays that role. */
  readonly columns?: Partial<Record<Role, string | null>>;
  /** Workbooks only, and never by itself: the name of each sheet is the person, or the project, of its lines. */
  readonly personFrom?: 'sheet-name';
  readonly projectFrom?: 'sheet-name';
  readonly unit?: QuantityUnit;
  readonly decimals?: Decimals;
  readonly dateOrder?: Exclude<DateOrder, 'ambiguous'>;
  /** Of a grid that does not say which month it is. */
  readonly month?: Month;
  /** People and projects of the file, as written there, that are none of ours: their lines are left out and counted. */
  readonly notNeeded?: { readonly people: readonly string[]; readonly projects: readonly string[] };
  /** Lines of this very file to leave out: `<sheet>!<row>`, the sheet empty for a text file. */
  readonly leaveOut?: readonly string[];
  /** Cells of this very file, `<sheet>!F14`, and the text to read instead. */
  readonly cells?: Readonly<Record<string, string>>;
}

/** Where the person, or the project, of a line is said: beside it, once above the table, or by the name of the sheet. */
export type NamedBy = 'column' | 'title' | 'sheet-name';

/** One column of a table, in order. */
export interface ColumnUnderstood {
  /** From 0. */
  readonly column: number;
  /** `F` */
  readonly letter: string;
  /** As written, the levels of a merged header joined. */
  readonly header: string;
  /** Null: not needed, and not read. */
  readonly role: Role | null;
}

export interface TableUnderstood {
  /** Null in a text file. */
  readonly sheet: string | null;
  readonly shape: 'list' | 'grid';
  /** 1-based. */
  readonly headerRow: number;
  /** Columns with a header; the days of a grid are not among them. */
  readonly columns: readonly ColumnUnderstood[];
  /** Null where nothing says it. */
  readonly personFrom: NamedBy | null;
  readonly projectFrom: NamedBy | null;
  readonly unit: QuantityUnit | null;
  /** What settled it. Null: nothing did, and the lines say so. */
  readonly unitFrom: 'chosen' | 'header' | 'title' | 'numbers' | null;
  /** Of a grid, where it is one month. */
  readonly month: Month | null;
}

/** A line as it stands beside what was made of it. */
export interface SampleLine {
  readonly sheet: string | null;
  readonly row: number;
  /** The texts of the cells, by column; empty for a blank. */
  readonly cells: readonly string[];
  /** A line of a grid makes several; none if it has a problem. */
  readonly entries: readonly Entry[];
}

export interface Understanding {
  readonly tables: readonly TableUnderstood[];
  /** Sheets that are not read, and why. */
  readonly others: readonly { readonly sheet: string; readonly why: 'hidden' | 'no-table' | 'not-chosen' }[];
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  /** Null where none or both are in use. */
  readonly decimal: DecimalSign | null;
  /** Null where no date depends on it. */
  readonly dateOrder: DateOrder | null;
  readonly dateOrderFrom: 'chosen' | 'values' | 'french' | null;
  /** Null where no number depends on it. `unclear` is asked. */
  readonly decimals: Decimals | 'unclear' | null;
  /** The first ten lines. */
  readonly sample: readonly SampleLine[];
}
