// Every page filled with invented people and numbers: for the tests, the browser, and whoever wants to look.

import { awaitingTexts } from '../../lib/rules/awaiting.ts';
import { figureOfRefusal } from '../../lib/rules/refusals/figure-of-refusal.ts';
import { entryRefusalTexts } from '../../lib/rules/refusals/refusal-codes.ts';
import { waterfall } from '../../lib/statement/waterfall.ts';
import { financeFileNames } from '../../lib/use-cases/read-statement.ts';
import { parameterWords } from '../../lib/use-cases/statement-words.ts';
import { renderDeveloperHeld } from '../../web/developer-held.ts';
import { renderDeveloperIdentities } from '../../web/developer-identities.ts';
import { renderDeveloperMonth } from '../../web/developer-month.ts';
import { renderDeveloperMonths } from '../../web/developer-months.ts';
import { renderFinanceChecklist } from '../../web/finance-checklist.ts';
import { renderFinanceCompare } from '../../web/finance-compare.ts';
import { renderFinanceDeclarations } from '../../web/finance-declarations.ts';
import { type FinanceStatementView, renderFinanceStatement } from '../../web/finance-statement.ts';
import { renderFinanceStatements } from '../../web/finance-statements.ts';
import { renderFoundationList } from '../../web/foundation-list.ts';
import { renderFoundationReceipt } from '../../web/foundation-receipt.ts';
import { renderFoundationReceipts } from '../../web/foundation-receipts.ts';
import type { Frame } from '../../web/frame.ts';
import { renderHome } from '../../web/home.ts';
import { renderHrChange } from '../../web/hr-change.ts';
import { renderHrErasure } from '../../web/hr-erasure.ts';
import { renderHrErasures } from '../../web/hr-erasures.ts';
import { renderHrMonth } from '../../web/hr-month.ts';
import { renderHrPreview } from '../../web/hr-preview.ts';
import { renderHrReceipt } from '../../web/hr-receipt.ts';
import { renderHrTimesheets } from '../../web/hr-timesheets.ts';
import { renderLinkChanges } from '../../web/link-changes.ts';
import { renderLinkFindings } from '../../web/link-findings.ts';
import { renderLinkLanding } from '../../web/link-landing.ts';
import { renderLinkLine } from '../../web/link-line.ts';
import { renderLinkNotes } from '../../web/link-notes.ts';
import { renderLinkRefused } from '../../web/link-refused.ts';
import { renderLinkSample } from '../../web/link-sample.ts';
import { renderLinkStatement } from '../../web/link-statement.ts';
import { renderLog } from '../../web/log.ts';
import { renderMethodology } from '../../web/methodology.ts';
import type { Time } from '../../web/parts/format.ts';
import type { MonthOfHours } from '../../web/parts/months-of-year.ts';
import type { PartState } from '../../web/parts/state.ts';
import { renderProblem } from '../../web/problem.ts';
import { renderRegistrarObjections } from '../../web/registrar-objections.ts';
import { renderSignIn } from '../../web/sign-in.ts';
import { renderStatus } from '../../web/status.ts';
import { renderVerify } from '../../web/verify.ts';
import {
  noChanges,
  noNotes,
  sampleChanges,
  sampleFindings,
  sampleLinkNotes,
  sampleNotes,
  sampleSiblings,
} from './sample-audit.ts';
import { sampleComparison, sampleNothing, sampleTimeOnly } from './sample-comparison.ts';
import { sampleChecklist, sampleDeclarations, settledChecklist, wrongDeclarations } from './sample-declarations.ts';
import { noDraw, sampleDraw } from './sample-draw.ts';
import {
  askedErasure,
  keptErasure,
  lentErasure,
  overErasure,
  ownErasure,
  sampleErasures,
  sampleObjections,
} from './sample-erasures.ts';
import { altered, authentic, sampleDigest as hex, replaced, samplePayload } from './sample-figures.ts';
import { mayAskHeld, nothingHeld, sampleHeld } from './sample-held.ts';
import { noIdentities, sampleIdentities } from './sample-identities.ts';
import { brokenLog, emptyLog, sampleLog } from './sample-log.ts';
import { awaitingReceipts, draftReceipt, lackingReceipt, noReceipts, sampleReceipts } from './sample-receipts.ts';
import {
  changeNotUnderstood,
  changeText,
  completeTimesheets,
  emptyTimesheets,
  keptReceipt,
  monthComplete,
  monthNothing,
  monthOpen,
  previewEmpty,
  previewManyToFix,
  previewOneRule,
  previewPosted,
  previewReady,
  previewToFix,
  previewUnanswered,
  sampleReceipt,
  sampleTimesheets,
} from './sample-timesheets.ts';
import { answeredLines, awaitingLines, provenEntries, sampleFreshness, sampleMonth } from './sample-work.ts';

