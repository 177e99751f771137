// More in an ISO week than a week may hold (C. trav. L. 3121-20): every standing minute, though assessment takes a minute out once only.
import { addDays } from '../../model/calendar.ts';
import { isOver } from '../refusals/daily-cap.ts';
import { heldInWeek } from '../refusals/weekly-cap.ts';
import type { TimeFinding } from './finding.ts';
import type { TimeAtHand } from './time-at-hand.ts';
import { aboutWeek, amountIn, beyond, dayIn } from './words.ts';

export const weekMaximum = ({ input, weeks }: TimeAtHand): TimeFinding[] =>
  weeks.flatMap((week): TimeFinding[] => {
    const counted = week.all.map(({ claim }) => claim).filter(({ repeated }) => !repeated);
    if (counted.length === 0) return [];
    const held = heldInWeek(counted, input.ruleSet.figures);
    const { own, others, cap } = held;
    const over = isOver(held);
    const about = { severity: 'confirm', ...aboutWeek(week) } as const;
    const sunday = addDays(week.monday, 6);
    const fr = `Semaine du ${dayIn('fr', week.monday)} au ${dayIn('fr', sunday)}`;
    const en = `Week from ${dayIn('en', week.monday)} to ${dayIn('en', sunday)}`;
    const ownBeyond = beyond('minute', own, cap);
    const acrossBeyond = beyond('minute', own, cap, others);
    return [
      ...(over.own
        ? [
            {
              ...about,
              code: 'week-over-maximum' as const,
              amounts: ownBeyond,
              detail: {
                fr: `${fr} : ${amountIn('fr', 'minute', own)}, pour un maximum de ${amountIn('fr', 'minute', cap)} par semaine. Le dépassement (${amountIn('fr', 'minute', ownBeyond.over)}) sera retiré des dernières lignes. Corrigez-les, ou dites pourquoi elles sont justes.`,
                en: `${en}: ${amountIn('en', 'minute', own)}, for at most ${amountIn('en', 'minute', cap)} a week. The excess (${amountIn('en', 'minute', ownBeyond.over)}) will be taken from the last lines. Correct them, or say why they are right.`,
              },
            },
          ]
        : []),
      ...(over.across
        ? [
            {
              ...about,
              code: 'week-over-maximum-across-employers' as const,
              amounts: acrossBeyond,
              detail: {
                fr: `${fr} : avec ce que la personne a déclaré ailleurs, ${amountIn('fr', 'minute', acrossBeyond.over)} de plus que le maximum de ${amountIn('fr', 'minute', cap)} par semaine. Voyez avec elle et corrigez, ou dites pourquoi ces lignes sont justes.`,
                en: `${en}: with what the person declared elsewhere, ${amountIn('en', 'minute', acrossBeyond.over)} more than the maximum of ${amountIn('en', 'minute', cap)} a week. See with her and correct, or say why these lines are right.`,
              },
            },
          ]
        : []),
    ];
  });
