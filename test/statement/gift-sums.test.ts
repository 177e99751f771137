import { expect, test } from 'vitest';
import { giftFlaws } from '../../lib/statement/gift-sums.ts';
import type { Gift } from '../../lib/statement/payload.ts';

const period = { from: '2026-01-01', to: '2026-12-31' };
const gift: Gift = {
  ...{ turnoverCents: 0, ceilingCents: 2_000_000, retainedCents: 1_500_000, excessCents: 0 },
  carryIn: [
    {
      origin: '2020-12-31',
      cents: 100,
      aboveThresholdCents: 0,
      yearsLeft: 1,
      usedCents: 0,
      expiredCents: 100,
      leftCents: 0,
    },
    {
      origin: '2025-12-31',
      cents: 700_000,
      aboveThresholdCents: 50_000,
      yearsLeft: 5,
      usedCents: 500_000,
      expiredCents: 0,
      leftCents: 200_000,
    },
  ],
  carryOut: [{ origin: '2025-12-31', cents: 200_000, aboveThresholdCents: 50_000, yearsLeft: 4 }],
};

const flawsOf = (changed: Partial<Gift>, baseCents = 1_500_000): string[] =>
  giftFlaws({
    period,
    relief: {
      ...{ steps: [], baseCents, creditCents: 0, declaredEuros: 0, reading: 'month-of-secondment' },
      gift: { ...gift, ...changed },
    },
  }).map(({ where }) => where.replace('relief.gift.', ''));

const [expired, used] = gift.carryIn;
const [out] = gift.carryOut;

test('a year of gifts that adds up has no flaw, nor has a statement without gifts', () => {
  expect(flawsOf({})).toEqual([]);
  expect(giftFlaws({ period, relief: undefined })).toEqual([]);
});

test.each<[string, Partial<Gift>, string[]]>([
  [
    'a value that is not what was kept and what was above',
    { retainedCents: 1_400_000 },
    ['retainedCents + excessCents'],
  ],
  ['an excess used twice', { carryIn: [expired!, { ...used!, usedCents: 500_001 }] }, ['carryIn.2025-12-31']],
  [
    'an excess that goes out larger than it was left',
    { carryOut: [{ ...out!, cents: 300_000 }] },
    ['carryOut.2025-12-31'],
  ],
  ['an excess that nobody gave', { carryOut: [out!, { ...out!, origin: '2024-12-31' }] }, ['carryOut.2024-12-31']],
  ['an excess that is forgotten', { carryOut: [] }, ['carryOut.2025-12-31']],
  [
    'a part at the lower rate above the whole',
    { carryOut: [{ ...out!, aboveThresholdCents: 200_001 }] },
    ['carryOut.2025-12-31.aboveThresholdCents'],
  ],
  ['more kept than the ceiling', { ceilingCents: 1_900_000 }, ['ceilingCents']],
])('%s is found', (_, changed, where) => {
  expect(flawsOf(changed)).toEqual(where);
});
