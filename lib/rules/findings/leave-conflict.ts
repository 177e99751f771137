// Time on a half-day on which the person was away. Lines do not say which half they are of: what is left of the day is what counts.
import type { Halves } from '../../model/absence.ts';
import type { TimeFinding } from './finding.ts';
import { type TimeAtHand, totalOf } from './time-at-hand.ts';
import { aboutDay, amountIn, beyond, dayIn } from './words.ts';

const partsOfDay: Readonly<Record<Halves, { readonly fr: string; readonly en: string }>> = {
  morning: { fr: 'le matin', en: 'in the morning' },
  afternoon: { fr: 'l’après-midi', en: 'in the afternoon' },
  both: { fr: 'toute la journée', en: 'all day' },
};

export const leaveConflict = ({ input, days }: TimeAtHand): TimeFinding[] => {
  const away = new Map<string, Halves>();
  for (const { developer, day, halves } of input.absences) {
    const key = `${developer} ${day}`;
    const known = away.get(key);
    away.set(key, known === undefined || known === halves ? halves : 'both');
  }
  return days.flatMap((day): TimeFinding[] => {
    const halves = away.get(`${day.developer} ${day.day}`);
    if (halves === undefined) return [];
    const left = {
      minute: halves === 'both' ? 0 : Math.ceil(input.dayMinutes / 2),
      'half-day': halves === 'both' ? 0 : 1,
    };
    return (['minute', 'half-day'] as const).flatMap((unit): TimeFinding[] => {
      const all = day.all.filter(({ claim }) => claim.unit === unit);
      const declared = totalOf(all, unit);
      if (declared <= left[unit] || all.every(({ line }) => line === null)) return [];
      const part = partsOfDay[halves];
      return [
        {
          ...{ code: 'leave-conflict', severity: 'confirm' },
          ...aboutDay(day, all),
          amounts: beyond(unit, declared, left[unit]),
          detail: {
            fr: `Le ${dayIn('fr', day.day)} : ${amountIn('fr', unit, declared)}, alors que la personne était absente ${part.fr}. Corrigez les lignes ou l’absence ; si les deux sont vraies, dites pourquoi.`,
            en: `${dayIn('en', day.day)}: ${amountIn('en', unit, declared)}, though the person was away ${part.en}. Correct the lines or the absence; if both are true, say why.`,
          },
        },
      ];
    });
  });
};
