// The auditor: one person and project in one month; each declared line with its three proofs side by side.

import { type ComponentChild, h } from 'preact';
import type { Day, Month } from '../lib/model/calendar.ts';
import type { CheckAnswer, ConfirmationAnswer } from '../lib/model/confirmation.ts';
import type { TraceVerdict } from '../lib/model/corroboration.ts';
import type { Duration } from '../lib/model/duration.ts';
import { duration } from '../lib/model/quantity-text.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { answerMark } from './parts/answer.ts';
import { dayInWords, fullDayInWords, instantInWords, monthInWords } from './parts/dates.ts';
import { type EntryPart, type EntrySource, partList, sourceText } from './parts/entry.ts';
import { copied, mark } from './parts/facts.ts';
import { type Time, time } from './parts/format.ts';
import { backToStatement, hiddenAt, ofStatement } from './parts/link-about.ts';
import { safeLink } from './parts/safe-link.ts';
import { lateMark, verdictMark } from './parts/state.ts';
import { type TraceCount, traceList } from './parts/traces.ts';
import { inLanguage } from './parts/words.ts';
import { linkLineWords } from './words/auditor.ts';

export interface ProvenEntry {
  /** `<root>:<leaf>` */
  readonly entry: string;
  readonly day: Day;
  readonly time: Duration;
  readonly parts: readonly EntryPart[];
  readonly source: EntrySource & {
    /** SHA-256 of the file, lower-case hex. */
    readonly sha256: string;
    readonly receivedDay: Day;
    /** What stands in the file itself; null below level `names`, for a correction, and once the file was erased. */
    readonly original: {
      /** Of the very cell; null in a text file. */
      readonly text: string | null;
      readonly cells: readonly { readonly cell: string | null; readonly text: string }[];
    } | null;
  };
  readonly lateDays: number | null;
  readonly check: { readonly answer: CheckAnswer; readonly at: string } | null;
  readonly verdict: TraceVerdict | null;
  readonly why: Bilingual | null;
  /** Ids are shown at level `names` only. */
  readonly traces: readonly TraceCount[];
  readonly confirmation: {
    readonly answer: ConfirmationAnswer;
    /** For `partly`: of the whole month. */
    readonly confirmed: Duration | null;
    readonly at: string;
    readonly capacity: string;
    /** Names of the companies the signatory is tied to. */
    readonly ties: readonly string[];
    /** SHA-256 of the fact, lower-case hex. */
    readonly digest: string;
    /** Of her appointment. */
    readonly mandate: { readonly from: Day; readonly to: Day | null };
    /** Her name at level `names`; else null. */
    readonly signatory: string | null;
  } | null;
}

export interface LinkLineView {
  /** As it stands in addresses. */
  readonly link: string;
  /** From 1, as `line-<n>`. */
  readonly line: number;
  readonly number: string;
  readonly company: string;
  /** Her name at level `names`; else null, and she is the number below. */
  readonly name: string | null;
  readonly person: number;
  readonly project: string;
  readonly month: Month;
  readonly previous: Month | null;
  readonly next: Month | null;
  readonly declared: Time;
  /** In order of day. */
  readonly entries: readonly ProvenEntry[];
  readonly level: 'lines' | 'names';
}

function proof(title: string, ...content: ComponentChild[]): ComponentChild {
  return h('div', { class: 'proof' }, h('h3', null, title), content);
}

/** The text as it was read, and the whole row behind it. */
function original({ original: found }: ProvenEntry['source'], language: Frame['language']): ComponentChild {
  if (found === null) return null;
  const t = inLanguage(language, linkLineWords);
  return [
    found.text === null
      ? null
      : h('p', null, `${t.asRead} ${say(language, { fr: `« ${found.text} »`, en: `“${found.text}”` })}`),
    h(
      'details',
      null,
      h('summary', null, t.wholeRow),
      h(
        'ul',
        null,
        found.cells.map(({ cell, text }) => h('li', null, cell === null ? null : [h('code', null, cell), ' '], text)),
      ),
    ),
  ];
}

