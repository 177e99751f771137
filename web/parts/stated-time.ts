// Declared time and where each minute ended: as a table whose lines add up, and as a bar to see it at a glance.
import { type ComponentChild, h } from 'preact';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import type { Amounts, RefusedTime } from '../../lib/statement/payload.ts';
import { halfDays, minutes, type Time, time } from './format.ts';
import { partStates } from './state.ts';
import { type Column, table } from './table.ts';
import { inLanguage, say } from './words.ts';

/** Time by state: what a statement, a project and a line have in common. */
export interface StatedTime {
  readonly minutes: Amounts;
  readonly halfDays?: Amounts | undefined;
  readonly refused: readonly RefusedTime[];
}

/** What each refusal code means, and what can be done. */
export type RefusalTexts = Readonly<Record<string, Bilingual>>;

const words = {
  caption: { fr: 'Temps déclaré, et ce qu’il est devenu', en: 'Declared time, and where it ended' },
  what: { fr: 'Temps', en: 'Time' },
  hours: { fr: 'Heures', en: 'Hours' },
  halfDays: { fr: 'Demi-journées', en: 'Half-days' },
  declared: { fr: 'Déclaré', en: 'Declared' },
  agrees: { fr: 'dont les traces concordent', en: 'of which traces agree' },
  partly: { fr: 'dont les traces sont partielles', en: 'of which traces are partial' },
  noTrace: { fr: 'dont aucune trace publique', en: 'of which no public trace' },
  law: { fr: 'règle de droit', en: 'rule of law' },
  policy: { fr: 'règle de la maison', en: 'house policy' },
  sum: {
    fr: 'Retenu, écarté, en attente et retiré font ensemble le temps déclaré, à la minute. Les traces ne déplacent aucune minute : elles disent seulement comment le temps retenu se répartit.',
    en: 'Counted, refused, awaiting and withdrawn add up to the declared time, to the minute. Traces move no minute: they only say how the counted time divides.',
  },
} as const;

const countedOf = ({ counted }: Amounts): number => counted.agrees + counted.partly + counted.noTrace;
const none: Amounts = {
  declared: 0,
  counted: { agrees: 0, partly: 0, noTrace: 0 },
  awaiting: 0,
  withdrawn: 0,
};

const both = (stated: StatedTime, of: (amounts: Amounts) => number): Time => ({
  minutes: of(stated.minutes),
  halfDays: of(stated.halfDays ?? none),
});

/** The five sums, each in both units. */
export const sumsOf = (stated: StatedTime) => ({
  declared: both(stated, ({ declared }) => declared),
  counted: both(stated, countedOf),
  refused: {
    minutes: stated.refused.reduce((sum, each) => sum + each.minutes, 0),
    halfDays: stated.refused.reduce((sum, each) => sum + (each.halfDays ?? 0), 0),
  },
  awaiting: both(stated, ({ awaiting }) => awaiting),
  withdrawn: both(stated, ({ withdrawn }) => withdrawn),
});

const barStates = ['counted', 'refused', 'awaiting', 'withdrawn'] as const;

/** The declared hours (or half-days, where there are no hours) as one bar. The table below it says the same in numbers. */
function bar(language: Language, stated: StatedTime): ComponentChild {
  const sums = sumsOf(stated);
  const unit = sums.declared.minutes > 0 ? 'minutes' : 'halfDays';
  const whole = sums.declared[unit];
  if (whole === 0) return null;
  const s = inLanguage(language, partStates);
  const text = barStates.map(
    (state) => `${s[state]} ${time(language, { minutes: 0, halfDays: 0, [unit]: sums[state][unit] })}`,
  );
  let before = 0;
  const parts = barStates.map((state) => {
    const x = Math.round((before * 1000) / whole);
    before += sums[state][unit];
    const width = Math.round((before * 1000) / whole) - x;
    return h('rect', { class: state, x, y: 0, width, height: 10 });
  });
  return h(
    'svg',
    {
      class: 'bar-of-time',
      role: 'img',
      'aria-label': text.join(', '),
      viewBox: '0 0 1000 10',
      preserveAspectRatio: 'none',
    },
    parts,
  );
}

interface Row {
  readonly text: ComponentChild;
  readonly time: Time;
  readonly class: string;
}

function rowsOf(language: Language, stated: StatedTime, texts: RefusalTexts): readonly Row[] {
  const t = inLanguage(language, words);
  const s = inLanguage(language, partStates);
  const sums = sumsOf(stated);
  const split = (['agrees', 'partly', 'noTrace'] as const).map((key) => ({
    text: t[key],
    time: both(stated, ({ counted }) => counted[key]),
    class: 'part',
  }));
  const refused = stated.refused.map(({ code, ground, ...time }) => {
    const text = texts[code];
    return {
      text: [text === undefined ? code : say(language, text), ' ', h('span', { class: 'ground' }, t[ground])],
      time: { minutes: time.minutes, halfDays: time.halfDays ?? 0 },
      class: 'part',
    };
  });
  return [
    { text: t.declared, time: sums.declared, class: 'sum' },
    { text: s.counted, time: sums.counted, class: 'counted' },
    ...split,
    { text: s.refused, time: sums.refused, class: 'refused' },
    ...refused,
    { text: s.awaiting, time: sums.awaiting, class: 'awaiting' },
    { text: s.withdrawn, time: sums.withdrawn, class: 'withdrawn' },
  ];
}

export function statedTime(language: Language, stated: StatedTime, texts: RefusalTexts): ComponentChild {
  const t = inLanguage(language, words);
  const columns: Column<Row>[] = [
    { title: t.what, cell: ({ text }) => text, isHeading: true },
    { title: t.hours, cell: ({ time }) => minutes(language, time.minutes), isNumber: true },
    ...(stated.halfDays === undefined
      ? []
      : [{ title: t.halfDays, cell: ({ time }: Row) => halfDays(language, time.halfDays), isNumber: true }]),
  ];
  return [
    bar(language, stated),
    table(t.caption, columns, rowsOf(language, stated, texts), { rowClass: (row) => row.class }),
    h('p', { class: 'hint' }, t.sum),
  ];
}
