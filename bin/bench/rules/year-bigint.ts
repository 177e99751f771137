// What somebody would write by hand for a year: the rules in loops, exact money in BigInt over one common denominator.

import type { Answer, Prepare } from '../beside/way.ts';
import { assessByHand, cut } from './by-hand.ts';
import { type MadeYear, madeYear } from './made-year.ts';

function greatest(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const half = (num: bigint, den: bigint): number => Number((2n * num + den) / (2n * den));

export function yearByHand(made: MadeYear): Answer {
  // Cents × minutes × rate in per cent, by person: still to be divided by her time base and by 100.
  const [cost, base] = [new Map<string, bigint>(), new Map<string, bigint>()];
  const pays = new Map([...made.pays].map(([developer, { costCents }]) => [developer, BigInt(costCents)]));
  const minutes = assessByHand(made, ({ developer, day }, counted) => {
    const value = BigInt(counted) * pays.get(developer)!;
    cost.set(developer, (cost.get(developer) ?? 0n) + value);
    base.set(developer, (base.get(developer) ?? 0n) + value * (day < cut ? 143n : 140n));
  });
  let common = 1n;
  for (const { timeBaseMinutes } of made.pays.values()) {
    const each = BigInt(timeBaseMinutes);
    common *= each / greatest(each, common % each);
  }
  let [costSum, baseSum] = [0n, 0n];
  for (const [developer, { timeBaseMinutes }] of made.pays) {
    const times = common / BigInt(timeBaseMinutes);
    costSum += (cost.get(developer) ?? 0n) * times;
    baseSum += (base.get(developer) ?? 0n) * times;
  }
  const den = 100n * common;
  const threshold = 10_000_000_000n * den;
  const first = baseSum < threshold ? baseSum : threshold;
  const credit = 30n * first + 5n * (baseSum - first);
  return {
    ...minutes,
    costCents: half(costSum, common),
    baseCents: half(baseSum, den),
    creditCents: half(credit, 100n * den),
    declaredEuros: half(credit, 10_000n * den),
  };
}

export const prepare: Prepare = async (_load, size) => {
  const made = madeYear(size);
  return () => {
    const start = performance.now();
    const answer = yearByHand(made);
    return { answer, parts: { year: performance.now() - start } };
  };
};
