// What makes lent time a gift with a receipt (CGI 238 bis): the mentions and standing of its foundation, those of the company, its fiscal year.
import type { Ports } from '../../lib/ports.ts';
import { declareFiscalYear } from '../../lib/use-cases/declare-fiscal-year.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { companyOf, enrolLogin } from '../../lib/use-cases/people.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { register } from '../../lib/use-cases/register.ts';
import { company, siren } from './acts.ts';

export const mentions = {
  registration: 'W751000000',
  address: '1 place de l’Exemple, 75000 Paris',
  purpose: 'Soutenir des logiciels libres d’intérêt général',
};
export const standing = {
  ...{ standing: '238bis', category: 'a', proof: 'rescrit du 12/01/2024', restrictedCircleExamined: true },
  ...{ from: '2020-01-01', to: null, decidedBy: ['outsider'] },
};
const donor = { ...company, legalForm: 'SA', address: '2 rue de l’Exemple, 75000 Paris' };

const person = async (ports: Ports, login: string): Promise<string> => (await enrolLogin(ports, login)).id;
const file = (name: string, content: object) => ({ name, bytes: new TextEncoder().encode(JSON.stringify(content)) });

/** @param said beside its name, as a registry file has it */
export async function registerFoundation(
  ports: Ports,
  said: object,
  standings: readonly object[] = [standing],
): Promise<void> {
  const rails = { id: 'rails', name: 'Rails', country: 'FR', kind: 'public-utility', ...said, standings };
  await register(ports, { by: await person(ports, 'registrar'), file: file('rails.json', { foundations: [rails] }) });
}

/** @param said in place of what it says otherwise */
export async function enrolDonor(ports: Ports, said: object = {}): Promise<void> {
  await enrolCompany(ports, { by: await person(ports, 'hr'), file: file('company.json', { ...donor, ...said }) });
}

/** The small company and its foundation have said all that a receipt needs. */
export async function declareGift(ports: Ports): Promise<void> {
  await enrolDonor(ports);
  await registerFoundation(ports, mentions);
  await declareFiscalYear(ports, {
    ...{ company: await companyOf(ports, siren), by: await person(ports, 'finance-1') },
    file: file('year.json', {
      period: { from: '2025-01-01', to: '2025-12-31' },
      ...{ turnover: '4 000 000,00', broughtForward: [] },
    }),
  });
}

/** The year’s statement of mécénat, prepared by one person of finance and issued by another. @returns its number */
export async function issueGift(ports: Ports): Promise<string> {
  const asked = { company: await companyOf(ports, siren), fiscalYear: 2025, scheme: 'mecenat-de-competences-238bis' };
  await prepareStatement(ports, { ...asked, by: await person(ports, 'finance-1') });
  return (await issueStatement(ports, { ...asked, by: await person(ports, 'finance-2') })).number;
}
