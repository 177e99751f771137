// Whether a foundation has, on a day, the standing that a scheme asks of it: for mécénat the general-interest bodies of CGI 238 bis, 1.
import type { Day } from '../../model/calendar.ts';
import { covers, type FoundationStanding, type Project } from '../../model/registry.ts';
import type { Figure } from '../figures/figure.ts';
import { wordAt, wordsAt } from '../figures/figure-at.ts';
import { rememberedPair } from '../remembered.ts';

/** A body outside France needs an approval, and to be of the Union or the EEA (CGI 238 bis, 4 bis). */
const isApproved = ({ country, approval }: FoundationStanding, figures: readonly Figure[], day: Day): boolean =>
  country === 'FR' || (approval !== null && wordsAt(figures, 'foreignApproval', day).includes(country));

function isValid(standing: FoundationStanding, figures: readonly Figure[], day: Day): boolean {
  if (standing.standing === 'fondation-de-bien-commun') {
    const met: readonly string[] = standing.criteria;
    return wordsAt(figures, 'bienCommun.criteria', day).every((criterion) => met.includes(criterion));
  }
  const { category, restrictedCircleExamined } = standing;
  const isOfCategory = category !== null && wordsAt(figures, 'beneficiaryCategories', day).includes(category);
  return isOfCategory && restrictedCircleExamined && isApproved(standing, figures, day);
}

/**
 * @param figures of the scheme: its `beneficiary` says which standing is asked, `registered` none
 * @returns for a project and a day the foundation that lacks it, null where nothing is lacking or the project is unknown
 */
export function lackingStanding(
  projects: readonly Project[],
  standings: readonly FoundationStanding[],
  figures: readonly Figure[],
): (project: string, day: Day) => string | null {
  const foundationOf = new Map(projects.map(({ id, foundation }) => [id, foundation]));
  const ofFoundation = Map.groupBy(standings, ({ foundation }) => foundation);
  return rememberedPair((project, day) => {
    const asked = wordAt(figures, 'beneficiary', day);
    const foundation = foundationOf.get(project);
    if (asked === 'registered' || foundation === undefined) return null;
    const has = (ofFoundation.get(foundation) ?? []).some(
      (one) => one.standing === asked && covers(one, day) && isValid(one, figures, day),
    );
    return has ? null : foundation;
  });
}
