// The small worlds that simulated runs start from: a registry, one to three companies and their people, drawn, and made by the very use cases.
import { type Draw, drawFrom } from '../../examples/random.ts';
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { DeclarationFile } from '../../lib/intake/declarations/file-text.ts';
import type { ForgeCommit } from '../../lib/ports/forge.ts';
import type { Ports } from '../../lib/ports.ts';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { declareFiscalYear } from '../../lib/use-cases/declare-fiscal-year.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { proposalsOf } from '../../lib/use-cases/identities.ts';
import { companyOf, developerOf, enrolLogin } from '../../lib/use-cases/people.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { register } from '../../lib/use-cases/register.ts';
import { vouchIdentities } from '../../lib/use-cases/vouch-identities.ts';
import { sayNoOtherAid } from '../no-other-aid.ts';

export interface SmallDeveloper {
  readonly matricule: string;
  /** The company's alias. */
  readonly developer: string;
  readonly address: string;
}

export interface SmallCompany {
  readonly siren: string;
  readonly company: string;
  /** Of 2025, `12-31` or `03-31`. */
  readonly fiscalYearEnd: string;
  readonly developers: readonly SmallDeveloper[];
  /** Ids of one of HR and of two people in finance. */
  readonly hr: string;
  /** Who carries out what the first one asked for, where it takes two. */
  readonly otherHr: string;
  readonly finance: readonly [string, string];
}

export interface SmallProject {
  readonly id: string;
  readonly name: string;
  readonly foundation: string;
  readonly url: string;
  readonly signatory: string;
}

/** What is in a world, for whoever draws acts. */
export interface Cast {
  readonly registrar: string;
  readonly companies: readonly SmallCompany[];
  readonly projects: readonly SmallProject[];
}

export const declared = (name: string, text: string): DeclarationFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});

const sirens = ['999001001', '999001373', '999001746'];
const allProjects = [
  { id: 'points', name: 'Points', foundation: 'rails', url: 'https://git.example/points.git', signatory: 'sig-rails' },
  { id: 'voie', name: 'Voie', foundation: 'postes', url: 'https://git.example/voie.git', signatory: 'sig-postes' },
];

/** The days on which people work here: a leap day, a Sunday on which clocks go forward, one on which they go back, both ends of a year. */
export const workDays = [
  ...['2024-02-29', '2024-12-31', '2025-01-02', '2025-03-04', '2025-03-05', '2025-03-30', '2025-03-31'],
  ...['2025-04-01', '2025-10-26', '2025-10-27', '2025-12-31'],
];

export function madeCommit(draw: Draw, address: string, day: string): ForgeCommit {
  const sha = Array.from({ length: 40 }, () => draw.between(0, 15).toString(16)).join('');
  const at = `${day}T${String(draw.between(0, 23)).padStart(2, '0')}:30:00+02:00`;
  return {
    ...{ sha, tree: sha, parents: [], authorName: 'Personne', authorAddress: address, authoredAt: at },
    ...{ authorAccount: null, committedAt: at, coAuthors: [], subject: 'Mend the points', changedLines: 40 },
    ...{ patchId: null, reverts: null, cherryPickedFrom: null, onDefaultBranch: true, pullRequest: null },
    signed: false,
  };
}

/** Somebody who is nobody’s developer, and commits to every project. */
export const outsider = 'dehors@ailleurs.example';

/** One more commit on top of what the forge shows of a repository. */
export function pushCommit(world: MemoryWorld, url: string, commit: ForgeCommit): void {
  const before = world.repositories.get(url)?.commits ?? [];
  const parents = before[0] === undefined ? [] : [before[0].sha];
  const commits = [{ ...commit, parents }, ...before];
  world.repositories.set(url, {
    ...{ tips: { 'refs/heads/main': commit.sha }, defaultBranch: 'main', commits, pageSize: 2 },
  });
}

const decision = { eligible: true, from: '2020-01-01', to: null, decidedBy: ['college'], reason: 'inventé' };

