// The invented work behind the sample pages: one month of a developer, what awaits a foundation, what an auditor opens.

import { leftOutTexts } from '../../lib/matching/sentences.ts';
import { addDays, isoWeekday } from '../../lib/model/calendar.ts';
import type { Duration } from '../../lib/model/duration.ts';
import { entryRefusalTexts } from '../../lib/rules/refusals/refusal-codes.ts';
import type { DeveloperMonthView } from '../../web/developer-month.ts';
import type { AnsweredLine, AwaitingLine } from '../../web/foundation-list.ts';
import type { ProvenEntry } from '../../web/link-line.ts';
import type { MonthEntry } from '../../web/parts/month-days.ts';
import type { TraceCount } from '../../web/parts/traces.ts';
import type { WorkEvidence } from '../../web/parts/work-evidence.ts';
import { hex } from '../statement/sample-statement.ts';

const minutes = (amount: number): Duration => ({ unit: 'minute', amount });

const commits = (count: number, seed: string): TraceCount => ({
  kind: 'commit',
  count,
  shown: Array.from({ length: Math.min(count, 2) }, (_, i) => {
    const sha = hex(`${seed} ${i}`).slice(0, 40);
    return { sha, url: `https://git.example/commun-ferroviaire/commit/${sha}` };
  }),
});

const agree = {
  fr: 'Les traces publiques concordent : 3 contributions (2026-01-05 : 1a2b3c4d5e6f, 2b3c4d5e6f70, 3c4d5e6f7081).',
  en: 'Public traces agree: 3 contributions (2026-01-05: 1a2b3c4d5e6f, 2b3c4d5e6f70, 3c4d5e6f7081).',
};
const noTrace = {
  fr: 'Aucune trace publique autour de ce jour dans ce projet. C’est normal pour la conception, les relectures, les réunions ou la sécurité.',
  en: 'No public trace around this day in this project. That is normal for design, reviews, meetings or security work.',
};
const awaitsFoundation = { fr: 'La fondation n’a pas encore répondu.', en: 'The foundation has not answered yet.' };

const file = { file: 'janvier 2026.csv', sheet: null, cell: null };

const designNote: WorkEvidence = {
  id: hex('design note'),
  text: 'Atelier de conception du format d’échange, avec l’équipe.',
  link: 'https://rfc.example/aiguillage/12',
};

const entryOf = (row: number, rest: Partial<MonthEntry>): MonthEntry => ({
  entry: `${hex('batch')}:${row}`,
  project: 'Aiguillage',
  time: minutes(420),
  source: { ...file, row },
  verdict: 'agrees',
  why: agree,
  traces: [commits(3, `row ${row}`)],
  lateDays: null,
  parts: [{ state: 'awaiting', time: minutes(420), text: awaitsFoundation }],
  decision: 'clear',
  workEvidence: [],
  contested: null,
  ...rest,
});

const entries: Readonly<Record<string, readonly MonthEntry[]>> = {
  '2026-01-05': [entryOf(2, {})],
  '2026-01-08': [
    entryOf(3, {
      verdict: 'no-public-trace',
      why: noTrace,
      traces: [],
      decision: 'question',
      workEvidence: [designNote],
      parts: [{ state: 'awaiting', time: minutes(420), text: awaitsFoundation }],
    }),
  ],
  '2026-01-12': [
    entryOf(4, {
      verdict: 'partly',
      traces: [commits(1, 'thin'), { kind: 'review', count: 2, shown: [] }],
      lateDays: 12,
      decision: null,
      parts: [
        { state: 'counted', time: minutes(300), text: null },
        { state: 'refused', time: minutes(120), text: entryRefusalTexts['weekly-max-exceeded'] },
      ],
    }),
    entryOf(5, {
      project: 'Horaires ouverts',
      time: minutes(90),
      verdict: null,
      why: null,
      traces: [],
      decision: null,
    }),
  ],
  '2026-01-21': [
    entryOf(6, {
      verdict: 'conflict',
      decision: null,
      contested: { comment: 'Je n’ai travaillé que le matin.', at: '2026-02-04T09:20:00.000Z' },
      parts: [{ state: 'awaiting', time: minutes(420), text: null }],
    }),
  ],
};

export const sampleFreshness: DeveloperMonthView['freshness'] = [
  {
    ...{ repository: 'git/forge.example/0123456789abcdef', readOn: '2026-02-01', gapDays: 2 },
    ...{ waitingUntil: null, orphaned: 3 },
  },
];

export const sampleMonth: DeveloperMonthView = {
  freshness: sampleFreshness,
  company: { id: 'co-rail', name: 'Rail Exemple' },
  month: '2026-01',
  state: 'to-check',
  checkedAt: '2026-02-03T09:00:00.000Z',
  declared: { minutes: 1_770, halfDays: 0 },
  days: Array.from({ length: 31 }, (_, i) => {
    const day = addDays('2026-01-01', i);
    return {
      day,
      holiday: i === 0 ? { fr: 'Jour de l’an', en: 'New Year’s Day' } : null,
      isWeekend: isoWeekday(day) > 5,
      entries: entries[day] ?? [],
    };
  }),
  tracesLeftOut: [{ reason: leftOutTexts.merge, traces: [commits(2, 'merges')] }],
  tracesWithoutHours: [{ day: '2026-01-27', project: 'Aiguillage', traces: [commits(2, 'alone')] }],
  identities: [
    { identity: 'id-1', shown: 'alice.vernois@rail.example', proposedBy: 'Rail Exemple', state: 'linked' },
    { identity: 'id-2', shown: 'a.vernois@webmail.example', proposedBy: 'Rail Exemple', state: 'proposed' },
    { identity: 'id-3', shown: 'avernois', proposedBy: 'Rail Exemple', state: 'refused' },
  ],
  access: [
    {
      by: 'Sabine Tellier (ressources humaines, Rail Exemple)',
      act: { fr: 'a ouvert la feuille de janvier 2026', en: 'opened the timesheet of January 2026' },
      at: '2026-02-03T10:12:00.000Z',
    },
  ],
  notice: null,
};

