// The auditor: the form of a sample, what was drawn and how, each month leading to its three proofs.

import { type ComponentChild, h } from 'preact';
import { cents, whole } from '../lib/model/quantity-text.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import type { SampleAsked, SampleMethod } from '../lib/statement/sample.ts';
import type { SampleRow, StatementSample } from '../lib/statement/sample-of-statement.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { monthInWords } from './parts/dates.ts';
import { copied, facts, notice, section } from './parts/facts.ts';
import { getForm, inputField, radioField, submit } from './parts/form.ts';
import { time } from './parts/format.ts';
import { backToStatement, ofStatement } from './parts/link-about.ts';
import { safeLink } from './parts/safe-link.ts';
import { table } from './parts/table.ts';
import { inLanguage } from './parts/words.ts';
import { linkSampleWords } from './words/auditor-tools.ts';

export interface LinkSampleView {
  /** As it stands in addresses. */
  readonly link: string;
  readonly number: string;
  readonly company: string;
  readonly isProposal: boolean;
  /** Without amounts only `random` can be drawn. */
  readonly hasAmounts: boolean;
  /** How many months of lines there are. */
  readonly units: number;
  readonly wanted: Omit<SampleAsked, 'digest'> | null;
  readonly sample: StatementSample | null;
  /** Why nothing was drawn. */
  readonly noSample: Bilingual | null;
  readonly methodTexts: Readonly<Record<SampleMethod, Bilingual>>;
  readonly methodHints: Readonly<Record<SampleMethod, Bilingual>>;
}

function form(view: LinkSampleView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, linkSampleWords);
  const { link, hasAmounts, wanted, methodTexts, methodHints, units } = view;
  const methods = (hasAmounts ? (['random', 'monetary-unit', 'largest'] as const) : (['random'] as const)).map(
    (method) => ({ value: method, text: say(language, methodTexts[method]), hint: say(language, methodHints[method]) }),
  );
  return getForm(addresses.linkSample(link), [
    h('p', null, `${t.from} ${whole(language, units)}.`),
    radioField({ name: 'method', label: t.method }, methods, wanted?.method ?? 'random'),
    inputField(
      { name: 'size', label: t.size, hint: t.sizeHint },
      { type: 'number', required: true, min: 1, max: 10_000, value: wanted?.size ?? Math.min(25, Math.max(units, 1)) },
    ),
    inputField(
      { name: 'word', label: t.word, hint: t.wordHint },
      { autocomplete: 'off', maxLength: 200, value: wanted?.word ?? '' },
    ),
    submit(t.draw),
  ]);
}

function drawnTable({ link, sample }: LinkSampleView, { language }: Frame): ComponentChild {
  if (sample === null) return null;
  const t = inLanguage(language, linkSampleWords);
  const { rows, population } = sample;
  return table<SampleRow>(
    t.drawn,
    [
      { title: t.place, cell: ({ place }) => whole(language, place), isNumber: true },
      {
        title: t.person,
        cell: ({ name, person, projectName }) => [
          name ?? `${t.person} ${person}`,
          h('span', { class: 'under' }, projectName),
        ],
        isHeading: true,
      },
      {
        title: t.month,
        cell: ({ line, month }) => safeLink(addresses.linkLine(link, line, month), `${monthInWords(language, month)}`),
      },
      {
        title: t.counted,
        cell: ({ countedMinutes, countedHalfDays }) =>
          time(language, { minutes: countedMinutes, halfDays: countedHalfDays }),
        isNumber: true,
      },
      ...(population.cents === null
        ? []
        : [{ title: t.cost, cell: (row: SampleRow) => cents(language, row.cents ?? 0), isNumber: true }]),
      ...(sample.interval === null
        ? []
        : [{ title: t.hits, cell: (row: SampleRow) => whole(language, row.hits.length), isNumber: true }]),
    ],
    rows,
    { hasHiddenCaption: true },
  );
}

function drawnPart(view: LinkSampleView, frame: Frame): ComponentChild {
  const { language } = frame;
  const { link, sample, wanted } = view;
  if (sample === null || wanted === null) return null;
  const t = inLanguage(language, linkSampleWords);
  const { seed, interval, population, rows, method, size } = sample;
  const { word } = wanted;
  return section(
    'drawn',
    t.drawn,
    h('p', null, `${whole(language, rows.length)} ${t.of} ${whole(language, population.units)} ${t.unit}`),
    drawnTable(view, frame),
    h(
      'p',
      null,
      safeLink(addresses.linkSampleFile(link, wanted), t.download, { class: 'button' }),
      ' ',
      t.downloadText,
    ),
    facts([
      [t.seed, copied(language, seed)],
      [t.total, population.cents === null ? null : cents(language, population.cents)],
      [t.interval, interval === null ? null : `${interval.cents} / ${interval.parts}`],
      [t.start, interval === null ? null : String(interval.start)],
    ]),
    h('h3', null, t.again),
    h('p', null, t.againText, ' ', safeLink(`${addresses.methodology}#sampling`, t.methodology)),
    h(
      'pre',
      null,
      copied(
        language,
        `communs sample --statement statement.jws --disclosures disclosures.txt --method ${method} --size ${size}${word === '' ? '' : ` --word '${word.replaceAll("'", "'\\''")}'`}`,
      ),
    ),
  );
}

export function renderLinkSample(view: LinkSampleView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, linkSampleWords);
  const { isProposal, noSample } = view;
  return page(
    frame,
    { title: t.title, isSimulation: isProposal, isError: noSample !== null },
    h('p', { class: 'lead' }, t.lead),
    ofStatement(language, view),
    noSample === null ? null : notice('warn', h('p', null, say(language, noSample))),
    view.units === 0 ? null : form(view, frame),
    drawnPart(view, frame),
    h('p', { class: 'way-on' }, backToStatement(language, view.link)),
  );
}
