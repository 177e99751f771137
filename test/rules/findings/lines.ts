// Builders of lines about to be posted, of lines that stand, and of what surrounds them.

import { findInTime } from '../../../lib/rules/findings/find-in-time.ts';
import type { FindingInput, LineToPost, StandingLine, TimeFinding } from '../../../lib/rules/findings/finding.ts';
import { ruleSet } from '../../../lib/rules/rule-set.ts';
import { project, secondment } from '../claims.ts';

/** An hour on a Tuesday. */
export const line = (changed: Partial<LineToPost> = {}): LineToPost => ({
  ref: 'row 2',
  developer: 'de-1',
  project: 'p-1',
  day: '2025-03-04',
  unit: 'minute',
  amount: 60,
  writtenDay: null,
  dayTotal: null,
  ...changed,
});

export const standing = (changed: Partial<StandingLine> = {}): StandingLine => ({
  entry: 'r:0',
  developer: 'de-1',
  project: 'p-1',
  day: '2025-03-04',
  unit: 'minute',
  amount: 30,
  withdrawnAmount: 0,
  repeated: false,
  ...changed,
});

export const around = (changed: Partial<FindingInput> = {}): FindingInput => ({
  lines: [line()],
  standing: [],
  otherEmployers: () => 0,
  secondments: [secondment()],
  projects: [project('p-1'), project('p-2')],
  absences: [],
  orders: [],
  dayMinutes: 420,
  region: 'metropole',
  ruleSet,
  receivedDay: '2025-03-10',
  isPartLeftOut: () => false,
  isComplete: () => false,
  ...changed,
});

export const found = (changed: Partial<FindingInput> = {}): readonly TimeFinding[] => findInTime(around(changed));

export const codes = (changed: Partial<FindingInput> = {}): string[] => found(changed).map(({ code }) => code);
