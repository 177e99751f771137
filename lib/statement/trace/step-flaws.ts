// Works the computation out again, step by step, from what the statement says: a step that was altered is found and named.
import { countedOf } from '../../model/counted.ts';
import {
  compare,
  type Fraction,
  fraction,
  fractionText,
  multiply,
  roundHalfAwayFromZero,
} from '../../model/fraction.ts';
import type { LineDisclosure, NameDisclosure, StatementPayload } from '../payload.ts';
import { formulasOfSteps, type KnownFormula } from './formulas-of-steps.ts';
import { giftCentsFlaws } from './gift-cents.ts';
import { exactOf, exactValue, type FormulaSources, holds, traceSum } from './step-formula.ts';

/** Something that does not come out of what it is made of. `where` is a path into the payload, with the name of the step. */
export interface StepFlaw {
  readonly where: string;
}

/** How much of the trace was worked out again, and how much could only be read. */
export interface RecomputedSteps {
  readonly recomputed: number;
  readonly steps: number;
  /** `pay`: in full. `staff-cost`: from the staff cost of the trace, held against the lines where they are disclosed. `signed`: some steps rest on what no level shows. */
  readonly from: 'pay' | 'staff-cost' | 'signed';
}

const hundred = fraction(100);
const roundsTo = (euros: Fraction, cents: number): boolean =>
  roundHalfAwayFromZero(multiply(euros, hundred)) === BigInt(cents);

function comesOut(formula: KnownFormula, at: number, sources: FormulaSources): boolean {
  if (formula === 'as-signed') return true;
  if (formula === 'unknown') return false;
  return holds(() => compare(exactValue(formula, sources), sources.exacts[at]!) === 0);
}

function flawOfStep(sources: FormulaSources, formula: KnownFormula, at: number): boolean {
  const step = sources.steps[at]!;
  const exact = sources.exacts[at]!;
  return fractionText(exact) !== step.exactEuros || !roundsTo(exact, step.cents) || !comesOut(formula, at, sources);
}

/** Base, credit and declared euros are the steps’ own; so is the cost. */
function totalFlaws({ payload, steps, exacts }: FormulaSources, under: string): StepFlaw[] {
  const amount = payload.simulation ?? payload.relief!;
  const last = exacts.at(-1)!;
  const base = exacts[steps.findIndex(({ name }) => name === 'netBase' || name === 'donationValue')];
  const staff = exacts.filter((_, at) => steps[at]!.name.startsWith('personnel['));
  const totals: readonly (readonly [string, () => boolean])[] = [
    [`${under}.baseCents`, () => base === undefined || roundsTo(base, amount.baseCents)],
    [`${under}.creditCents`, () => roundsTo(last, amount.creditCents)],
    [`${under}.declaredEuros`, () => roundHalfAwayFromZero(last) === BigInt(amount.declaredEuros)],
    ['cost.cents', () => staff.length === 0 || roundsTo(traceSum(staff), payload.cost?.cents ?? 0)],
  ];
  return totals.filter(([, isSo]) => !holds(isSo)).map(([where]) => ({ where }));
}

/** The time that pay is multiplied by is the time counted on the person’s lines. */
function timeFlaws(lines: readonly LineDisclosure[], names: readonly NameDisclosure[]): StepFlaw[] {
  return names.flatMap(({ pay }, i) => {
    const own = lines.filter(({ person }) => person === i + 1);
    const isStated = (['minute', 'half-day'] as const).every((unit) => {
      const paid = pay
        .filter(({ timeBase }) => timeBase?.unit === unit)
        .flatMap(({ counted }) => counted)
        .reduce((total, { amount }) => total + amount, 0);
      const stated = own.reduce(
        (total, line) => total + countedOf(unit === 'minute' ? line.minutes : line.halfDays),
        0,
      );
      return paid === stated;
    });
    return isStated ? [] : [{ where: `name-${i + 1}.pay.counted` }];
  });
}

/**
 * @param lines, names what is disclosed, or null: from pay at level `names`, else from the staff cost as signed
 * @returns each step and total that does not hold; empty when all do, or where there are no amounts
 */
export function stepFlaws(
  payload: StatementPayload,
  lines: readonly LineDisclosure[] | null,
  names: readonly NameDisclosure[] | null,
): StepFlaw[] {
  const known = formulasOfSteps(payload, names);
  if (known === null) return [];
  const steps = known.map(({ step }) => step);
  const sources = { payload, names, steps, exacts: steps.map(exactOf) };
  const under = payload.simulation === undefined ? 'relief' : 'simulation';
  const wrong = known.flatMap(({ step, formula }, at) =>
    flawOfStep(sources, formula, at) ? [{ where: `${under}.steps[${at}] ${step.name}` }] : [],
  );
  const rests = known.some(({ formula }) => typeof formula === 'object' && formula.kind === 'paid');
  return [
    ...wrong,
    ...totalFlaws(sources, under),
    ...giftCentsFlaws(sources).map((where) => ({ where })),
    ...(rests && lines !== null && names !== null ? timeFlaws(lines, names) : []),
  ];
}

/** @returns null where the statement has no amounts */
export function recomputedSteps(
  payload: StatementPayload,
  names: readonly NameDisclosure[] | null,
): RecomputedSteps | null {
  const known = formulasOfSteps(payload, names);
  if (known === null) return null;
  const rest = known.filter(({ formula }) => typeof formula !== 'object');
  const isStaffCost = rest.every(({ step }) => step.name.startsWith('personnel['));
  const from = rest.length === 0 ? 'pay' : isStaffCost ? 'staff-cost' : 'signed';
  return { recomputed: known.length - rest.length, steps: known.length, from };
}
