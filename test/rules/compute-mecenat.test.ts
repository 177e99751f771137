import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Period } from '../../lib/model/calendar.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { Computation, ComputationInput, ComputedPerson } from '../../lib/rules/computation.ts';
import { compute } from '../../lib/rules/compute.ts';
import { type CapReading, ruleSet } from '../../lib/rules/rule-set.ts';

type Gift = NonNullable<ComputationInput['giftYear']>;
const year2026: Period = { from: '2026-01-01', to: '2026-12-31' };

/** One euro a minute in every month named, over a year of 100 000 minutes at 100 000 euros. */
function lent(developer: string, minutes: Readonly<Record<string, number>>, project = 'lib'): ComputedPerson {
  const years = [...new Set(Object.keys(minutes).map((month) => month.slice(0, 4)))];
  return {
    developer,
    pays: years.map((year) => ({
      period: { from: `${year}-01-01`, to: `${year}-12-31` },
      eligibleCostCents: 10_000_000,
      timeBase: { unit: 'minute', amount: 100_000 },
    })),
    counted: Object.entries(minutes).map(([month, amount]) => ({
      day: `${month}-10`,
      project,
      unit: 'minute',
      amount,
    })),
    seconded: [{ from: '2020-01-01', to: null, share: '1/2' }],
  };
}

const giftOf = (turnoverCents: number, carryIn: Gift['carryIn'] = []): Gift => ({ turnoverCents, carryIn });

const computed = (
  people: readonly ComputedPerson[],
  giftYear: Gift,
  period = year2026,
  reading: CapReading | null = null,
): Computation =>
  compute({
    ...{ ruleSet, scheme: 'mecenat-de-competences-238bis', reading, period, people, giftYear },
    ...{ subsidiesCents: 0, reimbursementsCents: 0 },
  });

const stepsOf = ({ steps }: Computation) => Object.fromEntries(steps.map(({ name, cents }) => [name, cents]));

test('each person is cut at her own cap, and the steps show only the sum', () => {
  const result = computed(
    [lent('de-1', { '2026-01': 13_000 }), lent('de-2', { '2026-01': 5_000 })],
    giftOf(1_000_000_000),
  );
  expect(stepsOf(result)).toEqual({
    'retained[2026]': 1_201_500 + 500_000,
    donationValue: 1_701_500,
    annualCeiling: 5_000_000,
    retainedForReduction: 1_701_500,
    carriedForward: 0,
    reductionExact: 1_020_900,
  });
  expect(result).toMatchObject({
    ...{ costCents: 1_800_000, baseCents: 1_701_500, creditCents: 1_020_900, declaredEuros: 10_209 },
    ...{ standing: 'in-force', reading: 'month-of-secondment' },
    gift: { ceilingCents: 5_000_000, retainedCents: 1_701_500, excessCents: 0, carryIn: [], carryOut: [] },
  });
});

test('the cap of a month cuts the projects of a person alike, and the lines add up', () => {
  const person = lent('de-1', { '2026-01': 9_000 }, 'a');
  const more = { ...person, counted: [...person.counted, { ...person.counted[0]!, project: 'b', amount: 9_000 }] };
  const result = computed([more], giftOf(0));
  expect(result.lines.map(({ baseCents }) => baseCents)).toEqual([600_750, 600_750]);
  expect(result.lines.map(({ costCents }) => costCents)).toEqual([900_000, 900_000]);
});

test('what the foundation paid back is not given: it comes off the value, and off each line in proportion', () => {
  const people = [lent('de-1', { '2026-01': 6_000 }), lent('de-2', { '2026-01': 2_000 })];
  const paidBack = (reimbursementsCents: number): Computation =>
    compute({
      ...{ ruleSet, scheme: 'mecenat-de-competences-238bis', reading: null, period: year2026, people },
      ...{ giftYear: giftOf(0), subsidiesCents: 0, reimbursementsCents },
    });
  const result = paidBack(400_000);
  expect(stepsOf(result)).toMatchObject({ 'retained[2026]': 800_000, reimbursed: 400_000, donationValue: 400_000 });
  expect(result.lines.map(({ baseCents }) => baseCents)).toEqual([300_000, 100_000]);
  expect(result).toMatchObject({ costCents: 800_000, baseCents: 400_000, creditCents: 240_000 });
  expect(paidBack(900_000)).toMatchObject({ baseCents: 0, creditCents: 0, declaredEuros: 0 });
});

