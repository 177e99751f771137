// The same year by hand, with decimal.js for the money: enough digits for every sum of invented pays to round as the exact one does.

import type { Prepare } from '../beside/way.ts';
import { assessByHand, cut } from '../rules/by-hand.ts';
import { madeYear } from '../rules/made-year.ts';
import type { Decimal, DecimalPackage } from './decimal.ts';

export const prepare: Prepare = async (load, size) => {
  const { Decimal } = await load<DecimalPackage>('decimal.js');
  Decimal.set({ precision: 40 });
  const made = madeYear(size);
  return () => {
    const start = performance.now();
    const zero = new Decimal(0);
    const [cost, base] = [new Map<string, Decimal>(), new Map<string, Decimal>()];
    const minutes = assessByHand(made, ({ developer, day }, counted) => {
      const value = new Decimal(made.pays.get(developer)!.costCents).times(counted);
      cost.set(developer, (cost.get(developer) ?? zero).plus(value));
      base.set(developer, (base.get(developer) ?? zero).plus(value.times(day < cut ? '1.43' : '1.40')));
    });
    let [costSum, baseSum] = [zero, zero];
    for (const [developer, { timeBaseMinutes }] of made.pays) {
      costSum = costSum.plus((cost.get(developer) ?? zero).div(timeBaseMinutes));
      baseSum = baseSum.plus((base.get(developer) ?? zero).div(timeBaseMinutes));
    }
    const threshold = new Decimal(10_000_000_000);
    const first = baseSum.gt(10_000_000_000) ? threshold : baseSum;
    const credit = first.times('0.30').plus(baseSum.plus(first.times(-1)).times('0.05'));
    const whole = (value: Decimal): number => value.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
    const answer = {
      ...minutes,
      costCents: whole(costSum),
      baseCents: whole(baseSum),
      creditCents: whole(credit),
      declaredEuros: whole(credit.div(100)),
    };
    return { answer, parts: { year: performance.now() - start } };
  };
};
