// What a company says about itself, and every way in which it may be wrong.
import { expect, test } from 'vitest';
import { readCompany } from '../../../lib/intake/declarations/company.ts';

const company = {
  siren: '999 001 001',
  name: 'Rail Exemple',
  fiscalYearEnd: '--12-31',
  dayMinutes: 420,
  unit: 'minute',
  corporateTax: true,
  since: '2025-01-01',
  people: [{ id: 'a', name: 'A', roles: ['hr'] }],
};
const read = (value: unknown) =>
  readCompany({ name: 'company.json', bytes: new TextEncoder().encode(JSON.stringify(value)) });

test('a company is read with its SIREN and fiscal-year end in one form', () => {
  const { declaration, problems } = read(company);
  expect(problems).toEqual([]);
  expect(declaration).toEqual({
    ...company,
    siren: '999001001',
    fiscalYearEnd: '12-31',
    legalForm: null,
    region: 'metropole',
  });
});

test('a wrong check digit, an impossible day, a missing field and an unknown key are all named at once', () => {
  const { name: _, ...rest } = company;
  const { declaration, problems } = read({
    ...rest,
    siren: '999001002',
    fiscalYearEnd: '02-30',
    dayMinutes: 7,
    corporateTax: 'oui',
    vat: 'FR',
    people: [
      { id: 'a', name: 'A', roles: ['boss'] },
      { id: 'b', name: 'B', roles: ['hr'] },
      { id: 'b', name: 'B', roles: ['pay'] },
    ],
  });
  expect(declaration).toBeNull();
  expect(problems.map(({ where, code, value }) => `${where} ${code} ${value}`).sort()).toEqual([
    '$.corporateTax wrong-type oui',
    '$.dayMinutes not-a-duration 7',
    '$.fiscalYearEnd not-a-day 02-30',
    '$.name missing null',
    '$.people[0].roles[0] unknown-word boss',
    '$.people[2].id duplicate-id b',
    '$.siren invalid-siren 999001002',
    '$.vat unknown-key vat',
  ]);
});

test('29 February ends a fiscal year', () => {
  expect(read({ ...company, fiscalYearEnd: '02-29' }).declaration?.fiscalYearEnd).toBe('02-29');
});
