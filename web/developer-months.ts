// The developer: her months, newest first, and which of them await her.
import { h } from 'preact';
import type { Month } from '../lib/model/calendar.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { monthInWords } from './parts/dates.ts';
import { type Time, time } from './parts/format.ts';
import { type MonthState, monthMark } from './parts/month-state.ts';
import { safeLink } from './parts/safe-link.ts';
import { table } from './parts/table.ts';
import { inLanguage } from './parts/words.ts';
import { developerMonthsWords } from './words/developer.ts';

export interface DeveloperMonthLine {
  /** As it stands in addresses, and its name. */
  readonly company: { readonly id: string; readonly name: string };
  readonly month: Month;
  readonly time: Time;
  readonly state: MonthState;
}

export interface DeveloperMonthsView {
  /** Newest first. */
  readonly months: readonly DeveloperMonthLine[];
  /** At each of them something is held on her. */
  readonly employers: readonly { readonly id: string; readonly name: string }[];
}

export function renderDeveloperMonths({ months, employers }: DeveloperMonthsView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, developerMonthsWords);
  return page(
    frame,
    { title: t.title },
    h('p', { class: 'lead' }, t.lead),
    months.length === 0
      ? h('p', null, t.empty)
      : table(
          t.caption,
          [
            {
              title: t.month,
              cell: ({ company, month }) =>
                safeLink(addresses.developerMonth(company.id, month), monthInWords(language, month)),
              isHeading: true,
            },
            { title: t.employer, cell: ({ company }) => company.name },
            { title: t.time, cell: (line) => time(language, line.time), isNumber: true },
            { title: t.state, cell: ({ state }) => monthMark(language, state) },
          ],
          months,
          { hasHiddenCaption: true },
        ),
    h('p', { class: 'way-on' }, safeLink(addresses.developerIdentities, t.identities)),
    employers.map(({ id, name }) =>
      h(
        'p',
        { class: 'way-on' },
        safeLink(addresses.developerHeld(id), `${t.held}${employers.length > 1 ? ` – ${name}` : ''}`),
      ),
    ),
  );
}
