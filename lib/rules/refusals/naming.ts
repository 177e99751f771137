// What the sentence of a part names beside its code: a foundation, a fork, a route.
import type { AssessmentInput, Claim } from '../assessment.ts';
import type { Figure } from '../figures/figure.ts';
import { eligibleSuccessor } from './eligibility.ts';
import type { EntryRefusalCode } from './refusal-codes.ts';
import { lackingStanding } from './standing.ts';

/** @param code null for a part that is counted */
export type Naming = (claim: Claim, code: EntryRefusalCode | null) => string | null;

/** Of a part that is counted: the route under which it is claimed all the same. */
export function naming({ projects, standings }: AssessmentInput, figures: readonly Figure[]): Naming {
  const successorOn = eligibleSuccessor(projects);
  const lackingOn = lackingStanding(projects, standings, figures);
  return ({ project, day, claimedUnder }, code) => {
    if (code === 'project-not-eligible-at-date') return successorOn(project, day);
    if (code === 'foundation-standing-missing') return lackingOn(project, day);
    return code === null || code === 'already-claimed-under-other-scheme' ? claimedUnder : null;
  };
}
