// What is held on a developer: with something in every part, and with nothing at all.
import type { DeveloperHeldView } from '../../web/developer-held.ts';

const at = '2026-02-03T10:12:00.000Z';
const says = { fr: 'pièces, à compter de leur date', en: 'papers, counted from their date' };

export const sampleHeld: DeveloperHeldView = {
  company: { id: 'co-rail', name: 'Rail Exemple' },
  developer: 'de-0011223344556677',
  directory: { entry: { name: 'Alice Vernois', matricule: 'R-102', emails: ['alice.vernois@rail.example'] } },
  identities: [
    {
      identity: 'id-1',
      shown: 'alice.vernois@rail.example',
      intervals: [
        { since: '2024-01-01', until: '2025-06-30' },
        { since: '2025-12-01', until: null },
      ],
    },
    { identity: 'id-2-of-another-employer', shown: null, intervals: [{ since: '2025-01-01', until: null }] },
  ],
  secondments: [
    { foundation: 'rails', projects: ['points', 'signals'], from: '2025-01-01', to: null, endedOn: '2025-12-31' },
    { foundation: 'rails', projects: ['points'], from: '2026-01-01', to: null, endedOn: null },
  ],
  time: {
    entries: [
      {
        ...{ day: '2026-01-05', project: 'points', unit: 'minute', amount: 420, withdrawn: 60 },
        source: { file: 'janvier.xlsx', sheet: 'Relevé', row: 12, cell: 'D12' },
      },
      {
        ...{ day: '2026-01-06', project: 'points', unit: 'half-day', amount: 1, withdrawn: 0 },
        source: { file: 'correction 9', sheet: null, row: null, cell: null },
      },
    ],
  },
  rows: [
    { kind: 'months-checked', at, byName: 'consumer', row: { month: '2026-01', comment: '<b>juste</b> & daté' } },
    // As long and unbroken as stored ones are.
    {
      kind: 'pay-recorded',
      at,
      byName: 'Sabine Tellier',
      row: { payrollDigest: 'ab'.repeat(32), more: 'cd'.repeat(64) },
    },
  ],
  facts: [{ kind: 'developer-enrolled', at, byName: 'Sabine Tellier', row: { developer: 'de-0011223344556677' } }],
  traces: [{ repository: 'git/rails', sha: 'ab'.repeat(20), authorDay: '2026-01-05' }],
  statements: [{ number: '2025-0001', period: { from: '2025-01-01', to: '2025-12-31' }, state: 'issued' }],
  seenBy: [{ by: 'Paul Mercadier', act: { fr: 'a ouvert la liste', en: 'opened the list' }, at }],
  keeping: {
    until: '2032-02-03',
    lentTo: null,
    asked: { at },
    evidence: [
      { what: 'time', name: '2026-01', since: '2026-01-31', until: '2031-01-31', text: 'C. trav.', says },
      { what: 'statement', name: '2025-0001', since: '2026-02-03', until: '2032-02-03', text: 'LPF L. 102 B', says },
    ],
  },
};

export const nothingHeld: DeveloperHeldView = {
  ...sampleHeld,
  ...{ identities: [], secondments: [], time: { entries: [] }, rows: [], facts: [] },
  ...{ traces: [], statements: [], seenBy: [] },
  keeping: { until: null, lentTo: 'open', asked: null, evidence: [] },
};

/** All terms are over: she may ask. */
export const mayAskHeld: DeveloperHeldView = {
  ...sampleHeld,
  secondments: [],
  keeping: { until: null, lentTo: null, asked: null, evidence: [] },
};
