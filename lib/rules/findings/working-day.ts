// Time on a public holiday, at the weekend, or on a weekday that the person does not work.
import { publicHolidays, workingCalendar } from '../holidays/public-holidays.ts';
import { orderedDays } from '../refusals/working-day.ts';
import type { FindingCode, TimeFinding } from './finding.ts';
import { regimes, worksOn } from './regime.ts';
import type { DayAtHand, TimeAtHand } from './time-at-hand.ts';
import { aboutDay, dayIn } from './words.ts';

type Detail = TimeFinding['detail'];

const details: Readonly<
  Record<'public-holiday' | 'weekend' | 'not-a-working-day', (fr: string, en: string) => Detail>
> = {
  'public-holiday': (fr, en) => ({
    fr: `Le ${fr} est un jour férié : ce temps sera écarté. Corrigez le jour ; s’il a été travaillé, dites sur quel ordre, et déclarez-le s’il était signé à temps (« communs orders »).`,
    en: `${en} is a public holiday: this time will be refused. Correct the day; if it was worked, say on whose order, and declare it if it was signed in time ('communs orders').`,
  }),
  weekend: (fr, en) => ({
    fr: `Le ${fr} est un samedi ou un dimanche : ce temps sera écarté. Corrigez le jour ; s’il a été travaillé, dites sur quel ordre, et déclarez-le s’il était signé à temps (« communs orders »).`,
    en: `${en} is a Saturday or a Sunday: this time will be refused. Correct the day; if it was worked, say on whose order, and declare it if it was signed in time ('communs orders').`,
  }),
  'not-a-working-day': (fr, en) => ({
    fr: `Le ${fr} n’est pas un jour travaillé par cette personne d’après sa mise à disposition. Corrigez le jour ou la mise à disposition ; sinon, dites pourquoi elle a travaillé ce jour-là.`,
    en: `${en} is not a day on which this person works, says her secondment. Correct the day or the secondment; else say why she worked on that day.`,
  }),
};

/**
 * Where assessment refuses a `non-working-day` there is always one of the three. A weekday that a part-timer does not work is asked about
 * and never refused. A Saturday that she is stated to work is asked about as any other: assessment refuses it until there is an order. What was ordered in time is not asked about, whatever the day.
 */
export const workingDay = ({ input, days }: TimeAtHand): TimeFinding[] => {
  const { secondments, ruleSet, region, orders } = input;
  const isWorkingDay = workingCalendar(ruleSet.holidays, region);
  const isHoliday = publicHolidays(ruleSet.holidays, region);
  const isOrdered = orderedDays(orders);
  const regimeOn = regimes(secondments);
  const codeOf = ({ developer, day }: DayAtHand): (FindingCode & keyof typeof details) | null => {
    if (isOrdered(developer, day)) return null;
    if (isHoliday(day)) return 'public-holiday';
    if (worksOn(regimeOn(developer, day), day) === false) return 'not-a-working-day';
    return isWorkingDay(day) ? null : 'weekend';
  };
  return days.flatMap((day): TimeFinding[] => {
    const code = codeOf(day);
    if (code === null) return [];
    return [
      {
        ...{ code, severity: 'confirm', amounts: null },
        ...aboutDay(day, day.all),
        detail: details[code](dayIn('fr', day.day), dayIn('en', day.day)),
      },
    ];
  });
};
