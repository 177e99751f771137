// Schemes side by side: each group a table that is marked as a preview, with what each row lacks and how its net gain is worked out.

import { type ComponentChild, h } from 'preact';
import type { Period } from '../../lib/model/calendar.ts';
import { cents, euros, figure } from '../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';
import { compareWords } from '../words/compare.ts';
import { periodInWords } from './dates.ts';
import { mark } from './facts.ts';
import { type Time, time } from './format.ts';
import { partStates, readingName, schemeName } from './state.ts';
import { table } from './table.ts';
import { inLanguage, named } from './words.ts';

export interface ComparedAmounts {
  readonly baseCents: number;
  /** Whole euros, as a tax return takes them. */
  readonly declaredEuros: number;
  readonly net: {
    readonly cents: number;
    readonly says: Bilingual;
    /** Of the formula: one letter. */
    readonly certainty: string;
    readonly corporateTax: { readonly rate: string; readonly certainty: string } | null;
  };
}

export interface ComparedScheme {
  readonly scheme: string;
  readonly reading: string | null;
  readonly period: Period;
  /** What carries an entry in this row. */
  readonly support: string;
  readonly counted: Time | null;
  /** Declared time that does not count here, and why. */
  readonly notCounted: readonly (Time & { readonly state: 'refused' | 'awaiting'; readonly says: Bilingual })[];
  readonly costCents: number | null;
  /** `relief` only under a scheme in force, `simulation` only under a proposed one. */
  readonly relief: ComparedAmounts | null;
  readonly simulation: ComparedAmounts | null;
  readonly missing: Bilingual | null;
  readonly note: Bilingual | null;
}

/** What each reading of `support` is called. */
export type SupportTexts = Readonly<Record<string, Bilingual>>;

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly isSimulation: boolean;
  readonly rows: readonly ComparedScheme[];
}

/** The year of a calendar year, with that word; else both days. */
export function comparedPeriod(language: Language, { from, to }: Period): string {
  const year = from.slice(0, 4);
  if (from !== `${year}-01-01` || to !== `${year}-12-31`) return periodInWords(language, { from, to });
  return `${say(language, compareWords.calendarYear)} ${year}`;
}

export const comparedName = (language: Language, { scheme, reading }: ComparedScheme): string =>
  reading === null
    ? schemeName(language, scheme)
    : `${schemeName(language, scheme)}${language === 'fr' ? '\u202f' : ''}: ${readingName(language, reading)}`;

export const amountsIn = ({ relief, simulation }: ComparedScheme): ComparedAmounts | null => simulation ?? relief;

/** How the net gain of a row is worked out, with the rate that it takes. */
export function netFormula(language: Language, { net }: ComparedAmounts): string {
  const t = inLanguage(language, compareWords);
  const says = `${say(language, net.says)} (${t.certainty} ${net.certainty})`;
  if (net.corporateTax === null) return says;
  const { rate, certainty } = net.corporateTax;
  const gap = language === 'fr' ? '\u202f' : '';
  return `${says} ${t.taxRate}${gap}: ${figure(language, rate)} (${t.certainty} ${certainty}).`;
}

/** What tells a row from the others of its table. */
function told(language: Language, row: ComparedScheme, rows: readonly ComparedScheme[]): string {
  const { scheme, reading, period } = row;
  const name = reading === null ? schemeName(language, scheme) : readingName(language, reading);
  const isAlone = rows.every((other) => other.period.from === period.from);
  return isAlone ? name : `${name}, ${comparedPeriod(language, period)}`;
}

/** Why time does not count in a row: `Écarté 7 h : …`. */
export const notCountedLines = (language: Language, { notCounted }: ComparedScheme): string[] =>
  notCounted.map((each) => {
    const gap = language === 'fr' ? '\u202f' : '';
    return `${say(language, partStates[each.state])} ${time(language, each)}${gap}: ${say(language, each.says)}`;
  });

/** Each sentence once, with the rows that it is about. */
function sentences(
  language: Language,
  rows: readonly ComparedScheme[],
  of: (row: ComparedScheme) => readonly string[],
): ComponentChild {
  const said = Map.groupBy(
    rows.flatMap((row) => of(row).map((text) => ({ row, text }))),
    ({ text }) => text,
  );
  if (said.size === 0) return null;
  const lines = [...said].map(([text, about]) => {
    const whose = about.map(({ row }) => told(language, row, rows)).join(' · ');
    return h('li', null, h('strong', null, whose), h('br', null), text);
  });
  return h('ul', null, lines);
}

export function comparedGroup(language: Language, group: Group, supports: SupportTexts): ComponentChild {
  const t = inLanguage(language, compareWords);
  const { id, title, isSimulation, rows } = group;
  const hasAmounts = rows.some((row) => row.relief !== null || row.simulation !== null);
  const amount = (of: (amounts: ComparedAmounts) => string) => (row: ComparedScheme) => {
    const amounts = amountsIn(row);
    return amounts === null ? t.nothing : of(amounts);
  };
  const priced = [
    {
      title: t.cost,
      cell: ({ costCents }: ComparedScheme) => (costCents === null ? t.nothing : cents(language, costCents)),
      isNumber: true,
    },
    { title: t.base, cell: amount(({ baseCents }) => cents(language, baseCents)), isNumber: true },
    {
      title: isSimulation ? t.simulatedRelief : t.relief,
      cell: amount(({ declaredEuros }) => euros(language, declaredEuros)),
      isNumber: true,
    },
    {
      title: isSimulation ? t.simulatedNet : t.net,
      cell: amount(({ net }) => cents(language, net.cents)),
      isNumber: true,
    },
  ];
  return h(
    'section',
    { class: isSimulation ? 'simulation' : 'relief', 'aria-labelledby': id },
    h('h2', { id }, title),
    h('p', null, mark('wait', t.preview)),
    table(
      `${t.preview} – ${title}`,
      [
        {
          title: t.scheme,
          cell: (row) => [
            comparedName(language, row),
            h('span', { class: 'under' }, comparedPeriod(language, row.period)),
            h('span', { class: 'under' }, named(language, supports, row.support)),
          ],
          isHeading: true,
        },
        {
          title: t.counted,
          cell: ({ counted }) => (counted === null ? t.nothing : time(language, counted)),
          isNumber: true,
        },
        ...(hasAmounts ? priced : []),
      ],
      rows,
      { hasHiddenCaption: true, class: 'compared' },
    ),
    sentences(language, rows, (row) => notCountedLines(language, row)),
    sentences(language, rows, ({ missing }) => (missing === null ? [] : [`${t.missing} ${say(language, missing)}`])),
    sentences(language, rows, (row) => {
      const amounts = amountsIn(row);
      return amounts === null ? [] : [netFormula(language, amounts)];
    }),
    [...new Set(rows.flatMap(({ note }) => (note === null ? [] : say(language, note))))].map((note) =>
      h('p', null, note),
    ),
  );
}
