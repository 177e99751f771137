// Time that the company claims elsewhere counts once: which routes close a scheme is a figure of it.
import type { Claim } from '../assessment.ts';
import type { Figure } from '../figures/figure.ts';
import { wordsAt } from '../figures/figure-at.ts';
import { remembered } from '../remembered.ts';

/** One hour, one route: those of them under which the scheme counts an hour no more. */
export function claimedElsewhere(figures: readonly Figure[]): (claim: Claim) => boolean {
  const routesOn = remembered((day) => wordsAt(figures, 'noDoubleBenefit', day));
  return ({ claimedUnder, day }) => claimedUnder !== null && routesOn(day).includes(claimedUnder);
}
