// Time for a project that was not eligible, or whose licence was not open, on that day: as assessment will say.
import { eligibility, eligibleSuccessor } from '../refusals/eligibility.ts';
import type { TimeFinding } from './finding.ts';
import { projectDays } from './project-days.ts';
import type { TimeAtHand } from './time-at-hand.ts';
import { dayIn } from './words.ts';

export const projectEligible = (time: TimeAtHand): TimeFinding[] => {
  const isEligible = eligibility(time.input.projects);
  const successorOn = eligibleSuccessor(time.input.projects);
  return projectDays(time)
    .filter(({ claim }) => !isEligible(claim.project, claim.day))
    .map(({ claim, about }): TimeFinding => {
      const [fr, en] = [dayIn('fr', claim.day), dayIn('en', claim.day)];
      const successor = successorOn(claim.project, claim.day);
      const fork =
        successor === null
          ? { fr: '', en: '' }
          : {
              fr: ` Le projet « ${successor} », qui en prend la suite, est éligible ce jour-là : si le travail était pour lui, corrigez la ligne.`,
              en: ` The project '${successor}', which goes on from it, is eligible on that day: if the work was for it, correct the line.`,
            };
      return {
        ...{ code: 'project-not-eligible', severity: 'confirm', ...about },
        detail: {
          fr: `Le ${fr} : le projet n’est pas éligible ce jour-là, ou sa licence n’est pas libre, et ce temps sera écarté. Vérifiez le projet et le jour ; s’ils sont justes, voyez avec qui tient le registre, et dites-le.${fork.fr}`,
          en: `${en}: the project is not eligible on that day, or its licence is not open, and this time will be refused. Check the project and the day; if they are right, see with the registrar, and say so.${fork.en}`,
        },
      };
    });
};
