// Decides what is open before a statement: from what the books say to the points that stop preparing or wait. Pure.
import type { Period } from '../../model/calendar.ts';
import type { TimeUnit } from '../../model/duration.ts';
import type { Bilingual } from '../../model/text.ts';
import type { CouncilReason, PayrollRun } from '../../model/year-declarations.ts';
import type { Part } from '../assessment.ts';
import { type ChecklistCode, checklistCodes, type Point, pointOf } from './points.ts';

interface Time {
  readonly minutes: number;
  readonly halfDays: number;
}

/** How much of it there is; each where it has a meaning. */
export interface Extent {
  /** Person-months, projects, changes, statements. */
  readonly count?: number;
  readonly time?: Time;
  /** The cost, and the total of the payroll that it does not fit in. */
  readonly cents?: { readonly cost: number; readonly payroll: number };
  /** What was said when it was tried. */
  readonly detail?: Bilingual;
  /** Projects, statements, days: ids and numbers, never people. */
  readonly about?: readonly string[];
}

export interface ChecklistItem extends Point, Extent {
  readonly code: ChecklistCode;
}

/** One declared line with what was said of it. */
export interface SeenLine {
  readonly developer: string;
  readonly month: string;
  readonly project: string;
  readonly isChecked: boolean;
  readonly parts: readonly Pick<Part, 'state' | 'code' | 'unit' | 'amount'>[];
}

export interface ChecklistFacts {
  readonly period: Period;
  /** Under scheme `none` nothing about money is asked. */
  readonly hasAmounts: boolean;
  /** Why it cannot be worked out today; null if it can. */
  readonly refusal: { readonly code: string; readonly detail: Bilingual } | null;
  readonly lines: readonly SeenLine[];
  /** `<developer> <month>` that HR declared complete. */
  readonly complete: ReadonlySet<string>;
  /** Null where it cannot be worked out, or has none. */
  readonly costCents: number | null;
  readonly payroll: Pick<PayrollRun, 'run' | 'totalCents'> | null;
  readonly isReturnSaid: boolean;
  readonly answered: Readonly<Record<'other-aid' | 'other-employers' | 'billed-to-clients' | 'counterparts', boolean>>;
  readonly informed: Readonly<Record<'works-council' | 'notice', { readonly reason: CouncilReason | null } | null>>;
  /** Projects of these lines without any decision on eligibility in the period. */
  readonly undecidedProjects: readonly string[];
  /** Projects with changes of licence that wait for the registrar. */
  readonly undecidedLicences: readonly string[];
  /** Numbers of issued statements of this year that would come out otherwise today. */
  readonly touched: readonly string[];
}

/** A cost that is larger than the payroll that is said to hold it. @returns null where it fits */
export function payrollFlaw(
  costCents: number,
  payroll: Pick<PayrollRun, 'totalCents'>,
): { readonly cost: number; readonly payroll: number } | null {
  return costCents <= payroll.totalCents ? null : { cost: costCents, payroll: payroll.totalCents };
}

const sumOf = (parts: readonly { readonly unit: TimeUnit; readonly amount: number }[], unit: TimeUnit): number =>
  parts.reduce((sum, part) => sum + (part.unit === unit ? part.amount : 0), 0);

const timeOf = (parts: readonly { readonly unit: TimeUnit; readonly amount: number }[]): Time => ({
  minutes: sumOf(parts, 'minute'),
  halfDays: sumOf(parts, 'half-day'),
});

const personMonths = (lines: readonly SeenLine[]): number =>
  new Set(lines.map(({ developer, month }) => `${developer} ${month}`)).size;

/** Lines of which a part stands: what was taken back asks nobody for anything. */
const standing = ({ parts }: SeenLine): boolean => parts.some(({ state }) => state !== 'withdrawn');

const byTime: readonly ChecklistCode[] = [
  'contested',
  'conflict-of-claims',
  'not-confirmed',
  'cannot-tell',
  'foundation-refused',
  'secondment-papers-missing',
  'public-servant-without-basis',
  'outside-secondment',
  'foundation-standing-missing',
];

/** By why time waits or was refused: person-months and time. */
function openTime(lines: readonly SeenLine[]): [ChecklistCode, Extent][] {
  return byTime.flatMap((code): [ChecklistCode, Extent][] => {
    const own = lines.filter(({ parts }) => parts.some((part) => part.code === code));
    if (own.length === 0) return [];
    const parts = own.flatMap((line) => line.parts.filter((part) => part.code === code));
    return [[code, { count: personMonths(own), time: timeOf(parts) }]];
  });
}

function openMonths(lines: readonly SeenLine[], complete: ReadonlySet<string>): [ChecklistCode, Extent][] {
  const unchecked = lines.filter(({ isChecked }) => !isChecked);
  const open = lines.filter(({ developer, month }) => !complete.has(`${developer} ${month}`));
  return [
    ['months-not-checked', { count: personMonths(unchecked) }],
    ['months-not-complete', { count: personMonths(open) }],
  ];
}

function openMoney(facts: ChecklistFacts): [ChecklistCode, Extent][] {
  const { hasAmounts, payroll, costCents, period, answered, isReturnSaid } = facts;
  if (!hasAmounts) return [];
  const open: [ChecklistCode, Extent][] = [];
  if (!answered['other-aid']) open.push(['other-aid-not-declared', {}]);
  if (!isReturnSaid) open.push(['return-not-declared', {}]);
  if (payroll === null) return [...open, ['payroll-not-tied', {}]];
  const flaw = costCents === null ? null : payrollFlaw(costCents, payroll);
  if (flaw !== null) open.push(['payroll-below-cost', { cents: flaw }]);
  const { from, to } = payroll.run;
  if (from > period.from || to < period.to) open.push(['payroll-of-another-period', { about: [`${from}..${to}`] }]);
  return open;
}

function openRefusal({ refusal }: ChecklistFacts): [ChecklistCode, Extent][] {
  if (refusal === null) return [];
  const known = checklistCodes.find((code) => code === refusal.code);
  return [[known ?? 'cannot-compute', { detail: refusal.detail }]];
}

/** @returns what is open, in the order of the table; empty: nothing is */
export function checklist(facts: ChecklistFacts): ChecklistItem[] {
  const lines = facts.lines.filter(standing);
  const { answered, informed, undecidedProjects, undecidedLicences, touched } = facts;
  const listed = (code: ChecklistCode, about: readonly string[]): [ChecklistCode, Extent][] =>
    about.length === 0 ? [] : [[code, { count: about.length, about }]];
  const unless = (isDone: boolean, code: ChecklistCode): [ChecklistCode, Extent][] => (isDone ? [] : [[code, {}]]);
  const open = new Map<ChecklistCode, Extent>([
    ...openMonths(lines, facts.complete).filter(([, { count }]) => count !== 0),
    ...openTime(lines),
    ...openMoney(facts),
    ...listed('eligibility-not-decided', undecidedProjects),
    ...listed('licence-not-decided', undecidedLicences),
    ...unless(answered['other-employers'], 'other-employers-not-asked'),
    ...unless(answered['billed-to-clients'], 'billed-to-clients-not-asked'),
    ...unless(answered.counterparts, 'counterparts-not-asked'),
    ...unless(informed['works-council'] !== null, 'works-council-not-recorded'),
    ...unless(informed.notice !== null, 'notice-not-recorded'),
    ...listed('statement-touched', touched),
    ...openRefusal(facts),
  ]);
  return checklistCodes.flatMap((code) => {
    const extent = open.get(code);
    return extent === undefined ? [] : [{ code, ...pointOf(code), ...extent }];
  });
}
