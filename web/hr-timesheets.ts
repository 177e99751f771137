// HR: before you start, send a file, who has no hours yet, and what was received.
import { type ComponentChild, h } from 'preact';
import type { Month, Period } from '../lib/model/calendar.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { companyText } from './parts/company.ts';
import { instantInWords, monthInWords, periodInWords } from './parts/dates.ts';
import { mark, section } from './parts/facts.ts';
import { getForm, submit } from './parts/form.ts';
import { type Time, time, whole } from './parts/format.ts';
import { safeLink } from './parts/safe-link.ts';
import { table } from './parts/table.ts';
import { type CompanyAndYear, companyAndYear, uploadForm } from './parts/upload-form.ts';
import { inLanguage, say } from './parts/words.ts';
import { hrTimesheetsWords } from './words/hr-timesheets.ts';

export interface TimesheetLine {
  /** As it stands in the receipt's address. */
  readonly timesheet: string;
  readonly fileName: string;
  readonly period: Period;
  readonly lines: number;
  readonly time: Time;
  readonly by: string;
  /** Instant UTC. */
  readonly at: string;
  readonly state: 'posted' | 'undone';
}

export interface HrTimesheetsView extends CompanyAndYear {
  /** Newest first. */
  readonly timesheets: readonly TimesheetLine[];
  /** The month looked at for who has nothing. */
  readonly month: Month;
  /** People on secondment in that month, and the names of those without hours. */
  readonly seconded: number;
  readonly withoutTime: readonly string[];
}

function monthPart({ month, seconded, withoutTime }: HrTimesheetsView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrTimesheetsWords);
  if (seconded === 0) return h('p', null, t.nobodySeconded);
  if (withoutTime.length === 0) return h('p', null, mark('good', t.everybody));
  const count = whole(language, withoutTime.length);
  const words = say(language, {
    fr: `${monthInWords(language, month)} : ${count} sur ${whole(language, seconded)} sans heures`,
    en: `${monthInWords(language, month)}: ${count} of ${whole(language, seconded)} without hours`,
  });
  return [
    h('p', null, mark('wait', words)),
    h(
      'ul',
      null,
      withoutTime.map((name) => h('li', null, name)),
    ),
  ];
}

function history(view: HrTimesheetsView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrTimesheetsWords);
  const { company, timesheets } = view;
  if (timesheets.length === 0) return h('p', null, t.empty);
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

export function renderHrTimesheets(view: HrTimesheetsView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, hrTimesheetsWords);
  const needed = [t.fourColumns, t.ownLayout, t.nothingYet, t.kept];
  return page(
    frame,
    { title: t.title },
    h('p', { class: 'lead' }, companyText(view.company)),
    section('month', t.month, monthPart(view, frame)),
    section(
      'send',
      t.send,
      h(
        'div',
        { class: 'columns' },
        h(
          'div',
          null,
          h('h3', null, t.need),
          h(
            'ul',
            null,
            needed.map((line) => h('li', null, line)),
          ),
        ),
        uploadForm(view, frame),
      ),
    ),
    section(
      'history',
      t.history,
      getForm(addresses.hrTimesheets, [
        h(
          'fieldset',
          { class: 'row' },
          h('legend', { class: 'hidden' }, t.choose),
          companyAndYear(view, frame, 'shown-'),
          submit(t.show, 'second'),
        ),
      ]),
      history(view, frame),
    ),
  );
}
