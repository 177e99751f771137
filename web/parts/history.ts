// Timesheets received, newest first, and the form that says which of them are shown.

import { type ComponentChild, h } from 'preact';
import { whole } from '../../lib/model/quantity-text.ts';
import { addresses } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import type { HrTimesheetsView } from '../hr-timesheets-view.ts';
import { hrTimesheetsWords } from '../words/hr-timesheets.ts';
import { instantInWords, monthInWords, periodInWords } from './dates.ts';
import { mark, section } from './facts.ts';
import { getForm, hidden, selectField, submit } from './form.ts';
import { time } from './format.ts';
import { safeLink } from './safe-link.ts';
import { table } from './table.ts';
import { inLanguage } from './words.ts';

/** Sends `company`, `year`, `month` (of the people above), `state`, `by`, `period`; the last three may be empty. */
function filterForm(view: HrTimesheetsView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrTimesheetsWords);
  const { company, month, years, year, filter, posters, periods } = view;
  return getForm(addresses.hrTimesheets, [
    hidden('company', company.id),
    hidden('month', month),
    h(
      'fieldset',
      { class: 'row' },
      h('legend', { class: 'hidden' }, t.choose),
      selectField(
        { name: 'year', id: 'shown-year', label: t.year },
        years.map((one) => ({ value: String(one), text: String(one) })),
        String(year),
      ),
      selectField(
        { name: 'state', id: 'shown-state', label: t.state },
        [
          { value: '', text: t.anyState },
          { value: 'posted', text: t.posted },
          { value: 'undone', text: t.undone },
        ],
        filter.state ?? '',
      ),
      selectField(
        { name: 'by', id: 'shown-by', label: t.by },
        [{ value: '', text: t.anybody }, ...posters.map(({ id, name }) => ({ value: id, text: name }))],
        filter.by ?? '',
      ),
      selectField(
        { name: 'period', id: 'shown-period', label: t.ofMonth },
        [{ value: '', text: t.anyMonth }, ...periods.map((one) => ({ value: one, text: monthInWords(language, one) }))],
        filter.period ?? '',
      ),
      submit(t.show, 'second'),
    ),
  ]);
}

function timesheetTable({ company, timesheets }: HrTimesheetsView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrTimesheetsWords);
  return table(
    t.history,
    [
      {
        title: t.file,
        cell: ({ timesheet, fileName }) => safeLink(addresses.hrReceipt(company.id, timesheet), fileName),
        isHeading: true,
      },
      { title: t.state, cell: ({ state }) => (state === 'posted' ? mark('good', t.posted) : mark('gone', t.undone)) },
      { title: t.period, cell: ({ period }) => periodInWords(language, period) },
      { title: t.lines, cell: ({ lines }) => whole(language, lines), isNumber: true },
      { title: t.time, cell: (line) => time(language, line.time), isNumber: true },
      { title: t.by, cell: ({ by, at }) => [by, h('span', { class: 'under' }, instantInWords(language, at))] },
    ],
    timesheets,
    { hasHiddenCaption: true },
  );
}

export function historyPart(view: HrTimesheetsView, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, hrTimesheetsWords);
  const { timesheets, filter } = view;
  const isFiltered = filter.state !== null || filter.by !== null || filter.period !== null;
  return section(
    'history',
    t.history,
    filterForm(view, frame),
    timesheets.length > 0 ? timesheetTable(view, frame) : h('p', null, isFiltered ? t.emptyFilter : t.empty),
  );
}