export interface Sample {
  readonly name: string;
  readonly view: unknown;
  /** @param changed the view after something was done to it, in the same shape */
  readonly render: (frame: Frame, changed?: unknown) => string;
  /** Who is signed in. */
  readonly roles: Frame['roles'];
}

const sample = <View>(
  name: string,
  roles: Frame['roles'],
  view: View,
  render: (view: View, frame: Frame) => string,
): Sample => ({ name, roles, view, render: (frame, changed = view) => render(changed as View, frame) });

const company = { id: 'co-rail', siren: '999001001', name: 'Rail Exemple' };
const bank = { id: 'co-bank', siren: '999001373', name: 'Banque Fictive' };
const reasonTexts = { ...entryRefusalTexts, ...awaitingTexts };

/** Declared is what the states add up to. */
function monthOf(month: string, states: Partial<Readonly<Record<PartState, Time>>>): MonthOfHours {
  const of = { counted: time(0), refused: time(0), awaiting: time(0), withdrawn: time(0), ...states };
  const sum = (unit: keyof Time): number => Object.values(of).reduce((total, each) => total + each[unit], 0);
  return { month, ...of, declared: time(sum('minutes'), sum('halfDays')) };
}

/** Nothing is confirmed yet. */
const unansweredYear = waterfall({
  minutes: { declared: 16_380, counted: { agrees: 0, partly: 0, noTrace: 0 }, awaiting: 15_960, withdrawn: 0 },
  refused: [{ code: 'non-working-day', ground: 'policy', minutes: 420 }],
  awaits: [
    { code: 'conflict-of-claims', awaits: 'employers', minutes: 480 },
    { code: 'not-confirmed', awaits: 'foundation', minutes: 15_480 },
  ],
});

const statement: FinanceStatementView = {
  freshness: sampleFreshness,
  company,
  statement: '2025-0001',
  number: '2025-0001',
  state: 'issued',
  prepared: { by: 'Tristan Urvoas', at: '2026-02-14T15:10:00.000Z' },
  issued: { by: 'Violette Wimereux', at: '2026-02-16T09:00:00.000Z' },
  supersedes: null,
  replacedBy: null,
  vouched: { fr: 'self (l’exploitant répond seul)', en: 'self (the operator alone answers)' },
  key: {
    kid: 'kGtqoNcPHKTWMDFdA0bXgk0-hTbHWJqZzMxRdI5rLys',
    ...{ published: '2026-01-15T09:22:00.000Z', retired: '2026-09-01T08:00:00.000Z' },
  },
  rectifies: null,
  rectifiedBy: null,
  computation: hex('computation'),
  figures: samplePayload,
  waterfall: waterfall(samplePayload),
  reasonTexts,
  reasonFigures: figureOfRefusal,
  parameterWords,
  signatories: [{ signatory: 'si-1', name: 'Nadège Kerlouan' }],
  notToIssue: null,
  receipts: [],
  notes: sampleNotes,
  files: financeFileNames,
  links: [
    {
      link: 'li-1',
      level: 'names',
      audience: 'Direction de contrôle, dossier 2026-014',
      emailDomain: 'controle.example',
      codeBy: 'paper',
      expires: '2026-05-17',
      state: 'open',
      openings: 3,
      refusedTries: 1,
      lastOpened: '2026-02-27T13:40:00.000Z',
    },
    {
      link: 'li-2',
      level: 'totals',
      audience: 'Cabinet d’audit Exemple',
      emailDomain: 'audit.example',
      codeBy: 'mail',
      expires: '2026-04-01',
      state: 'revoked',
      openings: 0,
      refusedTries: 0,
      lastOpened: null,
    },
  ],
  expiry: { earliest: '2026-03-03', usual: '2026-05-31', latest: '2027-04-06' },
  madeLink: null,
  notice: null,
};

const prepared: FinanceStatementView = {
  ...statement,
  statement: 'p-312',
  number: null,
  state: 'prepared',
  issued: null,
  supersedes: '2025-0001',
  files: [],
  links: [],
};

const { relief: _relief, simulation: _simulation, cost: _cost, ...unpriced } = samplePayload;

