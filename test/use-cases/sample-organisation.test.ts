// The sample's own files: all of them pass, and none writes anything the second time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { companies, developers, rail } from '../../examples/cast.ts';
import { folderOf } from '../../examples/organisation-files.ts';
import type { DeclarationFile } from '../../lib/intake/declarations/file-text.ts';
import type { Ports } from '../../lib/ports.ts';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { declareFiscalYear } from '../../lib/use-cases/declare-fiscal-year.ts';
import { declareYear } from '../../lib/use-cases/declare-year.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { identitiesOf, proposalsOf } from '../../lib/use-cases/identities.ts';
import { companyOf, developerOf, enrolLogin, pidsOf } from '../../lib/use-cases/people.ts';
import type { Receipt } from '../../lib/use-cases/read-declaration.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { register } from '../../lib/use-cases/register.ts';
import { vouchIdentities } from '../../lib/use-cases/vouch-identities.ts';
import { testLedger } from './ledger.ts';

const fileAt = (path: string): DeclarationFile => ({
  name: path,
  bytes: readFileSync(join(import.meta.dirname, '../../examples', path)),
});

async function sendAll(ports: Ports): Promise<Receipt[]> {
  const registrar = (await enrolLogin(ports, 'ursule-vantal')).id;
  const receipts: Receipt[] = [await register(ports, { by: registrar, file: fileAt('organisation/registry.json') })];
  for (const sample of companies) {
    const by = (await enrolLogin(ports, sample.hr)).id;
    const file = (name: string): DeclarationFile => fileAt(`${folderOf(sample)}/${name}`);
    const { company, ...enrolled } = await enrolCompany(ports, { by, file: file('company.json') });
    receipts.push(
      enrolled,
      await agreeSecondments(ports, { company, by, file: file('secondments.csv') }),
      await vouchIdentities(ports, { company, by, file: file('identities.csv') }),
    );
    if (sample.corporateTax) receipts.push(await recordPay(ports, { company, by, file: file('pay-2025.csv') }));
    const finance = (await enrolLogin(ports, sample.finance[0])).id;
    receipts.push(await declareYear(ports, { company, by: finance, file: file('declarations-2025.json') }));
    if (sample === rail) {
      receipts.push(await declareFiscalYear(ports, { company, by: finance, file: file('fiscal-year-2025.json') }));
    }
  }
  return receipts;
}
const writtenIn = (receipts: readonly Receipt[]): number => receipts.reduce((sum, { written }) => sum + written, 0);

it('the organisation is declared once, and nothing changes when every file is sent again', async () => {
  const { ports } = testLedger();
  const first = await sendAll(ports);
  expect(first.every(({ written, unchanged }) => written > 0 && unchanged === 0)).toBe(true);
  const again = await sendAll(ports);
  expect(writtenIn(again)).toBe(0);
  expect(again.map(({ unchanged }) => unchanged)).toEqual(first.map(({ written }) => written));
});

it('every developer links every address, and who works for two employers is one person', async () => {
  const { ports } = testLedger();
  await sendAll(ports);
  const pids = new Map<string, readonly string[]>();
  for (const { company: sample, matricule, addresses } of developers) {
    const company = await companyOf(ports, sample.siren);
    const { developer } = await developerOf(ports, company, matricule);
    for (const { author } of await proposalsOf(ports, company, developer)) {
      await acceptIdentity(ports, { company, developer, by: developer, author });
    }
    const known = await identitiesOf(ports, company, developer);
    expect(known.filter(({ linked }) => linked)).toHaveLength(addresses.length);
    pids.set(matricule, await pidsOf(ports, company, developer));
  }
  expect(pids.get('R-106')).toEqual(pids.get('M-304'));
  expect(new Set([...pids.values()].flat()).size).toBe(developers.length - 1);
});
