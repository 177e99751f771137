// A year has few days and many entries: what depends on the day alone is answered once for each.
import type { Day } from '../model/calendar.ts';

export function remembered<T>(answerOf: (day: Day) => T): (day: Day) => T {
  const answers = new Map<Day, T>();
  return (day) => {
    const known = answers.get(day);
    if (known !== undefined) return known;
    const answer = answerOf(day);
    answers.set(day, answer);
    return answer;
  };
}
