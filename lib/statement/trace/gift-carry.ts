// What becomes of the excesses of earlier years in a year of gifts (mécénat): used oldest first in the room that the year's own gifts leave, lost or left.
import type { Gift, StatementPayload } from '../payload.ts';
import { euros, figureOn, type StepFormula, whole } from './step-formula.ts';

type CarryIn = Gift['carryIn'][number];

/** An excess that came in, as formulas in exact euros. */
export interface CarriedFormulas {
  readonly carry: CarryIn;
  readonly used: StepFormula;
  /** Not used: lost where this was its last year, else left to the next. */
  readonly rest: StepFormula;
  /** What the used part brings, at the rates of its own year; null where the statement prints none of that year. */
  readonly reduction: StepFormula | null;
}

const isUsable = ({ yearsLeft }: CarryIn): boolean => yearsLeft > 0;

/** At the first rate first: the order in which its own year would have taken it. */
function reductionOf(payload: StatementPayload, carry: CarryIn, used: StepFormula): StepFormula | null {
  if (!isUsable(carry)) return whole(0);
  const [upTo, above] = ['rate.upTo', 'rate.above'].map((key) => figureOn(payload, key, carry.origin));
  if (upTo == null || above == null) return null;
  const first: StepFormula = { kind: 'lesser', of: [euros(carry.cents - carry.aboveThresholdCents), used] };
  return {
    kind: 'sum',
    of: [
      { kind: 'product', of: [upTo, first] },
      { kind: 'product', of: [above, { kind: 'difference', of: [used, first] }] },
    ],
  };
}

/**
 * @param room what the year's own gifts leave under its ceiling, exact euros
 * @returns oldest first. What one uses is what all up to it use, less what all before it do
 */
export function carriedFormulas(payload: StatementPayload, gift: Gift, room: StepFormula): readonly CarriedFormulas[] {
  const oldestFirst = gift.carryIn.toSorted((a, b) => (a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0));
  let before = 0;
  return oldestFirst.map((carry) => {
    const upTo = before + (isUsable(carry) ? carry.cents : 0);
    const taken = (cents: number): StepFormula => ({ kind: 'lesser', of: [euros(cents), room] });
    const used: StepFormula = isUsable(carry) ? { kind: 'difference', of: [taken(upTo), taken(before)] } : whole(0);
    before = upTo;
    return {
      carry,
      used,
      rest: { kind: 'difference', of: [euros(carry.cents), used] },
      reduction: reductionOf(payload, carry, used),
    };
  });
}
