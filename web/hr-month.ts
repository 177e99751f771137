// HR: one person's month. The lines that stand, corrections, whether it is complete, and the forms that change it by adding to it.

import { type ComponentChild, h } from 'preact';
import type { Month } from '../lib/model/calendar.ts';
import { duration } from '../lib/model/quantity-text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import type { HrMonthView, StandingLine } from './hr-month-view.ts';
import { completenessMark } from './parts/completeness.ts';
import { correctionForm } from './parts/correction-form.ts';
import { instantInWords, monthInWords, weekdayInWords } from './parts/dates.ts';
import { partList, sourceText } from './parts/entry.ts';
import { facts, mark, notice, section } from './parts/facts.ts';
import { hidden, postForm, submit, textField } from './parts/form.ts';
import { signedDuration, time } from './parts/format.ts';
import { safeLink } from './parts/safe-link.ts';
import { lateMark } from './parts/state.ts';
import { table } from './parts/table.ts';
import { inLanguage } from './parts/words.ts';
import { hrMonthWords } from './words/hr-month.ts';

function whatBecame({ parts, contested, lateDays }: StandingLine, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrMonthWords);
  return [
    parts.length === 0 ? h('span', { class: 'faint' }, t.notLookedAt) : partList(language, parts),
    lateDays === null ? null : h('div', { class: 'part' }, lateMark(language, lateDays)),
    contested === null
      ? null
      : h(
          'div',
          { class: 'part' },
          mark('bad', t.contested),
          contested === '' ? null : h('p', { class: 'hint' }, contested),
        ),
  ];
}

function linesPart({ company, lines }: HrMonthView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, hrMonthWords);
  return section(
    'lines',
    t.lines,
    lines.length === 0
      ? h('p', null, t.noLines)
      : table(
          t.lines,
          [
            { title: t.day, cell: ({ day }) => weekdayInWords(language, day), isHeading: true },
            { title: t.project, cell: ({ project }) => project },
            { title: t.time, cell: (line) => duration(language, line.time), isNumber: true },
            {
              title: t.source,
              cell: ({ source, timesheet }) =>
                safeLink(addresses.hrReceipt(company.id, timesheet), sourceText(language, source)),
            },
            { title: t.became, cell: (line) => whatBecame(line, frame) },
          ],
          lines,
          { hasHiddenCaption: true },
        ),
  );
}

function correctionsPart({ corrections }: HrMonthView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, hrMonthWords);
  return section(
    'corrections',
    t.corrections,
    corrections.length === 0
      ? h('p', null, t.noCorrections)
      : table(
          t.corrections,
          [
            { title: t.day, cell: ({ day }) => weekdayInWords(language, day), isHeading: true },
            { title: t.project, cell: ({ project }) => project },
            { title: t.difference, cell: ({ delta }) => signedDuration(language, delta), isNumber: true },
            { title: t.reason, cell: ({ reason }) => reason },
            { title: t.by, cell: ({ by, at }) => [by, h('span', { class: 'under' }, instantInWords(language, at))] },
          ],
          corrections,
          { hasHiddenCaption: true },
        ),
  );
}

function completenessPart(view: HrMonthView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, hrMonthWords);
  const { company, month, developer, state, acts } = view;
  const isNothing = state === 'nothing';
  return section(
    'completeness',
    t.completeness,
    state === 'complete'
      ? postForm(
          frame,
          addresses.hrReopen(company.id, month, developer.id),
          [
            h('p', null, t.completeText),
            textField({ name: 'reason', id: 'reopen-reason', label: t.reopenReason }, true),
            submit(t.reopen, 'second'),
          ],
          { class: 'panel' },
        )
      : postForm(
          frame,
          addresses.hrComplete(company.id, month),
          [
            hidden('developer', developer.id),
            h('p', null, isNothing ? t.nothingText : t.openText),
            submit(isNothing ? t.declareNone : t.declare),
          ],
          { class: 'panel' },
        ),
    acts.length === 0
      ? null
      : [
          h('h3', null, t.acts),
          table(
            t.acts,
            [
              {
                title: t.act,
                cell: ({ act }) => (act === 'completed' ? mark('good', t.completed) : mark('gone', t.reopened)),
                isHeading: true,
              },
              { title: t.by, cell: ({ by, at }) => [by, h('span', { class: 'under' }, instantInWords(language, at))] },
              { title: t.reason, cell: ({ reason }) => reason ?? '–' },
            ],
            acts,
            { hasHiddenCaption: true },
          ),
        ],
  );
}

export function renderHrMonth(view: HrMonthView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, hrMonthWords);
  const { company, month, developer, declared, state, previous, next } = view;
  const way = (to: Month | null, text: string): ComponentChild =>
    to === null
      ? null
      : safeLink(addresses.hrMonth(company.id, to, developer.id), `${text} (${monthInWords(language, to)})`);
  return page(
    frame,
    { title: `${developer.name}, ${monthInWords(language, month)}` },
    view.notice === null ? null : notice('done', h('p', null, say(language, view.notice))),
    facts([
      [t.company, company.name],
      [t.declared, time(language, declared)],
      [t.state, completenessMark(language, state, declared)],
    ]),
    linesPart(view, frame),
    correctionsPart(view, frame),
    correctionForm(view, frame),
    completenessPart(view, frame),
    h(
      'p',
      { class: 'way-on' },
      way(previous, t.previous),
      way(next, t.next),
      safeLink(`${addresses.hrTimesheets}?${new URLSearchParams({ company: company.id, month })}`, t.back),
    ),
  );
}
