// The auditor: the check first, then the statement as signed, down to the lines and names that the link discloses.

import { type ComponentChild, h } from 'preact';
import type { Day } from '../lib/model/calendar.ts';
import { cents, whole } from '../lib/model/quantity-text.ts';
import { say } from '../lib/model/typeset.ts';
import type { LineDisclosure, StatementPayload } from '../lib/statement/payload.ts';
import type { ViewLevel } from '../lib/statement/sd-jwt.ts';
import type { Verification } from '../lib/statement/verify.ts';
import type { Waterfall } from '../lib/statement/waterfall.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { amounts, isSimulation } from './parts/amounts.ts';
import { dayInWords, instantInWords, monthInWords, periodInWords } from './parts/dates.ts';
import { declarations } from './parts/declared.ts';
import { payTable, projectDetails } from './parts/disclosed.ts';
import { downloads } from './parts/downloads.ts';
import { copied, facts, section } from './parts/facts.ts';
import { type Freshness, freshnessLine } from './parts/freshness.ts';
import { hiddenAt, linkTools, type Siblings, siblingsPart, whoSees } from './parts/link-about.ts';
import { type Note, noteList } from './parts/notes.ts';
import { type ParameterWords, parameterTable } from './parts/parameters.ts';
import { projectTable, timeColumns } from './parts/projects.ts';
import { safeLink } from './parts/safe-link.ts';
import { schemeName } from './parts/state.ts';
import { table } from './parts/table.ts';
import { verificationParts } from './parts/verification.ts';
import { printedFigures, type ReasonTexts, waterfallParts } from './parts/waterfall.ts';
import { inLanguage } from './parts/words.ts';
import { linkStatementWords } from './words/auditor.ts';

export interface LinkStatementView {
  /** As it stands in addresses. */
  readonly link: string;
  readonly audience: string;
  /** The last day on which it opens. */
  readonly expires: Day;
  /** As our own verifier found it a moment ago: only what was found signed is shown. */
  readonly verification: Verification;
  /** The key is a file marked TEST. */
  readonly isTestKey: boolean;
  /** Of the repositories of its projects, when it was prepared; no part of what is signed. */
  readonly freshness: readonly Freshness[];
  /** Of its time, from declared to counted. */
  readonly waterfall: Waterfall;
  readonly reasonTexts: ReasonTexts;
  /** The key of the parameter that a refusal rests on. */
  readonly reasonFigures: Readonly<Record<string, string>>;
  readonly parameterWords: ParameterWords;
  /** Names of the files that this level may download. */
  readonly files: readonly string[];
  readonly level: ViewLevel;
  /** Instant UTC of the fact that issued it. */
  readonly sealedAt: string;
  readonly replacedBy: string | null;
  readonly siblings: Siblings;
  /** Asked by this link, oldest first. */
  readonly notes: readonly Note[];
}

function about(view: LinkStatementView, payload: StatementPayload, frame: Frame) {
  const { audience, expires, verification, sealedAt, replacedBy } = view;
  const { language } = frame;
  const t = inLanguage(language, linkStatementWords);
  const { company, period, operator, scheme, iat, supersedes, people, cost } = payload;
  return facts([
    [t.company, company.name],
    [t.siren, company.siren],
    [t.period, periodInWords(language, period)],
    [t.scheme, schemeName(language, scheme.code)],
    [t.signedOn, instantInWords(language, new Date(iat * 1000).toISOString())],
    [t.operator, operator.isClaimant ? `${operator.name} (${t.claimant})` : operator.name],
    [t.sealed, instantInWords(language, sealedAt)],
    [t.supersedes, supersedes ?? t.noOther],
    [t.replacedBy, replacedBy ?? t.noOther],
    [t.people, whole(language, people.count)],
    [t.cost, cost === undefined ? null : cents(language, cost.cents)],
    [t.payroll, cost === undefined ? null : copied(language, cost.payrollDigest)],
    [t.level, t[verification.level]],
    [t.audience, audience],
    [t.until, dayInWords(language, expires)],
  ]);
}

