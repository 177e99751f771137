// What our workbooks hold: exact values, and how their cells look; the same for both formats.
import { type Day, daysBetween } from '../../model/calendar.ts';

export interface Look {
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  /** Points; 11 where absent. */
  readonly size?: number;
  /** Six hex digits. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: { readonly style: 'thin' | 'medium' | 'mediumDashed'; readonly color: string };
  readonly wrap?: true;
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  /** A number format as Excel writes it. In OpenDocument the kind of the value says how it shows. */
  readonly format?: string;
}

/** A value without a formula: what templates hold. */
export type PlainValue =
  | { readonly kind: 'text'; readonly text: string }
  /** A decimal literal with `.`: written as it stands, so that no float comes between. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'clock'; readonly minutes: number };

export type WrittenValue =
  | PlainValue
  | { readonly kind: 'error'; readonly error: string }
  /** `result` null: it was never calculated. */
  | {
      readonly kind: 'formula';
      readonly formula: string;
      readonly result: Exclude<WrittenValue, { readonly kind: 'formula' }> | null;
    };

export interface WrittenCell<Value = WrittenValue> {
  /** Null: blank, with a look. */
  readonly value: Value | null;
  readonly look?: Look;
}

export interface BlankLook {
  readonly look: Look;
  /** The kind of value that the column is for. */
  readonly kind: PlainValue['kind'];
}

export interface SheetSetting {
  readonly name: string;
  readonly hidden?: boolean;
  /** In characters, by column. */
  readonly widths: readonly number[];
  /** By column, for cells that are still blank: what is typed there later shows as it should. */
  readonly blanks?: readonly (BlankLook | undefined)[];
  /** The last row that stays in view, and is repeated on each printed page; 0 = none. */
  readonly frozenRows: number;
  readonly orientation: 'portrait' | 'landscape';
  readonly gridLines: boolean;
}

/** A row of a sheet that is small enough to be held whole. */
export interface PlainRow {
  readonly cells: readonly (WrittenCell<PlainValue> | undefined)[];
  /** Points. */
  readonly height?: number;
}

export interface PlainSheet {
  readonly setting: SheetSetting;
  /** From row 1 on. */
  readonly rows: readonly PlainRow[];
}

export const text = (value: string): PlainValue => ({ kind: 'text', text: value });

/** The serial number of a day, as workbooks of Excel count (from 1900). */
export const serialOf = (day: Day): string => String(daysBetween('1899-12-30', day));

/** Minutes as the fraction of 24 h: fifteen digits are finer than a microsecond, so the minute comes back exactly. */
export function fractionOfDay(minutes: number): string {
  const scaled = (BigInt(minutes) * 10n ** 15n + 720n) / 1440n;
  const digits = scaled.toString().padStart(16, '0');
  return `${digits.slice(0, -15)}.${digits.slice(-15)}`;
}
