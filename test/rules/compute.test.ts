import { describe, expect, test } from 'vitest';
import { Refusal } from '../../lib/model/refusal.ts';
import { type ComputationInput, type ComputedPerson, eligibleCostCents } from '../../lib/rules/computation.ts';
import { compute } from '../../lib/rules/compute.ts';
import { ruleSet } from '../../lib/rules/rule-set.ts';

const year = { from: '2025-01-01', to: '2025-12-31' };
const base = { unit: 'minute', amount: 96_420 } as const;

const person = (changed: Partial<ComputedPerson> = {}): ComputedPerson => ({
  developer: 'de-1',
  pays: [{ period: year, eligibleCostCents: 7_841_236, timeBase: base }],
  counted: [
    { day: '2025-02-14', project: 'p-1', unit: 'minute', amount: 9870 },
    { day: '2025-02-17', project: 'p-1', unit: 'minute', amount: 41_235 },
  ],
  ...changed,
});

const inputOf = (people: readonly ComputedPerson[], changed: Partial<ComputationInput> = {}): ComputationInput => ({
  ruleSet,
  scheme: 'digital-commons-investor',
  reading: 'credit',
  period: year,
  people,
  subsidiesCents: 0,
  reimbursementsCents: 0,
  ...changed,
});

function refusalOf(input: ComputationInput): Refusal {
  try {
    compute(input);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was computed');
}

const halves = [
  { from: '2025-01-01', to: '2025-06-30' },
  { from: '2025-07-01', to: '2025-12-31' },
];

describe('the proposed status', () => {
  test('a year with a change inside has two slices, never an average', () => {
    const { steps, baseCents, creditCents, declaredEuros } = compute(inputOf([person()]));
    expect(steps.map(({ name }) => name)).toEqual([
      'personnel[2025-01-01..2025-02-14]',
      'operatingFlat[2025-01-01..2025-02-14] at 43/100',
      'personnel[2025-02-15..2025-12-31]',
      'operatingFlat[2025-02-15..2025-12-31] at 2/5',
      'grossBase',
      'netBase',
      'creditExact',
    ]);
    expect({ baseCents, creditCents, declaredEuros }).toEqual({
      baseCents: 5_842_550,
      creditCents: 1_752_765,
      declaredEuros: 17_528,
    });
  });

  test('under the other reading the base is worth the corporate tax rate', () => {
    const { steps, creditCents, parameters, reading } = compute(inputOf([person()], { reading: 'deduction' }));
    expect(reading).toBe('deduction');
    expect(steps.at(-1)).toMatchObject({ name: 'deductionExact', cents: creditCents });
    expect(creditCents).toBe(1_460_638);
    const keys = parameters.map(({ key }) => key);
    expect(keys).toContain('corporateTaxRate');
    expect(keys).not.toContain('rate.first');
    expect(parameters.find(({ key }) => key === 'reading')?.value).toBe('deduction');
  });

  test('each pay carries the time of its own period', () => {
    const pays = [
      { period: halves[0]!, eligibleCostCents: 1_000_000, timeBase: { unit: 'minute', amount: 10_000 } as const },
      { period: halves[1]!, eligibleCostCents: 3_000_000, timeBase: { unit: 'minute', amount: 10_000 } as const },
    ];
    const counted = [
      { day: '2025-06-30', project: 'a', unit: 'minute', amount: 1000 } as const,
      { day: '2025-07-01', project: 'a', unit: 'minute', amount: 1000 } as const,
    ];
    expect(compute(inputOf([person({ pays, counted })])).costCents).toBe(100_000 + 300_000);
  });

  test('what others paid comes off the base, after the flat rate, and never below zero', () => {
    const full = compute(inputOf([person()]));
    const less = compute(inputOf([person()], { subsidiesCents: 1_000_000, reimbursementsCents: 500_000 }));
    expect(less.baseCents).toBe(full.baseCents! - 1_500_000);
    expect(less.costCents).toBe(full.costCents);
    const none = compute(inputOf([person()], { subsidiesCents: 100_000_000 }));
    expect([none.baseCents, none.creditCents, none.declaredEuros]).toEqual([0, 0, 0]);
    expect(none.lines.map(({ baseCents }) => baseCents)).toEqual([0]);
  });

  test('prints every version of a figure that it used, with its source', () => {
    const { parameters } = compute(inputOf([person()]));
    expect(parameters.filter(({ key }) => key === 'operatingFlatRate').map(({ value }) => value)).toEqual([
      '43/100',
      '40/100',
    ]);
    expect(parameters.every(({ source, reference }) => source !== '' && reference !== '')).toBe(true);
    const later = compute(inputOf([], { period: { from: '2026-01-01', to: '2026-12-31' } }));
    expect(later.parameters.filter(({ key }) => key === 'operatingFlatRate')).toHaveLength(1);
  });

  test('a fiscal year that begins before the figures is refused', () => {
    expect(refusalOf(inputOf([], { period: { from: '2019-07-01', to: '2020-06-30' } })).code).toBe(
      'no-figures-for-period',
    );
    expect(
      refusalOf(inputOf([], { period: { from: '2021-01-01', to: '2021-12-31' }, reading: 'deduction' })).code,
    ).toBe('no-figures-for-period');
  });
});

describe('without pay', () => {
  test('all the people whose pay is missing are named, with the command', () => {
    const refusal = refusalOf(
      inputOf([
        person({ developer: 'de-2', pays: [] }),
        person({ pays: [{ ...person().pays[0]!, period: halves[1]! }] }),
      ]),
    );
    expect(refusal.code).toBe('missing-pay');
    expect(refusal.detail.en).toContain('de-1, de-2');
    expect(refusal.detail.fr).toContain('communs pay');
  });

  test.each([
    ['no time base', null],
    ['a base in another unit', { unit: 'half-day', amount: 430 } as const],
    ['a base of zero', { unit: 'minute', amount: 0 } as const],
    ['a base smaller than the counted time', { unit: 'minute', amount: 51_104 } as const],
  ])('%s is refused', (_, timeBase) => {
    const refusal = refusalOf(inputOf([person({ pays: [{ ...person().pays[0]!, timeBase }] })]));
    expect(refusal.code).toBe('missing-time-base');
    expect(refusal.detail.en).toContain('de-1');
  });

  test('nobody is asked for the pay of a person without counted time', () => {
    expect(compute(inputOf([person({ pays: [], counted: [] })])).creditCents).toBe(0);
  });

  test('a contribution statement has time and no amount', () => {
    const { lines, steps, costCents, creditCents, standing, parameters } = compute(
      inputOf([person({ pays: [] })], { scheme: 'none' }),
    );
    expect(lines).toEqual([
      { developer: 'de-1', project: 'p-1', unit: 'minute', amount: 51_105, costCents: null, baseCents: null },
    ]);
    expect([steps.length, costCents, creditCents, standing]).toEqual([0, null, null, null]);
    expect(parameters.map(({ key }) => key)).not.toContain('operatingFlatRate');
    expect(parameters.map(({ key }) => key)).toContain('caps.dailyMinutes');
  });

  test('excluded charges are not in the cost', () => {
    expect(eligibleCostCents({ grossCents: 3, accessoriesCents: 20, eligibleChargesCents: 100 })).toBe(123);
  });
});

test('a developer given twice, or time outside the year, is a fault', () => {
  expect(() => compute(inputOf([person(), person()]))).toThrow('twice');
  const outside = [{ day: '2026-01-01', project: 'p-1', unit: 'minute', amount: 1 } as const];
  expect(() => compute(inputOf([person({ counted: outside })]))).toThrow('outside');
});
