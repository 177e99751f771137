// Who is lent: developers by alias, secondments by an id that stays, ends that come earlier, unknown ids all at once.
import { describe, expect, it } from 'vitest';
import type { SecondmentView } from '../../lib/ledger/views/company-views.ts';
import type { Ports } from '../../lib/ports.ts';
import { agreeSecondments, foundationTenant } from '../../lib/use-cases/agree-secondments.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { identitiesOf, proposalsOf } from '../../lib/use-cases/identities.ts';
import { companyBook, companyOf, developerOf } from '../../lib/use-cases/people.ts';
import { rolesOf } from '../../lib/use-cases/roles.ts';
import { csvFile, factsOf, refusalOf, testLedger } from './ledger.ts';
import { type Organisation, organisation, secondmentHeader, secondmentLine } from './organisation.ts';

const alix = (to = ''): string => secondmentLine('R-101', 'Alix Exemple', 'alix@rail.example | a@webmail.example', to);
const noa = secondmentLine('R-102', 'Noa Exemple', 'noa@rail.example');

const send = (ports: Ports, { company, hr }: Pick<Organisation, 'company' | 'hr'>, ...lines: readonly string[]) =>
  agreeSecondments(ports, { company, by: hr, file: csvFile(secondmentHeader, ...lines) });

const kinds = async (ports: Ports, company: string): Promise<string[]> =>
  (await factsOf(ports, companyBook(company))).slice(1).map(({ kind }) => kind);
async function secondments(ports: Ports, company: string): Promise<SecondmentView[]> {
  const state = await readBook(ports, companyBook(company));
  return (await state.list('secondments')).map(({ value }) => value as unknown as SecondmentView);
}

it('enrols the developers and agrees the secondments, without a name or an address in any fact', async () => {
  const { ports } = testLedger();
  const org = await organisation(ports);
  const { company } = org;
  expect(await send(ports, org, alix(), noa)).toMatchObject({ written: 2, unchanged: 0 });
  expect((await kinds(ports, company)).sort()).toEqual([
    'developer-enrolled',
    'developer-enrolled',
    'secondment-agreed',
    'secondment-agreed',
  ]);
  expect(JSON.stringify(await factsOf(ports, companyBook(company)))).not.toMatch(/Alix|R-101|@/);
  const { developer, name, emails } = await developerOf(ports, company, 'R-101');
  expect({ name, emails }).toEqual({ name: 'Alix Exemple', emails: ['alix@rail.example', 'a@webmail.example'] });
  expect(await rolesOf(ports, developer)).toEqual([{ role: 'developer', company }]);
  expect(await ports.directory.get(foundationTenant('commun'), 'lender', company)).toEqual({ company });
});

it('makes proposals of addresses, never links', async () => {
  const { ports } = testLedger();
  const org = await organisation(ports);
  await send(ports, org, alix(), noa);
  const { developer } = await developerOf(ports, org.company, 'R-101');
  expect(await proposalsOf(ports, org.company, developer)).toHaveLength(2);
  const known = await identitiesOf(ports, org.company, developer);
  expect(known.map(({ linked }) => linked)).toEqual([false, false]);
});