const mentions = { registration: 'W751000000', address: '1 place de l’Exemple', purpose: 'Logiciels libres' };
const standing = {
  ...{ standing: '238bis', category: 'a', proof: 'rescrit', restrictedCircleExamined: true },
  ...{ from: '2020-01-01', to: null, decidedBy: ['college'] },
};

/** @param lacks what a receipt of the foundations must say */
export const registryOf = (projects: readonly SmallProject[], lacks?: 'purpose' | 'standing'): DeclarationFile =>
  declared(
    'registry.json',
    JSON.stringify({
      foundations: projects.map(({ foundation }) => ({
        ...{ id: foundation, name: foundation, country: 'FR', kind: 'public-utility', ...mentions },
        ...(lacks === 'purpose' ? { purpose: undefined } : {}),
        standings: [{ ...standing, to: lacks === 'standing' ? '2024-01-01' : null }],
      })),
      projects: projects.map(({ id, name, foundation, url }) => ({
        ...{ id, name, foundation, repositories: [{ url }], eligibility: [decision] },
        licences: [{ spdx: 'EUPL-1.2', from: '2020-01-01', to: null, evidence: 'LICENSE' }],
      })),
      signatories: projects.map(({ signatory, foundation }) => ({
        ...{ person: signatory, name: signatory, foundation, capacity: 'présidente', from: '2020-01-01', to: null },
      })),
    }),
  );

/** Who confirms nothing here. */
export const anotherSignatory = ([project]: readonly SmallProject[], id: string): DeclarationFile =>
  declared(
    'signatories.json',
    JSON.stringify({
      signatories: [
        {
          ...{ person: `sig-${id}`, name: `Signataire ${id}`, foundation: project?.foundation },
          ...{ capacity: 'trésorière', from: '2020-01-01', to: null },
        },
      ],
    }),
  );

const secondmentHeader =
  'Matricule;Nom;Adresses;Projets;Fondation;Début;Fin;Quotité;Régime;Forme juridique;Convention;Avenant;Consentement';

export const nameOf = (matricule: string): string => `Personne ${matricule}`;

/** Each developer is lent to each of the projects from 2024 on. @param until French date; nothing: no end is known */
export const secondmentsOf = (
  people: readonly Pick<SmallDeveloper, 'matricule' | 'address'>[],
  projects: readonly SmallProject[],
  until = '',
): DeclarationFile =>
  declared(
    'secondments.csv',
    [
      secondmentHeader,
      ...people.flatMap(({ matricule, address }) =>
        projects.map(
          ({ id, foundation }) =>
            `${matricule};${nameOf(matricule)};${address};${id};${foundation};01/01/2024;${until};2/5;heures;prêt;10/12/2023;12/12/2023;12/12/2023`,
        ),
      ),
    ].join('\n'),
  );

export const payOf = (matricules: readonly string[], gross: number): DeclarationFile =>
  declared(
    'pay.csv',
    [
      'Matricule;Période du;Au;Brut;Accessoires;Charges éligibles;Charges exclues;Base de temps (heures);Origine de la base;Empreinte du fichier de paie',
      ...matricules.flatMap((matricule) =>
        [2024, 2025].map(
          (year) =>
            `${matricule};01/01/${year};31/12/${year};${gross},50;0;16 000,00;2 000,00;1607;réel;${'ab'.repeat(32)}`,
        ),
      ),
    ].join('\n'),
  );

const companyFile = (siren: string, at: number, fiscalYearEnd: string): DeclarationFile =>
  declared(
    'company.json',
    JSON.stringify({
      ...{ siren, name: `Société ${at}`, fiscalYearEnd, dayMinutes: 420, unit: 'minute' },
      // The last of three has not said what a receipt must say of it.
      ...(at === 2 ? {} : { legalForm: 'SA', address: `${at} rue de l’Exemple` }),
      ...{ corporateTax: true, region: 'metropole', since: '2020-01-01' },
      people: [
        { id: `rh-${at}`, name: `RH ${at}`, roles: ['hr', 'pay'] },
        { id: `rh-${at}-2`, name: `RH ${at} 2`, roles: ['hr'] },
        { id: `finance-${at}-1`, name: `Finance ${at} 1`, roles: ['finance'] },
        { id: `finance-${at}-2`, name: `Finance ${at} 2`, roles: ['finance'] },
      ],
    }),
  );

