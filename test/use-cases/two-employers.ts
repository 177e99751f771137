// Jo, whom two employers know by one address; what HR vouches for, and what she links and unlinks.
import type { Ports } from '../../lib/ports.ts';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { authorOf } from '../../lib/use-cases/identities.ts';
import { enrolLogin } from '../../lib/use-cases/people.ts';
import { vouchIdentities } from '../../lib/use-cases/vouch-identities.ts';
import { withdrawIdentity } from '../../lib/use-cases/withdraw-identity.ts';
import { csvFile, jsonFile, type TestLedger, testLedger } from './ledger.ts';
import { companyFile, identityHeader, lend, organisation } from './organisation.ts';

export const home = 'jo@webmail.example';

export interface Employed {
  readonly company: string;
  readonly hr: string;
  readonly matricule: string;
  readonly developer: string;
}

export async function employer(ports: Ports, siren: string, matricule: string, address: string): Promise<Employed> {
  const hr = (await enrolLogin(ports, 'sabine')).id;
  const { company } = await enrolCompany(ports, { by: hr, file: jsonFile({ ...companyFile, siren }) });
  return { company, hr, matricule, developer: await lend(ports, { company, hr }, matricule, address) };
}

/** Jo works for the railway and for the ministry; both know her by the same address. */
export async function start(): Promise<TestLedger & { readonly rail: Employed; readonly ministry: Employed }> {
  const ledger = testLedger();
  await organisation(ledger.ports);
  const rail = await employer(ledger.ports, '999001001', 'R-106', home);
  const ministry = await employer(ledger.ports, '999001746', 'M-304', home);
  return { ...ledger, rail, ministry };
}

export const vouch = (
  ports: Ports,
  { company, hr, matricule }: Employed,
  address = home,
  since = '01/01/2025',
  until = '',
) =>
  vouchIdentities(ports, {
    company,
    by: hr,
    file: csvFile(identityHeader, `${matricule};${address};attestée;${since};${until}`),
  });

export async function accept(ports: Ports, { company, developer }: Employed, address = home) {
  return acceptIdentity(ports, { company, developer, by: developer, author: await authorOf(ports, address) });
}
export async function withdraw(
  ports: Ports,
  { company, developer }: Employed,
  address = home,
  until: string | null = '2026-01-15',
) {
  return withdrawIdentity(ports, {
    ...{ company, developer, by: developer, author: await authorOf(ports, address), until },
  });
}
export async function link(ports: Ports, whose: Employed, address = home): Promise<string> {
  await vouch(ports, whose, address);
  return (await accept(ports, whose, address)).pid;
}
