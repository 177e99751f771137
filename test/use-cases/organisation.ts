// A registry and a company that the tests of use cases start from: invented, small, enough to lend somebody.
import type { Ports } from '../../lib/ports.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { developerOf, enrolLogin } from '../../lib/use-cases/people.ts';
import { register } from '../../lib/use-cases/register.ts';
import { csvFile, jsonFile } from './ledger.ts';

export const decision = {
  eligible: true,
  from: '2024-01-01',
  to: null,
  decidedBy: ['ursule', 'wolfram'],
  reason: 'Gouvernance ouverte.',
};

export const project = {
  id: 'rail',
  name: 'Rail',
  foundation: 'commun',
  repositories: [{ url: 'https://git.example/rail.git' }],
  licences: [{ spdx: 'EUPL-1.2', from: '2024-01-01', to: null, evidence: 'LICENSE' }],
  eligibility: [decision],
};

export const registryFile = {
  foundations: [
    { id: 'commun', name: 'Fondation du Commun', country: 'FR', registration: '999003007', kind: 'public-utility' },
  ],
  projects: [project],
  signatories: [
    {
      person: 'nadege',
      name: 'Nadège Exemple',
      foundation: 'commun',
      capacity: 'trésorière',
      from: '2024-01-01',
      to: null,
      ties: [],
    },
  ],
  ties: [{ person: 'nadege', company: '999001373', from: '2024-01-01', to: null }],
};

/** Of the foundation above, under CGI 238 bis: asked for where its gifts are to count. */
export const standing = {
  ...{ standing: '238bis', category: 'a', proof: 'rescrit 2024-02', restrictedCircleExamined: true, approval: null },
  ...{ from: '2024-01-01', to: null, decidedBy: ['wolfram'] },
};

export const companyFile = {
  siren: '999001001',
  name: 'Rail Exemple',
  legalForm: 'SA',
  fiscalYearEnd: '12-31',
  dayMinutes: 420,
  unit: 'minute',
  corporateTax: true,
  region: 'metropole',
  since: '2025-01-01',
  people: [
    { id: 'sabine', name: 'Sabine Exemple', roles: ['hr', 'pay'] },
    { id: 'tristan', name: 'Tristan Exemple', roles: ['finance'] },
  ],
};

export const secondmentHeader =
  'Matricule;Nom;Adresses;Projets;Fondation;Début;Fin;Quotité;Régime;Forme juridique;Convention;Avenant;Consentement';
export const secondmentLine = (matricule: string, name: string, address: string, to = ''): string =>
  `${matricule};${name};${address};rail;commun;01/01/2025;${to};2/5;heures;prêt;10/12/2024;12/12/2024;12/12/2024`;

export const identityHeader = 'Matricule;Adresse;Preuve;Depuis;Jusqu’au';

export interface Organisation {
  /** Of the registrar and of HR. */
  readonly registrar: string;
  readonly hr: string;
  readonly company: string;
}

/** Registry and company, nobody lent yet. */
export async function organisation(ports: Ports): Promise<Organisation> {
  const registrar = (await enrolLogin(ports, 'ursule')).id;
  await register(ports, { by: registrar, file: jsonFile(registryFile) });
  const hr = (await enrolLogin(ports, 'sabine')).id;
  const { company } = await enrolCompany(ports, { by: hr, file: jsonFile(companyFile) });
  return { registrar, hr, company };
}

/** @returns the alias of the one developer lent */
export async function lend(
  ports: Ports,
  { company, hr }: Pick<Organisation, 'company' | 'hr'>,
  matricule: string,
  address: string,
): Promise<string> {
  const file = csvFile(secondmentHeader, secondmentLine(matricule, `Alix ${matricule}`, address));
  await agreeSecondments(ports, { company, by: hr, file });
  return (await developerOf(ports, company, matricule)).developer;
}
