// HR's pages filled with invented people and files: the first page, a file understood or not, its receipt, a person's month.
import { makeProblem } from '../../lib/intake/problems.ts';
import type { HrChangeView } from '../../web/hr-change-view.ts';
import type { HrMonthView } from '../../web/hr-month-view.ts';
import type { HrPreviewView, PreviewProblem, Severity, Understood } from '../../web/hr-preview-view.ts';
import type { HrReceiptView } from '../../web/hr-receipt-view.ts';
import type { HrTimesheetsView, PersonOfMonth } from '../../web/hr-timesheets-view.ts';
import { sampleDigest as hex } from './sample-figures.ts';

const company = { id: 'co-rail', siren: '999001001', name: 'Rail Exemple' };
const bank = { id: 'co-bank', siren: '999001373', name: 'Banque Fictive' };
const at = '2026-02-02T08:00:00.000Z';
const by = 'Sabine Tellier';
const years = [2026, 2025];
const time = (minutes: number, halfDays = 0) => ({ minutes, halfDays });

const person = (developer: string, name: string, rest: Partial<PersonOfMonth> = {}): PersonOfMonth => ({
  developer,
  name,
  time: time(0),
  state: 'nothing',
  declared: null,
  ...rest,
});

export const sampleTimesheets: HrTimesheetsView = {
  companies: [company, bank],
  company,
  years,
  year: 2026,
  month: '2026-01',
  months: ['2026-02', '2026-01'],
  people: [
    person('de-2', 'Basile Ormesson'),
    person('de-4', 'Élise Darbois'),
    person('de-1', 'Alice Vernois', { state: 'open', time: time(8_040) }),
    person('de-3', 'Corentin Maillard', { state: 'open', time: time(0, 14) }),
    person('de-5', 'Delphine Aubertin', { state: 'complete', time: time(8_340), declared: { by, at } }),
    person('de-6', 'Fabien Quercy', { state: 'complete', declared: { by, at } }),
  ],
  isTicked: false,
  absences: { halfDays: 46, people: 4, leftOut: 3, by, at },
  timesheets: [
    {
      timesheet: '313',
      fileName: 'janvier 2026.csv',
      period: { from: '2026-01-05', to: '2026-01-30' },
      lines: 39,
      time: time(16_380),
      by,
      at,
      state: 'posted',
    },
    {
      timesheet: '309',
      fileName: 'janvier 2026 (brouillon).csv',
      period: { from: '2026-01-05', to: '2026-01-30' },
      lines: 38,
      time: time(15_960),
      by,
      at: '2026-02-01T16:20:00.000Z',
      state: 'undone',
    },
  ],
  filter: { state: null, by: null, period: null },
  posters: [
    { id: 'pe-1', name: by },
    { id: 'pe-2', name: 'Odile Ferrand' },
  ],
  periods: ['2026-01'],
  notice: null,
};

/** A company that begins: nobody lent, nothing sent. */
export const emptyTimesheets: HrTimesheetsView = {
  ...sampleTimesheets,
  companies: [company],
  people: [],
  absences: null,
  timesheets: [],
  posters: [],
  periods: [],
};

export const completeTimesheets: HrTimesheetsView = {
  ...sampleTimesheets,
  people: sampleTimesheets.people.slice(4),
  filter: { state: 'undone', by: 'pe-2', period: '2026-01' },
  timesheets: [],
  notice: {
    fr: 'Le mois de janvier 2026 est déclaré complet pour deux personnes.',
    en: 'January 2026 is declared complete for two people.',
  },
};

const columns = [
  { letter: 'A', header: 'Matricule', role: 'person-id' },
  { letter: 'B', header: 'Nom', role: 'last-name' },
  { letter: 'C', header: 'Date', role: 'date' },
  { letter: 'D', header: 'Projet', role: 'project' },
  { letter: 'E', header: 'Heures', role: 'quantity' },
  { letter: 'F', header: 'Responsable', role: null },
  { letter: 'G', header: 'Date de visa', role: 'written' },
  { letter: 'H', header: 'Centre de coût', role: null },
];