interface Line {
  readonly line: LineDisclosure;
  /** From 1, as `line-<n>`. */
  readonly place: number;
}

function linesPart(view: LinkStatementView, payload: StatementPayload, { language }: Frame): ComponentChild {
  const { link, verification } = view;
  const { lines, names } = verification;
  if (lines === null) return null;
  const t = inLanguage(language, linkStatementWords);
  const projectName = (id: string): string => payload.projects.find((project) => project.id === id)?.name ?? id;
  const personName = (person: number): string => names?.[person - 1]?.name ?? `${t.person} ${person}`;
  const rows = lines.map((line, i): Line => ({ line, place: i + 1 }));
  const columns = timeColumns<LineDisclosure>(language, payload.cost !== undefined);
  return section(
    'lines',
    t.linesTitle,
    h('p', null, t.linesText),
    table(
      t.linesTitle,
      [
        {
          title: t.person,
          cell: ({ line }) => [personName(line.person), h('span', { class: 'under' }, projectName(line.project))],
          isHeading: true,
        },
        ...columns.map((column) => ({ ...column, cell: ({ line }: Line) => column.cell(line) })),
        {
          title: t.months,
          cell: ({ line, place }) =>
            h(
              'ul',
              { class: 'months' },
              line.months.map(({ month }) =>
                h('li', null, safeLink(addresses.linkLine(link, place, month), monthInWords(language, month))),
              ),
            ),
        },
      ],
      rows,
      { hasHiddenCaption: true },
    ),
  );
}

const recipe = [
  'communs verify statement.jws --jwks jwks.json',
  'jose jws ver -i statement.jws -k jwks.json -O out.json && cmp out.json statement.json',
];

function yourself({ link, files }: LinkStatementView, payload: StatementPayload, { language }: Frame): ComponentChild {
  const t = inLanguage(language, linkStatementWords);
  return section(
    'yourself',
    t.yourself,
    h('p', null, t.yourselfText),
    downloads(language, files, (name) => addresses.linkFile(link, name)),
    recipe.map((command) => h('pre', null, copied(language, command))),
    facts([
      [t.ruleSet, copied(language, payload.scheme.ruleSetDigest)],
      [t.computation, copied(language, payload.computationDigest)],
    ]),
  );
}

export function renderLinkStatement(view: LinkStatementView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, linkStatementWords);
  const { verification } = view;
  const { payload, names } = verification;
  const check = section('check', t.check, verificationParts(language, verification, view.isTestKey));
  if (payload === null) return page(frame, { title: t.unreadable, isError: true }, check);
  return page(
    frame,
    { title: `${t.statement} ${payload.number} – ${payload.company.name}`, isSimulation: isSimulation(payload) },
    check,
    section('about', t.about, about(view, payload, frame), hiddenAt(language, view.level)),
    linkTools(language, view.link, view.level),
    siblingsPart(language, payload.number, view.siblings),
    section(
      'time',
      t.time,
      waterfallParts(
        language,
        view.waterfall,
        view.reasonTexts,
        printedFigures(view.reasonFigures, payload.scheme.parameters),
      ),
      freshnessLine(language, view.freshness, 'prepared'),
    ),
    amounts(language, payload),
    section(
      'projects',
      t.projects,
      projectTable(language, payload.projects),
      projectDetails(language, payload.projects, verification.signatories),
    ),
    linesPart(view, payload, frame),
    names === null || payload.cost === undefined ? null : section('pay', t.pay, payTable(language, names)),
    section('declared', t.declared, declarations(language, payload)),
    section('parameters', t.parameters, parameterTable(language, payload.scheme.parameters, view.parameterWords)),
    yourself(view, payload, frame),
    view.notes.length === 0 ? null : section('notes', t.notes, noteList(language, view.notes)),
    whoSees(language),
    h('p', { class: 'hint' }, say(language, payload.disclaimer)),
  );
}
