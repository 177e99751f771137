// A company's file about itself: one fact when it changed, and who acts for it in the directory.
import { expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { type CompanyRole, enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { companyBook, companyOf, enrolLogin, personOf } from '../../lib/use-cases/people.ts';
import { register } from '../../lib/use-cases/register.ts';
import { rolesOf } from '../../lib/use-cases/roles.ts';
import { factsOf, jsonFile, refusalOf, testLedger } from './ledger.ts';
import { companyFile, organisation, registryFile } from './organisation.ts';

const send = async (ports: Ports, file: unknown) =>
  enrolCompany(ports, { by: (await enrolLogin(ports, 'sabine')).id, file: jsonFile(file) });

async function rolesIn(ports: Ports, company: string): Promise<CompanyRole[]> {
  const roles: CompanyRole[] = [];
  for await (const { value } of ports.directory.list(companyBook(company), 'role')) {
    roles.push(value as unknown as CompanyRole);
  }
  return roles.sort((a, b) => (a.name < b.name ? -1 : 1));
}

it('enrols the company with one fact and its people in the directory alone', async () => {
  const { ports } = testLedger();
  const { company, written, unchanged } = await send(ports, companyFile);
  expect({ written, unchanged }).toEqual({ written: 3, unchanged: 0 });
  expect(await companyOf(ports, '999 001 001')).toBe(company);
  const facts = await factsOf(ports, companyBook(company));
  expect(facts).toMatchObject([{ kind: 'company-enrolled', data: { siren: '999001001', fiscalYearEnd: '12-31' } }]);
  expect(JSON.stringify(facts)).not.toMatch(/Sabine|sabine/);
  const person = await personOf(ports, 'sabine');
  expect((await rolesIn(ports, company))[0]).toEqual({ person, name: 'Sabine Exemple', roles: ['hr', 'pay'] });
  expect(await rolesOf(ports, person)).toEqual([{ role: 'hr', company }]);
  expect(await rolesOf(ports, await personOf(ports, 'tristan'))).toEqual([{ role: 'finance', company }]);
});

it('writes nothing for the same file, one fact for a change, and again for a change back', async () => {
  const { ports } = testLedger();
  const { company } = await send(ports, companyFile);
  expect(await send(ports, companyFile)).toMatchObject({ company, written: 0, unchanged: 3 });
  expect(await send(ports, { ...companyFile, dayMinutes: 468 })).toMatchObject({ written: 1, unchanged: 2 });
  expect(await send(ports, companyFile)).toMatchObject({ written: 1 });
  expect(await send(ports, companyFile)).toMatchObject({ written: 0 });
  expect(await factsOf(ports, companyBook(company))).toHaveLength(3);
});

it('takes the roles of whoever the file no longer names, and says so', async () => {
  const { ports } = testLedger();
  const { company } = await send(ports, companyFile);
  const receipt = await send(ports, { ...companyFile, people: companyFile.people.slice(0, 1) });
  expect(receipt).toMatchObject({ written: 1, unchanged: 2 });
  expect(receipt.notes[0]?.fr).toContain('Tristan Exemple');
  expect(await rolesOf(ports, await personOf(ports, 'tristan'))).toEqual([]);
  expect(await rolesIn(ports, company)).toHaveLength(1);
});

it('one person acts for two companies and signs for a foundation, each role in its place', async () => {
  const { ports } = testLedger();
  const { company, registrar } = await organisation(ports);
  const other = await send(ports, {
    ...companyFile,
    siren: '999001373',
    people: [{ id: 'tristan', name: 'Tristan Exemple', roles: ['hr', 'finance'] }],
  });
  const [mandate] = registryFile.signatories;
  const signatories = [{ ...mandate, person: 'tristan', name: 'Tristan Exemple' }];
  await register(ports, { by: registrar, file: jsonFile({ signatories }) });
  const held = await rolesOf(ports, await personOf(ports, 'tristan'));
  expect(held).toHaveLength(4);
  expect(held).toEqual(
    expect.arrayContaining([
      { role: 'finance', company },
      { role: 'hr', company: other.company },
      { role: 'finance', company: other.company },
      { role: 'foundation', foundation: 'commun' },
    ]),
  );
});

it('refuses a wrong SIREN with its place', async () => {
  const { ports } = testLedger();
  const refusal = await refusalOf(send(ports, { ...companyFile, siren: '999001002' }));
  expect(refusal).toMatchObject({ code: 'problems-block', problems: [{ pointer: '/siren', code: 'invalid-siren' }] });
});