const cellsOf = (day: number, hours: string): string[] => [
  'M-0412',
  'Vernois',
  `${String(day).padStart(2, '0')}/01/2026`,
  'Aiguillage',
  hours,
  'Odile Ferrand',
  '31/01/2026',
  'CC-118',
];

const line = (row: number, day: number, hours: string, minutes: number | null) => ({
  sheet: null,
  row,
  cells: cellsOf(day, hours),
  entries:
    minutes === null
      ? []
      : [{ person: 'M-0412', day: `2026-01-${String(day).padStart(2, '0')}`, project: 'Aiguillage', minutes }],
});

const byColumns = { personFrom: 'column', projectFrom: 'column' } as const;

const understoodText: Understood = {
  tables: [
    { sheet: null, shape: 'list', headerRow: 3, columns, ...byColumns, unit: 'hour', unitFrom: 'header', month: null },
  ],
  others: [],
  encoding: 'windows-1252',
  delimiter: ';',
  decimal: ',',
  dateOrder: 'day-first',
  dateOrderFrom: 'values',
  decimals: 'hundredths',
  sample: [line(4, 5, '7,50', 450), line(5, 6, '7,00', 420), line(6, 7, '7h75', null), line(7, 8, '3:45', 225)],
};

const gridColumns = [
  { letter: 'A', header: 'Collaborateur', role: 'full-name' },
  { letter: 'B', header: 'Affaire', role: 'project' },
  { letter: 'AH', header: 'Total', role: null },
];

const grid = (sheet: string, month: string) =>
  ({
    sheet,
    shape: 'grid',
    headerRow: 6,
    columns: gridColumns,
    personFrom: 'sheet-name',
    projectFrom: 'column',
    unit: 'day',
    unitFrom: 'title',
    month,
  }) as const;

const understoodBook: Understood = {
  tables: [grid('Janvier', '2026-01'), grid('Février', '2026-02')],
  others: [
    { sheet: 'Paramètres', why: 'hidden' },
    { sheet: 'Lisez-moi', why: 'no-table' },
  ],
  encoding: null,
  delimiter: null,
  decimal: null,
  dateOrder: null,
  dateOrderFrom: null,
  decimals: null,
  sample: [
    {
      sheet: 'Janvier',
      row: 7,
      cells: ['Corentin Maillard', 'Horaires ouverts', '', '', '', '', '1', '0,5', '', '', '1', '1', '1'],
      entries: [7, 8, 12, 13, 14].map((day, i) => ({
        person: 'Corentin Maillard',
        day: `2026-01-${String(day).padStart(2, '0')}`,
        project: 'Horaires ouverts',
        halfDays: i === 1 ? 1 : 2,
      })),
    },
  ],
};

const ofFile = (problem: Omit<PreviewProblem, 'severity'>, severity: Severity): PreviewProblem => ({
  ...problem,
  severity,
});

const finding = (code: string, severity: Severity, row: number, detail: PreviewProblem['detail']): PreviewProblem => ({
  ...{ sheet: null, row, column: null, cell: null, value: null, code },
  severity,
  detail,
});

const notADuration = ofFile(
  makeProblem('not-a-duration', { sheet: null, row: 14, column: 'Heures', cell: null, value: '7h75' }),
  'must-fix',
);
const notADate = ofFile(
  makeProblem('not-a-date', { sheet: null, row: 22, column: 'Date', cell: null, value: '31/02/2026' }),
  'must-fix',
);
const noProject = ofFile(
  makeProblem('missing-project', { sheet: null, row: 31, column: 'Projet', cell: null, value: '' }),
  'must-fix',
);

