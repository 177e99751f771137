// What the page is told on which HR says how a file is to be read.
import type { Month } from '../lib/model/calendar.ts';
import type { Bilingual } from '../lib/model/text.ts';
import type { CompanyChoice } from './parts/company.ts';

/** What the reader took on its own (null: nothing; `ambiguous`, `unclear`: it asks), and what HR said instead (null: she left it to the reader). */
export interface Changeable<Value extends string | number> {
  readonly understood: (Value extends number ? number : string) | null;
  readonly chosen: Value | null;
}

export interface HrChangeView {
  readonly company: CompanyChoice;
  readonly year: number;
  /** The file of the address; `choices`: those it was read with, if any. */
  readonly sha256: string;
  readonly fileName: string;
  readonly kind: 'csv' | 'xlsx' | 'ods';
  readonly choices: string | null;
  /** Why nothing was understood yet, and what to say; null where something was. */
  readonly notUnderstood: Bilingual | null;
  /** Every sheet of a workbook, hidden ones included; empty for a text file. */
  readonly sheets: readonly { readonly name: string; readonly isRead: boolean; readonly isHidden: boolean }[];
  /** 1-based. */
  readonly headerRow: Changeable<number>;
  /** The first rows of the first sheet read (or of any, where none is): raw texts, at most some twenty rows. */
  readonly firstRows: {
    readonly sheet: string | null;
    readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  };
  /** Texts of the header row, each once; empty where there is none yet. */
  readonly headers: readonly string[];
  /** Each role that a column can play, in order. `chosen.header` null: HR says that no column plays it. */
  readonly columns: readonly {
    readonly role: string;
    readonly understood: string | null;
    readonly chosen: { readonly header: string | null } | null;
  }[];
  /** Workbooks only; null otherwise. `understood`: `column`, `title`, `sheet-name`. */
  readonly personFrom: Changeable<'sheet-name'> | null;
  readonly projectFrom: Changeable<'sheet-name'> | null;
  readonly unit: Changeable<'hour' | 'minute' | 'day' | 'half-day' | 'percent'>;
  readonly decimals: Changeable<'hundredths' | 'minutes'>;
  readonly dateOrder: Changeable<'day-first' | 'month-first'>;
  /** Text files only; null otherwise. */
  readonly encoding: Changeable<'utf-8' | 'windows-1252' | 'utf-16le' | 'macintosh'> | null;
  readonly delimiter: Changeable<';' | ',' | '\t'> | null;
  /** Grids only; null otherwise. */
  readonly month: Changeable<Month> | null;
  /** The name under which the layout would be kept: that of the profile in use, or one to begin with. */
  readonly profileName: string;
  readonly notice: Bilingual | null;
}
