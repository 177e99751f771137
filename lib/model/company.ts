// A company that lends developers, as it declares itself.
import type { Day } from './calendar.ts';
import type { TimeUnit } from './duration.ts';

export interface Company {
  /** Opaque id, `co-…`; SIREN and name are dated data, never keys. */
  readonly id: string;
  readonly siren: string;
  readonly name: string;
  readonly legalForm?: string;
  /** Its seat, as a receipt must state it. */
  readonly address?: string | undefined;
  /** `--MM-DD`: the last day of the fiscal year (XML Schema gMonthDay). */
  readonly fiscalYearEnd: string;
  /** Minutes of one working day, for files in days and per cents. */
  readonly dayMinutes: number;
  /** How its people's time is counted unless a secondment's regime says otherwise. */
  readonly unit: TimeUnit;
  /** Public bodies pay no corporate tax: only contribution statements (`none`) are issued for them. */
  readonly corporateTax: boolean;
  /** 'metropole' | 'alsace-moselle' | an overseas department's code: which public holidays apply. */
  readonly region: string;
  readonly since: Day;
}
