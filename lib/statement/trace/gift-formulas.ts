// What each step of a year of gifts (mécénat) is made of; the value kept of each month rests on pay, person by person, and is read as signed.
import type { Gift, StatementPayload } from '../payload.ts';
import type { FormulaSources, StepFormula } from './step-formula.ts';

type Known = StepFormula | 'as-signed' | 'unknown';

const whole = (value: number): StepFormula => ({ kind: 'whole', value });
const step = (at: number): StepFormula => ({ kind: 'step', at });
const euros = (cents: number): StepFormula => ({ kind: 'quotient', of: [whole(cents), whole(100)] });

/** In force on the last day of the fiscal year. */
function figureOf({ scheme, period }: StatementPayload, key: string): StepFormula | null {
  const at = scheme.parameters.findIndex(
    (each) => each.key === key && each.from <= period.to && (each.to === null || period.to < each.to),
  );
  return at === -1 ? null : { kind: 'figure', at };
}

const inEuros = (cents: StepFormula): StepFormula => ({ kind: 'quotient', of: [cents, whole(100)] });

/** The room left under the ceiling, or all that could still serve: one that came in too late to serve was neither used nor left. */
const carryUsed = ({ carryIn }: Gift, value: StepFormula, ceiling: StepFormula): StepFormula => {
  const usable = carryIn.filter(({ usedCents, leftCents }) => usedCents + leftCents > 0);
  const room: StepFormula = { kind: 'difference', of: [ceiling, { kind: 'lesser', of: [value, ceiling] }] };
  return { kind: 'lesser', of: [euros(usable.reduce((total, { cents }) => total + cents, 0)), room] };
};

function reduction(payload: StatementPayload, retained: StepFormula): Known {
  const [upTo, above, cents] = ['rate.upTo', 'rate.above', 'thresholdCents'].map((key) => figureOf(payload, key));
  if (upTo == null || above == null || cents == null) return 'as-signed';
  const threshold = inEuros(cents);
  const over: StepFormula = { kind: 'greater', of: [whole(0), { kind: 'difference', of: [retained, threshold] }] };
  return {
    kind: 'sum',
    of: [
      { kind: 'product', of: [upTo, { kind: 'lesser', of: [retained, threshold] }] },
      { kind: 'product', of: [above, over] },
    ],
  };
}

/** What the foundation paid back: no gift. */
const reimbursements = ({ declared }: StatementPayload): number =>
  declared.otherAid.reduce((total, { kind, amountCents }) => total + (kind === 'reimbursement' ? amountCents : 0), 0);

/** The steps after the values kept of each month, in order, each with what it is made of. */
function yearFormulas(payload: StatementPayload, gift: Gift, kepts: number): readonly (readonly [string, Known])[] {
  const isPaidBack = reimbursements(payload) > 0;
  const values = kepts + (isPaidBack ? 1 : 0);
  const keptOfMonths: StepFormula = { kind: 'sum', of: Array.from({ length: kepts }, (_, at) => step(at)) };
  const given: StepFormula = { kind: 'difference', of: [keptOfMonths, step(kepts)] };
  const [value, ceiling] = [step(values), step(values + 1)];
  const [fixed, share] = [figureOf(payload, 'ceiling.fixedCents'), figureOf(payload, 'ceiling.turnover')];
  const kept: StepFormula = { kind: 'lesser', of: [value, ceiling] };
  const isCarried = gift.carryIn.length > 0;
  const retainedAt = values + (isCarried ? 3 : 2);
  const excess: StepFormula = { kind: 'difference', of: [value, kept] };
  return [
    ...(isPaidBack ? [['reimbursed', euros(reimbursements(payload))] as const] : []),
    ['donationValue', isPaidBack ? { kind: 'greater', of: [whole(0), given] } : keptOfMonths],
    [
      'annualCeiling',
      fixed === null || share === null
        ? 'as-signed'
        : { kind: 'greater', of: [inEuros(fixed), { kind: 'product', of: [share, euros(gift.turnoverCents)] }] },
    ],
    ...(isCarried ? [['carryUsed', carryUsed(gift, value, ceiling)] as const] : []),
    ['retainedForReduction', isCarried ? { kind: 'sum', of: [kept, step(values + 2)] } : kept],
    ...(isCarried ? [['expired', 'as-signed'] as const] : []),
    // With excesses of earlier years, which of them were used and at which rates is read as signed; sums.ts holds them together.
    ['carriedForward', isCarried ? 'as-signed' : excess],
    ['reductionExact', isCarried ? 'as-signed' : reduction(payload, step(retainedAt))],
  ];
}

/** @returns as `investorFormulas` does */
export function giftFormulas({ payload, steps }: FormulaSources): Known[] {
  const gift = payload.relief?.gift;
  if (gift === undefined) return steps.map(() => 'unknown');
  const values = steps.findIndex(({ name }) => !name.startsWith('retained['));
  const year = yearFormulas(payload, gift, values);
  return steps.map(({ name }, at): Known => {
    if (at < values) return 'as-signed';
    const [expected, formula] = year[at - values] ?? [null, 'unknown' as const];
    return expected === name && steps.length === values + year.length ? formula : 'unknown';
  });
}
