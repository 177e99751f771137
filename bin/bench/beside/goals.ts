// What a bench holds its figures to. A goal that rests on a time is told as met or missed; only answers and memory can refuse a run.
import type { Bilingual, Language } from '../../../lib/model/text.ts';

export interface Goal {
  readonly name: string;
  readonly says: Bilingual;
  readonly size: number;
  readonly atMost: number;
  readonly found: number;
}

export const isMet = ({ atMost, found }: Goal): boolean => found <= atMost;

const number = (language: Language, value: number): string =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value);

/** @returns a line for each goal: met or missed, what was found, what was hoped for */
export const goalLines = (goals: readonly Goal[], language: Language): string[] =>
  goals.map((goal) => {
    const [size, found, atMost] = [goal.size, goal.found, goal.atMost].map((value) => number(language, value));
    const met = isMet(goal);
    return {
      fr: `  ${met ? 'tenu' : 'MANQUÉ'} : ${goal.says.fr}, ${size} : ${found} (au plus ${atMost})`,
      en: `  ${met ? 'met' : 'MISSED'}: ${goal.says.en}, ${size}: ${found} (at most ${atMost})`,
    }[language];
  });

export const goalJson = (goal: Goal): object => ({
  ...{ goal: goal.name, size: goal.size, atMost: goal.atMost, found: goal.found, met: isMet(goal) },
});
