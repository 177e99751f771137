// Builders of claims, secondments and projects for the tests of this room, and generators of many of them.
import fc from 'fast-check';
import type { Project } from '../../lib/model/registry.ts';
import type { Secondment } from '../../lib/model/secondment.ts';
import type { AssessmentInput, Claim } from '../../lib/rules/assessment.ts';
import { ruleSet } from '../../lib/rules/rule-set.ts';

/** A confirmed claim of an hour on a Tuesday. */
export const claim = (changed: Partial<Claim> = {}): Claim => ({
  entry: 'r:0',
  developer: 'de-1',
  day: '2025-03-04',
  project: 'p-1',
  unit: 'minute',
  amount: 60,
  receivedDay: '2025-03-10',
  writtenDay: null,
  withdrawnAmount: 0,
  repeated: false,
  otherEmployersAmount: 0,
  heldByConflict: false,
  check: null,
  confirmation: { answer: 'confirmed', confirmedAmount: null, group: 'g' },
  trace: null,
  claimedUnder: null,
  ...changed,
});

export const secondment = (changed: Partial<Secondment> = {}): Secondment => ({
  id: 'se-1',
  developer: 'de-1',
  foundation: 'fo-1',
  projects: ['p-1', 'p-2'],
  from: '2025-01-01',
  to: null,
  share: '1/2',
  legalForm: 'loan',
  unit: 'minute',
  weeklyMinutes: null,
  workingDays: null,
  convention: '2024-12-10',
  amendment: '2024-12-12',
  consent: '2024-12-12',
  endedOn: null,
  ...changed,
});

export const project = (id: string, changed: Partial<Project> = {}): Project => ({
  id,
  name: id,
  foundation: 'fo-1',
  repositories: [],
  successorOf: null,
  licences: [{ from: '2020-01-01', to: null, spdx: 'MIT', open: true, evidence: 'LICENSE' }],
  eligibility: [{ from: '2020-01-01', to: null, eligible: true, decidedBy: ['r-1'], reason: 'public interest' }],
  ...changed,
});

export const inputOf = (claims: readonly Claim[], changed: Partial<AssessmentInput> = {}): AssessmentInput => ({
  claims,
  secondments: [secondment(), secondment({ id: 'se-2', developer: 'de-2' })],
  projects: [project('p-1'), project('p-2', { licences: [] })],
  region: 'metropole',
  ruleSet,
  scheme: 'digital-commons-investor',
  ...changed,
});

const confirmation = fc.constantFrom(
  null,
  { answer: 'confirmed', confirmedAmount: null, group: 'a' } as const,
  { answer: 'disputed', confirmedAmount: null, group: 'b' } as const,
  { answer: 'partly', confirmedAmount: 500, group: 'c' } as const,
  { answer: 'cannot-tell', confirmedAmount: null, group: 'd' } as const,
);

const anyClaim = fc.record({
  developer: fc.constantFrom('de-1', 'de-1', 'de-2', 'de-3'),
  day: fc.constantFrom(
    '2024-12-31',
    '2025-03-03',
    '2025-03-04',
    '2025-03-05',
    '2025-03-06',
    '2025-03-07',
    '2025-03-08',
  ),
  project: fc.constantFrom('p-1', 'p-1', 'p-1', 'p-2'),
  unit: fc.constantFrom('minute' as const, 'minute' as const, 'half-day' as const),
  amount: fc.integer({ min: 1, max: 600 }),
  withdrawn: fc.integer({ min: 0, max: 600 }),
  repeated: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  otherEmployersAmount: fc.constantFrom(0, 0, 0, 120),
  heldByConflict: fc.constantFrom(false, false, false, true),
  check: fc.constantFrom(null, 'checked' as const, 'contested' as const),
  confirmation,
  trace: fc.constantFrom(null, 'agrees' as const, 'no-public-trace' as const, 'conflict' as const),
  claimedUnder: fc.constantFrom(null, null, null, 'cir-244-quater-b'),
});

/** Up to forty claims of one week and its neighbourhood, each with an entry of its own. */
export const claims = fc.array(anyClaim, { maxLength: 40 }).map((rows) =>
  rows.map(({ withdrawn, ...row }, at): Claim => {
    const amount = row.unit === 'half-day' ? 1 + (row.amount % 2) : row.amount;
    return claim({
      ...row,
      amount,
      entry: `r:${at}`,
      withdrawnAmount: withdrawn > 300 ? 0 : Math.min(withdrawn, amount),
    });
  }),
);
