// Finance: one fiscal year under every scheme and reading, side by side. A preview: it has no number, and asking for it changes nothing.

import { h } from 'preact';
import type { Period } from '../lib/model/calendar.ts';
import { say } from '../lib/model/typeset.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { type CompanyChoice, companyText } from './parts/company.ts';
import { type ComparedScheme, comparedGroup, type Group, type SupportTexts } from './parts/compared.ts';
import { periodInWords } from './parts/dates.ts';
import { facts, notice, section } from './parts/facts.ts';
import { getForm, selectField, submit } from './parts/form.ts';
import { safeLink } from './parts/safe-link.ts';
import { inLanguage } from './parts/words.ts';
import { compareWords } from './words/compare.ts';

export interface ComparedYear {
  readonly fiscalYear: number;
  readonly period: Period;
  readonly paysCorporateTax: boolean;
  readonly proposed: readonly ComparedScheme[];
  readonly inForce: readonly ComparedScheme[];
  /** By calendar year, for comparison only. */
  readonly comparators: readonly ComparedScheme[];
  /** Without corporate tax: time alone. */
  readonly timeOnly: readonly ComparedScheme[];
}

export interface FinanceCompareView {
  readonly company: CompanyChoice;
  /** Those that have hours, newest first. */
  readonly years: readonly number[];
  /** The reading of `support` asked for; null: each scheme's own. */
  readonly support: string | null;
  /** Every reading, in order. */
  readonly supports: SupportTexts;
  /** null where no year has hours. */
  readonly compared: ComparedYear | null;
}

function groupsOf(compared: ComparedYear, frame: Frame): Group[] {
  const t = inLanguage(frame.language, compareWords);
  const groups: Group[] = [
    { id: 'proposed', title: t.proposed, isSimulation: true, rows: compared.proposed },
    { id: 'in-force', title: t.inForce, isSimulation: false, rows: compared.inForce },
    { id: 'comparator', title: t.comparator, isSimulation: false, rows: compared.comparators },
    { id: 'time-only', title: t.timeOnly, isSimulation: false, rows: compared.timeOnly },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

export function renderFinanceCompare(view: FinanceCompareView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, compareWords);
  const { company, years, supports, support, compared } = view;
  const chooser =
    compared === null
      ? h('p', null, t.noHours)
      : getForm(addresses.financeCompare(company.id), [
          selectField(
            { name: 'year', label: t.fiscalYear },
            years.map((year) => ({ value: String(year), text: String(year) })),
            String(compared.fiscalYear),
          ),
          selectField(
            { name: 'support', label: t.support, hint: t.supportHint },
            [
              { value: '', text: t.ownSupport },
              ...Object.entries(supports).map(([value, text]) => ({ value, text: say(language, text) })),
            ],
            support ?? '',
          ),
          submit(t.show, 'second'),
        ]);
  return page(
    frame,
    { title: `${t.preview} – ${t.title}`, isSimulation: compared !== null && compared.proposed.length > 0 },
    h('p', { class: 'lead' }, companyText(company)),
    compared === null ? null : facts([[t.period, periodInWords(language, compared.period)]]),
    notice('note', h('p', null, t.previewText)),
    compared === null || compared.paysCorporateTax ? null : notice('note', h('p', null, t.timeOnlyText)),
    section('ask', t.ask, chooser),
    compared === null
      ? null
      : [
          ...groupsOf(compared, frame).map((group) => comparedGroup(language, group, supports)),
          compared.paysCorporateTax ? section('how', t.how, h('p', null, t.howText)) : null,
        ],
    h('p', null, safeLink(addresses.financeStatements, t.back)),
  );
}