const share = {
  company: { id: 'co-rail', name: 'Rail Exemple' },
  developer: { id: 'de-1', name: 'Alice Vernois' },
  project: { id: 'aiguillage', name: 'Aiguillage' },
  month: '2026-01',
};

export const awaitingLines: readonly AwaitingLine[] = [
  {
    ...share,
    time: minutes(1_680),
    entries: [`${hex('batch')}:2`, `${hex('batch')}:3`],
    split: [
      { verdict: 'agrees', time: minutes(1_260) },
      { verdict: 'no-public-trace', time: minutes(420) },
    ],
    clear: minutes(1_260),
    questions: [{ day: '2026-01-08', time: minutes(420), verdict: 'no-public-trace', workEvidence: [designNote] }],
    traces: [commits(9, 'january'), { kind: 'review', count: 4, shown: null }],
    lateDays: null,
    isChecked: true,
    blocked: null,
  },
  {
    ...share,
    company: { id: 'co-bank', name: 'Banque Fictive' },
    developer: { id: 'de-2', name: 'Fabien Grandval' },
    project: { id: 'signalisation', name: 'Signalisation' },
    time: { unit: 'half-day', amount: 6 },
    entries: [`${hex('bank')}:0`],
    split: [{ verdict: 'partly', time: { unit: 'half-day', amount: 6 } }],
    clear: null,
    questions: [8, 9, 12].map((day) => ({
      ...{ day: `2026-01-${String(day).padStart(2, '0')}`, time: { unit: 'half-day' as const, amount: 2 } },
      ...{ verdict: 'partly' as const, workEvidence: [] },
    })),
    traces: [],
    lateDays: 18,
    isChecked: false,
    blocked: null,
  },
  {
    ...share,
    developer: { id: 'de-3', name: 'Octave Rambourg' },
    time: minutes(840),
    entries: [`${hex('tied')}:0`],
    split: [{ verdict: 'conflict', time: minutes(840) }],
    clear: null,
    questions: [],
    traces: [],
    lateDays: null,
    isChecked: true,
    blocked: {
      fr: 'Vous êtes liée à Rail Exemple : une autre personne de la fondation répond pour ces heures.',
      en: 'You are tied to Rail Exemple: another person of the foundation answers for these hours.',
    },
  },
];

export const answeredLines: readonly AnsweredLine[] = [
  { ...share, month: '2025-12', answer: 'confirmed', confirmed: null, comment: null, at: '2026-01-09T13:00:00.000Z' },
  {
    ...share,
    developer: { id: 'de-4', name: 'Camille Hautbois' },
    month: '2025-11',
    answer: 'partly',
    confirmed: minutes(840),
    comment: 'La dernière journée n’a pas eu lieu : la rencontre a été reportée.',
    at: '2025-12-09T13:00:00.000Z',
  },
];

const proven = (row: number, rest: Partial<ProvenEntry>): ProvenEntry => ({
  entry: `${hex('batch')}:${row}`,
  day: '2025-11-03',
  time: minutes(420),
  parts: [{ state: 'counted', time: minutes(420), text: null }],
  source: {
    file: 'novembre.xlsx',
    sheet: 'Novembre',
    row,
    cell: `F${row}`,
    sha256: hex('november'),
    receivedDay: '2025-12-02',
    original: {
      text: '7,00',
      cells: [
        { cell: 'A14', text: 'A-001' },
        { cell: 'B14', text: '2025-11-07' },
        { cell: 'F14', text: '7,00' },
      ],
    },
  },
  lateDays: null,
  check: { answer: 'checked', at: '2025-12-05T09:00:00.000Z' },
  verdict: 'agrees',
  why: agree,
  traces: [commits(3, `proven ${row}`)],
  confirmation: {
    answer: 'confirmed',
    confirmed: null,
    at: '2025-12-09T13:00:00.000Z',
    capacity: 'trésorière',
    ties: [],
    mandate: { from: '2024-06-01', to: null },
    signatory: 'Odile Ferrand',
    digest: hex('confirmation'),
  },
  ...rest,
});

export const provenEntries: readonly ProvenEntry[] = [
  proven(14, {}),
  proven(15, {
    day: '2025-11-10',
    verdict: 'no-public-trace',
    why: noTrace,
    traces: [],
    lateDays: 1,
    confirmation: {
      answer: 'partly',
      confirmed: minutes(1_260),
      at: '2025-12-09T13:00:00.000Z',
      capacity: 'membre du bureau',
      ties: ['Banque Fictive'],
      mandate: { from: '2024-06-01', to: '2026-05-31' },
      signatory: null,
      digest: hex('partly'),
    },
  }),
  proven(16, {
    day: '2025-11-11',
    parts: [{ state: 'refused', time: minutes(420), text: entryRefusalTexts['non-working-day'] }],
    check: null,
    verdict: null,
    why: null,
    traces: [],
    confirmation: null,
  }),
];
