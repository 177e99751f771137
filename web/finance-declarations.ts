// Finance declares what a statement asks of the company, point by point: one small form each, which works without script.

import { type ComponentChild, h } from 'preact';
import type { Period } from '../lib/model/calendar.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import type {
  EnteredReturn,
  PayrollRun,
  StaffInformed,
  YearAnswer,
  YearQuestion,
} from '../lib/model/year-declarations.ts';
import { councilReasons } from '../lib/model/year-declarations.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { type CompanyChoice, companyText } from './parts/company.ts';
import { dayInWords, periodInWords } from './parts/dates.ts';
import { errorSummary } from './parts/error-summary.ts';
import { notice, section } from './parts/facts.ts';
import {
  type Field,
  getForm,
  hidden,
  type InputRules,
  inputField,
  postForm,
  selectField,
  submit,
} from './parts/form.ts';
import { euroField, hourField } from './parts/format-field.ts';
import { safeLink } from './parts/safe-link.ts';
import { schemeName } from './parts/state.ts';
import { inLanguage } from './parts/words.ts';
import { declarationsWords } from './words/declarations.ts';

type Said<T> = (T & { readonly saidOn: string }) | null;

/** Of one form. */
export type Topic =
  | 'payroll'
  | 'returns'
  | 'otherAid'
  | 'otherEmployers'
  | 'billedToClients'
  | 'counterparts'
  | 'worksCouncil'
  | 'notice';

export interface FinanceDeclarationsView {
  readonly company: CompanyChoice;
  /** Newest first. */
  readonly years: readonly number[];
  readonly fiscalYear: number;
  readonly period: Period;
  /** Codes with amounts; none where the company pays no corporate tax. */
  readonly schemes: readonly string[];
  readonly payroll: Said<PayrollRun>;
  readonly returns: readonly {
    readonly scheme: string;
    readonly said: Said<{ readonly entered: EnteredReturn | null }>;
  }[];
  readonly answers: Readonly<Record<YearQuestion, Said<YearAnswer>>>;
  readonly worksCouncil: Said<StaffInformed>;
  readonly told: Said<StaffInformed>;
  readonly notice: Bilingual | null;
  /** What was typed and did not pass, by field; empty elsewhere. */
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly field: string | null; readonly text: Bilingual }[];
}

interface Form {
  readonly view: FinanceDeclarationsView;
  readonly frame: Frame;
}

const idOf = (name: string): string => name.replaceAll('.', '-');

function field({ view, frame }: Form, name: string, label: string, hint?: string): Field {
  const error = view.errors.find((one) => one.field === name);
  return {
    ...{ name, label, id: idOf(name) },
    ...(hint === undefined ? {} : { hint }),
    ...(error === undefined ? {} : { error: say(frame.language, error.text) }),
  };
}

/** @param said what stands; what was typed goes before it */
const input = (form: Form, name: string, label: string, said: string, rules: InputRules = {}, hint?: string) =>
  inputField(field(form, name, label, hint), { ...rules, value: form.view.typed[name] ?? said });

const day = (form: Form, name: string, label: string, said: string | null | undefined) =>
  input(form, name, label, said ?? '', { type: 'date' });

function yesOrNo(form: Form, name: string, said: Said<YearAnswer>): ComponentChild {
  const t = inLanguage(form.frame.language, declarationsWords);
  return selectField(
    field(form, name, t.answer),
    [
      { value: '', text: t.notSaid },
      { value: 'yes', text: t.yes },
      { value: 'no', text: t.no },
    ],
    form.view.typed[name] ?? said?.answer ?? '',
  );
}

/** @param last when the point was said last; null: never */
function point(
  { view, frame }: Form,
  topic: Topic,
  title: string,
  text: string,
  last: string | null,
  fields: readonly ComponentChild[],
): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, declarationsWords);
  return section(
    topic,
    title,
    postForm(
      frame,
      addresses.financeDeclarations(view.company.id),
      [
        h('p', null, text),
        h('p', { class: 'hint' }, last === null ? t.unsaid : `${t.saidOn} ${dayInWords(language, last)}`),
        hidden('topic', topic),
        hidden('year', view.fiscalYear),
        hidden('period.from', view.period.from),
        hidden('period.to', view.period.to),
        fields,
        submit(t.save),
      ],
      { class: 'panel' },
    ),
  );
}

function payrollPoint(form: Form): ComponentChild {
  const { language } = form.frame;
  const t = inLanguage(language, declarationsWords);
  const { payroll, period } = form.view;
  const total = payroll === null ? '' : euroField(language, payroll.totalCents);
  return point(form, 'payroll', t.payroll, t.payrollText, payroll?.saidOn ?? null, [
    day(form, 'payroll.from', t.from, payroll?.run.from ?? period.from),
    day(form, 'payroll.to', t.to, payroll?.run.to ?? period.to),
    input(form, 'payroll.digest', t.digest, payroll?.digest ?? '', { maxLength: 80, spellcheck: false, size: 66 }),
    input(form, 'payroll.total', t.total, total, { maxLength: 30 }, `${t.totalHint} ${t.fits}`),
  ]);
}

