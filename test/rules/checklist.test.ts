// The checklist before a statement: each open point is told once, what stops preparing first; what is settled is not told.
import { describe, expect, it } from 'vitest';
import { type ChecklistFacts, checklist, payrollFlaw, type SeenLine } from '../../lib/rules/checklist/checklist.ts';
import { checklistCodes, checklistPoints, pointOf } from '../../lib/rules/checklist/points.ts';

const period = { from: '2025-01-01', to: '2025-12-31' };
const line = (changed: Partial<SeenLine> = {}): SeenLine => ({
  ...{ developer: 'de-1', month: '2025-03', project: 'rail', isChecked: true },
  parts: [{ state: 'counted', code: null, unit: 'minute', amount: 420 }],
  ...changed,
});
const waiting = (code: NonNullable<SeenLine['parts'][number]['code']>, amount = 420): SeenLine['parts'] => [
  { state: 'awaiting', code, unit: 'minute', amount },
];

/** A year of which everything is said and done. */
const settled: ChecklistFacts = {
  period,
  hasAmounts: true,
  refusal: null,
  lines: [line()],
  complete: new Set(['de-1 2025-03']),
  costCents: 100_000,
  payroll: { run: period, totalCents: 100_000 },
  isReturnSaid: true,
  answered: { 'other-aid': true, 'other-employers': true, 'billed-to-clients': true, counterparts: true },
  informed: { 'works-council': { reason: null }, notice: { reason: null } },
  undecidedProjects: [],
  undecidedLicences: [],
  touched: [],
};
const codesOf = (changed: Partial<ChecklistFacts>): string[] =>
  checklist({ ...settled, ...changed }).map(({ code }) => code);

describe('a year of which everything is said and done', () => {
  it('has nothing open', () => expect(checklist(settled)).toEqual([]));
});

describe('each point', () => {
  const cases: readonly [string, Partial<ChecklistFacts>][] = [
    ['cannot-compute', { refusal: { code: 'no-figures-for-period', detail: { fr: 'rien', en: 'none' } } }],
    ['missing-pay', { refusal: { code: 'missing-pay', detail: { fr: 'paie', en: 'pay' } } }],
    ['missing-time-base', { refusal: { code: 'missing-time-base', detail: { fr: 'base', en: 'base' } } }],
    ['missing-turnover', { refusal: { code: 'missing-turnover', detail: { fr: 'CA', en: 'turnover' } } }],
    ['other-aid-not-declared', { answered: { ...settled.answered, 'other-aid': false } }],
    ['payroll-below-cost', { costCents: 100_001 }],
    ['months-not-checked', { lines: [line({ isChecked: false })] }],
    ['months-not-complete', { complete: new Set() }],
    ['contested', { lines: [line({ parts: waiting('contested') })] }],
    ['conflict-of-claims', { lines: [line({ parts: waiting('conflict-of-claims') })] }],
    ['not-confirmed', { lines: [line({ parts: waiting('not-confirmed') })] }],
    ['cannot-tell', { lines: [line({ parts: waiting('cannot-tell') })] }],
    ['foundation-refused', { lines: [line({ parts: waiting('foundation-refused') })] }],
    ['secondment-papers-missing', { lines: [line({ parts: waiting('secondment-papers-missing') })] }],
    ['public-servant-without-basis', { lines: [line({ parts: waiting('public-servant-without-basis') })] }],
    ['outside-secondment', { lines: [line({ parts: waiting('outside-secondment') })] }],
    ['eligibility-not-decided', { undecidedProjects: ['rail'] }],
    ['licence-not-decided', { undecidedLicences: ['rail'] }],
    ['foundation-standing-missing', { lines: [line({ parts: waiting('foundation-standing-missing') })] }],
    ['payroll-not-tied', { payroll: null }],
    ['payroll-of-another-period', { payroll: { run: { ...period, to: '2025-11-30' }, totalCents: 100_000 } }],
    ['return-not-declared', { isReturnSaid: false }],
    ['other-employers-not-asked', { answered: { ...settled.answered, 'other-employers': false } }],
    ['billed-to-clients-not-asked', { answered: { ...settled.answered, 'billed-to-clients': false } }],
    ['counterparts-not-asked', { answered: { ...settled.answered, counterparts: false } }],
    ['works-council-not-recorded', { informed: { ...settled.informed, 'works-council': null } }],
    ['notice-not-recorded', { informed: { ...settled.informed, notice: null } }],
    ['statement-touched', { touched: ['2025-0001'] }],
  ];

  it.each(cases)('%s is told where it is open, and alone', (code, changed) => {
    expect(codesOf(changed)).toEqual([code]);
  });

  it('of the table has its case here', () => {
    expect(cases.map(([code]) => code)).toEqual(checklistCodes);
  });

  it('says in both languages what it is and why it stops preparing or not, and how it is settled', () => {
    for (const code of checklistCodes) {
      const { title, why, page, command } = pointOf(code);
      for (const text of [title.fr, title.en, why.fr, why.en]) expect(text.length, code).toBeGreaterThan(10);
      if (code !== 'cannot-compute') expect(page ?? command, code).not.toBeNull();
    }
  });
});

describe('the points that stop preparing', () => {
  it('come first, and are those without which an amount would be guessed or claimed twice', () => {
    expect(checklistCodes.filter((code) => checklistPoints[code].blocks)).toEqual([
      'cannot-compute',
      'missing-pay',
      'missing-time-base',
      'missing-turnover',
      'other-aid-not-declared',
      'payroll-below-cost',
    ]);
    expect(checklistCodes.slice(0, 6).every((code) => checklistPoints[code].blocks)).toBe(true);
  });
});

describe('what is counted', () => {
  it('is person-months once each, however many lines, and time by unit', () => {
    const lines = [
      line({ parts: waiting('not-confirmed', 60) }),
      line({ parts: waiting('not-confirmed', 30) }),
      line({ month: '2025-04', parts: [{ state: 'awaiting', code: 'not-confirmed', unit: 'half-day', amount: 3 }] }),
    ];
    const complete = new Set(['de-1 2025-03', 'de-1 2025-04']);
    const [item] = checklist({ ...settled, lines, complete });
    expect(item).toMatchObject({ code: 'not-confirmed', count: 2, time: { minutes: 90, halfDays: 3 } });
  });

  it('leaves out what was taken back', () => {
    const parts: SeenLine['parts'] = [{ state: 'withdrawn', code: null, unit: 'minute', amount: 420 }];
    expect(codesOf({ lines: [line({ isChecked: false, parts })], complete: new Set() })).toEqual([]);
  });

  it('asks nothing about money where the statement has no amounts', () => {
    const answered = { ...settled.answered, 'other-aid': false };
    expect(codesOf({ hasAmounts: false, payroll: null, isReturnSaid: false, answered })).toEqual([]);
  });
});

describe('a payroll that the cost is tied to', () => {
  it.each([
    [100, 100, null],
    [99, 100, null],
    [101, 100, { cost: 101, payroll: 100 }],
  ] as const)('of cost %d and total %d', (cost, totalCents, flaw) => {
    expect(payrollFlaw(cost, { totalCents })).toEqual(flaw);
  });
});
