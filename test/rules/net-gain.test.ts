// What a scheme leaves against simply paying the salary: each formula on round numbers.
import { describe, expect, test } from 'vitest';
import type { ComputationInput, ComputedPerson } from '../../lib/rules/computation.ts';
import { compute } from '../../lib/rules/compute.ts';
import { netGain } from '../../lib/rules/net-gain.ts';
import { type Reading, ruleSet, type SchemeCode } from '../../lib/rules/rule-set.ts';

/** Ten thousand euros of counted time in March 2026. */
const person: ComputedPerson = {
  developer: 'de-1',
  pays: [
    {
      period: { from: '2026-03-01', to: '2026-03-31' },
      eligibleCostCents: 1_000_000,
      timeBase: { unit: 'minute', amount: 1000 },
    },
  ],
  counted: [{ day: '2026-03-03', project: 'p', unit: 'minute', amount: 1000 }],
  seconded: [{ from: '2026-01-01', to: null, share: '1' }],
};

function netOf(scheme: SchemeCode, reading: Reading | null, changed: Partial<ComputationInput> = {}) {
  const computation = compute({
    ...{ ruleSet, scheme, reading, period: { from: '2026-01-01', to: '2026-12-31' }, people: [person] },
    ...{ subsidiesCents: 0, reimbursementsCents: 0 },
    ...changed,
  });
  return netGain(computation, ruleSet);
}

const giftYear = (changed: Partial<NonNullable<ComputationInput['giftYear']>>) => ({
  giftYear: { turnoverCents: 0, carryIn: [], ...changed },
});

describe('the net gain', () => {
  test('of a credit is the whole of it: 30 % of 14 000', () => {
    for (const scheme of ['digital-commons-investor', 'cir-244-quater-b'] as const) {
      expect(netOf(scheme, 'credit')).toMatchObject({ cents: 420_000, corporateTax: null, certainty: 'P' });
    }
  });

  test('of an additional deduction is its worth: 25 % of 14 000, the rate from memory of the law', () => {
    const corporateTax = { rate: '25/100', certainty: 'M' };
    expect(netOf('digital-commons-investor', 'deduction')).toMatchObject({ cents: 350_000, corporateTax });
  });

  test('of a gift is its reduction less the tax on all that is given: 60 % − 25 % of 10 000', () => {
    const net = netOf('mecenat-de-competences-238bis', 'month-of-secondment', giftYear({}));
    expect(net).toMatchObject({ cents: 350_000, corporateTax: { rate: '25/100', certainty: 'M' } });
    expect(net!.says.fr).toContain('réintégré');
  });

  test('of a gift above its cap by person counts what is valued: 60 % − 25 % of 12 015', () => {
    const pays = [{ ...person.pays[0]!, eligibleCostCents: 2_000_000 }];
    const net = netOf('mecenat-de-competences-238bis', 'month-of-secondment', {
      ...giftYear({}),
      people: [{ ...person, pays }],
    });
    expect(net!.cents).toBe(720_900 - 300_375);
  });

  test('of a gift above the ceiling of its year may be below zero: what is not reduced is added back too', () => {
    const people = Array.from({ length: 6 }, (_, at) => ({ ...person, developer: `de-${at}` }));
    const net = netOf('mecenat-de-competences-238bis', 'month-of-secondment', { ...giftYear({}), people });
    // 60 000 given, 20 000 within the ceiling: 12 000 of reduction, 15 000 of tax.
    expect(net!.cents).toBe(-300_000);
  });

  test('of a contribution statement is not asked', () => {
    expect(netOf('none', null)).toBeNull();
  });

  test('of a year before the tax rate is known is refused, and a credit needs no rate', () => {
    const period = { from: '2021-01-01', to: '2021-12-31' };
    const people: ComputedPerson[] = [];
    expect(netOf('digital-commons-investor', 'credit', { period, people })!.cents).toBe(0);
    expect(() => netOf('mecenat-de-competences-238bis', 'annual-flat', { ...giftYear({}), period, people })).toThrow(
      expect.objectContaining({ code: 'no-figures-for-period' }),
    );
  });
});
