// The auditor: what came since the statement was closed, and its time as the ledger knew it on a day, beside what was signed.

import { type ComponentChild, h } from 'preact';
import type { Day, Month, Period } from '../lib/model/calendar.ts';
import { countedOf } from '../lib/model/counted.ts';
import { say } from '../lib/model/typeset.ts';
import type { Amounts, TimeByState } from '../lib/statement/payload.ts';
import type { ViewLevel } from '../lib/statement/sd-jwt.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { dayInWords, instantInWords, monthInWords, periodInWords } from './parts/dates.ts';
import { facts, section } from './parts/facts.ts';
import { getForm, inputField, submit } from './parts/form.ts';
import { signedDuration, time } from './parts/format.ts';
import { backToStatement, hiddenAt, ofStatement } from './parts/link-about.ts';
import { partStates, statementMark } from './parts/state.ts';
import { table } from './parts/table.ts';
import { inLanguage, named } from './parts/words.ts';
import { changeKinds, linkChangesWords } from './words/auditor-tools.ts';

interface Change {
  /** Instant UTC. */
  readonly at: string;
  readonly kind: keyof typeof changeKinds;
  readonly time: { readonly minutes: number; readonly halfDays: number } | null;
  readonly subject: string | null;
  readonly about: readonly { readonly month: Month; readonly person: number; readonly name: string | null }[];
}

export interface LinkChangesView {
  /** As it stands in addresses. */
  readonly link: string;
  readonly number: string;
  readonly company: string;
  readonly level: ViewLevel;
  readonly period: Period;
  readonly today: Day;
  /** Instants UTC: when its heads were pinned, and when it was issued. */
  readonly preparedAt: string;
  readonly issuedAt: string | null;
  readonly signed: TimeByState;
  readonly known: {
    readonly day: Day;
    readonly facts: number;
    readonly time: TimeByState | null;
    readonly state: 'issued' | 'superseded' | 'revoked' | null;
  };
  readonly changes: readonly Change[];
}

type State = 'declared' | 'counted' | 'refused' | 'awaiting' | 'withdrawn';
const states: readonly State[] = ['declared', 'counted', 'refused', 'awaiting', 'withdrawn'];

const amountOf = (amounts: Amounts | undefined, refused: number, state: State): number => {
  if (amounts === undefined) return 0;
  if (state === 'refused') return refused;
  return state === 'counted' ? countedOf(amounts) : amounts[state];
};

const timeIn = (of: TimeByState, state: State): { minutes: number; halfDays: number } => ({
  minutes: amountOf(
    of.minutes,
    of.refused.reduce((sum, { minutes }) => sum + minutes, 0),
    state,
  ),
  halfDays: amountOf(
    of.halfDays,
    of.refused.reduce((sum, { halfDays = 0 }) => sum + halfDays, 0),
    state,
  ),
});

function knownPart({ link, today, known, signed }: LinkChangesView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, linkChangesWords);
  const { day, facts: count, time: then, state } = known;
  return section(
    'as-of',
    `${t.asOf} ${dayInWords(language, day)}`,
    getForm(addresses.linkChanges(link), [
      inputField(
        { name: 'on', label: t.day, hint: t.dayHint },
        { type: 'date', required: true, max: today, value: day },
      ),
      submit(t.show),
    ]),
    facts([
      [t.state, state === null ? t.notIssued : statementMark(language, state)],
      [t.facts, String(count)],
    ]),
    then === null
      ? h('p', null, t.nothingThen)
      : table<State>(
          `${t.asOf} ${dayInWords(language, day)}`,
          [
            {
              title: t.where,
              cell: (one) => (one === 'declared' ? t.declared : say(language, partStates[one])),
              isHeading: true,
            },
            { title: t.signed, cell: (one) => time(language, timeIn(signed, one)), isNumber: true },
            { title: t.thatDay, cell: (one) => time(language, timeIn(then, one)), isNumber: true },
          ],
          states,
          { hasHiddenCaption: true },
        ),
    h('p', { class: 'hint' }, t.asOfText),
  );
}

function moved(language: Frame['language'], of: NonNullable<Change['time']>): string {
  const parts = [
    ...(of.minutes === 0 ? [] : [signedDuration(language, { unit: 'minute', amount: of.minutes })]),
    ...(of.halfDays === 0 ? [] : [signedDuration(language, { unit: 'half-day', amount: of.halfDays })]),
  ];
  return parts.length === 0 ? '±0' : parts.join(', ');
}

function changeTable({ changes }: LinkChangesView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, linkChangesWords);
  const who = ({ about, subject }: Change): ComponentChild =>
    about.length === 0
      ? (subject ?? '–')
      : h(
          'ul',
          null,
          about.map(({ month, person, name }) =>
            h(
              'li',
              null,
              `${name ?? (person === 0 ? t.other : `${t.person} ${person}`)}, ${monthInWords(language, month)}`,
            ),
          ),
        );
  if (changes.length === 0) return h('p', null, t.nothing);
  return table<Change>(
    t.since,
    [
      { title: t.when, cell: ({ at }) => instantInWords(language, at), isHeading: true },
      { title: t.what, cell: ({ kind }) => named(language, changeKinds, kind) },
      { title: t.time, cell: (one) => (one.time === null ? '–' : moved(language, one.time)), isNumber: true },
      { title: t.who, cell: who },
    ],
    changes,
    { hasHiddenCaption: true },
  );
}

export function renderLinkChanges(view: LinkChangesView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, linkChangesWords);
  const { level, period, preparedAt, issuedAt } = view;
  return page(
    frame,
    { title: t.title },
    h('p', { class: 'lead' }, t.lead),
    ofStatement(
      language,
      view,
      [t.period, periodInWords(language, period)],
      [t.prepared, instantInWords(language, preparedAt)],
      [t.issued, issuedAt === null ? null : instantInWords(language, issuedAt)],
    ),
    level === 'names' ? null : hiddenAt(language, level),
    section('since', t.since, h('p', null, t.sinceText), changeTable(view, frame)),
    knownPart(view, frame),
    h('p', { class: 'way-on' }, backToStatement(language, view.link)),
  );
}
