// A month as a calendar: what is declared on each day, and what the traces say of it, by word, shape and colour.
import { type ComponentChild, h } from 'preact';
import { type Day, isoWeekday } from '../../lib/model/calendar.ts';
import type { Language } from '../../lib/model/text.ts';
import { calendarWords } from '../words/developer.ts';
import { dayInWords, weekdayNames } from './dates.ts';
import { type MarkKind, mark, sign } from './facts.ts';
import { type Time, time } from './format.ts';
import { inLanguage } from './words.ts';

/** What a day of the month says: of declared time what the traces say, else whether it is off, or has a trace and no hours. */
export type DaySays = keyof typeof calendarWords;

export interface GridDay {
  readonly day: Day;
  /** null where nothing is declared. */
  readonly declared: Time | null;
  readonly says: DaySays;
}

const kinds: Readonly<Record<DaySays, MarkKind | null>> = {
  found: 'good',
  some: 'part',
  none: 'none',
  twice: 'bad',
  notCompared: 'wait',
  traceWithoutHours: 'gone',
  off: null,
  nothing: null,
};

/** The days in weeks from Monday; null before the first and after the last. */
function weeksOf(days: readonly GridDay[]): (GridDay | null)[][] {
  const lead = Array.from({ length: isoWeekday(days[0]!.day) - 1 }, () => null);
  const places = [...lead, ...days];
  return Array.from({ length: Math.ceil(places.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_none, at) => places[week * 7 + at] ?? null),
  );
}

function dayCell(one: GridDay | null, language: Language): ComponentChild {
  if (one === null) return h('td', { class: 'cell day outside' });
  const { day, declared, says } = one;
  const kind = kinds[says];
  return h(
    'td',
    { class: says === 'off' ? 'cell day free' : 'cell day' },
    h('span', { class: 'date', 'aria-hidden': 'true' }, String(Number(day.slice(8)))),
    h('span', { class: 'hidden' }, `${dayInWords(language, day)}: `),
    declared === null ? null : h('strong', null, time(language, declared)),
    kind === null ? null : h('span', { class: `sign ${kind}`, 'aria-hidden': 'true' }, sign(kind)),
    h('span', { class: 'hidden' }, ` ${inLanguage(language, calendarWords)[says]}`),
  );
}

/** @param days every day of the month, in order */
export function monthGrid(days: readonly GridDay[], title: string, language: Language): ComponentChild {
  const words = inLanguage(language, calendarWords);
  const marked = [...new Set(days.map(({ says }) => says))].flatMap((says) => {
    const kind = kinds[says];
    return kind === null ? [] : [h('li', null, mark(kind, words[says]))];
  });
  return [
    h(
      'table',
      { class: 'month-grid' },
      h('caption', { class: 'hidden' }, title),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          weekdayNames(language).map((name) =>
            h('th', { scope: 'col', class: 'cell' }, h('abbr', { title: name }, name.slice(0, 3))),
          ),
        ),
      ),
      h(
        'tbody',
        null,
        weeksOf(days).map((week) =>
          h(
            'tr',
            null,
            week.map((one) => dayCell(one, language)),
          ),
        ),
      ),
    ),
    marked.length === 0 ? null : h('ul', { class: 'legend' }, marked),
  ];
}