const unknown: PreviewProblem[] = [37, 38, 39].map((row) => ({
  ...finding('unknown-developer', 'must-fix', row, {
    fr: `Ligne ${row} : « Hubert Lansac » n’est pas une personne mise à disposition.`,
    en: `Row ${row}: 'Hubert Lansac' is nobody on secondment.`,
  }),
  value: 'Hubert Lansac',
}));

const toBeConfirmed: PreviewProblem[] = [
  ofFile(
    makeProblem(
      'duplicate-line',
      { sheet: null, row: 35, column: null, cell: null, value: null },
      { fr: 'Alice Vernois le 12/01/2026 sur Aiguillage', en: 'Alice Vernois on 12/01/2026 on Aiguillage' },
    ),
    'confirm',
  ),
  finding('public-holiday', 'confirm', 12, {
    fr: 'Ligne 12 : Alice Vernois, le 1er janvier 2026 est férié (jour de l’An).',
    en: 'Row 12: Alice Vernois, 1 January 2026 is a public holiday (New Year’s Day).',
  }),
  finding('day-over-maximum', 'confirm', 18, {
    fr: 'Ligne 18 : Alice Vernois, 11 h 30 le 14 janvier 2026, pour 10 h au plus.',
    en: 'Row 18: Alice Vernois, 11h30 on 14 January 2026, where 10h is the most.',
  }),
  ofFile(makeProblem('total-differs', { sheet: null, row: 46, column: 'Heures', cell: null, value: '287' }), 'note'),
  finding('late', 'note', 4, {
    fr: 'Lignes 4 à 9 : 18 jours après le délai.',
    en: 'Rows 4 to 9: 18 days after the delay.',
  }),
];

const nothingChosen = {
  notNeededPeople: [],
  notNeededProjects: [],
  linesLeftOut: 0,
  cells: [],
  layout: false,
} as const;

export const previewToFix: HrPreviewView = {
  company,
  year: 2026,
  years,
  file: { name: 'janvier 2026.csv', sha256: hex('file'), bytes: 18_432, kind: 'csv' },
  understood: understoodText,
  profile: null,
  choices: null,
  chosen: nothingChosen,
  totals: { rows: 45, ready: 39, toFix: 6, leftOut: 0, minutes: 16_380, halfDays: 0, fileTotalMinutes: 17_220 },
  ignored: [{ why: 'total' }, { why: 'blank' }, { why: 'blank' }, { why: 'title' }],
  problems: [notADuration, notADate, noProject, ...unknown, ...toBeConfirmed],
  shown: null,
  code: null,
  hasCopy: true,
  fixable: [
    { key: '!E14', problem: notADuration },
    { key: '!C22', problem: notADate },
    { key: '!D31', problem: noProject },
  ],
  linesToFix: [
    { key: '!14', sheet: null, row: 14, text: 'M-0412, 12/01/2026, Aiguillage, 7h75' },
    { key: '!22', sheet: null, row: 22, text: 'M-0412, 31/02/2026, Aiguillage, 7,00' },
    { key: '!31', sheet: null, row: 31, text: 'M-0433, 19/01/2026, 3,50' },
  ],
  unknownPeople: [{ text: 'Hubert Lansac', lines: 3 }],
  unknownProjects: [{ text: 'Refonte intranet', lines: 12 }],
  toConfirm: [
    { code: 'duplicate-line', count: 1, asksReason: false },
    { code: 'public-holiday', count: 1, asksReason: true },
    { code: 'day-over-maximum', count: 1, asksReason: true },
  ],
  answered: null,
  receipt: null,
  notice: null,
};

