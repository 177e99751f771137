// What an auditor's tools show of the invented statement.
import { entryRefusalTexts } from '../../lib/rules/refusals/refusal-codes.ts';
import { otherFindings } from '../../lib/use-cases/what-stands-out.ts';
import type { LinkChangesView } from '../../web/link-changes.ts';
import type { LinkFindingsView } from '../../web/link-findings.ts';
import type { LinkNotesView } from '../../web/link-notes.ts';
import type { Siblings } from '../../web/parts/link-about.ts';
import type { Note } from '../../web/parts/notes.ts';
import { samplePayload } from './sample-figures.ts';

const year = { from: '2025-01-01', to: '2025-12-31' };

export const sampleSiblings: Siblings = {
  fiscalYear: 2025,
  missing: ['2025-0003'],
  statements: [
    {
      ...{ number: '2025-0001', scheme: 'digital-commons-investor', period: year, state: 'superseded' },
      ...{ issuedAt: '2026-02-16T09:00:01.000Z', supersedes: null, replacedBy: '2025-0002' },
    },
    {
      ...{ number: '2025-0002', scheme: 'digital-commons-investor', period: year, state: 'issued' },
      ...{ issuedAt: '2026-03-02T10:00:00.000Z', supersedes: '2025-0001', replacedBy: null },
    },
    {
      ...{ number: '2025-0004', scheme: 'none', period: year, state: 'revoked' },
      ...{ issuedAt: '2026-03-05T10:00:00.000Z', supersedes: null, replacedBy: null },
    },
  ],
};

const line = (day: string, more: Partial<LinkFindingsView['findings'][number]['lines'][number]> = {}) => ({
  ...{ day, month: day.slice(0, 7), time: { unit: 'minute', amount: 420 } as const, lateDays: null },
  ...{ project: 'Aiguillage', person: 1, name: 'Alice Vernois', line: 1 },
  ...more,
});

export const sampleFindings: LinkFindingsView = {
  ...{ link: 'li-1', number: samplePayload.number, company: samplePayload.company.name, level: 'names' },
  declaredLines: 214,
  findings: [
    {
      ...{ code: 'non-working-day', text: entryRefusalTexts['non-working-day'], ends: 'refused', count: 1 },
      ...{ minutes: 420, halfDays: 0, lines: [line('2025-11-11')] },
    },
    {
      ...{ code: 'late', text: otherFindings.late, ends: null, count: 2, minutes: 840, halfDays: 1 },
      lines: [
        line('2025-11-07', { lateDays: 12 }),
        line('2025-11-10', { lateDays: 9, person: 0, name: null, line: null }),
      ],
    },
    {
      ...{ code: 'round', text: otherFindings.round, ends: null, count: 201, minutes: 84_420, halfDays: 0 },
      lines: [line('2025-11-07'), line('2025-11-10')],
    },
  ],
};

export const sampleChanges: LinkChangesView = {
  ...{ link: 'li-1', number: samplePayload.number, company: samplePayload.company.name, level: 'names' },
  ...{ period: year, today: '2026-04-10', preparedAt: '2026-02-14T15:10:00.000Z' },
  ...{ issuedAt: '2026-02-16T09:00:01.000Z', signed: samplePayload },
  known: { day: '2026-03-31', facts: 41, time: samplePayload, state: 'superseded' },
  changes: [
    {
      ...{ at: '2026-02-28T09:00:00.000Z', kind: 'correction-posted', time: { minutes: -420, halfDays: 0 } },
      ...{ subject: null, about: [{ month: '2025-11', person: 1, name: 'Alice Vernois' }] },
    },
    {
      ...{ at: '2026-03-01T09:00:00.000Z', kind: 'timesheet-posted', time: { minutes: 60, halfDays: 2 } },
      ...{ subject: null, about: [{ month: '2025-12', person: 0, name: null }] },
    },
    { at: '2026-03-01T10:00:00.000Z', kind: 'licence-changed', time: null, subject: 'Aiguillage', about: [] },
    { at: '2026-03-02T10:00:00.000Z', kind: 'statement-issued', time: null, subject: '2025-0002', about: [] },
  ],
};

export const noChanges: LinkChangesView = {
  ...sampleChanges,
  ...{ level: 'totals', changes: [], known: { day: '2024-01-01', facts: 0, time: null, state: null } },
};

export const sampleNotes: readonly Note[] = [
  {
    ...{ note: '3f9ac01be7d24486', audience: 'Direction de contrôle, dossier 2026-014', line: 1, month: '2025-03' },
    ...{ at: '2026-03-10T09:30:00.000Z', text: 'Quelle réunion couvre les 6 et 7 mars ?' },
    answers: [
      {
        at: '2026-03-12T14:05:00.000Z',
        text: 'La revue de sécurité du projet ; le compte rendu est joint au dossier.',
      },
    ],
  },
  {
    ...{ note: '9c1d03aa52e87b60', audience: 'Direction de contrôle, dossier 2026-014', line: null, month: null },
    ...{ at: '2026-03-15T09:30:00.000Z', text: 'La paie de décembre est-elle définitive ?', answers: [] },
  },
];

export const sampleLinkNotes: LinkNotesView = {
  ...{ link: 'li-1', number: samplePayload.number, company: samplePayload.company.name, next: '00f1e2d3c4b5a697' },
  ...{ about: { line: 1, month: '2025-03' }, notes: sampleNotes, isLeft: true },
};

export const noNotes: LinkNotesView = { ...sampleLinkNotes, about: null, notes: [], isLeft: false };
