// More than a day has is a mistake of the file, whatever the contract.
import { minutesOfADay } from '../../model/duration.ts';
import type { TimeFinding } from './finding.ts';
import { type TimeAtHand, totalOf } from './time-at-hand.ts';
import { aboutDay, amountIn, beyond, dayIn } from './words.ts';

export const dayOver24h = ({ days }: TimeAtHand): TimeFinding[] =>
  days.flatMap((day): TimeFinding[] => {
    const declared = totalOf(day.all, 'minute');
    if (declared <= minutesOfADay) return [];
    return [
      {
        ...{ code: 'day-over-24h', severity: 'must-fix' },
        ...aboutDay(
          day,
          day.all.filter(({ claim }) => claim.unit === 'minute'),
        ),
        amounts: beyond('minute', declared, minutesOfADay),
        detail: {
          fr: `Le ${dayIn('fr', day.day)} : ${amountIn('fr', 'minute', declared)} déclarées pour un jour de 24 h. Corrigez les lignes de ce jour.`,
          en: `${dayIn('en', day.day)}: ${amountIn('en', 'minute', declared)} declared for a day of 24 h. Correct the lines of that day.`,
        },
      },
    ];
  });
