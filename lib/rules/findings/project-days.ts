// Lines about to be posted, by person, day and project: what the rules that look at a project speak of.
import type { Claim } from '../assessment.ts';
import type { TimeFinding } from './finding.ts';
import type { AtHand, TimeAtHand } from './time-at-hand.ts';
import { refsOf } from './words.ts';

export interface ProjectDay {
  /** Of any of its lines: those rules look at no amount. */
  readonly claim: Claim;
  /** What a finding says of it. */
  readonly about: Pick<TimeFinding, 'developer' | 'from' | 'to' | 'project' | 'amounts' | 'lines' | 'standing'>;
}

const keyOf = ({ claim }: AtHand): string => JSON.stringify([claim.developer, claim.day, claim.project]);

export const projectDays = ({ lines }: TimeAtHand): ProjectDay[] =>
  [...Map.groupBy(lines, keyOf).values()].flatMap((all): ProjectDay[] => {
    const claim = all[0]?.claim;
    if (claim === undefined) return [];
    const { developer, day, project } = claim;
    return [{ claim, about: { developer, from: day, to: day, project, amounts: null, ...refsOf(all) } }];
  });
