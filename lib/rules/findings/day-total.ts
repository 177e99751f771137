// A file that states the person's whole day is held to it: its lines cannot be more, and are less only where something was left out.
import type { TimeFinding } from './finding.ts';
import type { AtHand, DayAtHand, TimeAtHand } from './time-at-hand.ts';
import { aboutDay, amountIn, beyond, dayIn } from './words.ts';

function inOneUnit(day: DayAtHand, lines: readonly AtHand[], isPartLeftOut: boolean): TimeFinding[] {
  const stated = lines.flatMap(({ line }) => (line === null || line.dayTotal === null ? [] : [line.dayTotal]));
  const unit = lines[0]?.claim.unit;
  if (unit === undefined || stated.length === 0) return [];
  // Only the lines of this file: what stands in the book was stated by another one.
  const declared = lines.reduce((total, { claim }) => total + claim.amount, 0);
  const [least, most] = [Math.min(...stated), Math.max(...stated)];
  const say = (language: 'fr' | 'en', amount: number): string => amountIn(language, unit, amount);
  if (declared > least) {
    return [
      {
        ...{ code: 'day-total-differs', severity: 'must-fix' },
        ...aboutDay(day, lines),
        amounts: beyond(unit, declared, least),
        detail: {
          fr: `Le ${dayIn('fr', day.day)} : les lignes font ${say('fr', declared)}, et le fichier n’en compte que ${say('fr', least)} pour toute la journée. Corrigez les lignes, ou le total du jour.`,
          en: `${dayIn('en', day.day)}: the lines make ${say('en', declared)}, and the file counts only ${say('en', least)} for the whole day. Correct the lines, or the day's total.`,
        },
      },
    ];
  }
  if (declared === most || isPartLeftOut) return [];
  return [
    {
      ...{ code: 'day-total-differs', severity: 'confirm' },
      ...aboutDay(day, lines),
      amounts: beyond(unit, declared, most),
      detail: {
        fr: `Le ${dayIn('fr', day.day)} : les lignes font ${say('fr', declared)}, et le fichier compte ${say('fr', most)} pour toute la journée, sans que rien n’ait été laissé de côté. Vérifiez qu’aucune ligne ne manque, ou dites à quoi va le reste.`,
        en: `${dayIn('en', day.day)}: the lines make ${say('en', declared)}, and the file counts ${say('en', most)} for the whole day, though nothing was left out. Check that no line is missing, or say where the rest goes.`,
      },
    },
  ];
}

export const dayTotal = ({ input, days }: TimeAtHand): TimeFinding[] =>
  days.flatMap((day) => {
    const lines = day.all.filter(({ line }) => line !== null);
    const isPartLeftOut = input.isPartLeftOut(day.developer, day.day);
    return (['minute', 'half-day'] as const).flatMap((unit) =>
      inOneUnit(
        day,
        lines.filter(({ claim }) => claim.unit === unit),
        isPartLeftOut,
      ),
    );
  });