/** So many problems that they are told by rule, more bad cells than anybody types, and no copy. */
export const previewManyToFix: HrPreviewView = {
  ...previewToFix,
  file: { name: 'année 2026.ods', sha256: hex('year'), bytes: 1_204_992, kind: 'ods' },
  understood: understoodBook,
  profile: { name: 'Grille des bureaux d’études', version: 3, by: 'Odile Ferrand', at: '2025-11-03T09:12:00.000Z' },
  choices: hex('choices'),
  chosen: {
    notNeededPeople: [
      { text: 'Hubert Lansac', lines: 3 },
      { text: 'Ninon Pradel', lines: 1 },
    ],
    notNeededProjects: [{ text: 'Refonte intranet', lines: 12 }],
    linesLeftOut: 2,
    cells: [{ key: 'Janvier!F14', text: '7:45' }],
    layout: true,
  },
  totals: { rows: 2_158, ready: 2_100, toFix: 40, leftOut: 18, minutes: 0, halfDays: 4_124, fileTotalMinutes: null },
  problems: Array.from({ length: 40 }, (_, i) =>
    ofFile(
      makeProblem(i % 4 === 0 ? 'formula-without-result' : 'not-a-duration', {
        sheet: 'Janvier',
        row: 8 + i,
        column: '14',
        cell: `O${8 + i}`,
        value: i % 4 === 0 ? '=SUM(A1:A9)' : '?',
      }),
      'must-fix',
    ),
  ),
  hasCopy: false,
  fixable: [],
  linesToFix: Array.from({ length: 40 }, (_, i) => ({
    key: `Janvier!${8 + i}`,
    sheet: 'Janvier',
    row: 8 + i,
    text: 'Corentin Maillard, Horaires ouverts',
  })),
  unknownPeople: [],
  unknownProjects: [],
  toConfirm: [],
  notice: { fr: 'Douze lignes sont laissées de côté.', en: 'Twelve lines are left out.' },
};

/** The same, of one rule, by row. */
export const previewOneRule: HrPreviewView = {
  ...previewManyToFix,
  shown: 'rows',
  code: 'formula-without-result',
  notice: null,
};

export const previewReady: HrPreviewView = {
  ...previewToFix,
  file: { name: 'janvier.xlsx', sha256: hex('sheet'), bytes: 9_123, kind: 'xlsx' },
  totals: { rows: 42, ready: 42, toFix: 0, leftOut: 0, minutes: 16_800, halfDays: 6, fileTotalMinutes: 16_800 },
  problems: toBeConfirmed,
  fixable: [],
  linesToFix: [],
  unknownPeople: [],
  unknownProjects: [],
};

/** She pressed the button with one reason missing. */
export const previewUnanswered: HrPreviewView = {
  ...previewReady,
  answered: {
    missing: ['day-over-maximum'],
    ticked: ['duplicate-line'],
    reasons: { 'public-holiday': 'Mise en production prévue de longue date, compensée le 16 janvier.' },
  },
};

export const previewPosted: HrPreviewView = { ...previewReady, receipt: '313', problems: [], toConfirm: [] };

export const previewEmpty: HrPreviewView = {
  ...previewReady,
  understood: { ...understoodText, sample: [] },
  totals: { rows: 0, ready: 0, toFix: 0, leftOut: 0, minutes: 0, halfDays: 0, fileTotalMinutes: null },
  problems: [],
  toConfirm: [],
};

const roles = [
  'person-id',
  'email',
  'full-name',
  'last-name',
  'first-name',
  'date',
  'quantity',
  'project',
  'written',
  'day-total',
  'comment',
];

