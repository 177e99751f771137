// An invented company with as many developers as asked for, lent to one project, through the very use cases that a file goes through.
import type { DeclarationFile } from '../../lib/intake/declarations/file-text.ts';
import type { Ports } from '../../lib/ports.ts';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { proposalsOf } from '../../lib/use-cases/identities.ts';
import { developerOf, enrolLogin } from '../../lib/use-cases/people.ts';
import { register } from '../../lib/use-cases/register.ts';
import { vouchIdentities } from '../../lib/use-cases/vouch-identities.ts';

export const project = 'banc';
export const foundation = 'fondation-banc';
export const signatory = 'signataire';

export interface MadeCompany {
  /** Its id. */
  readonly company: string;
  /** `pe-…`: HR, and two people of finance. */
  readonly hr: string;
  readonly finance: readonly [string, string];
  /** Staff numbers, and the company's aliases in the same order. */
  readonly matricules: readonly string[];
  readonly developers: readonly string[];
}

export const madeFile = (name: string, text: string): DeclarationFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});

/** @param repository address of the project's only one */
export async function makeRegistry(ports: Ports, repository = 'https://git.example/banc.git'): Promise<string> {
  const by = (await enrolLogin(ports, 'registre')).id;
  const registry = {
    foundations: [
      { id: foundation, name: 'Fondation Banc', country: 'FR', registration: null, kind: 'public-utility' },
    ],
    projects: [
      {
        ...{ id: project, name: 'Banc', foundation, repositories: [{ url: repository }] },
        licences: [{ spdx: 'EUPL-1.2', from: '2020-01-01', to: null, evidence: 'LICENSE' }],
        eligibility: [{ eligible: true, from: '2020-01-01', to: null, decidedBy: ['college'], reason: 'inventé' }],
      },
    ],
    signatories: [
      { ...{ person: signatory, name: 'Signataire', foundation, capacity: 'président' }, from: '2020-01-01', to: null },
    ],
  };
  await register(ports, { by, file: madeFile('registry.json', JSON.stringify(registry)) });
  return by;
}

const companyFile = {
  ...{ siren: '999001001', name: 'Société du banc', legalForm: 'SA', fiscalYearEnd: '12-31', dayMinutes: 420 },
  ...{ unit: 'minute', corporateTax: true, region: 'metropole', since: '2020-01-01' },
  people: [
    { id: 'rh', name: 'rh', roles: ['hr', 'pay'] },
    ...['finance-1', 'finance-2'].map((id) => ({ id, name: id, roles: ['finance'] })),
  ],
};

/** All developers are lent for all of 2025 and have accepted their address: each of their imports is claimed. */
export async function makeCompany(ports: Ports, count: number): Promise<MadeCompany> {
  const hr = (await enrolLogin(ports, 'rh')).id;
  const { company } = await enrolCompany(ports, {
    by: hr,
    file: madeFile('company.json', JSON.stringify(companyFile)),
  });
  const matricules = Array.from({ length: count }, (_, i) => `D-${String(i + 1).padStart(5, '0')}`);
  const secondments = [
    'Matricule;Nom;Adresses;Projets;Fondation;Début;Fin;Quotité;Régime;Forme juridique;Convention;Avenant;Consentement',
    ...matricules.map(
      (m) => `${m};Personne ${m};;${project};${foundation};01/01/2025;;1;heures;prêt;10/12/2024;12/12/2024;12/12/2024`,
    ),
  ];
  const identities = [
    'Matricule;Adresse;Preuve;Depuis',
    ...matricules.map((m) => `${m};${m.toLowerCase()}@banc.example;attestée;01/01/2025`),
  ];
  const asked = { company, by: hr };
  await agreeSecondments(ports, { ...asked, file: madeFile('secondments.csv', secondments.join('\n')) });
  await vouchIdentities(ports, { ...asked, file: madeFile('identities.csv', identities.join('\n')) });
  const developers: string[] = [];
  for (const matricule of matricules) {
    const { developer } = await developerOf(ports, company, matricule);
    for (const { author } of await proposalsOf(ports, company, developer)) {
      await acceptIdentity(ports, { company, by: developer, developer, author });
    }
    developers.push(developer);
  }
  const [one, two] = await Promise.all(companyFile.people.map(({ id }) => enrolLogin(ports, id)));
  return { company, hr, finance: [one!.id, two!.id], matricules, developers };
}
