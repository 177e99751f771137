// A fiscal year month by month: where the declared time ended, as figures and as one bar a month.
import type { ComponentChild } from 'preact';
import { halfDays, minutes } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import { monthInWords } from './dates.ts';
import type { Time } from './format.ts';
import { type PartState, partStates } from './state.ts';
import { table } from './table.ts';
import { barsOf } from './waterfall.ts';
import { inLanguage } from './words.ts';

/** Declared time of one month, and where it ended. */
export interface MonthOfHours extends Readonly<Record<PartState, Time>> {
  readonly month: string;
  readonly declared: Time;
}

const words = {
  minutes: { fr: 'Mois par mois, en heures', en: 'Month by month, in hours' },
  halfDays: { fr: 'Mois par mois, en demi-journées', en: 'Month by month, in half-days' },
  month: { fr: 'Mois', en: 'Month' },
  declared: { fr: 'Déclaré', en: 'Declared' },
  bar: { fr: 'En barre', en: 'Bar' },
} as const;

const states = ['counted', 'refused', 'awaiting', 'withdrawn'] as const;

/** One unit of time, as the pages write it. */
type Unit = keyof Time;

const written = { minutes, halfDays } as const;

/** Counted first, the others behind it: together they are what was declared. */
function barOf(language: Language, unit: Unit, month: MonthOfHours, widest: number): ComponentChild {
  let bottom = 0;
  const bars = states.map((state) => {
    const from = bottom;
    bottom += month[state][unit];
    return { bottom: from, top: bottom, class: state };
  });
  const text = states
    .filter((state) => month[state][unit] > 0)
    .map((state) => `${say(language, partStates[state])} ${written[unit](language, month[state][unit])}`);
  return barsOf(bars, widest, text.join(', '));
}

function figure(language: Language, unit: Unit, months: readonly MonthOfHours[]): ComponentChild {
  const t = inLanguage(language, words);
  const there = months.filter(({ declared }) => declared[unit] > 0);
  if (there.length === 0) return null;
  const widest = there.reduce((most, { declared }) => Math.max(most, declared[unit]), 0);
  return table(
    t[unit],
    [
      { title: t.month, cell: ({ month }) => monthInWords(language, month), isHeading: true },
      { title: t.declared, cell: ({ declared }) => written[unit](language, declared[unit]), isNumber: true },
      ...states.map((state) => ({
        title: say(language, partStates[state]),
        cell: (month: MonthOfHours) => written[unit](language, month[state][unit]),
        isNumber: true,
      })),
      { title: t.bar, cell: (month) => barOf(language, unit, month, widest) },
    ],
    there,
    { class: 'by-month' },
  );
}

/** Minutes and half-days stand apart: one is never turned into the other. */
export const monthsOfYear = (language: Language, months: readonly MonthOfHours[]): ComponentChild => [
  figure(language, 'minutes', months),
  figure(language, 'halfDays', months),
];
