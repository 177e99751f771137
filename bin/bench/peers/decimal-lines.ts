// decimal.js, which most would take for money, with the rates in the loop.

import type { Prepare } from '../beside/way.ts';
import { eachLine } from '../rules/made-lines.ts';
import type { DecimalPackage } from './decimal.ts';

export const prepare: Prepare = async (load, size) => {
  const { Decimal } = await load<DecimalPackage>('decimal.js');
  return () => {
    const start = performance.now();
    let [costCents, eligibleCents] = [new Decimal(0), new Decimal(0)];
    eachLine(size, (quarters, hourCents) => {
      const cost = new Decimal(quarters).times(hourCents).div(4).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
      const whole = cost.plus(cost.times('0.43').toDecimalPlaces(0, Decimal.ROUND_HALF_UP));
      costCents = costCents.plus(whole);
      eligibleCents = eligibleCents.plus(whole.times('0.6').toDecimalPlaces(0, Decimal.ROUND_HALF_UP));
    });
    const answer = { costCents: costCents.toNumber(), eligibleCents: eligibleCents.toNumber() };
    return { answer, parts: { lines: performance.now() - start } };
  };
};
