// The foundation: what awaits its signatory, line by line, and her last answers. No pay is on this page.

import { type ComponentChild, h } from 'preact';
import type { Day, Month } from '../lib/model/calendar.ts';
import type { ConfirmationAnswer } from '../lib/model/confirmation.ts';
import type { TraceVerdict } from '../lib/model/corroboration.ts';
import type { Duration } from '../lib/model/duration.ts';
import { duration, whole } from '../lib/model/quantity-text.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { answerMark } from './parts/answer.ts';
import { fullDayInWords, instantInWords, monthInWords } from './parts/dates.ts';
import { facts, notice, section } from './parts/facts.ts';
import { hidden, inputField, postForm, submit, textField } from './parts/form.ts';
import { type Freshness, freshnessLine } from './parts/freshness.ts';
import { safeLink } from './parts/safe-link.ts';
import { lateMark, verdictMark } from './parts/state.ts';
import { table } from './parts/table.ts';
import { type TraceCount, traceList } from './parts/traces.ts';
import { inLanguage } from './parts/words.ts';
import { type WorkEvidence, workEvidenceText } from './parts/work-evidence.ts';
import { foundationWords } from './words/foundation.ts';
import { receiptWords } from './words/receipts.ts';

interface Share {
  readonly company: { readonly id: string; readonly name: string };
  /** The name is shown to the signatory of this project alone. */
  readonly developer: { readonly id: string; readonly name: string };
  readonly project: { readonly id: string; readonly name: string };
  readonly month: Month;
}

/** A line that the traces do not carry, with what the developer gave to show it. */
interface Question {
  readonly day: Day;
  readonly time: Duration;
  /** null = not compared with a forge yet. */
  readonly verdict: TraceVerdict | null;
  readonly workEvidence: readonly WorkEvidence[];
}

/** One person, project and month that awaits an answer. */
export interface AwaitingLine extends Share {
  readonly time: Duration;
  /** Entry ids that the answer covers. */
  readonly entries: readonly string[];
  /** The declared time split by what the traces say, without zeros. */
  readonly split: readonly { readonly verdict: TraceVerdict; readonly time: Duration }[];
  /** What the rules and the traces leave nothing to ask about; null if there is none. */
  readonly clear: Duration | null;
  /** Line by line, in order of day, what she is asked about. */
  readonly questions: readonly Question[];
  readonly traces: readonly TraceCount[];
  /** Longest delay of its entries; null = all in time. */
  readonly lateDays: number | null;
  readonly isChecked: boolean;
  /** Why this signatory may not answer (her own hours, her own employer); null if she may. */
  readonly blocked: Bilingual | null;
}

export interface AnsweredLine extends Share {
  readonly answer: ConfirmationAnswer;
  /** For `partly`. */
  readonly confirmed: Duration | null;
  readonly comment: string | null;
  /** Instant UTC. */
  readonly at: string;
}

export interface FoundationListView {
  readonly foundation: { readonly id: string; readonly name: string };
  /** As registered, e.g. "trésorière". */
  readonly capacity: string;
  /** Of the repositories of her foundation's projects. */
  readonly freshness: readonly Freshness[];
  readonly awaiting: readonly AwaitingLine[];
  /** Newest first. */
  readonly answered: readonly AnsweredLine[];
  /** What the last answer did, shown once. */
  readonly notice: Bilingual | null;
}

/** What each verdict means to her; a line that agrees can still be held by another one's word. */
const questionReason = {
  agrees: 'whyAgrees',
  partly: 'whyPartly',
  'no-public-trace': 'whyNone',
  conflict: 'whyConflict',
} as const satisfies Readonly<Record<TraceVerdict, keyof typeof foundationWords>>;

const answer = (value: ConfirmationAnswer) => ({ name: 'answer', value });

/**
 * POST `foundation`, `company`, `developer`, `project`, `month`, `entry` (several), `answer`, `comment`; for `partly` `hours` and `minutes`, or
 * `halfDays`. Two forms: Enter in a field of the second must never confirm the whole.
 */
function answerForms(line: AwaitingLine, place: number, foundation: string, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, foundationWords);
  const id = (name: string): string => `${name}-${place}`;
  const amount = (name: 'hours' | 'minutes' | 'halfDays', max: number): ComponentChild =>
    inputField({ name, id: id(name), label: t[name] }, { type: 'number', min: 0, max, size: 6, inputMode: 'numeric' });
  const about = [
    hidden('foundation', foundation),
    hidden('company', line.company.id),
    hidden('developer', line.developer.id),
    hidden('project', line.project.id),
    hidden('month', line.month),
    line.entries.map((entry) => hidden('entry', entry)),
  ];
  const confirm = `${t.confirm} ${duration(language, line.time)}`;
  return [
    postForm(frame, addresses.foundationList, [about, submit(confirm, 'main', answer('confirmed'))]),
    h(
      'details',
      null,
      h('summary', null, t.other, h('span', { class: 'hidden' }, ` (${line.developer.name}, ${line.project.name})`)),
      postForm(frame, addresses.foundationList, [
        about,
        h(
          'fieldset',
          { class: 'row' },
          h('legend', null, t.partlyText),
          line.time.unit === 'minute'
            ? [amount('hours', Math.trunc(line.time.amount / 60)), amount('minutes', 59)]
            : amount('halfDays', line.time.amount),
          submit(t.partly, 'second', answer('partly')),
        ),
        textField({ name: 'comment', id: id('comment'), label: t.comment, hint: t.commentText }, false),
        h(
          'div',
          { class: 'inline' },
          submit(t.cannotTell, 'second', answer('cannot-tell')),
          submit(t.dispute, 'danger', answer('disputed')),
        ),
      ]),
    ),
  ];
}

