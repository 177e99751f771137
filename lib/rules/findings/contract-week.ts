// Much more in a week than the part of the contract that is lent: a question, since overtime is lawful and a share is a round number.
import { addDays } from '../../model/calendar.ts';
import { add, compare, type Fraction, floor, fraction, greater, multiply, safeNumber } from '../../model/fraction.ts';
import { ratioAt } from '../figures/figure-at.ts';
import type { TimeFinding } from './finding.ts';
import { regimes } from './regime.ts';
import { type TimeAtHand, totalOf, type WeekAtHand } from './time-at-hand.ts';
import { aboutWeek, amountIn, beyond, dayIn } from './words.ts';

const one = fraction(1);

export const contractWeek = ({ input, calendar, weeks }: TimeAtHand): TimeFinding[] => {
  const { secondments, ruleSet } = input;
  const regimeOn = regimes(secondments);
  /** Of a week in which secondments begin or end, the day that allows most; null as soon as one day states nothing. */
  const lentIn = ({ developer, monday, all }: WeekAtHand): Fraction | null => {
    const worked = new Set(all.map(({ claim }) => claim.day));
    let most: Fraction | null = null;
    for (const day of calendar.daysOf(monday)) {
      const { lentWeekMinutes } = regimeOn(developer, day);
      if (lentWeekMinutes === null) {
        if (worked.has(day)) return null;
      } else {
        most = most === null ? lentWeekMinutes : greater(most, lentWeekMinutes);
      }
    }
    return most;
  };
  return weeks.flatMap((week): TimeFinding[] => {
    const lent = lentIn(week);
    const declared = totalOf(week.all, 'minute');
    if (lent === null) return [];
    const margin = ratioAt(ruleSet.figures, 'caps.contractWeekMargin', week.monday);
    if (compare(fraction(declared), multiply(lent, add(one, margin))) <= 0) return [];
    const limit = safeNumber(floor(lent));
    const sunday = addDays(week.monday, 6);
    return [
      {
        ...{ code: 'above-contract-week', severity: 'confirm' },
        ...aboutWeek(week),
        amounts: beyond('minute', declared, limit),
        detail: {
          fr: `Semaine du ${dayIn('fr', week.monday)} au ${dayIn('fr', sunday)} : ${amountIn('fr', 'minute', declared)} déclarées, alors que le contrat et la quotité en prêtent ${amountIn('fr', 'minute', limit)}. Vérifiez ces lignes et la mise à disposition, ou dites pourquoi elles sont justes (heures supplémentaires, par exemple).`,
          en: `Week from ${dayIn('en', week.monday)} to ${dayIn('en', sunday)}: ${amountIn('en', 'minute', declared)} declared, while contract and share lend ${amountIn('en', 'minute', limit)} of them. Check these lines and the secondment, or say why they are right (overtime, for example).`,
        },
      },
    ];
  });
};
