// Before 17 April 2024 a free loan asked a least headcount of the lender (C. trav. L. 8241-3). Nobody declares it here: it is told, and refuses nothing.
import type { Secondment } from '../model/secondment.ts';
import { isHeldOn, wholeAt } from './figures/figure-at.ts';
import { figuresOf, type RuleSet } from './rule-set.ts';

type Lent = Pick<Secondment, 'legalForm' | 'staff' | 'convention' | 'from'>;

const key = 'lender.minHeadcount';

/** @returns employees that the lender had to have, by the date of the convention, else by its first day; 0: none asked, or not known */
export function leastHeadcount(rules: RuleSet, { legalForm, staff, convention, from }: Lent): number {
  const figures = figuresOf(rules, 'mecenat-de-competences-238bis');
  const day = convention ?? from;
  const asks = legalForm === 'loan' && staff === 'employee' && isHeldOn(figures, key, day);
  return asks ? wholeAt(figures, key, day) : 0;
}