test.each<[CapReading, number]>([
  ['month-of-secondment', 1_201_500 + 300_000],
  // Half a share of 12 015 a month.
  ['prorata-time', 600_750 + 300_000],
  ['annual-flat', 1_600_000],
  ['monthly-flat-year', 1_201_500],
])('under %s a loan of a half share is worth what its cap leaves', (reading, cents) => {
  const result = computed([lent('de-1', { '2026-01': 13_000, '2026-02': 3_000 })], giftOf(0), year2026, reading);
  expect(result.baseCents).toBe(cents);
});

test('each month has the ceiling of its own year in a fiscal year that ends on 31 March', () => {
  const period = { from: '2025-04-01', to: '2026-03-31' };
  const result = computed([lent('de-1', { '2025-12': 13_000, '2026-01': 13_000 })], giftOf(0), period);
  expect(stepsOf(result)).toMatchObject({ 'retained[2025]': 1_177_500, 'retained[2026]': 1_201_500 });
  expect(result.gift).toMatchObject({ ceilingCents: 2_000_000, retainedCents: 2_000_000, excessCents: 379_000 });
  expect(result.gift?.carryOut).toEqual([
    { origin: '2026-03-31', cents: 379_000, aboveThresholdCents: 0, yearsLeft: 5 },
  ]);
});

test('a cap by calendar year holds for as many twelfths of it as the fiscal year has of its months', () => {
  const period = { from: '2025-04-01', to: '2026-03-31' };
  const people = [lent('de-1', { '2025-12': 13_000, '2026-01': 13_000 })];
  const flat = computed(people, giftOf(0), period, 'monthly-flat-year');
  // 11 775 × 9/12 and 12 015 × 3/12.
  expect(stepsOf(flat)).toMatchObject({ 'retained[2025]': 883_125, 'retained[2026]': 300_375 });
});

test('a long year of fifteen months has one fixed ceiling, not scaled, and the figures of its last day', () => {
  const period = { from: '2024-10-01', to: '2025-12-31' };
  const result = computed([lent('de-1', { '2024-10': 12_000, '2025-12': 12_000 })], giftOf(0), period);
  expect(stepsOf(result)).toMatchObject({ 'retained[2024]': 1_159_200, 'retained[2025]': 1_177_500 });
  expect(result.gift?.ceilingCents).toBe(2_000_000);
});

test('the fixed ceiling is that of the day on which the year ends', () => {
  const ending = (to: string) =>
    computed([lent('de-1', { '2020-02': 1_000 })], giftOf(0), { from: '2020-01-01', to }).gift?.ceilingCents;
  expect(ending('2020-12-30')).toBe(1_000_000);
  expect(ending('2020-12-31')).toBe(2_000_000);
});

test('excesses come in oldest first after the gifts of the year; what is left goes on, and the oldest is lost', () => {
  const result = computed(
    [lent('de-1', { '2026-01': 10_000 })],
    giftOf(0, [
      { origin: '2025-12-31', cents: 700_000, aboveThresholdCents: 0, yearsLeft: 5 },
      { origin: '2021-12-31', cents: 400_000, aboveThresholdCents: 0, yearsLeft: 1 },
      { origin: '2019-12-31', cents: 100_000, aboveThresholdCents: 0, yearsLeft: 0 },
    ]),
  );
  expect(result.gift).toMatchObject({
    carryIn: [
      { origin: '2019-12-31', cents: 100_000, usedCents: 0, expiredCents: 100_000, leftCents: 0 },
      { origin: '2021-12-31', cents: 400_000, usedCents: 400_000, expiredCents: 0, leftCents: 0 },
      { origin: '2025-12-31', cents: 700_000, usedCents: 600_000, expiredCents: 0, leftCents: 100_000 },
    ],
    carryOut: [{ origin: '2025-12-31', cents: 100_000, aboveThresholdCents: 0, yearsLeft: 4 }],
  });
  expect(result.creditCents).toBe(1_200_000);
  expect(stepsOf(result)).toMatchObject({ carryUsed: 1_000_000, expired: 100_000, retainedForReduction: 2_000_000 });
});

