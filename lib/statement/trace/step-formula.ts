// What a step of the computation is made of: one description that the verifier works out exactly and the workbook writes as a live formula.
import type { Period } from '../../model/calendar.ts';
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

/** Where the values come from. */
export interface FormulaSources {
  readonly payload: StatementPayload;
  /** Null below level `names`. */
  readonly names: readonly NameDisclosure[] | null;
  readonly steps: readonly StatedStep[];
}

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

const folds = { product: multiply, lesser, greater } as const;

/** @throws RangeError where a figure is no number, or time stands over no base */
export function exactValue(formula: StepFormula, sources: FormulaSources): Fraction {
  const { payload, names, steps } = sources;
  switch (formula.kind) {
    case 'step':
      return exactOf(steps[formula.at]!);
    case 'figure':
      return exact(payload.scheme.parameters[formula.at]!.value);
    case 'whole':
      return fraction(formula.value);
    case 'aid':
      return sum(payload.declared.otherAid.map(({ amountCents }) => eurosOfCents(amountCents)));
    case 'paid':
      return sum((names ?? []).flatMap(({ pay }) => pay.map((each) => shareOfPay(each, formula.slice))));
    case 'difference':
    case 'quotient': {
      const [a, b] = formula.of.map((each) => exactValue(each, sources)) as [Fraction, Fraction];
      return formula.kind === 'difference' ? subtract(a, b) : divide(a, b);
    }
    // Of nothing it is nothing: a year of which no hour counts has a value all the same.
    case 'sum':
      return sum(formula.of.map((each) => exactValue(each, sources)));
    default:
      return formula.of.map((each) => exactValue(each, sources)).reduce(folds[formula.kind]);
  }
}
