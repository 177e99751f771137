// More in a day than a day may hold (C. trav. L. 3121-18; for days contracts, two half-days): held as assessment holds it.
import type { TimeUnit } from '../../model/duration.ts';
import { type HeldTime, heldOnDay, isOver } from '../refusals/daily-cap.ts';
import type { FindingCode, TimeFinding } from './finding.ts';
import type { AtHand, DayAtHand, TimeAtHand } from './time-at-hand.ts';
import { aboutDay, amountIn, beyond, dayIn } from './words.ts';

const codes = {
  minute: { own: 'day-over-maximum', across: 'day-over-maximum-across-employers' },
  'half-day': { own: 'half-days-over-maximum', across: 'half-days-over-maximum-across-employers' },
} as const satisfies Record<TimeUnit, Record<'own' | 'across', FindingCode>>;

function ofUnit(day: DayAtHand, all: readonly AtHand[], unit: TimeUnit, held: HeldTime): TimeFinding[] {
  const { own, others, cap } = held;
  const over = isOver(held);
  const about = { severity: 'confirm', ...aboutDay(day, all) } as const;
  const say = (language: 'fr' | 'en', amount: number): string => amountIn(language, unit, amount);
  const beyondAcross = beyond(unit, own, cap, others);
  return [
    ...(over.own
      ? [
          {
            ...about,
            code: codes[unit].own,
            amounts: beyond(unit, own, cap),
            detail: {
              fr: `Le ${dayIn('fr', day.day)} : ${say('fr', own)}, pour un maximum de ${say('fr', cap)} par jour. La journée sera écartée en entier tant qu’elle n’est pas corrigée. Corrigez-la, ou dites pourquoi elle est juste.`,
              en: `${dayIn('en', day.day)}: ${say('en', own)}, for at most ${say('en', cap)} a day. The day will be refused whole until it is corrected. Correct it, or say why it is right.`,
            },
          },
        ]
      : []),
    ...(over.across
      ? [
          {
            ...about,
            code: codes[unit].across,
            amounts: beyondAcross,
            detail: {
              fr: `Le ${dayIn('fr', day.day)} : avec ce que la personne a déclaré ailleurs, ${say('fr', beyondAcross.over)} de plus que le maximum de ${say('fr', cap)} par jour. Voyez avec elle et corrigez, ou dites pourquoi cette ligne est juste.`,
              en: `${dayIn('en', day.day)}: with what the person declared elsewhere, ${say('en', beyondAcross.over)} more than the maximum of ${say('en', cap)} a day. See with her and correct, or say why this line is right.`,
            },
          },
        ]
      : []),
  ];
}

export const dayMaximum = ({ input, days }: TimeAtHand): TimeFinding[] =>
  days.flatMap((day) => {
    const heldOn = heldOnDay(
      day.all.map(({ claim }) => claim),
      input.ruleSet.figures,
    );
    return (['minute', 'half-day'] as const).flatMap((unit) => {
      const all = day.all.filter(({ claim }) => claim.unit === unit);
      // Hours that stand say nothing about half-days about to be posted.
      const line = all.find((one) => one.line !== null);
      return line === undefined ? [] : ofUnit(day, all, unit, heldOn(line.claim));
    });
  });
