// Generators of people with pay and counted time in 2025, for what must hold of every computation.
import fc from 'fast-check';
import type { ComputationInput, ComputedPerson } from '../../lib/rules/computation.ts';
import { capReadings, type Reading, ruleSet, type SchemeCode } from '../../lib/rules/rule-set.ts';

export const year = { from: '2025-01-01', to: '2025-12-31' };

/** Every scheme that has amounts, with each of its readings that is computed. */
export const priced: readonly (readonly [SchemeCode, Reading])[] = [
  ['digital-commons-investor', 'credit'],
  ['digital-commons-investor', 'deduction'],
  ...capReadings.map((reading) => ['mecenat-de-competences-238bis', reading] as const),
  ['cir-244-quater-b', 'credit'],
];

export const computationOf = (
  [scheme, reading]: readonly [SchemeCode, Reading],
  people: readonly ComputedPerson[],
  changed: Partial<ComputationInput> = {},
): ComputationInput => ({
  ...{ ruleSet, scheme, reading, period: year, people },
  ...{ subsidiesCents: 0, reimbursementsCents: 0 },
  // A ceiling of 250 000 euros, which an excess of the year before and many hours pass.
  giftYear: {
    turnoverCents: 5_000_000_000,
    carryIn: [{ origin: '2024-12-31', cents: 20_000_000, aboveThresholdCents: 0, yearsLeft: 5 }],
  },
  ...changed,
});

const days = fc.constantFrom('2025-01-06', '2025-02-14', '2025-02-17', '2025-06-30', '2025-07-01', '2025-12-31');
const halves = [
  { from: '2025-01-01', to: '2025-06-30' },
  { from: '2025-07-01', to: '2025-12-31' },
];
/** Up to four people, paid by half-year. */
export const people = fc
  .uniqueArray(
    fc.record({
      developer: fc.constantFrom('de-1', 'de-2', 'de-3', 'de-4'),
      unit: fc.constantFrom('minute' as const, 'half-day' as const),
      costs: fc.tuple(fc.integer({ min: 0, max: 9_000_000 }), fc.integer({ min: 0, max: 9_000_000 })),
      times: fc.array(
        fc.record({ day: days, project: fc.constantFrom('a', 'b', 'c'), amount: fc.integer({ min: 0, max: 900 }) }),
        { maxLength: 12 },
      ),
    }),
    { selector: ({ developer }) => developer },
  )
  .map((all) =>
    all.map(
      ({ developer, unit, costs, times }): ComputedPerson => ({
        developer,
        pays: halves.map((period, at) => ({
          period,
          eligibleCostCents: costs[at]!,
          timeBase: { unit, amount: 48_211 },
        })),
        counted: times.map((time) => ({ ...time, unit })),
        seconded: [{ from: '2025-01-01', to: null, share: '3/5' }],
      }),
    ),
  );