function questionTable({ questions, developer }: AwaitingLine, { language }: Frame): ComponentChild {
  const t = inLanguage(language, foundationWords);
  if (questions.length === 0) return null;
  return h(
    'details',
    { class: 'asked' },
    h(
      'summary',
      null,
      `${t.questions} (${whole(language, questions.length)})`,
      h('span', { class: 'hidden' }, `, ${developer.name}`),
    ),
    h('p', { class: 'hint' }, t.questionsText),
    table(
      `${t.questions}, ${developer.name}`,
      [
        { title: t.day, cell: ({ day }) => fullDayInWords(language, day), isHeading: true },
        { title: t.declared, cell: ({ time }) => duration(language, time) },
        {
          title: t.why,
          cell: ({ verdict }) => [
            verdictMark(language, verdict),
            verdict === null ? null : h('p', { class: 'hint' }, t[questionReason[verdict]]),
          ],
        },
        {
          title: t.shown,
          cell: ({ workEvidence }) =>
            workEvidence.length === 0
              ? null
              : h(
                  'ul',
                  { class: 'given' },
                  workEvidence.map((one) => h('li', null, workEvidenceText(one))),
                ),
        },
      ],
      questions,
      { hasHiddenCaption: true },
    ),
  );
}

function awaitingCard(line: AwaitingLine, place: number, foundation: string, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, foundationWords);
  const { company, developer, project, month, split, traces, blocked } = line;
  return h(
    'li',
    { class: 'card' },
    h('h3', null, `${developer.name}, ${project.name}`),
    h('p', { class: 'under' }, monthInWords(language, month)),
    facts([
      [t.declared, [h('strong', null, duration(language, line.time)), ' ', lateMark(language, line.lateDays)]],
      [t.declaredBy, company.name],
      [t.checked, line.isChecked ? t.yes : t.no],
      [t.clear, line.clear === null ? null : duration(language, line.clear)],
      [
        t.split,
        split.map(({ verdict, time }) =>
          h('div', null, verdictMark(language, verdict), ` ${duration(language, time)}`),
        ),
      ],
      [t.found, traces.length === 0 ? null : traceList(language, traces)],
    ]),
    questionTable(line, frame),
    blocked === null
      ? answerForms(line, place, foundation, frame)
      : notice('note', h('p', null, say(language, blocked))),
  );
}

function answeredTable(lines: readonly AnsweredLine[], { language }: Frame): ComponentChild {
  const t = inLanguage(language, foundationWords);
  return table(
    t.answered,
    [
      {
        title: t.person,
        cell: ({ developer, company }) => [developer.name, h('span', { class: 'under' }, company.name)],
        isHeading: true,
      },
      { title: t.project, cell: ({ project }) => project.name },
      { title: t.month, cell: ({ month }) => monthInWords(language, month) },
      {
        title: t.answer,
        cell: (line) => [
          answerMark(language, line.answer),
          line.confirmed === null ? null : ` ${duration(language, line.confirmed)}`,
          line.comment === null ? null : h('p', { class: 'hint' }, line.comment),
        ],
      },
      { title: t.at, cell: ({ at }) => instantInWords(language, at) },
    ],
    lines,
    { hasHiddenCaption: true },
  );
}

export function renderFoundationList(view: FoundationListView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, foundationWords);
  const { foundation, capacity, awaiting, answered } = view;
  return page(
    frame,
    { title: t.title },
    view.notice === null ? null : notice('done', h('p', null, say(language, view.notice))),
    h('p', { class: 'lead' }, `${t.capacity} ${foundation.name} (${capacity}).`),
    h(
      'p',
      { class: 'way-on' },
      safeLink(
        `${addresses.foundationReceipts}?${new URLSearchParams({ foundation: foundation.id })}`,
        say(language, receiptWords.toReceipts),
      ),
    ),
    section(
      'attest',
      t.attestTitle,
      h('p', null, h('strong', null, t.attest)),
      h('p', null, t.traces),
      freshnessLine(language, view.freshness),
      h('p', null, t.silence),
      h('p', null, t.own),
    ),
    section(
      'awaiting',
      t.awaiting,
      awaiting.length === 0
        ? h('p', null, t.empty)
        : h(
            'ul',
            { class: 'cards full' },
            awaiting.map((line, place) => awaitingCard(line, place, foundation.id, frame)),
          ),
    ),
    answered.length === 0 ? null : section('answered', t.answered, answeredTable(answered, frame)),
  );
}
