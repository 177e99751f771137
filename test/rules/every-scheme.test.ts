// What holds of every computation, whatever the scheme and the reading.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../lib/ledger/canonical.ts';
import { addDays } from '../../lib/model/calendar.ts';
import { type ComputationInput, type ComputedPerson, computationJson } from '../../lib/rules/computation.ts';
import { compute } from '../../lib/rules/compute.ts';
import { computationOf, people, priced } from './paid-people.ts';

const bytesOf = (input: ComputationInput): string => canonicalText(computationJson(compute(input)));

describe.each(priced)('%s, %s', (...under) => {
  const inputOf = (all: readonly ComputedPerson[], changed: Partial<ComputationInput> = {}) =>
    computationOf(under, all, changed);

  test('the lines add up to the totals, to the cent', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 3_000_000 }), (all, subsidiesCents) => {
        const computation = compute(inputOf(all, { subsidiesCents }));
        const total = (key: 'costCents' | 'baseCents') => computation.lines.reduce((sum, line) => sum + line[key]!, 0);
        expect(total('costCents')).toBe(computation.costCents);
        expect(total('baseCents')).toBe(computation.baseCents);
        const counted = all.flatMap((one) => one.counted).reduce((sum, { amount }) => sum + amount, 0);
        expect(computation.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(counted);
      }),
    );
  });

  test('more counted time never lowers the amount', () => {
    fc.assert(
      fc.property(people, fc.nat(), fc.integer({ min: 1, max: 900 }), (all, at, more) => {
        const grown = all.map((one, index) =>
          index !== at % Math.max(all.length, 1) || one.counted.length === 0
            ? one
            : {
                ...one,
                counted: one.counted.map((time, i) => (i === 0 ? { ...time, amount: time.amount + more } : time)),
              },
        );
        const before = compute(inputOf(all, { subsidiesCents: 100_000 }));
        const after = compute(inputOf(grown, { subsidiesCents: 100_000 }));
        expect(after.creditCents!).toBeGreaterThanOrEqual(before.creditCents!);
        expect(after.declaredEuros!).toBeGreaterThanOrEqual(before.declaredEuros!);
      }),
    );
  });

  test('neither the order of people, pays and entries nor a second evaluation changes a byte', () => {
    fc.assert(
      fc.property(people, (all) => {
        const turned = all.toReversed().map((one) => ({
          ...one,
          pays: one.pays.toReversed(),
          counted: one.counted.toReversed(),
        }));
        const bytes = bytesOf(inputOf(all));
        expect(bytesOf(inputOf(all))).toBe(bytes);
        expect(bytesOf(inputOf(turned))).toBe(bytes);
      }),
    );
  });

  test('an entry in two parts, and time in two entries of one day, are the same', () => {
    fc.assert(
      fc.property(people, fc.nat(900), (all, at) => {
        const cut = all.map((one) => ({
          ...one,
          counted: one.counted.flatMap((time) => {
            const first = Math.min(at, time.amount);
            return [
              { ...time, amount: first },
              { ...time, amount: time.amount - first },
            ];
          }),
        }));
        expect(bytesOf(inputOf(cut))).toBe(bytesOf(inputOf(all)));
      }),
    );
  });

  test('a pay cut in two on any day, cost and time base in the same proportion, is the same', () => {
    const middle = fc.constantFrom('2025-02-14', '2025-02-15', '2025-06-29', '2025-07-01', '2025-12-30');
    fc.assert(
      fc.property(people, middle, (all, last) => {
        // Twice the cost over twice the base, so that one half of each is whole.
        const doubled = all.map((one) => ({
          ...one,
          pays: one.pays.map(({ period, eligibleCostCents, timeBase }) => ({
            period,
            eligibleCostCents: 2 * eligibleCostCents,
            timeBase: { ...timeBase!, amount: 2 * timeBase!.amount },
          })),
        }));
        const cut = doubled.map((one) => ({
          ...one,
          pays: one.pays.flatMap((pay) => {
            if (last < pay.period.from || pay.period.to <= last) return [pay];
            const half = {
              eligibleCostCents: pay.eligibleCostCents / 2,
              timeBase: { ...pay.timeBase, amount: pay.timeBase.amount / 2 },
            };
            return [
              { ...half, period: { from: pay.period.from, to: last } },
              { ...half, period: { from: addDays(last, 1), to: pay.period.to } },
            ];
          }),
        }));
        // Which pay the time was under is told, and is the only difference.
        const { paidTime: underHalves, ...halved } = compute(inputOf(cut));
        const { paidTime: underWholes, ...whole } = compute(inputOf(doubled));
        expect(halved).toEqual(whole);
        const total = (times: typeof underWholes) => times.reduce((sum, { amount }) => sum + amount, 0);
        expect(total(underHalves)).toBe(total(underWholes));
      }),
    );
  });
});

describe('companies of one group', () => {
  const paid = (developer: string): ComputedPerson => ({
    developer,
    pays: [
      {
        period: { from: '2025-01-01', to: '2025-12-31' },
        eligibleCostCents: 6_000_000_000,
        timeBase: { unit: 'minute', amount: 100 },
      },
    ],
    counted: [{ day: '2025-03-04', project: 'p', unit: 'minute', amount: 100 }],
  });

  test.each([
    ['digital-commons-investor', 'credit'],
    ['cir-244-quater-b', 'credit'],
  ] as const)('%s: each has its own threshold, which they would pass together', (...under) => {
    const [one, two] = [compute(computationOf(under, [paid('a')])), compute(computationOf(under, [paid('b')]))];
    const together = compute(computationOf(under, [paid('a'), paid('b')]));
    // 84 million each, at 30 %; 168 together, of which 68 at 5 %.
    expect([one.creditCents, two.creditCents]).toEqual([2_520_000_000, 2_520_000_000]);
    expect(together.creditCents).toBe(3_340_000_000);
  });
});
