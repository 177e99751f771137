// What a step of the computation is made of: one description that the verifier works out exactly and the workbook writes as a live formula.
import type { Day, Period } from '../../model/calendar.ts';
import {
  divide,
  eurosOfCents,
  exact,
  type Fraction,
  fraction,
  greater,
  lesser,
  multiply,
  parseFraction,
  subtract,
  sum,
} from '../../model/fraction.ts';
import { longestExact, type NameDisclosure, type StatedStep, type StatementPayload } from '../payload.ts';

export type StepFormula =
  /** An earlier step, by its place. */
  | { readonly kind: 'step'; readonly at: number }
  /** A figure of `scheme.parameters`, by its place. */
  | { readonly kind: 'figure'; readonly at: number }
  | { readonly kind: 'whole'; readonly value: number }
  /** Subsidies and reimbursements that the company declared. */
  | { readonly kind: 'aid' }
  /** Cost × counted time ÷ time base, over every pay of everybody, of days under the same figures. */
  | { readonly kind: 'paid'; readonly slice: Period }
  | { readonly kind: 'sum' | 'product' | 'lesser' | 'greater'; readonly of: readonly StepFormula[] }
  | { readonly kind: 'difference' | 'quotient'; readonly of: readonly [StepFormula, StepFormula] };

export const whole = (value: number): StepFormula => ({ kind: 'whole', value });
export const step = (at: number): StepFormula => ({ kind: 'step', at });
export const euros = (cents: number): StepFormula => ({ kind: 'quotient', of: [whole(cents), whole(100)] });

/** @returns null where the statement prints no such figure for that day */
export function figureOn(
  { scheme }: StatementPayload,
  key: string,
  day: Day,
): Extract<StepFormula, { kind: 'figure' }> | null {
  const at = scheme.parameters.findIndex(
    (each) => each.key === key && each.from <= day && (each.to === null || day < each.to),
  );
  return at === -1 ? null : { kind: 'figure', at };
}

/** Where the values come from. */
export interface FormulaSources {
  readonly payload: StatementPayload;
  /** Null below level `names`. */
  readonly names: readonly NameDisclosure[] | null;
  readonly steps: readonly StatedStep[];
  /** Exact euros of each step as it is signed. */
  readonly exacts: readonly Fraction[];
}

/** A true common denominator of time bases has fewer digits than an exact value may have; what has more comes out of no pay. */
const mostDenominator = 10n ** BigInt(longestExact);

/** @throws RangeError where the common denominator has more digits than an exact value may have */
export const traceSum = (terms: Iterable<Fraction>): Fraction => sum(terms, mostDenominator);

/** Exact euros of a step as it is signed. @throws RangeError if it is no fraction */
export function exactOf({ exactEuros }: Pick<StatedStep, 'exactEuros'>): Fraction {
  const value = parseFraction(exactEuros, longestExact);
  if (value === null) throw new RangeError('a step’s exact value is not a fraction p/q');
  return value;
}

type Pay = NameDisclosure['pay'][number];

/** Time counted over a pay on the days of a slice. */
export const countedIn = ({ counted }: Pay, { from, to }: Period): number =>
  counted.reduce((total, each) => total + (each.from === from && each.to === to ? each.amount : 0), 0);

/** Cost × counted time ÷ time base, exact euros. @throws RangeError for time over no base */
export function shareOfPay(pay: Pay, slice: Period): Fraction {
  const amount = countedIn(pay, slice);
  const base = pay.timeBase?.amount ?? 0;
  if (amount === 0) return fraction(0);
  return multiply(eurosOfCents(pay.eligibleCostCents), fraction(amount, base));
}

function exactAt(exacts: readonly Fraction[], at: number): Fraction {
  const value = exacts[at];
  if (value === undefined) throw new RangeError(`the trace has no step ${at}`);
  return value;
}

const folds = { product: multiply, lesser, greater } as const;

/** @throws RangeError where a figure is no number, or time stands over no base */
export function exactValue(formula: StepFormula, sources: FormulaSources): Fraction {
  const { payload, names, exacts } = sources;
  switch (formula.kind) {
    case 'step':
      return exactAt(exacts, formula.at);
    case 'figure':
      return exact(payload.scheme.parameters[formula.at]!.value);
    case 'whole':
      return fraction(formula.value);
    case 'aid':
      return traceSum(payload.declared.otherAid.map(({ amountCents }) => eurosOfCents(amountCents)));
    case 'paid':
      return traceSum((names ?? []).flatMap(({ pay }) => pay.map((each) => shareOfPay(each, formula.slice))));
    case 'difference':
    case 'quotient': {
      const [a, b] = formula.of.map((each) => exactValue(each, sources)) as [Fraction, Fraction];
      return formula.kind === 'difference' ? subtract(a, b) : divide(a, b);
    }
    // Of nothing it is nothing: a year of which no hour counts has a value all the same.
    case 'sum':
      return traceSum(formula.of.map((each) => exactValue(each, sources)));
    default:
      return formula.of.map((each) => exactValue(each, sources)).reduce(folds[formula.kind]);
  }
}

/** A figure that is no number, time over no base, or more digits than can be true: nothing can come out of it. */
export function holds(isSo: () => boolean): boolean {
  try {
    return isSo();
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