const unsigned = { siren: '', number: '', sha256: '', answer: null };

const time = (minutes: number, halfDays = 0) => ({ minutes, halfDays });

/** The main sample of each page first, then its other faces. */
export const samples: readonly Sample[] = [
  sample(
    'home',
    ['hr', 'developer', 'foundation', 'finance', 'registrar', 'auditor'],
    {
      cards: [
        { role: 'hr', company: 'co-1', at: 'Rail Exemple', month: '2026-01', peopleWithoutTime: 2, erasuresAsked: 1 },
        { role: 'developer', at: 'Rail Exemple', monthsToCheck: 1, identitiesProposed: 1 },
        {
          ...{ role: 'foundation', at: 'Commun ferroviaire', foundation: 'commun-ferroviaire' },
          ...{ linesAwaiting: 4, giftsAwaiting: 1 },
        },
        { role: 'finance', at: 'Rail Exemple', toIssue: 1, blocking: 0 },
        { role: 'finance', at: 'Banque Fictive', toIssue: 0, blocking: 0 },
        { role: 'auditor', at: 'Rail Exemple', link: 'li-1' },
        { role: 'registrar' },
      ],
    },
    renderHome,
  ),
  sample('home-visitor', [], { cards: [] }, renderHome),
  sample(
    'sign-in',
    [],
    {
      next: '/',
      personas: [
        { person: 'sabine-tellier', label: 'Sabine Tellier – ressources humaines, Rail Exemple' },
        { person: 'alice-vernois', label: 'Alice Vernois – développeuse, Rail Exemple' },
        { person: 'nadege-quillan', label: 'Nadège Quillan – signataire, Commun ferroviaire' },
        { person: 'tristan-urvoas', label: 'Tristan Urvoas – finance, Rail Exemple' },
      ],
    },
    renderSignIn,
  ),
  sample('hr-timesheets', ['hr'], sampleTimesheets, renderHrTimesheets),
  sample('hr-timesheets-empty', ['hr'], emptyTimesheets, renderHrTimesheets),
  sample('hr-timesheets-complete', ['hr'], completeTimesheets, renderHrTimesheets),
  sample('hr-preview', ['hr'], previewToFix, renderHrPreview),
  sample('hr-preview-many', ['hr'], previewManyToFix, renderHrPreview),
  sample('hr-preview-one-rule', ['hr'], previewOneRule, renderHrPreview),
  sample('hr-preview-ready', ['hr'], previewReady, renderHrPreview),
  sample('hr-preview-unanswered', ['hr'], previewUnanswered, renderHrPreview),
  sample('hr-preview-posted', ['hr'], previewPosted, renderHrPreview),
  sample('hr-preview-empty', ['hr'], previewEmpty, renderHrPreview),
  sample('hr-change', ['hr'], changeText, renderHrChange),
  sample('hr-change-not-understood', ['hr'], changeNotUnderstood, renderHrChange),
  sample('hr-receipt', ['hr'], sampleReceipt, renderHrReceipt),
  sample('hr-receipt-kept', ['hr'], keptReceipt, renderHrReceipt),
  sample('hr-month', ['hr'], monthOpen, renderHrMonth),
  sample('hr-month-complete', ['hr'], monthComplete, renderHrMonth),
  sample('hr-month-nothing', ['hr'], monthNothing, renderHrMonth),
  sample('developer-month', ['developer'], sampleMonth, renderDeveloperMonth),
  sample('developer-identities', ['developer'], sampleIdentities, renderDeveloperIdentities),
  sample('developer-held', ['developer'], sampleHeld, renderDeveloperHeld),
  sample('developer-held-may-ask', ['developer'], mayAskHeld, renderDeveloperHeld),
  sample('developer-held-nothing', ['developer'], nothingHeld, renderDeveloperHeld),
  sample('developer-identities-none', ['developer'], noIdentities, renderDeveloperIdentities),
  sample(
    'developer-months',
    ['developer'],
    {
      employers: [{ id: company.id, name: company.name }],
      months: [
        { company, month: '2026-01', time: time(1_680), state: 'to-check' },
        { company, month: '2025-12', time: time(1_260), state: 'checked' },
        { company, month: '2025-11', time: time(1_680), state: 'contested' },
        { company, month: '2025-10', time: time(0), state: 'nothing-declared' },
      ],
    },
    renderDeveloperMonths,
  ),
  sample(
    'foundation-list',
    ['foundation'],
    {
      foundation: { id: 'commun-ferroviaire', name: 'Commun ferroviaire' },
      capacity: 'trésorière',
      freshness: sampleFreshness,
      awaiting: awaitingLines,
      answered: answeredLines,
      notice: {
        fr: 'Votre réponse est enregistrée : Alice Vernois, Aiguillage, décembre 2025, confirmé.',
        en: 'Your answer is recorded: Alice Vernois, Aiguillage, December 2025, confirmed.',
      },
    },
    renderFoundationList,
  ),
  sample(
    'finance-statements',
    ['finance'],
    {
      companies: [company, bank],
      company,
      touched: [
        {
          number: '2024-0001',
          time: [{ project: 'commun-ferroviaire', unit: 'minute' as const, lost: 4200, gained: 0 }],
          gift: null,
        },
        { number: '2025-0003', time: [], gift: { turnover: true, carry: true } },
      ],
      schemes: ['digital-commons-investor', 'none'],
      readings: [{ scheme: 'digital-commons-investor', reading: 'credit' }],
      notice: null,
      reasonTexts,
      years: [
        {
          fiscalYear: 2026,
          isClosed: false,
          declared: time(16_380),
          counted: time(0),
          refused: time(420),
          awaiting: time(15_960),
          withdrawn: time(0),
          waterfall: unansweredYear,
          months: [
            monthOf('2026-01', { refused: time(420), awaiting: time(7_980) }),
            monthOf('2026-02', { awaiting: time(7_980) }),
          ],
          blocking: [
            {
              fr: 'La paie d’Alice Vernois manque pour 2026. Chargez-la avec « communs pay ».',
              en: 'Pay of Alice Vernois is missing for 2026. Load it with “communs pay”.',
            },
          ],
        },
        {
          fiscalYear: 2025,
          isClosed: true,
          declared: time(60_000, 20),
          counted: time(52_000, 16),
          refused: time(3_920, 1),
          awaiting: time(3_600, 3),
          withdrawn: time(480),
          waterfall: waterfall(samplePayload),
          months: [
            monthOf('2025-03', { counted: time(52_000, 16), refused: time(3_920, 1) }),
            monthOf('2025-04', { awaiting: time(3_600, 3), withdrawn: time(480) }),
          ],
          blocking: [],
        },
      ],
      statements: [
        {
          statement: 'p-312',
          number: null,
          fiscalYear: 2025,
          scheme: 'digital-commons-investor',
          state: 'prepared',
          counted: time(52_420, 16),
          by: 'Tristan Urvoas',
          at: '2026-02-28T15:10:00.000Z',
        },
        {
          statement: '2025-0001',
          number: '2025-0001',
          fiscalYear: 2025,
          scheme: 'digital-commons-investor',
          state: 'issued',
          counted: time(52_000, 16),
          by: 'Violette Wimereux',
          at: '2026-02-16T09:00:00.000Z',
        },
        {
          statement: '2024-0003',
          number: '2024-0003',
          fiscalYear: 2024,
          scheme: 'none',
          state: 'superseded',
          counted: time(31_080),
          by: 'Violette Wimereux',
          at: '2025-02-16T09:00:00.000Z',
        },
      ],
    },
    renderFinanceStatements,
  ),
  sample('finance-checklist', ['finance'], sampleChecklist, renderFinanceChecklist),
  sample('finance-checklist-settled', ['finance'], settledChecklist, renderFinanceChecklist),
  sample('finance-declarations', ['finance'], sampleDeclarations, renderFinanceDeclarations),
  sample('finance-declarations-wrong', ['finance'], wrongDeclarations, renderFinanceDeclarations),
  sample('finance-compare', ['finance'], sampleComparison, renderFinanceCompare),
  sample('finance-compare-time', ['finance'], sampleTimeOnly, renderFinanceCompare),
  sample('finance-compare-nothing', ['finance'], sampleNothing, renderFinanceCompare),
  sample('finance-statement', ['finance'], statement, renderFinanceStatement),
  sample('finance-prepared', ['finance'], prepared, renderFinanceStatement),
  sample(
    'finance-link-made',
    ['finance'],
    {
      ...statement,
      figures: unpriced,
      madeLink: {
        address: 'https://communs.example/v/li-3.tbl2k0.k1.c2FtcGxlLW1hYy0xNg#7Q4M-X0PD-2VKA-9JTE-H5WC-R8BN-3ZFS-6GY1',
        secret: '7Q4M-X0PD-2VKA-9JTE-H5WC-R8BN-3ZFS-6GY1',
        code: '204 817',
      },
    },
    renderFinanceStatement,
  ),
  sample(
    'finance-not-to-issue',
    ['finance'],
    {
      ...prepared,
      notToIssue: {
        fr: 'Vous avez préparé cet état : une autre personne de la finance l’émet.',
        en: 'You prepared this statement: another person of finance issues it.',
      },
    },
    renderFinanceStatement,
  ),
  sample(
    'link-landing',
    [],
    {
      token: 'li-1.tbl2k0.k1.c2FtcGxlLW1hYy0xNg',
      expires: '2026-05-17T22:00:00.000Z',
      ...{ mails: true, outbox: null, failure: null, sentTo: null },
    },
    renderLinkLanding,
  ),
  sample(
    'link-landing-failed',
    [],
    {
      token: 'li-1.tbl2k0.k1.c2FtcGxlLW1hYy0xNg',
      expires: '2026-05-17T22:00:00.000Z',
      ...{ mails: true, outbox: '/tmp/communs/outbox', sentTo: null },
      failure: {
        text: {
          fr: 'Le secret, le SIREN ou le code ne correspondent pas. Vérifiez les trois ; après dix essais, le lien se bloque une heure.',
          en: 'The secret, the SIREN or the code do not match. Check all three; after ten tries the link locks for an hour.',
        },
        secret: '7Q4M-X0PD-2VKA-9JTE-H5WC-R8BN-3ZFS-6GY1',
        siren: '999001001',
      },
    },
    renderLinkLanding,
  ),
  sample('hr-erasures', ['hr'], sampleErasures, renderHrErasures),
  sample('hr-erasure-kept', ['hr'], keptErasure, renderHrErasure),
  sample('hr-erasure-lent', ['hr'], lentErasure, renderHrErasure),
  sample('hr-erasure-ask', ['hr'], overErasure, renderHrErasure),
  sample('hr-erasure-own', ['hr'], ownErasure, renderHrErasure),
  sample('hr-erasure', ['hr'], askedErasure, renderHrErasure),
  sample('registrar-objections', ['registrar'], sampleObjections, renderRegistrarObjections),
  sample('foundation-receipts', ['foundation'], awaitingReceipts, renderFoundationReceipts),
  sample('foundation-receipts-none', ['foundation'], noReceipts, renderFoundationReceipts),
  sample('foundation-receipt', ['foundation'], draftReceipt, renderFoundationReceipt),
  sample('foundation-receipt-missing', ['foundation'], lackingReceipt, renderFoundationReceipt),
  sample(
    'foundation-receipt-already',
    ['foundation'],
    { ...draftReceipt, already: '2026-0005' },
    renderFoundationReceipt,
  ),
  sample(
    'finance-gift',
    ['finance'],
    {
      ...statement,
      figures: {
        ...samplePayload,
        simulation: undefined,
        scheme: { ...samplePayload.scheme, code: 'mecenat-de-competences-238bis', standing: 'in-force' as const },
      },
      receipts: sampleReceipts.slice(0, 1),
    },
    renderFinanceStatement,
  ),
  sample(
    'link-statement',
    ['auditor'],
    {
      link: 'li-1',
      audience: 'Direction de contrôle, dossier 2026-014',
      expires: '2026-05-17',
      verification: authentic,
      isTestKey: true,
      freshness: sampleFreshness,
      waterfall: waterfall(samplePayload),
      reasonTexts,
      reasonFigures: figureOfRefusal,
      parameterWords,
      files: ['bundle.names.zip', 'statement.pdf', 'statement.csv', 'statement.jws', 'disclosures.txt', 'jwks.json'],
      ...{
        level: 'names',
        sealedAt: '2026-02-16T09:00:01.000Z',
        replacedBy: null,
        siblings: sampleSiblings,
        notes: sampleNotes,
      },
    },
    renderLinkStatement,
  ),
  sample(
    'link-line',
    ['auditor'],
    {
      link: 'li-1',
      line: 1,
      number: '2025-0001',
      company: 'Rail Exemple',
      name: 'Alice Vernois',
      person: 1,
      project: 'Aiguillage',
      month: '2025-11',
      previous: '2025-10',
      next: '2025-12',
      declared: time(1_680),
      entries: provenEntries,
      level: 'names',
    },
    renderLinkLine,
  ),
  sample('link-notes', ['auditor'], sampleLinkNotes, renderLinkNotes),
  sample('link-notes-none', ['auditor'], noNotes, renderLinkNotes),
  sample('link-findings', ['auditor'], sampleFindings, renderLinkFindings),
  sample('link-changes', ['auditor'], sampleChanges, renderLinkChanges),
  sample('link-changes-none', ['auditor'], noChanges, renderLinkChanges),
  sample('link-sample', ['auditor'], sampleDraw, renderLinkSample),
  sample('link-sample-none', ['auditor'], noDraw, renderLinkSample),
  sample('methodology', [], null, (_view, frame) => renderMethodology(frame)),
  sample('link-refused', [], null, (_view, frame) => renderLinkRefused(frame)),
  sample('verify', [], unsigned, renderVerify),
  sample(
    'verify-number',
    [],
    {
      siren: '999001001',
      number: '2025-0001',
      sha256: '',
      answer: {
        kind: 'number',
        number: '2025-0001',
        state: 'superseded',
        replacedBy: '2025-0002',
        issuedOn: '2026-02-16',
        asOf: '2026-03-02T10:00:00.000Z',
        jwsSha256: hex('jws'),
      },
    },
    renderVerify,
  ),
  sample(
    'verify-unknown',
    [],
    { ...unsigned, siren: '999001001', number: '2025-0009', answer: { kind: 'unknown' } },
    renderVerify,
  ),
  sample(
    'verify-known-file',
    [],
    {
      ...unsigned,
      sha256: hex('workbook'),
      answer: {
        kind: 'known-file',
        rendering: 'xlsx/names/fr',
        number: '2025-0001',
        state: 'superseded',
        replacedBy: '2025-0002',
        issuedOn: '2026-02-16',
        asOf: '2026-03-02T10:00:00.000Z',
      },
    },
    renderVerify,
  ),
  sample('verify-unknown-file', [], { ...unsigned, answer: { kind: 'unknown-file' } }, renderVerify),
  sample(
    'verify-altered',
    [],
    {
      ...unsigned,
      answer: {
        kind: 'file',
        fileName: 'statement.jws',
        verification: altered,
        keys: 'ours',
        isTestKey: true,
        known: { kind: 'unknown-file' },
      },
    },
    renderVerify,
  ),
  sample(
    'verify-replaced',
    [],
    {
      ...unsigned,
      answer: {
        kind: 'file',
        fileName: 'statement.jws',
        verification: replaced,
        keys: 'given',
        isTestKey: false,
        known: { kind: 'unknown-file' },
      },
    },
    renderVerify,
  ),
  sample(
    'problem',
    ['finance'],
    {
      status: 422,
      code: 'invalid-input',
      title: 'Demande refusée',
      detail: 'La demande ne peut pas être lue. À corriger : audience, expires. Rien n’a été enregistré.',
      requestId: 'local-17',
      errors: [
        { pointer: '/audience', detail: 'Ce champ est absent : remplissez-le.' },
        { pointer: '/expires', detail: 'Trop loin : quatre cents jours au plus.', row: 3, column: 'F' },
      ],
    },
    renderProblem,
  ),
  sample(
    'problem-unknown',
    [],
    {
      status: 404,
      code: 'unknown-page',
      title: 'Introuvable',
      detail: 'Aucune page n’existe à cette adresse. Vérifiez l’adresse, ou repartez de l’accueil.',
      requestId: 'local-18',
      errors: [],
    },
    renderProblem,
  ),
  sample('log', [], sampleLog, renderLog),
  sample('log-empty', [], emptyLog, renderLog),
  sample('log-broken', [], brokenLog, renderLog),
  sample(
    'status',
    [],
    {
      version: '0.1.0',
      isTestKey: true,
      check: { at: '2026-03-02T03:00:00.000Z', books: 21, facts: 1_284, rows: 9_412, viewsBehind: 2, faults: [] },
    },
    renderStatus,
  ),
  sample(
    'status-faulty',
    [],
    {
      version: '0.1.0',
      isTestKey: false,
      check: {
        at: '2026-03-02T03:00:00.000Z',
        books: 21,
        facts: 1_284,
        rows: 9_412,
        viewsBehind: 0,
        faults: [
          {
            where: 'company/co-rail, 313',
            detail: {
              fr: 'L’empreinte du fait n’est pas celle que le suivant cite.',
              en: 'The digest of the fact is not the one that the next fact cites.',
            },
          },
        ],
      },
    },
    renderStatus,
  ),
];
