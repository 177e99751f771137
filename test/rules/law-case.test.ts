import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../lib/model/refusal.ts';
import { casesOfFile } from '../../lib/rules/law-case/case-file.ts';
import { firstDifference } from '../../lib/rules/law-case/first-difference.ts';
import { computeLawCase } from '../../lib/rules/law-case.ts';
import { ruleSet } from '../../lib/rules/rule-set.ts';
import { describeWithShared } from '../shared.ts';

interface StoredCase {
  readonly id: string;
  readonly title: string;
  readonly scheme: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
}

const casesIn = (file: string): StoredCase[] => casesOfFile(JSON.parse(readFileSync(file, 'utf8'))) as StoredCase[];

function refusalOf(value: unknown): Refusal {
  try {
    computeLawCase(value, ruleSet);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was computed');
}

describeWithShared('the open cases', 'the folder of worked cases', (folder) => {
  const cases = casesIn(join(folder, 'cases/open.json'));

  test('are eight, of three schemes', () => {
    expect(cases.map(({ id }) => id)).toEqual(['O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8']);
    expect(new Set(cases.map(({ scheme }) => scheme)).size).toBe(3);
  });

  test.each(cases)('$id comes out to the cent, and to the exact fraction of each step', (lawCase) => {
    expect(firstDifference(lawCase.expected, computeLawCase(lawCase, ruleSet))).toBeNull();
  });
});

test('a scheme that is not computed is refused by name', () => {
  const refusal = refusalOf({ id: 'X', scheme: 'no-such-scheme', inputs: {} });
  expect(refusal.code).toBe('scheme-not-computed');
  expect(refusal.detail.fr).toContain('no-such-scheme');
});

const invented = join(import.meta.dirname, '../cases');

describe('the invented cases', () => {
  const files = readdirSync(invented, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const stored = files.sort().map((file) => ({ file, cases: casesIn(join(invented, file)) }));
  const cases = stored.flatMap((each) => each.cases);

  test('stand in the folder of their scheme, each under an id of its own', () => {
    for (const { file, cases: own } of stored) {
      expect(own.map(({ scheme }) => scheme)).toEqual(own.map(() => dirname(file)));
    }
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  test.each(cases)('$id: $title', (lawCase) => {
    expect(Object.keys(lawCase.expected).length).toBeGreaterThan(0);
    expect(firstDifference(lawCase.expected, computeLawCase(lawCase, ruleSet))).toBeNull();
  });

  test('a changed expectation is found and named', () => {
    const result = computeLawCase(cases[0], ruleSet);
    expect(firstDifference({ steps: [{ cents: -1 }] }, result)?.field).toBe('steps[0].cents');
    expect(firstDifference({ steps: result.steps.slice(0, 1) }, result)?.field).toBe('steps[1]');
    expect(firstDifference({ acceptedDays: 1 }, result)?.computed).toBeUndefined();
    expect(firstDifference({ baseCents: -1 }, result)).toEqual({
      field: 'baseCents',
      expected: -1,
      computed: result.baseCents,
    });
  });
});

describe('a case that cannot be read', () => {
  const inputs = { fiscalYear: 2026, annualCostCents: 100_000, timeBaseMinutes: 96_420, acceptedMinutes: 600 };
  const caseOf = (changed: object) => ({
    id: 'X',
    scheme: 'digital-commons-investor',
    inputs: { ...inputs, ...changed },
  });

  test.each([
    ['an unknown field', { turnoverCents: 1 }, 'inputs.turnoverCents'],
    ['a field of another scheme', { youngDoctor: true }, 'inputs.youngDoctor'],
    ['a missing year', { fiscalYear: undefined }, 'inputs.fiscalYear'],
    ['a missing cost', { annualCostCents: undefined }, 'inputs.annualCostCents'],
    ['two costs', { personnelCostExact: '1/3' }, 'inputs.personnelCostExact'],
    ['a missing time base', { timeBaseMinutes: undefined }, 'inputs.timeBaseMinutes'],
    ['time over a base of zero', { timeBaseMinutes: 0 }, 'inputs.timeBaseMinutes'],
    ['no time at all', { acceptedMinutes: undefined }, 'inputs.acceptedMinutes'],
    ['a decimal number', { timeBaseMinutes: '96420.5' }, 'inputs.timeBaseMinutes'],
    ['one amount for the year of the change', { fiscalYear: 2025 }, 'inputs.acceptedMinutes'],
    [
      'a period on both sides of the change',
      { fiscalYear: 2025, acceptedMinutes: [{ period: '2025-02', minutes: 60 }] },
      'inputs.acceptedMinutes[0].period',
    ],
    ['half-days beside minutes', { acceptedHalfDays: 3 }, 'inputs.acceptedHalfDays'],
    ['sums that do not agree', { claimedMinutes: 700 }, 'inputs.claimedMinutes'],
    [
      'less accepted time than its entries have',
      { acceptedMinutes: 10, entries: [{ date: '2026-03-03', minutes: 100 }] },
      'inputs.acceptedMinutes',
    ],
    [
      'less claimed time than its entries have',
      { acceptedMinutes: undefined, claimedMinutes: 10, entries: [{ date: '2026-03-03', minutes: 100 }] },
      'inputs.claimedMinutes',
    ],
    [
      'another employer’s day given twice',
      {
        otherEmployerClaims: [1, 2].map(() => ({ date: '2026-03-03', claimed: { B: 500 }, total: 500, reason: null })),
      },
      'inputs.otherEmployerClaims[1].date',
    ],
    [
      'another employer’s total that is nobody’s sum',
      {
        acceptedMinutes: undefined,
        entries: [{ date: '2026-03-03', minutes: 100 }],
        otherEmployerClaims: [{ date: '2026-03-03', claimed: { B: 500 }, total: 550, reason: null }],
      },
      'inputs.otherEmployerClaims[0].total',
    ],
    [
      'an entry on both sides of a licence change',
      {
        acceptedMinutes: undefined,
        eligibility: [{ project: 'a', intervals: [['2026-01-01', '2026-03-10']] }],
        entries: [{ period: '2026-03', project: 'a', minutes: 60 }],
      },
      'inputs.entries[0].period',
    ],
    [
      'an unknown reason',
      { acceptedMinutes: undefined, entries: [{ label: 'x', minutes: 60, rejection: 'too-nice' }] },
      'inputs.entries[0].rejection',
    ],
  ])('%s is named', (_, changed, field) => {
    const refusal = refusalOf(caseOf(changed));
    expect(refusal.code).toBe('invalid-declaration');
    expect(refusal.exitCode).toBe(2);
    expect(refusal.detail.en).toContain(`'${field}'`);
    expect(refusal.detail.fr).toContain(`« ${field} »`);
  });

  const gift = { fiscalYear: 2026, turnoverCents: 0, months: [{ month: '2026-01', costCents: 100 }] };
  const giftOf = (changed: object) => ({
    id: 'X',
    scheme: 'mecenat-de-competences-238bis',
    inputs: { ...gift, ...changed },
  });
  const years = [{ fiscalYear: 2025, turnoverCents: 0, donationValueCents: 0 }];
  const monthly = { months: ['2026-01'], monthlyCostCents: 100, secondedShare: '1/2' };
  const timed = { months: undefined, annualCostCents: 100, timeBaseMinutes: 100 };

  test.each([
    ['no gift at all', { months: undefined }, 'inputs.donationValueCents'],
    ['two ways to give a value', { donationValueCents: 1 }, 'inputs.months'],
    ['several years beside one', { years }, 'inputs.fiscalYear'],
    ['a missing turnover', { turnoverCents: undefined }, 'inputs.turnoverCents'],
    ['a missing year', { fiscalYear: undefined }, 'inputs.fiscalYear'],
    ['a turnover below zero', { turnoverCents: -1 }, 'inputs.turnoverCents'],
    ['an unknown reading', { capReading: 'quarterly' }, 'inputs.capReading'],
    ['a month of another year', { months: [{ month: '2025-12', costCents: 1 }] }, 'inputs.fiscalYears'],
    ['a month that does not exist', { months: ['2026-13'] }, 'inputs.months[0]'],
    ['a month given twice', { months: [...gift.months, ...gift.months] }, 'inputs.months[1]'],
    ['a missing share', { capReading: 'prorata-time' }, 'inputs.secondedShare'],
    ['a share above one', { ...monthly, secondedShare: '3/2' }, 'inputs.secondedShare'],
    ['a missing monthly cost', { ...monthly, monthlyCostCents: undefined }, 'inputs.monthlyCostCents'],
    ['an excess of its own year', { previousCarry: [{ origin: 2026, cents: 1 }] }, 'inputs.previousCarry[0].origin'],
    ['turnover given twice', { fiscalYears: [{ fiscalYear: 2026, turnoverCents: 0 }] }, 'inputs.turnoverCents'],
    [
      'years out of order',
      { months: undefined, fiscalYear: undefined, turnoverCents: undefined, years: [...years, ...years] },
      'inputs.years[1].fiscalYear',
    ],
    ['time without a month', { ...timed, entries: [{ label: 'x', minutes: 1 }] }, 'inputs.entries[0].period'],
    ['a missing time base', { ...timed, timeBaseMinutes: undefined, entries: [] }, 'inputs.timeBaseMinutes'],
    [
      'sums of time that do not agree',
      { ...timed, claimedMinutes: 2, entries: [{ date: '2026-01-05', minutes: 1 }] },
      'inputs.claimedMinutes',
    ],
    ['time of the year under a cap of each month', { ...timed, acceptedMinutes: 60 }, 'inputs.capReading'],
    ['half-days beside minutes', { ...timed, acceptedHalfDays: 1 }, 'inputs.acceptedHalfDays'],
    [
      'minutes claimed elsewhere of one of two months',
      {
        ...timed,
        entries: ['2026-01-05', '2026-02-02'].map((date) => ({ date, minutes: 60 })),
        minutesAlreadyClaimed: [{ scheme: 'cir', minutes: 30 }],
      },
      'inputs.minutesAlreadyClaimed',
    ],
    [
      'another employer’s day without an entry beside a period',
      {
        ...timed,
        entries: [{ period: '2026-03', minutes: 60 }],
        otherEmployerClaims: [{ date: '2026-03-03', claimed: { B: 500 }, total: 700, reason: null }],
      },
      'inputs.otherEmployerClaims[0].date',
    ],
    ['a subsidy, which no gift knows', { subsidiesCents: 5 }, 'inputs.subsidiesCents'],
  ])('of gifts: %s is named', (_, changed, field) => {
    const refusal = refusalOf(giftOf(changed));
    expect(refusal.code).toBe('invalid-declaration');
    expect(refusal.detail.en).toContain(`'${field}'`);
    expect(refusal.detail.fr).toContain(`« ${field} »`);
  });

  test('a ceiling that is not published yet is refused, and the order to look for is named', () => {
    const refusal = refusalOf(giftOf({ fiscalYear: 2027, months: [{ month: '2027-01', costCents: 100 }] }));
    expect(refusal.code).toBe('no-figures-for-period');
    expect(refusal.detail.en).toContain('the order fixing the social-security ceiling');
    expect(refusal.detail.fr).toContain('portant fixation du plafond de la sécurité sociale');
  });

  test('young doctors count once in a year after the repeal, which the step says, and no other scheme knows them', () => {
    const cir = { ...caseOf({ youngDoctor: true }), scheme: 'cir-244-quater-b' };
    const once = computeLawCase(cir, ruleSet);
    const everybody = computeLawCase({ ...caseOf({}), scheme: 'cir-244-quater-b' }, ruleSet);
    expect(once.ledgerCreditCents).toBe(everybody.ledgerCreditCents);
    expect(once.steps[0]!.en).toContain('young doctor, counted once since 15 February 2025');
    expect(once.steps[0]!.fr).toContain('compté une fois depuis le 15 février 2025');
    expect(everybody.steps[0]!.en).not.toContain('young doctor');
    expect(refusalOf(caseOf({ youngDoctor: true })).detail.en).toContain("'inputs.youngDoctor'");
  });

  test('labels are printed back as they stand', () => {
    const labels = { person: 'P1', team: ['a', 'b'], slice: 3 };
    const lawCase = { ...caseOf(labels), title: 'A title', covers: ['x'] };
    expect(computeLawCase(lawCase, ruleSet)).toMatchObject({ ...labels, title: 'A title', covers: ['x'] });
    expect(computeLawCase(caseOf({}), ruleSet)).not.toHaveProperty('person');
  });

  test('no time over no base is valid and worth nothing', () => {
    expect(computeLawCase(caseOf({ timeBaseMinutes: 0, acceptedMinutes: 0 }), ruleSet).ledgerCreditCents).toBe(0);
  });

  test('a year before the first figure is refused, never extrapolated', () => {
    for (const scheme of ['digital-commons-investor', 'cir-244-quater-b']) {
      expect(refusalOf({ ...caseOf({ fiscalYear: 2019 }), scheme }).code).toBe('no-figures-for-period');
    }
  });
});

test('a file of another format is refused, naming the field', () => {
  expect(() => casesOfFile({ meta: { format: 'law-cases/2' }, cases: [] })).toThrow('meta.format');
  expect(() => casesOfFile([])).toThrow('law-cases/1');
  expect(() => casesOfFile({ meta: { format: 'law-cases/1' } })).toThrow("'cases'");
});
