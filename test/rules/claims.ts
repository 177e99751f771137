// Builders of claims, secondments and projects for the tests of this room, and generators of many of them.
import fc from 'fast-check';
import type { FoundationStanding, Project } from '../../lib/model/registry.ts';
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
  staff: 'employee',
  basis: null,
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

/** Of a French body of general interest. */
export const standing = (changed: Partial<FoundationStanding> = {}): FoundationStanding => ({
  foundation: 'fo-1',
  standing: '238bis',
  category: 'a',
  proof: 'rescrit 2019-11',
  restrictedCircleExamined: true,
  country: 'FR',
  approval: null,
  criteria: [],
  from: '2020-01-01',
  to: null,
  decidedBy: ['r-1'],
  ...changed,
});

export const inputOf = (claims: readonly Claim[], changed: Partial<AssessmentInput> = {}): AssessmentInput => ({
  claims,
  secondments: [secondment(), secondment({ id: 'se-2', developer: 'de-2' })],
  projects: [project('p-1'), project('p-2', { licences: [] })],
  standings: [standing()],
  orders: [],
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
  claimedUnder: fc.constantFrom(null, null, null, 'cir' as const, 'other-employer' as const),
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

/** What surrounds them: papers and legal forms, public servants, orders, standings, a fork; under each scheme. */
const surroundings = fc
  .record({
    scheme: fc.constantFrom(
      'none' as const,
      'digital-commons-investor' as const,
      'mecenat-de-competences-238bis' as const,
      'cir-244-quater-b' as const,
    ),
    legalForm: fc.constantFrom('loan' as const, 'loan' as const, 'service-gift' as const, 'own-work' as const),
    staff: fc.constantFrom('employee' as const, 'employee' as const, 'public-servant' as const),
    basis: fc.constantFrom(null, 'cgfp' as const, '3ds-209' as const),
    standings: fc.array(
      fc.record({
        country: fc.constantFrom('FR', 'FR', 'DE', 'US'),
        approval: fc.constantFrom(null, 'agreed'),
        restrictedCircleExamined: fc.constantFrom(true, true, false),
        from: fc.constantFrom('2020-01-01', '2025-03-05'),
        to: fc.constantFrom(null, '2025-03-07'),
      }),
      { maxLength: 2 },
    ),
    orders: fc.array(
      fc.record({
        developer: fc.constantFrom('de-1', 'de-2'),
        day: fc.constantFrom('2025-03-08', '2025-03-06'),
        signedOn: fc.constantFrom('2025-03-01', '2025-03-09'),
      }),
      { maxLength: 3 },
    ),
    fork: fc.boolean(),
  })
  .map(({ scheme, legalForm, staff, basis, standings, orders, fork }): Partial<AssessmentInput> => {
    const lent = { legalForm, staff, basis };
    return {
      ...{ scheme, orders },
      standings: standings.map(standing),
      secondments: [secondment(lent), secondment({ ...lent, id: 'se-2', developer: 'de-2' })],
      projects: [
        project('p-1'),
        project('p-2', { licences: [] }),
        ...(fork ? [project('p-3', { successorOf: 'p-2' })] : []),
      ],
    };
  });

/** Claims and whatever may surround them. */
export const situations = fc.tuple(claims, surroundings).map(([all, around]): AssessmentInput => inputOf(all, around));
