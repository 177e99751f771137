// Too much on average over twelve weeks. « Calculée sur une période quelconque de douze semaines consécutives » (C. trav. L. 3121-22), read so:
// any twelve ISO weeks in a row that hold a week about to be posted, before it or after it; a week without lines, or before the first one ever
// declared, is a week without work; absences and holidays are not taken out. Only lent time is known here: the true average may be higher.
import { addDays, type Day } from '../../model/calendar.ts';
import { wholeAt } from '../figures/figure-at.ts';
import { type HeldTime, isOver } from '../refusals/daily-cap.ts';
import { remembered } from '../remembered.ts';
import type { TimeFinding } from './finding.ts';
import { countedAmount, type TimeAtHand } from './time-at-hand.ts';
import { amountIn, beyond, dayIn, refsOf } from './words.ts';

const weeksInAverage = 12;

interface TwelveWeeks extends HeldTime {
  readonly monday: Day;
}

/** Each twelve weeks in a row that hold a week about to be posted, in order. */
function windowsOf({ developer, input, calendar, all, weeks }: TimeAtHand): TwelveWeeks[] {
  const own = new Map<Day, number>();
  for (const one of all) {
    if (one.claim.unit !== 'minute') continue;
    const monday = calendar.mondayOf(one.claim.day);
    own.set(monday, (own.get(monday) ?? 0) + countedAmount(one));
  }
  const othersIn = remembered((monday) =>
    calendar.daysOf(monday).reduce((sum, day) => sum + input.otherEmployers(developer, day, 'minute'), 0),
  );
  const starts = new Set(weeks.flatMap(({ monday }) => calendar.twelveUpTo(monday)));
  return [...starts].sort().map((monday) => {
    const twelve = calendar.twelveFrom(monday);
    const average = wholeAt(input.ruleSet.figures, 'caps.twelveWeekAverageMinutes', twelve.at(-1) ?? monday);
    return {
      monday,
      own: twelve.reduce((sum, week) => sum + (own.get(week) ?? 0), 0),
      others: twelve.reduce((sum, week) => sum + othersIn(week), 0),
      cap: average * weeksInAverage,
    };
  });
}

/** Of windows that follow one another only the worst is told, the first of equals: one long effort is one finding. */
function worstOfEachRun(windows: readonly TwelveWeeks[], excessOf: (window: TwelveWeeks) => number): TwelveWeeks[] {
  const worst: TwelveWeeks[] = [];
  let previous: Day | null = null;
  for (const window of windows) {
    if (excessOf(window) <= 0) continue;
    const last = worst.at(-1);
    if (last === undefined || previous === null || window.monday !== addDays(previous, 7)) worst.push(window);
    else if (excessOf(window) > excessOf(last)) worst[worst.length - 1] = window;
    previous = window.monday;
  }
  return worst;
}

export const twelveWeekAverage = (time: TimeAtHand): TimeFinding[] => {
  const windows = windowsOf(time);
  const told = (code: 'own' | 'across', window: TwelveWeeks): TimeFinding => {
    const { monday, own, others, cap } = window;
    const sunday = addDays(monday, 7 * weeksInAverage - 1);
    const amounts = beyond('minute', own, cap, code === 'own' ? 0 : others);
    const average = cap / weeksInAverage;
    const within = time.all.filter(
      ({ claim }) => claim.unit === 'minute' && monday <= claim.day && claim.day <= sunday,
    );
    return {
      code: code === 'own' ? 'twelve-week-average-over-maximum' : 'twelve-week-average-over-maximum-across-employers',
      severity: 'confirm',
      ...{ developer: time.developer, from: monday, to: sunday, project: null, amounts },
      ...refsOf(within),
      detail:
        code === 'own'
          ? {
              fr: `Du ${dayIn('fr', monday)} au ${dayIn('fr', sunday)}, douze semaines : ${amountIn('fr', 'minute', own)}, soit ${amountIn('fr', 'minute', amounts.over)} de plus que 12 × ${amountIn('fr', 'minute', average)}. Vérifiez ces semaines, ou dites pourquoi elles sont justes.`,
              en: `${dayIn('en', monday)} to ${dayIn('en', sunday)}, twelve weeks: ${amountIn('en', 'minute', own)}, which is ${amountIn('en', 'minute', amounts.over)} more than 12 × ${amountIn('en', 'minute', average)}. Check these weeks, or say why they are right.`,
            }
          : {
              fr: `Du ${dayIn('fr', monday)} au ${dayIn('fr', sunday)}, douze semaines : avec ce que la personne a déclaré ailleurs, ${amountIn('fr', 'minute', amounts.over)} de plus que 12 × ${amountIn('fr', 'minute', average)}. Voyez avec elle et corrigez, ou dites pourquoi ces semaines sont justes.`,
              en: `${dayIn('en', monday)} to ${dayIn('en', sunday)}, twelve weeks: with what the person declared elsewhere, ${amountIn('en', 'minute', amounts.over)} more than 12 × ${amountIn('en', 'minute', average)}. See with her and correct, or say why these weeks are right.`,
            },
    };
  };
  return [
    ...worstOfEachRun(windows, ({ own, cap }) => own - cap).map((window) => told('own', window)),
    ...worstOfEachRun(windows, (window) => (isOver(window).across ? window.own + window.others - window.cap : 0)).map(
      (window) => told('across', window),
    ),
  ];
};