export const changeText: HrChangeView = {
  company,
  year: 2026,
  sha256: hex('file'),
  fileName: 'janvier 2026.csv',
  kind: 'csv',
  choices: hex('choices'),
  notUnderstood: null,
  sheets: [],
  headerRow: { understood: 3, chosen: null },
  firstRows: {
    sheet: null,
    rows: [
      { row: 1, cells: ['Relevé des temps – janvier 2026'] },
      { row: 2, cells: [] },
      { row: 3, cells: columns.map(({ header }) => header) },
      { row: 4, cells: cellsOf(5, '7,50') },
      { row: 5, cells: cellsOf(6, '7,00') },
    ],
  },
  headers: columns.map(({ header }) => header),
  columns: roles.map((role) => ({
    role,
    understood: columns.find((column) => column.role === role)?.header ?? null,
    chosen: role === 'written' ? { header: 'Date de visa' } : role === 'comment' ? { header: null } : null,
  })),
  personFrom: null,
  projectFrom: null,
  unit: { understood: 'hour', chosen: null },
  decimals: { understood: 'hundredths', chosen: 'minutes' },
  dateOrder: { understood: 'day-first', chosen: null },
  encoding: { understood: 'windows-1252', chosen: null },
  delimiter: { understood: ';', chosen: null },
  month: null,
  profileName: 'Relevé des temps',
  notice: null,
};

/** No header row was found: she is asked, before anything else. */
export const changeNotUnderstood: HrChangeView = {
  ...changeText,
  sha256: hex('grid'),
  fileName: 'Présences.xlsx',
  kind: 'xlsx',
  choices: null,
  personFrom: { understood: null, chosen: 'sheet-name' },
  projectFrom: { understood: null, chosen: null },
  notUnderstood: {
    fr: 'Nous n’avons pas trouvé la ligne d’en-têtes de ce fichier. Montrez-la nous, puis dites quelle colonne est quoi.',
    en: 'We did not find the header row of this file. Show it to us, then say which column is what.',
  },
  sheets: [
    { name: 'Présences', isRead: true, isHidden: false },
    { name: 'Paramètres', isRead: false, isHidden: true },
  ],
  headerRow: { understood: null, chosen: null },
  firstRows: {
    sheet: 'Présences',
    rows: [
      { row: 1, cells: ['Bureau d’études'] },
      { row: 2, cells: ['Qui', 'Quoi', ...Array.from({ length: 31 }, (_, day) => String(day + 1))] },
      { row: 3, cells: ['Corentin Maillard', 'Horaires ouverts', '', '', '1', '1', '0,5'] },
    ],
  },
  headers: [],
  columns: roles.map((role) => ({ role, understood: null, chosen: null })),
  unit: { understood: null, chosen: null },
  decimals: { understood: null, chosen: null },
  dateOrder: { understood: null, chosen: null },
  encoding: null,
  delimiter: null,
  month: { understood: null, chosen: null },
  profileName: 'Présences',
};

export const sampleReceipt: HrReceiptView = {
  company,
  timesheet: '313',
  seq: 313,
  digest: hex('fact'),
  file: { name: 'janvier 2026.csv', sha256: hex('file'), bytes: 18_432 },
  by,
  at,
  period: { from: '2026-01-05', to: '2026-01-30' },
  people: 3,
  lines: 39,
  time: time(16_380, 6),
  projects: [
    { name: 'Aiguillage', lines: 24, time: time(10_080) },
    { name: 'Horaires ouverts', lines: 15, time: time(6_300, 6) },
  ],
  confirmed: [
    { code: 'duplicate-line', reason: null },
    { code: 'public-holiday', reason: 'Mise en production prévue de longue date, compensée le 16 janvier.' },
  ],
  unexplained: ['day-over-maximum'],
  choices: hex('choices'),
  profile: { name: 'Relevé des temps', version: 2, by: 'Odile Ferrand', at: '2025-11-03T09:12:00.000Z' },
  late: { lines: 6, mostDays: 18 },
  leftOut: {
    lines: 18,
    people: ['Hubert Lansac'],
    projects: ['Refonte intranet'],
  },
  undone: null,
  keptBecause: null,
  just: 'posted',
};

/** Read as it stands, nothing to confirm, and a statement rests on it. */
export const keptReceipt: HrReceiptView = {
  ...sampleReceipt,
  confirmed: [],
  unexplained: [],
  choices: null,
  profile: null,
  late: null,
  leftOut: { lines: 0, people: [], projects: [] },
  keptBecause: {
    fr: 'L’état 2025-0001 repose sur cette feuille de temps : elle ne s’annule plus. Corrigez-la par une régularisation.',
    en: 'Statement 2025-0001 rests on this timesheet: it can no longer be undone. Put it right by a correction.',
  },
  just: null,
};

