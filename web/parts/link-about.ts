// Around the statement behind a link: where to go from here, what this level hides, every other statement of the year, who sees the reader.
import { type ComponentChild, h } from 'preact';
import type { Period } from '../../lib/model/calendar.ts';
import type { Language } from '../../lib/model/text.ts';
import type { ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { addresses } from '../addresses.ts';
import { linkAboutWords } from '../words/auditor-about.ts';
import { instantInWords, periodInWords } from './dates.ts';
import { type Fact, facts, notice, section } from './facts.ts';
import { safeLink } from './safe-link.ts';
import { schemeName, statementMark } from './state.ts';
import { table } from './table.ts';
import { inLanguage } from './words.ts';

export interface SiblingStatement {
  readonly number: string;
  readonly scheme: string;
  readonly period: Period;
  /** Instant UTC. */
  readonly issuedAt: string;
  readonly state: 'issued' | 'superseded' | 'revoked';
  readonly supersedes: string | null;
  readonly replacedBy: string | null;
}

/** Every statement of one company and fiscal year, in order of number. */
export interface Siblings {
  readonly fiscalYear: number;
  readonly statements: readonly SiblingStatement[];
  /** Numbers that should be there and are not. */
  readonly missing: readonly string[];
}

/** Above each page behind a link: whose statement, and which. */
export function ofStatement(
  language: Language,
  { link, number, company }: { readonly link: string; readonly number: string; readonly company: string },
  ...more: readonly Fact[]
): ComponentChild {
  const t = inLanguage(language, linkAboutWords);
  return facts([[t.company, company], [t.statement, safeLink(addresses.linkStatement(link), number)], ...more]);
}

export const backToStatement = (language: Language, link: string): ComponentChild =>
  safeLink(addresses.linkStatement(link), inLanguage(language, linkAboutWords).back);

/** What may be done from here. */
export function linkTools(language: Language, link: string, level: ViewLevel): ComponentChild {
  const t = inLanguage(language, linkAboutWords);
  const entry = (address: string, title: string, text: string): ComponentChild =>
    h('li', null, safeLink(address, title), h('span', { class: 'under' }, text));
  return h(
    'nav',
    { 'aria-label': t.tools },
    h(
      'ul',
      { class: 'files' },
      level === 'totals' ? null : entry(addresses.linkSample(link), t.sample, t.sampleText),
      entry(addresses.linkChanges(link), t.changes, t.changesText),
      entry(addresses.linkFindings(link), t.findings, t.findingsText),
      entry(addresses.linkNotes(link), t.notes, t.notesText),
      entry(addresses.methodology, t.methodology, t.methodologyText),
    ),
  );
}

/** Said at each level, so that nobody takes what is hidden for what is not there. */
export const hiddenAt = (language: Language, level: ViewLevel): ComponentChild => {
  const t = inLanguage(language, linkAboutWords);
  return notice('note', h('p', null, t[`${level}Hides`]));
};

export function siblingsPart(language: Language, own: string, siblings: Siblings): ComponentChild {
  const t = inLanguage(language, linkAboutWords);
  const { fiscalYear, statements, missing } = siblings;
  const chain = ({ supersedes, replacedBy }: SiblingStatement): string =>
    [
      supersedes === null ? [] : `${t.replaces} ${supersedes}`,
      replacedBy === null ? [] : `${t.replacedBy} ${replacedBy}`,
    ]
      .flat()
      .join(', ') || '–';
  return section(
    'siblings',
    `${t.siblings} ${fiscalYear}`,
    missing.length === 0
      ? h('p', null, t.noGap)
      : notice('warn', h('p', null, `${t.gap} ${missing.join(', ')}. ${t.gapNext}`)),
    table<SiblingStatement>(
      `${t.siblings} ${fiscalYear}`,
      [
        {
          title: t.number,
          cell: ({ number }) => (number === own ? [number, h('span', { class: 'under' }, t.thisOne)] : number),
          isHeading: true,
        },
        { title: t.scheme, cell: ({ scheme }) => schemeName(language, scheme) },
        { title: t.period, cell: ({ period }) => periodInWords(language, period) },
        { title: t.issued, cell: ({ issuedAt }) => instantInWords(language, issuedAt) },
        { title: t.state, cell: ({ state }) => statementMark(language, state) },
        { title: t.chain, cell: chain },
      ],
      statements,
      { hasHiddenCaption: true },
    ),
  );
}

export function whoSees(language: Language): ComponentChild {
  const t = inLanguage(language, linkAboutWords);
  return section('who-sees', t.whoSees, h('p', null, t.whoSeesText));
}
