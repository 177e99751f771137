// The trace of a year of gifts in a statement: excesses of earlier years come out again to the exact fraction, and nothing of them can be altered unseen.
import { describe, expect, it } from 'vitest';
import type { ComputationInput, ComputedPerson } from '../../lib/rules/computation.ts';
import { compute } from '../../lib/rules/compute.ts';
import { ruleSet } from '../../lib/rules/rule-set.ts';
import type { Gift, StatementPayload } from '../../lib/statement/payload.ts';
import { formulasOfSteps } from '../../lib/statement/trace/formulas-of-steps.ts';
import { recomputedSteps, stepFlaws } from '../../lib/statement/trace/step-flaws.ts';
import { type CellsOf, formulaText } from '../../lib/statement/xlsx/step-formula-text.ts';
import { build } from './sample-statement.ts';

const period = { from: '2026-01-01', to: '2026-12-31' };
const person: ComputedPerson = {
  developer: 'de-1',
  pays: [{ period, eligibleCostCents: 9_700_000, timeBase: { unit: 'minute', amount: 96_420 } }],
  counted: ['01', '02'].map((month) => ({ day: `2026-${month}-12`, project: 'lib', unit: 'minute', amount: 4_321 })),
  seconded: [{ from: '2020-01-01', to: null, share: '1' }],
};
const carryIn = [
  { origin: '2020-12-31', cents: 100_000, aboveThresholdCents: 0, yearsLeft: 0 },
  { origin: '2021-12-31', cents: 400_001, aboveThresholdCents: 100_000, yearsLeft: 1 },
  { origin: '2024-12-31', cents: 900_000, aboveThresholdCents: 600_000, yearsLeft: 4 },
];

function statementOf(brought: NonNullable<ComputationInput['giftYear']>['carryIn'], paidBack = 0): StatementPayload {
  const result = compute({
    ...{ ruleSet, scheme: 'mecenat-de-competences-238bis', reading: null, period, people: [person] },
    ...{ giftYear: { turnoverCents: 0, carryIn: brought }, subsidiesCents: 0, reimbursementsCents: paidBack },
  });
  const { simulation: _, ...rest } = build().payload;
  const { steps, baseCents, creditCents, declaredEuros, gift } = result;
  return {
    ...rest,
    period,
    scheme: {
      ...rest.scheme,
      ...{ code: result.scheme, standing: 'in-force' },
      parameters: result.parameters.map(({ key, value, from, to, reference, certainty }) => ({
        ...{ key, value: String(value), from, to, reference, certainty },
      })),
    },
    relief: {
      ...{ steps: [...steps], baseCents: baseCents!, creditCents: creditCents!, declaredEuros: declaredEuros! },
      reading: 'month-of-secondment',
      gift: structuredClone(gift) as Gift,
    },
    declared: {
      ...rest.declared,
      otherAid:
        paidBack === 0 ? [] : [{ kind: 'reimbursement', grantor: 'Fondation A', period, amountCents: paidBack }],
    },
  };
}

const where = (payload: StatementPayload): string[] => stepFlaws(payload, null, null).map((flaw) => flaw.where);
const stated = statementOf(carryIn);
const relief = stated.relief!;
const having = (changed: Partial<Gift>): StatementPayload => ({
  ...stated,
  relief: { ...relief, gift: { ...relief.gift!, ...changed } },
});

describe('the trace of a year of gifts', () => {
  it('shows what was kept of a calendar year, never of a month: a month of one person is her pay', () => {
    expect(relief.steps.map(({ name }) => name)).toEqual([
      'retained[2026]',
      'donationValue',
      'annualCeiling',
      'carryUsed',
      'retainedForReduction',
      'expired',
      'carriedForward',
      'reductionExact',
    ]);
  });

  it('comes out again but for what was kept, with excesses used, lost and left, and with something paid back', () => {
    expect(where(stated)).toEqual([]);
    expect(recomputedSteps(stated, null)).toEqual({ recomputed: 7, steps: 8, from: 'signed' });
    expect(where(statementOf([]))).toEqual([]);
    expect(where(statementOf(carryIn, 123_457))).toEqual([]);
    expect(where(statementOf([{ ...carryIn[2]!, cents: 3_000_000, yearsLeft: 1 }]))).toEqual([]);
  });

  it('gives the workbook formulas that a spreadsheet can read, also where no excess is lost', () => {
    const cells: CellsOf = {
      step: (at) => `F${at}`,
      figure: (at) => `C${at}`,
      aidEuros: 'F99',
      paid: ({ from, to }) => `'${from}..${to}'`,
    };
    const textsOf = (payload: StatementPayload): string[] =>
      formulasOfSteps(payload, null)!.map(({ formula }) =>
        typeof formula === 'string' ? formula : formulaText(formula, cells),
      );
    const texts = [...textsOf(stated), ...textsOf(statementOf([carryIn[2]!]))];
    expect(texts.filter((text) => text.includes('()'))).toEqual([]);
    expect(textsOf(statementOf([carryIn[2]!]))[5]).toBe('0');
  });

  it.each(relief.steps.map(({ name }, at) => [name, at] as const))(
    'is refused with another value in step %s',
    (_, at) => {
      const steps = relief.steps.map((step, i) => {
        if (i !== at) return step;
        const [num = '0', den = '1'] = step.exactEuros.split('/');
        return {
          ...step,
          exactEuros: `${BigInt(num) + BigInt(den)}${den === '1' ? '' : `/${den}`}`,
          cents: step.cents + 100,
        };
      });
      expect(where({ ...stated, relief: { ...relief, steps } })).not.toEqual([]);
    },
  );

  it('is refused with a step for a year that the fiscal year does not touch', () => {
    const steps = relief.steps.map((step, i) => (i === 0 ? { ...step, name: 'retained[2025]' } : step));
    expect(where({ ...stated, relief: { ...relief, steps } })).toEqual(['relief.steps[0] retained[2025]']);
  });

  it.each<[string, Partial<Gift>, string]>([
    ['a higher ceiling', { ceilingCents: 2_000_001 }, 'ceilingCents'],
    ['more kept and less above', { retainedCents: relief.gift!.retainedCents - 1, excessCents: 1 }, 'retainedCents'],
    [
      'an excess used that was lost',
      { carryIn: relief.gift!.carryIn.with(0, { ...relief.gift!.carryIn[0]!, usedCents: 100_000, expiredCents: 0 }) },
      'carryIn.2020-12-31',
    ],
    [
      'an excess handed on at the higher rate',
      { carryOut: [{ ...relief.gift!.carryOut[0]!, aboveThresholdCents: 0 }] },
      'carryOut.2024-12-31',
    ],
    [
      'an excess handed on for another year',
      { carryOut: [{ ...relief.gift!.carryOut[0]!, yearsLeft: 4 }] },
      'carryOut.2024-12-31',
    ],
  ])('is refused with %s', (_, changed, found) => {
    expect(where(having(changed))).toContain(`relief.gift.${found}`);
  });
});