const source = (row: number) => ({ file: 'janvier 2026.csv', sheet: null, row, cell: null });

export const monthOpen: HrMonthView = {
  company,
  month: '2026-01',
  previous: '2025-12',
  next: '2026-02',
  developer: { id: 'de-1', name: 'Alice Vernois' },
  declared: time(1_500),
  state: 'open',
  lines: [
    {
      entry: `${hex('batch')}:2`,
      day: '2026-01-12',
      project: 'Aiguillage',
      time: { unit: 'minute', amount: 450 },
      source: source(14),
      timesheet: '313',
      lateDays: null,
      parts: [{ state: 'counted', time: { unit: 'minute', amount: 450 }, text: null }],
      contested: null,
    },
    {
      entry: `${hex('batch')}:3`,
      day: '2026-01-13',
      project: 'Horaires ouverts',
      time: { unit: 'minute', amount: 690 },
      source: { file: 'grille.xlsx', sheet: 'Janvier', row: 9, cell: 'O9' },
      timesheet: '314',
      lateDays: 18,
      parts: [
        { state: 'awaiting', time: { unit: 'minute', amount: 600 }, text: null },
        {
          state: 'refused',
          time: { unit: 'minute', amount: 90 },
          text: { fr: 'Au-delà de 10 heures dans la journée.', en: 'Beyond 10 hours in the day.' },
        },
      ],
      contested: 'Je n’ai travaillé que le matin.',
    },
    {
      entry: `${hex('batch')}:4`,
      day: '2026-01-14',
      project: 'Aiguillage',
      time: { unit: 'minute', amount: 450 },
      source: source(16),
      timesheet: '313',
      lateDays: 1,
      parts: [],
      contested: null,
    },
  ],
  corrections: [
    {
      entry: `${hex('correction')}:0`,
      day: '2026-01-13',
      project: 'Horaires ouverts',
      delta: { unit: 'minute', amount: -240 },
      reason: 'L’après-midi était une réunion interne, saisie par erreur.',
      by,
      at: '2026-02-09T10:30:00.000Z',
    },
    {
      entry: `${hex('correction')}:1`,
      day: '2026-01-15',
      project: 'Aiguillage',
      delta: { unit: 'minute', amount: 150 },
      reason: 'Relecture oubliée dans la feuille.',
      by,
      at: '2026-02-08T10:30:00.000Z',
    },
  ],
  acts: [
    {
      act: 'reopened',
      by,
      at: '2026-02-09T10:00:00.000Z',
      reason: 'Une deuxième feuille est arrivée du bureau de Lille.',
    },
    { act: 'completed', by: 'Odile Ferrand', at: '2026-02-03T10:00:00.000Z', reason: null },
  ],
  projects: [
    { id: 'aiguillage', name: 'Aiguillage' },
    { id: 'horaires', name: 'Horaires ouverts' },
  ],
  units: ['minute'],
  notice: null,
};

export const monthComplete: HrMonthView = {
  ...monthOpen,
  state: 'complete',
  acts: [{ act: 'completed', by, at, reason: null }],
  units: ['minute', 'half-day'],
  notice: { fr: 'La régularisation est enregistrée.', en: 'The correction is posted.' },
};

/** Nobody has said anything of her month, and she is lent to nobody. */
export const monthNothing: HrMonthView = {
  ...monthOpen,
  developer: { id: 'de-2', name: 'Basile Ormesson' },
  declared: time(0),
  state: 'nothing',
  lines: [],
  corrections: [],
  acts: [],
  projects: [],
  units: [],
  previous: null,
  next: null,
};
