// Our own way: exact fractions, rounded by the one function that rounds, under the rates that the rule set holds on the day of each line.
import type { Day } from '../../../lib/model/calendar.ts';
import { type Fraction, roundHalfAwayFromZero, safeNumber } from '../../../lib/model/fraction.ts';
import { ratioAt } from '../../../lib/rules/figures/figure-at.ts';
import { remembered } from '../../../lib/rules/remembered.ts';
import { figuresOf, type RuleSet, ruleSet } from '../../../lib/rules/rule-set.ts';
import type { Answer, Prepare } from '../beside/way.ts';
import { eachLine } from './made-lines.ts';

/** A day's rates: operating flat rate of the CIR (43 % in 2024), and the rate of mécénat (60 %). */
function ratesOf(rules: RuleSet): (day: Day) => { readonly overhead: Fraction; readonly share: Fraction } {
  const credit = figuresOf(rules, 'cir-244-quater-b');
  const gift = figuresOf(rules, 'mecenat-de-competences-238bis');
  return remembered((day) => ({
    overhead: ratioAt(credit, 'operatingFlatRate', day),
    share: ratioAt(gift, 'rate.upTo', day),
  }));
}

/** @returns cost with its overhead, and the eligible share of it, each rounded to the cent at each step of each line */
export function linesOurs(size: number, rules: RuleSet): Answer {
  const ratesOn = ratesOf(rules);
  const times = (cents: bigint, { num, den }: Fraction): bigint => roundHalfAwayFromZero({ num: cents * num, den });
  let [costCents, eligibleCents] = [0n, 0n];
  eachLine(size, (quarters, hourCents, day) => {
    const { overhead, share } = ratesOn(day);
    const cost = times(BigInt(quarters * hourCents), { num: 1n, den: 4n });
    const whole = cost + times(cost, overhead);
    costCents += whole;
    eligibleCents += times(whole, share);
  });
  return { costCents: safeNumber(costCents), eligibleCents: safeNumber(eligibleCents) };
}

export const prepare: Prepare = async (_load, size) => () => {
  const start = performance.now();
  const answer = linesOurs(size, ruleSet);
  return { answer, parts: { lines: performance.now() - start } };
};
