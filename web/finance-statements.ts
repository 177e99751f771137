// Finance: where the hours of each fiscal year stand, what is prepared and issued, and the form that prepares.

import { type ComponentChild, h } from 'preact';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import type { Waterfall } from '../lib/statement/waterfall.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { type CompanyChoice, companyField, companyText } from './parts/company.ts';
import { instantInWords } from './parts/dates.ts';
import { notice, section } from './parts/facts.ts';
import { getForm, hidden, postForm, selectField, submit } from './parts/form.ts';
import { type Time, time } from './parts/format.ts';
import { type MonthOfHours, monthsOfYear } from './parts/months-of-year.ts';
import { safeLink } from './parts/safe-link.ts';
import {
  type PartState,
  partStates,
  readingName,
  type StatementState,
  schemeName,
  statementMark,
} from './parts/state.ts';
import { table } from './parts/table.ts';
import { type TouchedView, touchedTexts } from './parts/touched-time.ts';
import { type ReasonTexts, waterfallParts } from './parts/waterfall.ts';
import { inLanguage } from './parts/words.ts';
import { financeStatementsWords } from './words/finance.ts';

/** Declared time of one fiscal year, and where it ended. */
export interface YearOfHours extends Readonly<Record<PartState, Time>> {
  /** The calendar year in which the fiscal year ends. */
  readonly fiscalYear: number;
  /** Its last day is over: the one that is usually prepared. */
  readonly isClosed: boolean;
  readonly declared: Time;
  readonly waterfall: Waterfall;
  /** Those with time, in order. */
  readonly months: readonly MonthOfHours[];
  /** What stands in the way of preparing, each with what to do; empty if nothing does. */
  readonly blocking: readonly Bilingual[];
}

export interface StatementLine {
  /** As it stands in addresses: prepared ones have no number yet. */
  readonly statement: string;
  readonly number: string | null;
  readonly fiscalYear: number;
  readonly scheme: string;
  readonly state: StatementState;
  readonly counted: Time;
  /** Who prepared it, or issued it. */
  readonly by: string;
  /** Instant UTC. */
  readonly at: string;
}

export interface FinanceStatementsView {
  /** Where the person is of finance. */
  readonly companies: readonly CompanyChoice[];
  readonly company: CompanyChoice;
  /** Newest first. */
  readonly years: readonly YearOfHours[];
  readonly reasonTexts: ReasonTexts;
  readonly statements: readonly StatementLine[];
  /** Issued ones that would come out otherwise today: to be prepared again. */
  readonly touched: readonly TouchedView[];
  /** Codes that this company may prepare; the first is chosen. */
  readonly schemes: readonly string[];
  /** Of those schemes: none is chosen, and the scheme's first is taken. */
  readonly readings: readonly { readonly scheme: string; readonly reading: string }[];
  readonly notice: Bilingual | null;
}

function yearTable(years: readonly YearOfHours[], { language }: Frame): ComponentChild {
  const t = inLanguage(language, financeStatementsWords);
  const s = inLanguage(language, partStates);
  const state = (title: string, key: PartState | 'declared') => ({
    title,
    cell: (year: YearOfHours) => time(language, year[key]),
    isNumber: true,
  });
  return [
    table(
      t.hours,
      [
        { title: t.year, cell: ({ fiscalYear }) => String(fiscalYear), isHeading: true },
        state(t.declared, 'declared'),
        state(s.counted, 'counted'),
        state(s.refused, 'refused'),
        state(s.awaiting, 'awaiting'),
        state(s.withdrawn, 'withdrawn'),
      ],
      years,
      { hasHiddenCaption: true },
    ),
    years
      .filter(({ blocking }) => blocking.length > 0)
      .map(({ fiscalYear, blocking }) =>
        notice(
          'warn',
          h('h3', null, `${t.blocking} – ${fiscalYear}`),
          h(
            'ul',
            null,
            blocking.map((text) => h('li', null, say(language, text))),
          ),
        ),
      ),
  ];
}

/** Year by year, closed until asked for but the one that is usually prepared. */
function waterfalls({ years, reasonTexts }: FinanceStatementsView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, financeStatementsWords);
  const usual = years.find(({ isClosed }) => isClosed) ?? years[0];
  return years.map((year) =>
    h(
      'details',
      { open: year === usual },
      h('summary', null, `${t.waterfall} – ${year.fiscalYear}`),
      waterfallParts(language, year.waterfall, reasonTexts),
      monthsOfYear(language, year.months),
    ),
  );
}