async function makeCompany(ports: Ports, draw: Draw, at: number, projects: readonly SmallProject[]) {
  const siren = sirens[at]!;
  const fiscalYearEnd = draw.oneOf(['12-31', '12-31', '03-31']);
  const hr = (await enrolLogin(ports, `rh-${at}`)).id;
  await enrolCompany(ports, { by: hr, file: companyFile(siren, at, fiscalYearEnd) });
  const company = await companyOf(ports, siren);
  const people = Array.from({ length: draw.between(1, 3) }, (_, i) => ({
    matricule: `${'RST'[at]}-${i + 1}`,
    // The first of each company may be one person whom all of them know by one address.
    address: i === 0 && draw.chance(50) ? 'jo@webmail.example' : `p${at}${i}@societe.example`,
  }));
  await agreeSecondments(ports, { company, by: hr, file: secondmentsOf(people, projects) });
  const identities = people.map(({ matricule, address }) => `${matricule};${address};attestée;01/01/2024`);
  const vouched = declared('identities.csv', ['Matricule;Adresse;Preuve;Depuis', ...identities].join('\n'));
  await vouchIdentities(ports, { company, by: hr, file: vouched });
  const gross = draw.between(30_000, 60_000);
  await recordPay(ports, {
    company,
    by: hr,
    file: payOf(
      people.map(({ matricule }) => matricule),
      gross,
    ),
  });
  const developers: SmallDeveloper[] = [];
  for (const { matricule, address } of people) {
    const { developer } = await developerOf(ports, company, matricule);
    developers.push({ matricule, developer, address });
    if (draw.chance(30)) continue;
    for (const { author } of await proposalsOf(ports, company, developer)) {
      await acceptIdentity(ports, { company, by: developer, developer, author });
    }
  }
  const [one, two] = [await enrolLogin(ports, `finance-${at}-1`), await enrolLogin(ports, `finance-${at}-2`)];
  for (const year of [2024, 2025]) {
    const isCalendar = fiscalYearEnd === '12-31';
    const period = isCalendar
      ? { from: `${year}-01-01`, to: `${year}-12-31` }
      : { from: `${year - 1}-04-01`, to: `${year}-03-31` };
    await sayNoOtherAid(ports, { company, by: one.id, year: period });
    // Of the year before nothing is known, so it has no statement of gifts.
    if (year === 2024) continue;
    const said = { period, turnover: `${draw.oneOf([40_000, 4_000_000])},00`, broughtForward: [] };
    await declareFiscalYear(ports, { company, by: one.id, file: declared('year.json', JSON.stringify(said)) });
  }
  const otherHr = (await enrolLogin(ports, `rh-${at}-2`)).id;
  return { siren, company, fiscalYearEnd, developers, hr, otherHr, finance: [one.id, two.id] } as const;
}

/** @param variant which of the small worlds @param portsOn a process on a world that has nothing yet */
export async function makeSmallWorld(variant: number, world: MemoryWorld, ports: Ports): Promise<Cast> {
  const draw = drawFrom(`small world ${variant}`);
  const projects = allProjects.slice(0, draw.between(1, 2)).map((project) => ({ ...project }));
  const registrar = (await enrolLogin(ports, 'registraire')).id;
  await register(ports, { by: registrar, file: registryOf(projects) });
  const named: SmallProject[] = [];
  for (const project of projects) {
    named.push({ ...project, signatory: (await enrolLogin(ports, project.signatory)).id });
  }
  const companies: SmallCompany[] = [];
  const count = draw.between(1, 3);
  for (let at = 0; at < count; at += 1) companies.push(await makeCompany(ports, draw, at, projects));
  for (const { url } of projects) {
    world.repositories.set(url, { tips: {}, defaultBranch: 'main', commits: [] });
    pushCommit(world, url, madeCommit(draw, outsider, draw.oneOf(workDays)));
    for (const { developers } of companies) {
      for (const { address } of developers) pushCommit(world, url, madeCommit(draw, address, draw.oneOf(workDays)));
    }
  }
  return { registrar, companies, projects: named };
}
