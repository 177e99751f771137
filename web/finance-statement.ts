// Finance: one statement, prepared or issued, its files, and the auditor links that open it.
import { type ComponentChild, h } from 'preact';
import type { Day, Period } from '../lib/model/calendar.ts';
import type { Bilingual } from '../lib/model/text.ts';
import type { ViewLevel } from '../lib/statement/sd-jwt.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { amounts, isSimulation, type StatedAmounts } from './parts/amounts.ts';
import { type CompanyChoice, companyText } from './parts/company.ts';
import { dayInWords, instantInWords, periodInWords } from './parts/dates.ts';
import { downloads } from './parts/downloads.ts';
import { copied, facts, type MarkKind, mark, notice, section } from './parts/facts.ts';
import { inputField, postForm, radioField, submit } from './parts/form.ts';
import { cents, whole } from './parts/format.ts';
import { type ParameterLabels, parameterTable, type StatedParameter } from './parts/parameters.ts';
import { projectTable, type StatedProject } from './parts/projects.ts';
import { safeLink } from './parts/safe-link.ts';
import { type StatementState, schemeName, statementMark } from './parts/state.ts';
import { type RefusalTexts, type StatedTime, statedTime } from './parts/stated-time.ts';
import { table } from './parts/table.ts';
import { inLanguage, say } from './parts/words.ts';
import { financeStatementWords } from './words/finance.ts';

/** What was computed: a signed payload has all of it. */
export interface StatementFigures extends StatedTime, StatedAmounts {
  readonly period: Period;
  readonly scheme: { readonly code: string; readonly parameters: readonly StatedParameter[] };
  readonly cost?: { readonly cents: number } | undefined;
  readonly projects: readonly StatedProject[];
}

interface Signature {
  readonly by: string;
  /** Instant UTC. */
  readonly at: string;
}

export interface LinkLine {
  /** As it stands in addresses. */
  readonly link: string;
  readonly level: ViewLevel;
  readonly audience: string;
  readonly emailDomain: string;
  /** The last day on which it opens. */
  readonly expires: Day;
  readonly state: 'open' | 'revoked' | 'expired' | 'locked';
  readonly openings: number;
  readonly refusedTries: number;
  /** Instant UTC; null = never opened. */
  readonly lastOpened: string | null;
}

/** Shown once, in the answer to the form that made it. */
export interface MadeLink {
  /** `https://…/v/…#…`, secret included. */
  readonly address: string;
  /** In groups, as it is typed. */
  readonly secret: string;
  /** Six digits. */
  readonly code: string;
}

export interface FinanceStatementView {
  readonly company: CompanyChoice;
  /** As it stands in addresses. */
  readonly statement: string;
  readonly number: string | null;
  readonly state: StatementState;
  readonly prepared: Signature;
  readonly issued: Signature | null;
  readonly supersedes: string | null;
  readonly replacedBy: string | null;
  /** SHA-256 of the computation, lower-case hex. */
  readonly computation: string;
  readonly figures: StatementFigures;
  readonly refusalTexts: RefusalTexts;
  readonly parameterLabels: ParameterLabels;
  /** Why this person may not issue it (she prepared it, a newer fact came); null if she may. Looked at while `prepared`. */
  readonly notToIssue: Bilingual | null;
  /** Names of the files to download; empty until issued. */
  readonly files: readonly string[];
  readonly links: readonly LinkLine[];
  readonly expiry: { readonly earliest: Day; readonly usual: Day; readonly latest: Day };
  readonly madeLink: MadeLink | null;
  readonly notice: Bilingual | null;
}

const linkMarks: Readonly<Record<LinkLine['state'], MarkKind>> = {
  open: 'good',
  revoked: 'bad',
  expired: 'gone',
  locked: 'wait',
};

function linkTable({ company, links }: FinanceStatementView, frame: Frame): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, financeStatementWords);
  if (links.length === 0) return h('p', null, t.noLinks);
  return table(
    t.links,
    [
      {
        title: t.audience,
        cell: ({ audience, emailDomain }) => [audience, h('span', { class: 'under' }, emailDomain)],
        isHeading: true,
      },
      { title: t.level, cell: ({ level }) => t[level] },
      { title: t.expires, cell: ({ expires }) => dayInWords(language, expires) },
      { title: t.openings, cell: ({ openings }) => whole(language, openings), isNumber: true },
      { title: t.refusedTries, cell: ({ refusedTries }) => whole(language, refusedTries), isNumber: true },
      {
        title: t.lastOpened,
        cell: ({ lastOpened }) => (lastOpened === null ? '–' : instantInWords(language, lastOpened)),
      },
      {
        title: t.state,
        cell: ({ link, state, audience }) => [
          mark(linkMarks[state], t[state]),
          state === 'open' || state === 'locked'
            ? postForm(frame, addresses.financeRevoke(company.id, link), [
                h(
                  'button',
                  { type: 'submit', class: 'danger small' },
                  t.revoke,
                  h('span', { class: 'hidden' }, ` ${audience}`),
                ),
              ])
            : null,
        ],
      },
    ],
    links,
    { hasHiddenCaption: true },
  );
}

