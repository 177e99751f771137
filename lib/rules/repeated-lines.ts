// When two lines are taken to be the same one: what assessment refuses as a duplicate, and what is asked before posting.
import type { Claim } from './assessment.ts';

/** Equal for lines of one person, day, project and amount. */
export const lineKey = ({
  developer,
  day,
  project,
  unit,
  amount,
}: Pick<Claim, 'developer' | 'day' | 'project' | 'unit' | 'amount'>): string =>
  `${developer} ${day} ${project} ${unit} ${amount}`;
