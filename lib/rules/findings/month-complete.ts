// A month that was declared complete takes no more lines: it is corrected, or opened again first.
import { monthOf } from '../../model/calendar.ts';
import type { TimeFinding } from './finding.ts';
import type { TimeAtHand } from './time-at-hand.ts';
import { monthIn, refsOf } from './words.ts';

export function monthComplete({ input, lines }: TimeAtHand): TimeFinding[] {
  return Map.groupBy(lines, ({ claim }) => `${claim.developer} ${monthOf(claim.day)}`)
    .values()
    .flatMap((ofMonth): TimeFinding[] => {
      const days = ofMonth.map(({ claim }) => claim.day).sort();
      const [first, last, developer] = [days[0], days.at(-1), ofMonth[0]?.claim.developer];
      if (first === undefined || last === undefined || developer === undefined) return [];
      const month = monthOf(first);
      if (!input.isComplete(developer, month)) return [];
      return [
        {
          ...{
            code: 'month-complete',
            severity: 'must-fix',
            developer,
            from: first,
            to: last,
            project: null,
            amounts: null,
          },
          ...refsOf(ofMonth),
          detail: {
            fr: `Le mois ${monthIn('fr', month)} est déclaré complet : rien ne s’y ajoute. Corrigez ce qui y figure, avec un motif, ou rouvrez le mois d’abord.`,
            en: `The month ${monthIn('en', month)} was declared complete: nothing is added to it. Correct what stands there, with a reason, or open the month again first.`,
          },
        },
      ];
    })
    .toArray();
}