function prepareForm({ company, schemes, readings, years }: FinanceStatementsView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, financeStatementsWords);
  const yearTexts = years.map(({ fiscalYear }) => String(fiscalYear));
  return postForm(
    frame,
    addresses.financeStatements,
    [
      h('p', null, t.prepareText),
      hidden('company', company.id),
      selectField(
        { name: 'scheme', label: t.scheme, hint: t.proposal },
        schemes.map((code) => ({ value: code, text: schemeName(language, code) })),
        schemes[0] ?? '',
      ),
      selectField(
        { name: 'year', label: t.fiscalYear },
        yearTexts.map((year) => ({ value: year, text: year })),
        String((years.find(({ isClosed }) => isClosed) ?? years[0])?.fiscalYear ?? ''),
      ),
      selectField(
        { name: 'reading', label: t.reading, hint: t.readingHint },
        [
          { value: '', text: t.usualReading },
          ...readings.map(({ scheme, reading }) => ({
            value: reading,
            text: `${schemeName(language, scheme)} – ${readingName(language, reading)}`,
          })),
        ],
        '',
      ),
      submit(t.prepareButton),
    ],
    { class: 'panel' },
  );
}

function touchedNotice({ touched, company }: FinanceStatementsView, { language }: Frame): ComponentChild {
  if (touched.length === 0) return null;
  const t = inLanguage(language, financeStatementsWords);
  const lines = touched.flatMap((one) => touchedTexts(one, language).map((text) => ({ number: one.number, text })));
  return notice(
    'warn',
    h('h2', null, t.touched),
    h('p', null, t.touchedText),
    h(
      'ul',
      null,
      lines.map(({ number, text }) =>
        h(
          'li',
          null,
          safeLink(addresses.financeStatement(company.id, number), number),
          language === 'fr' ? '\u00a0: ' : ': ',
          text,
        ),
      ),
    ),
  );
}

function statementTable({ company, statements }: FinanceStatementsView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, financeStatementsWords);
  if (statements.length === 0) return h('p', null, t.none);
  return table(
    t.statements,
    [
      {
        title: t.number,
        cell: ({ statement, number }) =>
          safeLink(addresses.financeStatement(company.id, statement), number ?? t.noNumber),
        isHeading: true,
      },
      { title: t.year, cell: ({ fiscalYear }) => String(fiscalYear) },
      { title: t.scheme, cell: ({ scheme }) => schemeName(language, scheme) },
      { title: t.state, cell: ({ state }) => statementMark(language, state) },
      { title: t.counted, cell: ({ counted }) => time(language, counted), isNumber: true },
      { title: t.by, cell: ({ by, at }) => [by, h('span', { class: 'under' }, instantInWords(language, at))] },
    ],
    statements,
    { hasHiddenCaption: true },
  );
}

export function renderFinanceStatements(view: FinanceStatementsView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, financeStatementsWords);
  const { companies, company, years } = view;
  return page(
    frame,
    { title: t.title },
    view.notice === null ? null : notice('done', h('p', null, say(language, view.notice))),
    touchedNotice(view, frame),
    companies.length > 1
      ? getForm(addresses.financeStatements, [
          companyField({ id: 'company', label: t.company }, companies, company),
          submit(t.show, 'second'),
        ])
      : h('p', { class: 'lead' }, companyText(company)),
    section(
      'hours',
      t.hours,
      years.length === 0 ? h('p', null, t.noHours) : [yearTable(years, frame), waterfalls(view, frame)],
    ),
    h(
      'ul',
      null,
      years.length === 0 ? null : h('li', null, safeLink(addresses.financeChecklist(company.id), t.checklist)),
      h('li', null, safeLink(addresses.financeDeclarations(company.id), t.declarations)),
      years.length === 0 ? null : h('li', null, safeLink(addresses.financeCompare(company.id), t.compare)),
    ),
    section('statements', t.statements, statementTable(view, frame)),
    years.length === 0 ? null : section('prepare', t.prepare, prepareForm(view, frame)),
  );
}