test('an excess given above the threshold bears the lower rate', () => {
  const carry = { origin: '2025-12-31', cents: 700_000, aboveThresholdCents: 200_000, yearsLeft: 5 };
  // 5 000 × 60 % + 2 000 × 40 %.
  expect(computed([lent('de-1', {})], giftOf(0, [carry])).creditCents).toBe(380_000);
});

test('without the turnover nothing is computed, and the command that gives it is named', () => {
  const act = () =>
    compute({
      ...{ ruleSet, scheme: 'mecenat-de-competences-238bis', reading: null, period: year2026, people: [] },
      ...{ subsidiesCents: 0, reimbursementsCents: 0 },
    });
  expect(act).toThrow(Refusal);
  expect(act).toThrow('communs fiscal-year');
});

test('a month whose ceiling is not published is refused; a year that ends in it without hours is not', () => {
  const period = { from: '2026-04-01', to: '2027-03-31' };
  expect(() => computed([lent('de-1', { '2027-01': 100 })], giftOf(0), period)).toThrow('no-figures-for-period');
  expect(computed([lent('de-1', { '2026-12': 100 })], giftOf(0), period).baseCents).toBe(10_000);
});

const minutes = fc.record({ '2026-01': fc.nat(20_000), '2026-02': fc.nat(20_000), '2026-11': fc.nat(20_000) });
const readings = fc.constantFrom<CapReading>('month-of-secondment', 'prorata-time', 'annual-flat', 'monthly-flat-year');

test('lines add up to the cent, used and left to what came in, and more time never lowers the reduction', () => {
  fc.assert(
    fc.property(
      minutes,
      minutes,
      readings,
      fc.nat(1_000_000_000),
      fc.nat(5_000_000),
      (one, two, reading, turnover, cents) => {
        const carry = [{ origin: '2024-12-31', cents, aboveThresholdCents: 0, yearsLeft: 4 }];
        const people = [lent('de-1', one), lent('de-2', two)];
        const result = computed(people, giftOf(turnover, carry), year2026, reading);
        const total = (of: 'costCents' | 'baseCents') => result.lines.reduce((sum, line) => sum + (line[of] ?? 0), 0);
        expect(total('costCents')).toBe(result.costCents);
        expect(total('baseCents')).toBe(result.baseCents);
        const { retainedCents, excessCents, carryIn, carryOut } = result.gift!;
        expect(retainedCents + excessCents).toBe(result.baseCents);
        for (const use of carryIn) expect(use.usedCents + use.expiredCents + use.leftCents).toBe(use.cents);
        const left = carryIn.reduce((sum, { leftCents }) => sum + leftCents, excessCents);
        expect(carryOut.reduce((sum, each) => sum + each.cents, 0)).toBe(left);
        const more = computed(
          [...people, lent('de-3', { '2026-03': 500 })],
          giftOf(turnover, carry),
          year2026,
          reading,
        );
        expect(more.creditCents!).toBeGreaterThanOrEqual(result.creditCents!);
      },
    ),
    { numRuns: 60 },
  );
});

test('an excess of a year under older rates prints them beside those of the year, once it serves', () => {
  const year2025: Period = { from: '2025-01-01', to: '2025-12-31' };
  const old = { origin: '2020-06-30', cents: 10_000, aboveThresholdCents: 0, yearsLeft: 1 };
  const ratesOf = (carryIn: Gift['carryIn']) =>
    computed([lent('de-1', { '2025-01': 100 })], giftOf(0, carryIn), year2025)
      .parameters.filter(({ key }) => key === 'rate.above')
      .map(({ value }) => value);
  expect(ratesOf([old])).toEqual(['60/100', '40/100']);
  expect(ratesOf([{ ...old, yearsLeft: 0 }])).toEqual(['40/100']);
  expect(ratesOf([])).toEqual(['40/100']);
});
