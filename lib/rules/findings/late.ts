// Lines written long after the work: told once for a person's month, with the longest delay, and never refused.
import { monthOf } from '../../model/calendar.ts';
import { wholeAt } from '../figures/figure-at.ts';
import { lateDays } from '../late-days.ts';
import type { TimeFinding } from './finding.ts';
import type { TimeAtHand } from './time-at-hand.ts';
import { dayIn, refsOf } from './words.ts';

export const late = ({ input, lines }: TimeAtHand): TimeFinding[] => {
  const { figures } = input.ruleSet;
  const beyondDelay = lines.flatMap((line) => {
    const days = lateDays(line.claim, figures);
    return days === null ? [] : [{ line, days, ...line.claim }];
  });
  const byMonth = Map.groupBy(beyondDelay, ({ developer, day }) => `${developer} ${monthOf(day)}`);
  return [...byMonth.values()].flatMap((all): TimeFinding[] => {
    const sorted = all.toSorted((a, b) => b.days - a.days);
    const [worst] = sorted;
    if (worst === undefined) return [];
    const { developer, days: over } = worst;
    const days = all.map(({ day }) => day).sort();
    const [from, to] = [days[0] ?? worst.day, days.at(-1) ?? worst.day];
    const limit = wholeAt(figures, 'entryDelayDays', worst.day);
    const [fr, en] =
      from === to
        ? [`Le ${dayIn('fr', from)}`, dayIn('en', from)]
        : [`Du ${dayIn('fr', from)} au ${dayIn('fr', to)}`, `${dayIn('en', from)} to ${dayIn('en', to)}`];
    const [frDays, enDays] = over === 1 ? ['1 jour', '1 day'] : [`${over} jours`, `${over} days`];
    return [
      {
        ...{ code: 'late', severity: 'note', developer, from, to, project: null },
        amounts: { unit: 'day', declared: limit + over, limit, over },
        ...refsOf(all.map(({ line }) => line)),
        detail: {
          fr: `${fr} : temps écrit jusqu’à ${frDays} après le délai de ${limit} jours. Il n’est pas écarté pour cela, et l’état le dira. Si la personne l’a noté plus tôt, ajoutez la colonne « Date de saisie ».`,
          en: `${en}: time written up to ${enDays} after the delay of ${limit} days. It is not refused for that, and the statement will say so. If the person wrote it down earlier, add the column 'Entered on'.`,
        },
      },
    ];
  });
};