function fileProof({ source, lateDays, check }: ProvenEntry, { language }: Frame): ComponentChild {
  const t = inLanguage(language, linkLineWords);
  const checked =
    check === null
      ? t.noCheck
      : `${check.answer === 'checked' ? t.check : t.contested}, ${instantInWords(language, check.at)}`;
  return proof(
    t.file,
    h('p', null, h('strong', null, sourceText(language, source))),
    h('p', null, `${t.received} ${dayInWords(language, source.receivedDay)} `, lateMark(language, lateDays)),
    h('p', null, 'SHA-256 ', copied(language, source.sha256)),
    h('p', null, mark(check === null ? 'wait' : check.answer === 'checked' ? 'good' : 'bad', checked)),
    original(source, language),
  );
}

function traceProof({ verdict, why, traces }: ProvenEntry, { language }: Frame): ComponentChild {
  const t = inLanguage(language, linkLineWords);
  return proof(
    t.traces,
    h('p', null, verdictMark(language, verdict)),
    traces.length === 0 ? null : traceList(language, traces),
    why === null ? null : h('p', { class: 'hint' }, say(language, why)),
  );
}

function confirmationProof({ confirmation }: ProvenEntry, { language }: Frame): ComponentChild {
  const t = inLanguage(language, linkLineWords);
  if (confirmation === null) return proof(t.confirmation, h('p', null, mark('wait', t.noConfirmation)));
  const { answer, confirmed, at, capacity, ties, digest, mandate, signatory } = confirmation;
  const until = mandate.to === null ? t.openEnded : `${t.mandateTo} ${dayInWords(language, mandate.to)}`;
  const tie = ties.length === 0 ? t.untied : `${t.tied} ${ties.join(', ')}`;
  return proof(
    t.confirmation,
    h('p', null, answerMark(language, answer), confirmed === null ? null : ` ${duration(language, confirmed)}`),
    h(
      'p',
      null,
      `${instantInWords(language, at)}, ${t.by} ${signatory === null ? '' : `${signatory}, `}${capacity}, ${tie}`,
    ),
    h('p', null, `${t.mandateFrom} ${dayInWords(language, mandate.from)}, ${until}`),
    h('p', null, 'SHA-256 ', copied(language, digest)),
  );
}

function provenEntry(one: ProvenEntry, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, linkLineWords);
  const id = `line-${one.entry}`;
  return h(
    'section',
    { class: 'card', 'aria-labelledby': id },
    h('h2', { id }, `${fullDayInWords(language, one.day)} – ${duration(language, one.time)}`),
    partList(language, one.parts),
    h('div', { class: 'proofs' }, fileProof(one, frame), traceProof(one, frame), confirmationProof(one, frame)),
    h('p', { class: 'hint' }, `${t.entry} `, copied(language, one.entry)),
  );
}

export function renderLinkLine(view: LinkLineView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, linkLineWords);
  const { link, line, name, person, project, month, previous, next, declared, entries } = view;
  const who = name ?? say(language, { fr: `Personne ${person}`, en: `Person ${person}` });
  const way = (to: Month | null, text: string): ComponentChild =>
    to === null ? null : safeLink(addresses.linkLine(link, line, to), `${text} (${monthInWords(language, to)})`);
  return page(
    frame,
    { title: `${who}, ${monthInWords(language, month)}` },
    h('p', { class: 'lead' }, t.lead),
    ofStatement(language, view, [t.project, project], [t.declared, time(language, declared)]),
    view.level === 'names' ? null : hiddenAt(language, view.level),
    entries.map((one) => provenEntry(one, frame)),
    h(
      'p',
      { class: 'way-on' },
      way(previous, t.previous),
      ' ',
      way(next, t.next),
      ' ',
      safeLink(`${addresses.linkNotes(link)}?line=${line}&month=${month}`, t.ask),
      ' ',
      backToStatement(language, link),
    ),
  );
}
