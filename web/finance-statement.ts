// Finance: one statement, prepared or issued, its files, and the auditor links that open it.

import { type ComponentChild, h } from 'preact';
import type { Period } from '../lib/model/calendar.ts';
import { cents } from '../lib/model/quantity-text.ts';
import type { Bilingual } from '../lib/model/text.ts';
import { say } from '../lib/model/typeset.ts';
import type { SignatoryDisclosure, StatementPayload } from '../lib/statement/payload.ts';
import type { Rectification } from '../lib/statement/rectification.ts';
import type { Waterfall } from '../lib/statement/waterfall.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { amounts, isSimulation, type StatedAmounts } from './parts/amounts.ts';
import { auditorLinks, type LinksOfStatement, madeLinkNotice } from './parts/auditor-links.ts';
import { type CompanyChoice, companyText } from './parts/company.ts';
import { instantInWords, periodInWords } from './parts/dates.ts';
import { confirmedBy, declarations } from './parts/declared.ts';
import { downloads } from './parts/downloads.ts';
import { exportForm } from './parts/export-form.ts';
import { copied, facts, notice, section } from './parts/facts.ts';
import { postForm, submit, textField } from './parts/form.ts';
import { type Freshness, freshnessLine } from './parts/freshness.ts';
import { type Note, noteList } from './parts/notes.ts';
import { type ParameterWords, parameterTable, type StatedParameter } from './parts/parameters.ts';
import { projectTable, type StatedProject } from './parts/projects.ts';
import { type ReceiptShown, receiptTable } from './parts/receipts.ts';
import { rectificationText } from './parts/rectification.ts';
import { safeLink } from './parts/safe-link.ts';
import { type StatementState, schemeName, statementMark } from './parts/state.ts';
import type { StatedTime } from './parts/stated-time.ts';
import { printedFigures, type ReasonTexts, waterfallParts } from './parts/waterfall.ts';
import { inLanguage } from './parts/words.ts';
import { financeStatementWords } from './words/finance.ts';
import { receiptWords } from './words/receipts.ts';

const giftScheme = 'mecenat-de-competences-238bis';

/** What was computed: a signed payload has all of it. */
export interface StatementFigures extends StatedTime, StatedAmounts {
  readonly period: Period;
  readonly scheme: { readonly code: string; readonly parameters: readonly StatedParameter[] };
  readonly cost?: StatementPayload['cost'];
  readonly filing?: StatementPayload['filing'];
  readonly declared: StatementPayload['declared'];
  readonly projects: readonly (StatedProject & Pick<StatementPayload['projects'][number], 'confirmations'>)[];
}

interface Signature {
  readonly by: string;
  /** Instant UTC. */
  readonly at: string;
}

export interface FinanceStatementView extends LinksOfStatement {
  readonly company: CompanyChoice;
  readonly number: string | null;
  readonly state: StatementState;
  readonly prepared: Signature;
  readonly issued: Signature | null;
  readonly supersedes: string | null;
  readonly replacedBy: string | null;
  /** Who answers for it, as was just checked; null before it is issued. */
  readonly vouched: Bilingual | null;
  /** The difference to the statement that it replaces, and the one that the later statement makes to it. */
  readonly rectifies: Rectification | null;
  readonly rectifiedBy: Rectification | null;
  /** SHA-256 of the computation, lower-case hex. */
  readonly computation: string;
  readonly figures: StatementFigures;
  /** Of the repositories of its projects, when it was prepared. */
  readonly freshness: readonly Freshness[];
  /** Of its time, from declared to counted. */
  readonly waterfall: Waterfall;
  readonly reasonTexts: ReasonTexts;
  /** The key of the parameter that a refusal rests on. */
  readonly reasonFigures: Readonly<Record<string, string>>;
  readonly parameterWords: ParameterWords;
  /** Who confirmed: finance may know; an id where a name was erased. */
  readonly signatories: readonly SignatoryDisclosure[];
  /** Why this person may not issue it (she prepared it, a newer fact came); null if she may. Looked at while `prepared`. */
  readonly notToIssue: Bilingual | null;
  /** Names of the files to download; empty until issued. */
  readonly files: readonly string[];
  /** Of the foundations, for a gift that it values. */
  readonly receipts: readonly ReceiptShown[];
  /** Questions of auditors, oldest first. */
  readonly notes: readonly Note[];
  readonly notice: Bilingual | null;
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

function notesPart({ notes, company }: FinanceStatementView, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, financeStatementWords);
  const answer = ({ note }: Note): ComponentChild =>
    postForm(frame, addresses.financeAnswer(company.id, note), [
      textField({ name: 'text', id: `answer-${note}`, label: t.answer, hint: t.answerHint }, true),
      submit(t.answerButton, 'second'),
    ]);
  return section('notes', t.notes, noteList(frame.language, notes, answer));
}

/** Asked for by the law of gifts alone; finance keeps them with its statement. */
function receiptsPart({ figures, receipts, company }: FinanceStatementView, { language }: Frame): ComponentChild {
  if (figures.scheme.code !== giftScheme) return null;
  const t = inLanguage(language, receiptWords);
  return section(
    'receipts',
    t.ofStatement,
    h('p', null, t.ofStatementText),
    receipts.length === 0
      ? h('p', null, t.noneOfStatement)
      : receiptTable(language, t.ofStatement, receipts, 'foundation', ({ foundation, number }, name) =>
          addresses.financeReceiptFile(company.id, foundation.id, number, name),
        ),
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
    [t.trust, view.vouched === null ? null : say(language, view.vouched)],
    [t.rectifies, view.rectifies === null ? null : rectificationText(language, view.rectifies)],
    [t.replacedBy, replacedBy],
    [t.rectifiedBy, view.rectifiedBy === null ? null : rectificationText(language, view.rectifiedBy)],
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
    madeLinkNotice(view, frame),
    head(view, frame),
    section(
      'time',
      t.time,
      waterfallParts(
        language,
        view.waterfall,
        view.reasonTexts,
        printedFigures(view.reasonFigures, figures.scheme.parameters),
      ),
      freshnessLine(language, view.freshness, 'prepared'),
    ),
    amounts(language, figures),
    issuePart(view, frame),
    section('projects', t.projects, projectTable(language, figures.projects)),
    section(
      'confirmations',
      t.confirmations,
      facts(figures.projects.map((one) => [one.name, confirmedBy(language, one.confirmations, view.signatories)])),
    ),
    section('declared', t.declared, declarations(language, figures)),
    section('parameters', t.parameters, parameterTable(language, figures.scheme.parameters, view.parameterWords)),
    files.length === 0
      ? null
      : [
          section(
            'files',
            t.files,
            h('p', null, t.filesText),
            downloads(language, files, (name) => addresses.financeFile(company.id, statement, name)),
          ),
          receiptsPart(view, frame),
          exportForm(view, frame),
          auditorLinks(view, frame),
          notesPart(view, frame),
        ],
    h('p', { class: 'way-on' }, safeLink(addresses.financeStatements, t.back)),
  );
}