function linkForm({ company, statement, expiry }: FinanceStatementView, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, financeStatementWords);
  const levels = (['totals', 'lines', 'names'] as const).map((level) => ({
    value: level,
    text: t[level],
    hint: t[`${level}Hint`],
  }));
  return postForm(
    frame,
    addresses.financeLinks(company.id, statement),
    [
      h('h3', null, t.makeLink),
      radioField({ name: 'level', label: t.level }, levels, 'totals'),
      inputField({ name: 'audience', label: t.audience, hint: t.audienceHint }, { required: true }),
      inputField(
        { name: 'emailDomain', label: t.emailDomain, hint: t.emailDomainHint },
        { required: true, spellcheck: false, autocomplete: 'off' },
      ),
      inputField(
        { name: 'expires', label: t.expires, hint: t.expiresHint },
        { type: 'date', required: true, min: expiry.earliest, max: expiry.latest, value: expiry.usual },
      ),
      submit(t.makeButton),
    ],
    { class: 'panel' },
  );
}

function madeLinkPart({ madeLink }: FinanceStatementView, { language }: Frame): ComponentChild {
  if (madeLink === null) return null;
  const t = inLanguage(language, financeStatementWords);
  return notice(
    'done',
    h('p', null, h('strong', null, t.made)),
    facts([
      [t.address, copied(language, madeLink.address)],
      [t.secret, copied(language, madeLink.secret)],
      [t.code, [copied(language, madeLink.code), h('p', { class: 'hint' }, t.codeHint)]],
    ]),
  );
}

function issuePart(view: FinanceStatementView, frame: Frame): ComponentChild {
  const { language } = frame;
  if (view.state !== 'prepared') return null;
  const t = inLanguage(language, financeStatementWords);
  return section(
    'issue',
    t.issue,
    view.notToIssue === null
      ? postForm(
          frame,
          addresses.financeIssue(view.company.id, view.statement),
          [h('p', null, t.issueText), submit(t.issueButton)],
          { class: 'panel' },
        )
      : notice('note', h('p', null, say(language, view.notToIssue))),
  );
}

function head(view: FinanceStatementView, { language }: Frame): ComponentChild {
  const t = inLanguage(language, financeStatementWords);
  const { company, figures, state, prepared, issued, supersedes, replacedBy, computation } = view;
  const signed = ({ by, at }: Signature): string => `${by}, ${instantInWords(language, at)}`;
  return facts([
    [t.company, companyText(company)],
    [t.period, periodInWords(language, figures.period)],
    [t.scheme, schemeName(language, figures.scheme.code)],
    [t.state, statementMark(language, state)],
    [t.prepared, signed(prepared)],
    [t.issued, issued === null ? null : signed(issued)],
    [state === 'prepared' ? t.willSupersede : t.supersedes, supersedes],
    [t.replacedBy, replacedBy],
    [t.cost, figures.cost === undefined ? null : cents(language, figures.cost.cents)],
    [t.computation, copied(language, computation)],
  ]);
}

export function renderFinanceStatement(view: FinanceStatementView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, financeStatementWords);
  const { company, statement, number, figures, files } = view;
  return page(
    frame,
    { title: number === null ? t.preparedTitle : `${t.statement} ${number}`, isSimulation: isSimulation(figures) },
    view.notice === null ? null : notice('done', h('p', null, say(language, view.notice))),
    madeLinkPart(view, frame),
    head(view, frame),
    amounts(language, figures),
    issuePart(view, frame),
    section('time', t.time, statedTime(language, figures, view.refusalTexts)),
    section('projects', t.projects, projectTable(language, figures.projects)),
    section('parameters', t.parameters, parameterTable(language, figures.scheme.parameters, view.parameterLabels)),
    files.length === 0
      ? null
      : [
          section(
            'files',
            t.files,
            h('p', null, t.filesText),
            downloads(language, files, (name) => addresses.financeFile(company.id, statement, name)),
          ),
          section('links', t.links, h('p', null, t.linksText), linkTable(view, frame), linkForm(view, frame)),
        ],
    h('p', { class: 'way-on' }, safeLink(addresses.financeStatements, t.back)),
  );
}
