// What somebody would write by hand: a loop over BigInt with the rates in it.

import type { Answer, Prepare } from '../beside/way.ts';
import { eachLine } from './made-lines.ts';

export function linesByHand(size: number): Answer {
  let [costCents, eligibleCents] = [0n, 0n];
  eachLine(size, (quarters, hourCents) => {
    const cost = (BigInt(quarters) * BigInt(hourCents) * 2n + 4n) / 8n;
    const whole = cost + (cost * 43n * 2n + 100n) / 200n;
    costCents += whole;
    eligibleCents += (whole * 60n * 2n + 100n) / 200n;
  });
  return { costCents: Number(costCents), eligibleCents: Number(eligibleCents) };
}

export const prepare: Prepare = async (_load, size) => () => {
  const start = performance.now();
  const answer = linesByHand(size);
  return { answer, parts: { lines: performance.now() - start } };
};