describe('a later file', () => {
  it('that says the same writes nothing', async () => {
    const { ports } = testLedger();
    const org = await organisation(ports);
    await send(ports, org, alix(), noa);
    expect(await send(ports, org, noa, alix())).toMatchObject({ written: 0, unchanged: 2 });
    expect(await kinds(ports, org.company)).toHaveLength(4);
  });

  it('with an earlier end ends it on that day, with a later one agrees it anew, under one id', async () => {
    const { ports } = testLedger();
    const org = await organisation(ports);
    await send(ports, org, alix());
    const [agreed] = await secondments(ports, org.company);
    expect(await send(ports, org, alix('30/09/2025'))).toMatchObject({ written: 1 });
    expect(await send(ports, org, alix('30/09/2025'))).toMatchObject({ written: 0, unchanged: 1 });
    expect(await secondments(ports, org.company)).toMatchObject([
      { secondment: agreed!.secondment, to: null, endedOn: '2025-09-30' },
    ]);
    expect(await send(ports, org, alix('31/12/2025'))).toMatchObject({ written: 1 });
    expect(await secondments(ports, org.company)).toMatchObject([
      { secondment: agreed!.secondment, to: '2025-12-31', endedOn: null },
    ]);
    expect(await send(ports, org, alix('30/09/2025'))).toMatchObject({ written: 1 });
    expect((await kinds(ports, org.company)).slice(1)).toEqual([
      'secondment-agreed',
      'secondment-ended',
      'secondment-agreed',
      'secondment-ended',
    ]);
  });

  it('with a paper signed meanwhile agrees it anew', async () => {
    const { ports } = testLedger();
    const org = await organisation(ports);
    const unsigned = alix().replace(';12/12/2024;12/12/2024', ';;12/12/2024');
    const { notes } = await send(ports, org, unsigned);
    expect(notes[0]?.fr).toContain('avenant');
    expect(await send(ports, org, alix())).toMatchObject({ written: 1, notes: [] });
    expect(await secondments(ports, org.company)).toMatchObject([{ amendment: '2024-12-12' }]);
  });
});

it('keeps the hours and the weekdays of the contract, and agrees anew when they change', async () => {
  const { ports } = testLedger();
  const org = await organisation(ports);
  const header = `${secondmentHeader};Heures par semaine;Jours travaillés`;
  const agree = (...regime: readonly string[]) =>
    agreeSecondments(ports, { company: org.company, by: org.hr, file: csvFile(header, [noa, ...regime].join(';')) });
  expect(await agree('28', 'lun,mar,jeu,ven')).toMatchObject({ written: 1 });
  expect(await agree('28,00', 'ven,jeu,mar,lun')).toMatchObject({ written: 0, unchanged: 1 });
  expect(await secondments(ports, org.company)).toMatchObject([{ weeklyMinutes: 1680, workingDays: [1, 2, 4, 5] }]);
  expect(await agree('35', '')).toMatchObject({ written: 1 });
  expect(await secondments(ports, org.company)).toMatchObject([{ weeklyMinutes: 2100, workingDays: null }]);
});

describe('is refused, with nothing written,', () => {
  const elsewhere = (text: string, by: string): string => alix().replace(text, by);

  it('for foundations and projects that the registry does not know, all at once', async () => {
    const { ports } = testLedger();
    const org = await organisation(ports);
    const foundations = await refusalOf(
      send(ports, org, elsewhere(';commun;', ';autre;'), noa.replace('commun', 'tiers')),
    );
    expect(foundations.code).toBe('unknown-foundation');
    expect(foundations.detail.en).toMatch(/autre, tiers/);
    const projects = await refusalOf(send(ports, org, elsewhere(';rail;', ';rail | voie;')));
    expect(projects.code).toBe('unknown-project');
    expect(projects.detail.en).toMatch(/: voie\./);
    expect(await kinds(ports, org.company)).toEqual([]);
  });

  it('for a company that has an id and was never enrolled', async () => {
    const { ports } = testLedger();
    const { hr } = await organisation(ports);
    const company = await companyOf(ports, '999001373');
    expect((await refusalOf(send(ports, { company, hr }, noa))).code).toBe('unknown-company');
  });

  it('for lines that block, each with its place', async () => {
    const { ports } = testLedger();
    const org = await organisation(ports);
    const refusal = await refusalOf(send(ports, org, alix('31/12/2024'), elsewhere('2/5', '7/5')));
    expect(refusal).toMatchObject({ code: 'problems-block' });
    expect(refusal).toHaveProperty('problems.0', expect.objectContaining({ row: 2, column: 'Fin' }));
    expect(refusal).toHaveProperty('problems.1', expect.objectContaining({ row: 3, column: 'Quotité' }));
  });
});
