// A developer's month day by day: what was declared, the traces found, where it stands, and the form that contests a line.

import { type ComponentChild, h } from 'preact';
import type { Day, Month } from '../../lib/model/calendar.ts';
import type { TraceVerdict, TriageDecision } from '../../lib/model/corroboration.ts';
import type { Duration } from '../../lib/model/duration.ts';
import { duration } from '../../lib/model/quantity-text.ts';
import type { Bilingual } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import { addresses } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { developerMonthWords } from '../words/developer.ts';
import { dayInWords, instantInWords, monthInWords, weekdayInWords } from './dates.ts';
import { type EntryPart, type EntrySource, partList, sourceText } from './entry.ts';
import { mark } from './facts.ts';
import { hidden, inputField, postForm, submit, textField } from './form.ts';
import { lateMark, verdictMark } from './state.ts';
import { table } from './table.ts';
import { type TraceCount, traceList } from './traces.ts';
import { inLanguage } from './words.ts';
import { type WorkEvidence, workEvidenceText } from './work-evidence.ts';

export interface MonthEntry {
  /** `<root>:<leaf>`, sent back with an answer. */
  readonly entry: string;
  readonly project: string;
  readonly time: Duration;
  readonly source: EntrySource;
  /** null = not compared with a forge yet. */
  readonly verdict: TraceVerdict | null;
  readonly why: Bilingual | null;
  readonly traces: readonly TraceCount[];
  /** Days beyond the delay; null = in time. */
  readonly lateDays: number | null;
  readonly parts: readonly EntryPart[];
  /** What the foundation meets when it comes to this line; null where its word is not awaited. */
  readonly decision: TriageDecision | null;
  /** What she gave to show this work. */
  readonly workEvidence: readonly WorkEvidence[];
  /** Her own words, if she contested it. */
  readonly contested: { readonly comment: string; readonly at: string } | null;
}

export interface MonthDay {
  readonly day: Day;
  /** A name where it is a public holiday. */
  readonly holiday: Bilingual | null;
  readonly isWeekend: boolean;
  readonly entries: readonly MonthEntry[];
}

export interface MonthOfDays {
  /** As it stands in addresses. */
  readonly company: { readonly id: string };
  readonly month: Month;
  /** Every day of the month, in order. */
  readonly days: readonly MonthDay[];
}

interface Line {
  readonly day: MonthDay;
  readonly entry: MonthEntry | null;
}

function contestPart({ company, month }: MonthOfDays, { entry, day }: Line, frame: Frame): ComponentChild {
  if (entry === null) return null;
  const { language } = frame;
  const t = inLanguage(language, developerMonthWords);
  if (entry.contested !== null) {
    const { at, comment } = entry.contested;
    return [
      mark('bad', t.contested),
      h('p', { class: 'hint' }, `${instantInWords(language, at)} – ${comment}`),
      postForm(frame, addresses.developerLift(company.id, month), [
        hidden('entry', entry.entry),
        submit(t.rightAfterAll, 'second'),
      ]),
    ];
  }
  const about = h('span', { class: 'hidden' }, ` (${dayInWords(language, day.day)}, ${entry.project})`);
  return h(
    'details',
    null,
    h('summary', null, t.contest, about),
    postForm(frame, addresses.developerContest(company.id, month), [
      hidden('entry', entry.entry),
      textField({ name: 'comment', id: `comment-${entry.entry}`, label: t.reason, hint: t.contestText }, true),
      submit(t.sendContest, 'second'),
    ]),
  );
}

/** What she gave, and the form to give more: where the foundation is asked, or where she gave something already. */
function shownPart({ company, month }: MonthOfDays, { entry, day }: Line, frame: Frame): ComponentChild {
  if (entry === null) return null;
  const { language } = frame;
  const t = inLanguage(language, developerMonthWords);
  const given = entry.workEvidence.map((one) =>
    h(
      'li',
      null,
      workEvidenceText(one),
      postForm(frame, addresses.developerTakeBack(company.id, month), [
        hidden('evidence', one.id),
        submit(t.takeBack, 'second'),
      ]),
    ),
  );
  const about = h('span', { class: 'hidden' }, ` (${dayInWords(language, day.day)}, ${entry.project})`);
  return [
    given.length === 0 ? null : [h('p', { class: 'under' }, t.shownByYou), h('ul', { class: 'given' }, given)],
    entry.decision === 'question'
      ? h(
          'details',
          null,
          h('summary', null, t.showWork, about),
          postForm(frame, addresses.developerShow(company.id, month), [
            hidden('entry', entry.entry),
            textField({ name: 'comment', id: `shows-${entry.entry}`, label: t.whatShows, hint: t.showWorkText }, true),
            inputField({ name: 'link', id: `link-${entry.entry}`, label: t.whereSeen }, { type: 'url' }),
            submit(t.sendShown, 'second'),
          ]),
        )
      : null,
  ];
}

const decisionText = ({ decision }: MonthEntry, { language }: Frame): ComponentChild => {
  const t = inLanguage(language, developerMonthWords);
  if (decision === 'clear') return h('p', { class: 'hint' }, t.onlyConfirm);
  return decision === 'question' ? h('p', { class: 'hint' }, t.willBeAsked) : null;
};

function dayText({ day, entry }: Line, { language }: Frame): ComponentChild {
  const t = inLanguage(language, developerMonthWords);
  if (entry !== null) {
    return [
      h('strong', null, duration(language, entry.time)),
      ' ',
      entry.project,
      h('span', { class: 'under' }, sourceText(language, entry.source)),
      lateMark(language, entry.lateDays),
    ];
  }
  const free = day.holiday === null ? (day.isWeekend ? t.weekend : null) : say(language, day.holiday);
  return h('span', { class: 'faint' }, free ?? t.nothing);
}

/** POST `entry`, `comment` of one line to contest it; `entry` to take that back; `entry`, `comment`, `link` to show its work; `evidence` to take that back. */
export function dayTable(view: MonthOfDays, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, developerMonthWords);
  const lines = view.days.flatMap((day): Line[] =>
    day.entries.length === 0 ? [{ day, entry: null }] : day.entries.map((entry) => ({ day, entry })),
  );
  return table(
    `${t.days}, ${monthInWords(language, view.month)}`,
    [
      { title: t.day, cell: ({ day }) => weekdayInWords(language, day.day), isHeading: true },
      { title: t.work, cell: (line) => dayText(line, frame) },
      {
        title: t.found,
        cell: (line) => {
          const { entry } = line;
          return entry === null
            ? null
            : [
                verdictMark(language, entry.verdict),
                entry.traces.length === 0 ? null : traceList(language, entry.traces),
                entry.why === null ? null : h('p', { class: 'hint' }, say(language, entry.why)),
                shownPart(view, line, frame),
              ];
        },
      },
      {
        title: t.became,
        cell: (line) =>
          line.entry === null
            ? null
            : [partList(language, line.entry.parts), decisionText(line.entry, frame), contestPart(view, line, frame)],
      },
    ],
    lines,
    {
      hasHiddenCaption: true,
      rowClass: ({ day, entry }) => (entry === null ? (day.isWeekend || day.holiday ? 'free' : 'empty') : undefined),
    },
  );
}
