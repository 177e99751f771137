// The developer: one month day by day, the traces found, her answer, her identities, and who saw her hours.

import { type ComponentChild, h } from 'preact';
import type { Day } from '../lib/model/calendar.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { instantInWords, monthInWords, weekdayInWords } from './parts/dates.ts';
import { facts, notice, section } from './parts/facts.ts';
import { hidden, postForm, submit } from './parts/form.ts';
import { type Time, time } from './parts/format.ts';
import { type Freshness, freshnessLine } from './parts/freshness.ts';
import { type ForgeIdentity, identityPart } from './parts/identities.ts';
import { dayTable, type MonthEntry, type MonthOfDays } from './parts/month-days.ts';
import { type DaySays, type GridDay, monthGrid } from './parts/month-grid.ts';
import { type MonthState, monthMark } from './parts/month-state.ts';
import { safeLink } from './parts/safe-link.ts';
import { table } from './parts/table.ts';
import { type TraceCount, traceList } from './parts/traces.ts';
import { inLanguage } from './parts/words.ts';
import { developerMonthWords } from './words/developer.ts';

export interface TracesWithoutHours {
  readonly day: Day;
  readonly project: string;
  readonly traces: readonly TraceCount[];
}

export interface TracesLeftOut {
  readonly reason: Bilingual;
  readonly traces: readonly TraceCount[];
}

export interface Access {
  readonly by: string;
  readonly act: Bilingual;
  /** Instant UTC. */
  readonly at: string;
}

export interface DeveloperMonthView extends MonthOfDays {
  readonly company: { readonly id: string; readonly name: string };
  readonly state: MonthState;
  /** Instant UTC of her last check. */
  readonly checkedAt: string | null;
  readonly declared: Time;
  /** For her eyes only: no other page shows them. */
  readonly tracesWithoutHours: readonly TracesWithoutHours[];
  /** The same: what carries no time, by reason. */
  readonly tracesLeftOut: readonly TracesLeftOut[];
  /** Of the repositories of her projects. */
  readonly freshness: readonly Freshness[];
  readonly identities: readonly ForgeIdentity[];
  /** Newest first. */
  readonly access: readonly Access[];
  /** What her last act did, shown once. */
  readonly notice: Bilingual | null;
}

/** What the calendar says of a day on which time is declared. */
function saysOf(entries: readonly MonthEntry[]): DaySays {
  const verdicts = entries.map(({ verdict }) => verdict);
  if (verdicts.includes('conflict')) return 'twice';
  if (verdicts.includes(null)) return 'notCompared';
  if (verdicts.every((verdict) => verdict === 'agrees')) return 'found';
  return verdicts.every((verdict) => verdict === 'no-public-trace') ? 'none' : 'some';
}

function gridDays({ days, tracesWithoutHours }: DeveloperMonthView): GridDay[] {
  const alone = new Set(tracesWithoutHours.map(({ day }) => day));
  return days.map(({ day, entries, holiday, isWeekend }) => {
    if (entries.length > 0) {
      const sum = (unit: 'minute' | 'half-day'): number =>
        entries.reduce((all, { time: { unit: of, amount } }) => all + (of === unit ? amount : 0), 0);
      return { day, declared: { minutes: sum('minute'), halfDays: sum('half-day') }, says: saysOf(entries) };
    }
    const isOff = isWeekend || holiday !== null;
    return { day, declared: null, says: alone.has(day) ? 'traceWithoutHours' : isOff ? 'off' : 'nothing' };
  });
}

function checkPart({ company, month, days, state }: DeveloperMonthView, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, developerMonthWords);
  // What she contested stays contested: her word on the rest does not take it back.
  const entries = days.flatMap((day) => day.entries).filter(({ contested }) => contested === null);
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

function herOwn(view: DeveloperMonthView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, developerMonthWords);
  const { tracesWithoutHours, tracesLeftOut, access } = view;
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
    tracesLeftOut.length === 0
      ? null
      : section(
          'left-out',
          t.leftOut,
          h('p', null, t.leftOutText),
          table(
            t.leftOut,
            [
              { title: t.why, cell: ({ reason }) => say(language, reason), isHeading: true },
              { title: t.found, cell: ({ traces }) => traceList(language, traces) },
            ],
            tracesLeftOut,
            { hasHiddenCaption: true },
          ),
        ),
    identityPart(view, frame),
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
    section(
      'days',
      t.days,
      h('p', null, state === 'nothing-declared' ? t.empty : t.traces),
      freshnessLine(language, view.freshness),
      monthGrid(gridDays(view), `${t.calendar}, ${name}`, language),
      dayTable(view, frame),
    ),
    checkPart(view, frame),
    herOwn(view, frame),
    h('p', { class: 'way-on' }, safeLink(addresses.developerMonths, t.back)),
  );
}
