// The trace of a year of gifts in a statement: excesses of earlier years come out again to the exact fraction, and nothing of them can be altered unseen.
import { describe, expect, it } from 'vitest';
import type { Gift, StatementPayload } from '../../lib/statement/payload.ts';
import { formulasOfSteps } from '../../lib/statement/trace/formulas-of-steps.ts';
import { recomputedSteps, stepFlaws } from '../../lib/statement/trace/step-flaws.ts';
import { type CellsOf, formulaText } from '../../lib/statement/xlsx/step-formula-text.ts';
import { carryIn, giftStatement } from './sample-gifts.ts';

const where = (payload: StatementPayload): string[] => stepFlaws(payload, null, null).map((flaw) => flaw.where);
const stated = giftStatement(carryIn);
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
    expect(where(giftStatement([]))).toEqual([]);
    expect(where(giftStatement(carryIn, 123_457))).toEqual([]);
    expect(where(giftStatement([{ ...carryIn[2]!, cents: 3_000_000, yearsLeft: 1 }]))).toEqual([]);
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
    const texts = [...textsOf(stated), ...textsOf(giftStatement([carryIn[2]!]))];
    expect(texts.filter((text) => text.includes('()'))).toEqual([]);
    expect(textsOf(giftStatement([carryIn[2]!]))[5]).toBe('0');
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
