// What a person cost over a period, and the time over which that cost is spread.
import type { Period } from './calendar.ts';
import type { TimeUnit } from './duration.ts';

/** All amounts in integer cents of euro. Read by finance, the pay role and an auditor at level `names`. */
export interface Pay {
  readonly developer: string;
  readonly period: Period;
  readonly grossCents: number;
  readonly accessoriesCents: number;
  /** Compulsory employer contributions (CGI annexe III, art. 49 septies I). */
  readonly eligibleChargesCents: number;
  /** Taxes on wages, profit-sharing…: kept, never in the base. */
  readonly excludedChargesCents: number;
  /** Time worked in the period over which the cost is spread; null = not given. */
  readonly timeBase: {
    readonly unit: TimeUnit;
    readonly amount: number;
    readonly how: 'actual' | 'legal-ratio' | 'days';
  } | null;
  /** SHA-256 of the payroll file, lower-case hex. */
  readonly payrollDigest: string;
}

/** Money received for the same work: deducted from the base. */
export interface Subsidy {
  readonly kind: 'subsidy' | 'reimbursement';
  readonly grantor: string;
  readonly period: Period;
  readonly amountCents: number;
}
