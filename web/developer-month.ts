// The developer: one month day by day, the traces found, her answer, her identities, and who saw her hours.
import { type ComponentChild, h } from 'preact';
import type { Day, Month } from '../lib/model/calendar.ts';
import type { TraceVerdict } from '../lib/model/corroboration.ts';
import type { Duration } from '../lib/model/duration.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { dayInWords, instantInWords, monthInWords, weekdayInWords } from './parts/dates.ts';
import { type EntryPart, type EntrySource, partList, sourceText } from './parts/entry.ts';
import { facts, mark, notice, section } from './parts/facts.ts';
import { hidden, postForm, submit, textField } from './parts/form.ts';
import { duration, type Time, time } from './parts/format.ts';
import { type MonthState, monthMark } from './parts/month-state.ts';
import { safeLink } from './parts/safe-link.ts';
import { lateMark, verdictMark } from './parts/state.ts';
import { table } from './parts/table.ts';
import { type TraceCount, traceList } from './parts/traces.ts';
import { inLanguage, say } from './parts/words.ts';
import { developerMonthWords } from './words/developer.ts';

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

export interface TracesWithoutHours {
  readonly day: Day;
  readonly project: string;
  readonly traces: readonly TraceCount[];
}

export interface ForgeIdentity {
  /** Sent back with her answer. */
  readonly identity: string;
  /** A login or an address, as she knows it. */
  readonly shown: string;
  readonly proposedBy: string;
  readonly state: 'proposed' | 'linked' | 'refused';
}

export interface Access {
  readonly by: string;
  readonly act: Bilingual;
  /** Instant UTC. */
  readonly at: string;
}

export interface DeveloperMonthView {
  readonly company: { readonly id: string; readonly name: string };
  readonly month: Month;
  readonly state: MonthState;
  /** Instant UTC of her last check. */
  readonly checkedAt: string | null;
  readonly declared: Time;
  /** Every day of the month, in order. */
  readonly days: readonly MonthDay[];
  /** For her eyes only: no other page shows them. */
  readonly tracesWithoutHours: readonly TracesWithoutHours[];
  readonly identities: readonly ForgeIdentity[];
  /** Newest first. */
  readonly access: readonly Access[];
  /** What her last act did, shown once. */
  readonly notice: Bilingual | null;
}

interface Line {
  readonly day: MonthDay;
  readonly entry: MonthEntry | null;
}

function contestPart({ company, month }: DeveloperMonthView, { entry, day }: Line, frame: Frame): ComponentChild {
  if (entry === null) return null;
  const { language } = frame;
  const t = inLanguage(language, developerMonthWords);
  if (entry.contested !== null) {
    const { at, comment } = entry.contested;
    return [mark('bad', t.contested), h('p', { class: 'hint' }, `${instantInWords(language, at)} – ${comment}`)];
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

function dayTable(view: DeveloperMonthView, frame: Frame): ComponentChild {
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
        cell: ({ entry }) =>
          entry === null
            ? null
            : [
                verdictMark(language, entry.verdict),
                entry.traces.length === 0 ? null : traceList(language, entry.traces),
                entry.why === null ? null : h('p', { class: 'hint' }, say(language, entry.why)),
              ],
      },
      {
        title: t.became,
        cell: (line) =>
          line.entry === null ? null : [partList(language, line.entry.parts), contestPart(view, line, frame)],
      },
    ],
    lines,
    {
      hasHiddenCaption: true,
      rowClass: ({ day, entry }) => (entry === null ? (day.isWeekend || day.holiday ? 'free' : 'empty') : undefined),
    },
  );
}

function checkPart({ company, month, days, state }: DeveloperMonthView, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, developerMonthWords);
  const entries = days.flatMap((day) => day.entries);
  if (entries.length === 0 || state === 'checked') return null;
  return section(
    'check',
    t.checkTitle,
    postForm(
      frame,
      addresses.developerCheck(company.id, month),
      [entries.map(({ entry }) => hidden('entry', entry)), h('p', null, t.checkText), submit(t.check)],
      { class: 'panel' },
    ),
  );
}

function identityAnswer(
  { identity, state }: ForgeIdentity,
  { company, month }: DeveloperMonthView,
  frame: Frame,
): ComponentChild {
  const t = inLanguage(frame.language, developerMonthWords);
  if (state !== 'proposed') return mark(state === 'linked' ? 'good' : 'gone', t[state]);
  return postForm(
    frame,
    addresses.developerIdentities,
    [
      hidden('company', company.id),
      hidden('month', month),
      hidden('identity', identity),
      submit(t.accept, 'second', { name: 'answer', value: 'accept' }),
      submit(t.notMe, 'second', { name: 'answer', value: 'not-me' }),
    ],
    { class: 'inline' },
  );
}

function herOwn(view: DeveloperMonthView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, developerMonthWords);
  const { tracesWithoutHours, identities, access } = view;
  return [
    tracesWithoutHours.length === 0
      ? null
      : section(
          'alone',
          t.alone,
          h('p', null, t.aloneText),
          table(
            t.alone,
            [
              { title: t.day, cell: ({ day }) => weekdayInWords(language, day), isHeading: true },
              { title: t.project, cell: ({ project }) => project },
              { title: t.found, cell: ({ traces }) => traceList(language, traces) },
            ],
            tracesWithoutHours,
            { hasHiddenCaption: true },
          ),
        ),
    section(
      'identities',
      t.identities,
      h('p', null, identities.length === 0 ? t.noIdentity : t.identitiesText),
      identities.length === 0
        ? null
        : table(
            t.identities,
            [
              { title: t.identity, cell: ({ shown }) => shown, isHeading: true },
              { title: t.proposedBy, cell: ({ proposedBy }) => proposedBy },
              { title: t.answer, cell: (one) => identityAnswer(one, view, frame) },
            ],
            identities,
            { hasHiddenCaption: true },
          ),
    ),
    section(
      'access',
      t.access,
      h('p', null, t.accessText),
      access.length === 0
        ? h('p', null, t.nobody)
        : table(
            t.access,
            [
              { title: t.who, cell: ({ by }) => by, isHeading: true },
              { title: t.what, cell: ({ act }) => say(language, act) },
              { title: t.when, cell: ({ at }) => instantInWords(language, at) },
            ],
            access,
            { hasHiddenCaption: true },
          ),
    ),
  ];
}

export function renderDeveloperMonth(view: DeveloperMonthView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, developerMonthWords);
  const { month, company, state, checkedAt, declared } = view;
  const name = monthInWords(language, month);
  return page(
    frame,
    { title: name.charAt(0).toUpperCase() + name.slice(1) },
    view.notice === null ? null : notice('done', h('p', null, say(language, view.notice))),
    facts([
      [t.employer, company.name],
      [t.declared, time(language, declared)],
      [t.state, monthMark(language, state)],
      [t.checkedOn, checkedAt === null ? null : instantInWords(language, checkedAt)],
    ]),
    section('days', t.days, h('p', null, state === 'nothing-declared' ? t.empty : t.traces), dayTable(view, frame)),
    checkPart(view, frame),
    herOwn(view, frame),
    h('p', { class: 'way-on' }, safeLink(addresses.developerMonths, t.back)),
  );
}
