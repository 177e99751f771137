// Too much on average over twelve weeks. « Calculée sur une période quelconque de douze semaines consécutives » (C. trav. L. 3121-22), read so:
// any twelve ISO weeks in a row that hold a week about to be posted, before it or after it; a week without lines, or before the first one ever
// declared, is a week without work; absences and holidays are not taken out. Only lent time is known here: the true average may be higher.
import { addDays, type Day } from '../../model/calendar.ts';
import { wholeAt } from '../figures/figure-at.ts';
import { type HeldTime, isOver } from '../refusals/daily-cap.ts';
import type { FindingInput, TimeFinding } from './finding.ts';
import { type AtHand, countedAmount, type TimeAtHand } from './time-at-hand.ts';
import { mondayOf } from './weeks-at-hand.ts';
import { amountIn, beyond, dayIn, refsOf } from './words.ts';

const weeksInAverage = 12;

interface TwelveWeeks extends HeldTime {
  readonly monday: Day;
}

function sumByWeek(all: readonly AtHand[]): ReadonlyMap<Day, number> {
  const sums = new Map<Day, number>();
  for (const one of all) {
    const monday = mondayOf(one.claim.day);
    sums.set(monday, (sums.get(monday) ?? 0) + countedAmount(one));
  }
  return sums;
}

const weeksFrom = (monday: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, at) => addDays(monday, 7 * at));

/** Each twelve weeks in a row that hold one of `declared`, in order. */
function windowsOf(
  developer: string,
  all: readonly AtHand[],
  declared: readonly Day[],
  input: FindingInput,
): TwelveWeeks[] {
  const own = sumByWeek(all);
  const others = new Map<Day, number>();
  const othersIn = (monday: Day): number => {
    const known = others.get(monday);
    if (known !== undefined) return known;
    let sum = 0;
    for (let day = 0; day < 7; day += 1) sum += input.otherEmployers(developer, addDays(monday, day), 'minute');
    others.set(monday, sum);
    return sum;
  };
  const starts = new Set(
    declared.flatMap((monday) => weeksFrom(addDays(monday, -7 * (weeksInAverage - 1)), weeksInAverage)),
  );
  return [...starts].sort().map((monday) => {
    const weeks = weeksFrom(monday, weeksInAverage);
    const average = wholeAt(input.ruleSet.figures, 'caps.twelveWeekAverageMinutes', weeks.at(-1) ?? monday);
    return {
      monday,
      own: weeks.reduce((sum, week) => sum + (own.get(week) ?? 0), 0),
      others: weeks.reduce((sum, week) => sum + othersIn(week), 0),
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

export const twelveWeekAverage = ({ input, all }: TimeAtHand): TimeFinding[] => {
  const minutes = all.filter(({ claim }) => claim.unit === 'minute');
  const byDeveloper = Map.groupBy(minutes, ({ claim }) => claim.developer);
  return [...byDeveloper].flatMap(([developer, ofOne]) => {
    const lines = ofOne.filter(({ line }) => line !== null);
    const declared = [...new Set(lines.map(({ claim }) => mondayOf(claim.day)))];
    const windows = windowsOf(developer, ofOne, declared, input);
    const told = (code: 'own' | 'across', window: TwelveWeeks): TimeFinding => {
      const { monday, own, others, cap } = window;
      const sunday = addDays(monday, 7 * weeksInAverage - 1);
      const amounts = beyond('minute', own, cap, code === 'own' ? 0 : others);
      const average = cap / weeksInAverage;
      const within = ofOne.filter(({ claim }) => monday <= claim.day && claim.day <= sunday);
      return {
        code: code === 'own' ? 'twelve-week-average-over-maximum' : 'twelve-week-average-over-maximum-across-employers',
        severity: 'confirm',
        ...{ developer, from: monday, to: sunday, project: null, amounts },
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
  });
};