function returnsPoint(form: Form): ComponentChild {
  const { language } = form.frame;
  const t = inLanguage(language, declarationsWords);
  const { returns, typed } = form.view;
  const known = returns.find(({ said }) => said !== null) ?? returns[0];
  if (known === undefined) return null;
  const entered = known.said?.entered ?? null;
  const filed = known.said === null ? '' : entered === null ? 'no' : 'yes';
  return point(form, 'returns', t.returns, t.returnsText, known.said?.saidOn ?? null, [
    selectField(
      field(form, 'returns.scheme', t.scheme),
      returns.map(({ scheme }) => ({ value: scheme, text: schemeName(language, scheme) })),
      typed['returns.scheme'] ?? known.scheme,
    ),
    selectField(
      field(form, 'returns.filed', t.filed),
      [
        { value: '', text: t.notSaid },
        { value: 'no', text: t.notFiled },
        { value: 'yes', text: t.yes },
      ],
      typed['returns.filed'] ?? filed,
    ),
    input(form, 'returns.filed.form', t.form, entered?.form ?? '', { maxLength: 40 }, t.formHint),
    input(form, 'returns.filed.line', t.line, entered?.line ?? '', { maxLength: 40 }),
    input(form, 'returns.filed.euros', t.euros, entered === null ? '' : String(entered.euros), { maxLength: 20 }),
    day(form, 'returns.filed.filedOn', t.filedOn, entered?.filedOn),
  ]);
}

function answerPoints(form: Form): ComponentChild {
  const { language } = form.frame;
  const t = inLanguage(language, declarationsWords);
  const { answers, schemes } = form.view;
  const billed = answers['billed-to-clients'];
  const received = answers.counterparts;
  const minutes = billed?.minutes ?? null;
  const halfDays = billed?.halfDays ?? null;
  const cents = received?.cents ?? null;
  const aid = answers['other-aid'];
  return [
    schemes.length === 0
      ? null
      : point(form, 'otherAid', t.otherAid, t.otherAidText, aid?.saidOn ?? null, [
          yesOrNo(form, 'otherAid.answer', aid),
        ]),
    point(form, 'otherEmployers', t.otherEmployers, t.otherEmployersText, answers['other-employers']?.saidOn ?? null, [
      yesOrNo(form, 'otherEmployers.answer', answers['other-employers']),
    ]),
    point(form, 'billedToClients', t.billed, t.billedText, billed?.saidOn ?? null, [
      yesOrNo(form, 'billedToClients.answer', billed),
      input(form, 'billedToClients.hours', t.hours, minutes === null ? '' : hourField(minutes), { maxLength: 20 }),
      input(form, 'billedToClients.halfDays', t.halfDays, halfDays === null ? '' : String(halfDays), { maxLength: 20 }),
    ]),
    point(form, 'counterparts', t.counterparts, t.counterpartsText, received?.saidOn ?? null, [
      yesOrNo(form, 'counterparts.answer', received),
      input(form, 'counterparts.amount', t.amount, cents === null ? '' : euroField(language, cents), { maxLength: 30 }),
    ]),
  ];
}

function informedPoints(form: Form): ComponentChild {
  const t = inLanguage(form.frame.language, declarationsWords);
  const { worksCouncil, told, typed } = form.view;
  return [
    point(form, 'worksCouncil', t.worksCouncil, `${t.worksCouncilText} ${t.everyYear}`, worksCouncil?.saidOn ?? null, [
      day(form, 'worksCouncil.on', t.on, worksCouncil?.on),
      selectField(
        field(form, 'worksCouncil.reason', t.reason),
        [{ value: '', text: '–' }, ...councilReasons.map((reason) => ({ value: reason, text: t[reason] }))],
        typed['worksCouncil.reason'] ?? worksCouncil?.reason ?? '',
      ),
    ]),
    point(form, 'notice', t.notice, `${t.noticeText} ${t.everyYear}`, told?.saidOn ?? null, [
      day(form, 'notice.on', t.on, told?.on),
    ]),
  ];
}

export function renderFinanceDeclarations(view: FinanceDeclarationsView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, declarationsWords);
  const form: Form = { view, frame };
  const errors = view.errors.map(({ field: name, text }) => ({
    href: name === null ? null : `#${idOf(name)}`,
    text: say(language, text),
  }));
  return page(
    frame,
    { title: t.title, isError: errors.length > 0 },
    errorSummary(language, errors),
    view.notice === null ? null : notice('done', h('p', null, say(language, view.notice))),
    h('p', { class: 'lead' }, `${companyText(view.company)} – ${periodInWords(language, view.period)}`),
    h('p', null, t.lead),
    getForm(addresses.financeDeclarations(view.company.id), [
      selectField(
        { name: 'year', label: t.fiscalYear },
        view.years.map((year) => ({ value: String(year), text: String(year) })),
        String(view.fiscalYear),
      ),
      submit(t.show, 'second'),
    ]),
    view.schemes.length === 0 ? null : [payrollPoint(form), returnsPoint(form)],
    answerPoints(form),
    informedPoints(form),
    h(
      'p',
      { class: 'way-on' },
      safeLink(`${addresses.financeChecklist(view.company.id)}?year=${view.fiscalYear}`, t.checklist),
    ),
  );
}
