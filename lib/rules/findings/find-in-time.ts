// Everything that the rules have to say about lines before they are posted: one file a rule, in one order.
import { byText } from '../by-text.ts';
import { alreadyPosted } from './already-posted.ts';
import { type FindingInput, findingCodes, type TimeFinding } from './finding.ts';
import { monthComplete } from './month-complete.ts';
import { timeAtHand } from './time-at-hand.ts';

const rules = [monthComplete, alreadyPosted] as const;

const rank = new Map(findingCodes.map((code, at) => [code, at]));

/**
 * @returns in order of code, then developer, day and project; equal for equal lines in any order but that of their references
 * @throws Refusal `no-figures-for-period` for a day that the rule set does not cover
 */
export function findInTime(input: FindingInput): readonly TimeFinding[] {
  const time = timeAtHand(input);
  return rules
    .flatMap((rule) => rule(time))
    .sort(
      (a, b) =>
        (rank.get(a.code) ?? 0) - (rank.get(b.code) ?? 0) ||
        byText(a.developer, b.developer) ||
        byText(a.from, b.from) ||
        byText(a.project ?? '', b.project ?? ''),
    );
}
