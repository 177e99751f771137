// Finance: what stops a statement of one fiscal year and scheme, and what is still open, each with where it is settled.
import { h } from 'preact';
import type { Period } from '../lib/model/calendar.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { type CompanyChoice, companyText } from './parts/company.ts';
import { periodInWords } from './parts/dates.ts';
import { notice, section } from './parts/facts.ts';
import { getForm, hidden, postForm, selectField, submit } from './parts/form.ts';
import { type OpenPoint, openPoints } from './parts/open-points.ts';
import { safeLink } from './parts/safe-link.ts';
import { schemeName } from './parts/state.ts';
import { inLanguage } from './parts/words.ts';
import { checklistWords } from './words/declarations.ts';

export interface FinanceChecklistView {
  readonly company: CompanyChoice;
  /** Those that have hours, newest first. */
  readonly years: readonly number[];
  readonly fiscalYear: number;
  readonly schemes: readonly string[];
  readonly scheme: string;
  readonly period: Period;
  readonly items: readonly OpenPoint[];
  /** By id. */
  readonly projectNames: Readonly<Record<string, string>>;
}

export function renderFinanceChecklist(view: FinanceChecklistView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, checklistWords);
  const { company, years, fiscalYear, schemes, scheme, items } = view;
  const [blocking, open] = [items.filter(({ blocks }) => blocks), items.filter(({ blocks }) => !blocks)];
  return page(
    frame,
    { title: t.title },
    h('p', { class: 'lead' }, `${companyText(company)} – ${periodInWords(language, view.period)}`),
    getForm(addresses.financeChecklist(company.id), [
      selectField(
        { name: 'year', label: t.fiscalYear },
        years.map((year) => ({ value: String(year), text: String(year) })),
        String(fiscalYear),
      ),
      selectField(
        { name: 'scheme', label: t.scheme },
        schemes.map((code) => ({ value: code, text: schemeName(language, code) })),
        scheme,
      ),
      submit(t.show, 'second'),
    ]),
    section(
      'blocking',
      t.blocking,
      blocking.length === 0
        ? notice('note', h('p', null, t.nothingBlocks))
        : openPoints(frame, t.blocking, view, blocking),
    ),
    section('open', t.open, open.length === 0 ? h('p', null, t.nothingOpen) : openPoints(frame, t.open, view, open)),
    blocking.length > 0
      ? null
      : postForm(frame, addresses.financeStatements, [
          hidden('company', company.id),
          hidden('year', fiscalYear),
          hidden('scheme', scheme),
          submit(t.prepare),
        ]),
    h('p', { class: 'way-on' }, safeLink(`${addresses.financeDeclarations(company.id)}?year=${fiscalYear}`, t.declare)),
    h('p', { class: 'way-on' }, safeLink(addresses.financeStatements, t.back)),
  );
}
