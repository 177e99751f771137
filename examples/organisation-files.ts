// The texts of the sample's declaration files: registry, companies, secondments, addresses, pay, declarations of the year.
import { createHash } from 'node:crypto';
import {
  bank,
  companies,
  dayMinutes,
  developers,
  licenceLostOn,
  ministry,
  openFoundation,
  openSignatory,
  type ProjectId,
  projects,
  rail,
  railFoundation,
  railSignatory,
  registrars,
  repositoryUrl,
  type SampleCompany,
  type SampleDeveloper,
  tiedSignatory,
} from './cast.ts';
import { drawFrom } from './random.ts';

/** A file of the sample: its path under `examples/`, and its bytes. */
export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const folderOf = (company: SampleCompany): string => `organisation/${company.folder}`;

const textFile = (path: string, text: string): SampleFile => ({ path, bytes: new TextEncoder().encode(text) });

/** JSON as the formatter of this project leaves it: short lists of words on one line, the rest one member a line. */
function jsonText(value: unknown, indent = ''): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((element) => typeof element !== 'object')) {
      return `[${value.map((element) => JSON.stringify(element)).join(', ')}]`;
    }
    return `[\n${value.map((element) => inner + jsonText(element, inner)).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${inner}${JSON.stringify(key)}: ${jsonText(member, inner)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

const jsonFile = (path: string, value: unknown): SampleFile => textFile(path, `${jsonText(value)}\n`);

const csvFile = (path: string, lines: readonly (readonly string[])[]): SampleFile =>
  textFile(path, `\uFEFF${lines.map((cells) => `${cells.join(';')}\r\n`).join('')}`);

const frenchDay = (day: string | null): string =>
  day === null ? '' : `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

const opened = '2024-01-01';

function projectOf(id: ProjectId, licences: readonly unknown[]): unknown {
  const { name, foundation, repository } = projects[id];
  return {
    id,
    name,
    foundation,
    repositories: [{ url: repositoryUrl(repository) }],
    licences,
    eligibility: [
      {
        eligible: true,
        from: opened,
        to: null,
        decidedBy: registrars,
        reason: 'Exploité par plusieurs organismes publics, gouvernance ouverte, dépôt lisible sans compte.',
      },
    ],
  };
}

const licence = (spdx: string, from: string, to: string | null, evidence: string): unknown => ({
  spdx,
  from,
  to,
  evidence,
});
const openLicence = (id: ProjectId, to: string | null): unknown =>
  licence('EUPL-1.2', opened, to, `${repositoryUrl(projects[id].repository)} LICENSE`);

const signatory = (
  { id, name }: { readonly id: string; readonly name: string },
  foundation: string,
  capacity: string,
  ties: readonly string[],
): unknown => ({ person: id, name, foundation, capacity, from: opened, to: null, ties });

const registry: SampleFile = jsonFile('organisation/registry.json', {
  foundations: [
    {
      id: railFoundation,
      name: 'Fondation du Commun Ferroviaire',
      country: 'FR',
      registration: '999003007',
      kind: 'public-utility',
      standings: [
        {
          standing: '238bis',
          category: 'a',
          proof: 'https://registre.example/commun-ferroviaire/rescrit-2019',
          restrictedCircleExamined: true,
          approval: null,
          from: opened,
          to: null,
          decidedBy: registrars,
        },
      ],
    },
    {
      id: openFoundation,
      name: 'Open Infrastructure Stiftung',
      country: 'DE',
      registration: 'HRB 999001 Musterstadt',
      kind: 'foreign',
    },
  ],
  projects: (Object.keys(projects) as ProjectId[]).map((id) => projectOf(id, [openLicence(id, null)])),
  signatories: [
    signatory(railSignatory, railFoundation, 'secrétaire générale', []),
    signatory(tiedSignatory, railFoundation, 'administrateur', [rail.siren]),
    signatory(openSignatory, openFoundation, 'Vorständin', []),
  ],
});

/** What the registrar adds when the licence of one project is replaced. */
const licenceLoss: SampleFile = jsonFile('organisation/registry-2025-10.json', {
  projects: [
    projectOf('horaires', [
      openLicence('horaires', licenceLostOn),
      licence('BUSL-1.1', licenceLostOn, null, `${repositoryUrl('horaires-ouverts')} LICENSE, ${licenceLostOn}`),
    ]),
  ],
});

const companyFile = (company: SampleCompany): SampleFile =>
  jsonFile(`${folderOf(company)}/company.json`, {
    siren: company.siren,
    name: company.name,
    legalForm: company.legalForm,
    fiscalYearEnd: '12-31',
    dayMinutes,
    unit: company.unit,
    corporateTax: company.corporateTax,
    region: 'metropole',
    since: '2025-01-01',
    people: company.people,
  });

const regime = { minute: 'heures', 'half-day': 'forfait-jours' } as const;

/** A body that pays no corporate tax is the ministry here: it lends public servants, on a basis of their own. */
const lendsPublicServants = ({ corporateTax }: SampleCompany): boolean => !corporateTax;

const secondmentLines = (developer: SampleDeveloper): string[][] =>
  developer.stretches.map(({ project, from, to }) => [
    developer.matricule,
    developer.name,
    developer.addresses.join(' | '),
    project,
    projects[project].foundation,
    frenchDay(from),
    frenchDay(to),
    developer.share,
    regime[developer.company.unit],
    'prêt',
    '10/12/2024',
    '12/12/2024',
    '12/12/2024',
    ...(lendsPublicServants(developer.company) ? ['agent public', 'mise à disposition CGFP'] : []),
  ]);

/** The weekdays are a column of employers with part-timers only: nobody needs it who has none. */
function secondmentsFile(company: SampleCompany, own: readonly SampleDeveloper[]): SampleFile {
  const hasPartTimers = own.some(({ workingDays }) => workingDays !== null);
  return csvFile(`${folderOf(company)}/secondments.csv`, [
    [
      ...['Matricule', 'Nom', 'Adresses', 'Projets', 'Fondation', 'Début', 'Fin', 'Quotité', 'Régime'],
      ...['Forme juridique', 'Convention', 'Avenant', 'Consentement'],
      ...(lendsPublicServants(company) ? ['Statut', 'Fondement'] : []),
      ...(hasPartTimers ? ['Jours travaillés'] : []),
    ],
    ...own.flatMap((developer) =>
      secondmentLines(developer).map((line) => (hasPartTimers ? [...line, developer.workingDays ?? ''] : line)),
    ),
  ]);
}

const identitiesFile = (company: SampleCompany, own: readonly SampleDeveloper[]): SampleFile =>
  csvFile(`${folderOf(company)}/identities.csv`, [
    ['Matricule', 'Adresse', 'Preuve', 'Depuis'],
    ...own.flatMap(({ matricule, addresses }) =>
      addresses.map((address) => [matricule, address, 'attestée', '01/01/2025']),
    ),
  ]);

const euros = (cents: number): string =>
  `${String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ' ')},${String(cents % 100).padStart(2, '0')}`;

const payrollDigest = (company: SampleCompany): string =>
  createHash('sha256').update(`paie 2025 ${company.siren}`).digest('hex');

function payLine(developer: SampleDeveloper): string[] {
  const draw = drawFrom(`pay ${developer.matricule}`);
  const gross = draw.between(42_000, 68_000) * 100 + draw.between(0, 99);
  const accessories = draw.between(800, 4_200) * 100;
  const eligible = Math.trunc(gross / 5) * 2 + draw.between(0, 99);
  const base =
    developer.company.unit === 'minute'
      ? [String(draw.between(1570, 1607)), 'heures', 'réel']
      : [String(draw.between(424, 434)), 'demi-journées', 'jours'];
  return [
    'paie',
    developer.matricule,
    '01/01/2025',
    '31/12/2025',
    euros(gross),
    euros(accessories),
    euros(eligible),
    euros(draw.between(600, 1_900) * 100),
    ...base,
    payrollDigest(developer.company),
    '',
    '',
  ];
}

const payFile = (company: SampleCompany, own: readonly SampleDeveloper[]): SampleFile =>
  csvFile(`${folderOf(company)}/pay-2025.csv`, [
    [
      ...['Nature', 'Matricule', 'Période du', 'Au', 'Brut', 'Accessoires', 'Charges éligibles', 'Charges exclues'],
      ...['Base de temps', 'Unité', 'Origine de la base', 'Empreinte du fichier de paie', 'Financeur', 'Montant'],
    ],
    ...own.map(payLine),
    ...(company === rail
      ? [['subvention', '', '01/01/2025', '31/12/2025', ...Array(8).fill(''), 'Région Inventée', '5 000,00']]
      : []),
  ]);

/** Its turnover, and what a gift of the year before left above the ceiling; the scenario does not declare it: whoever tries mécénat does. */
const fiscalYearFile = (company: SampleCompany): SampleFile =>
  jsonFile(`${folderOf(company)}/fiscal-year-2025.json`, {
    period: { from: '2025-01-01', to: '2025-12-31' },
    turnover: '12 400 000,00',
    broughtForward: [{ origin: '2024-12-31', amount: '3 250,00', aboveThreshold: '0,00' }],
  });

/** What each company declares of 2025 beside its time and its pay. The bank has left some of it open. */
const yearPoints: ReadonlyMap<SampleCompany, object> = new Map<SampleCompany, object>([
  [
    rail,
    {
      payroll: { from: '2025-01-01', to: '2025-12-31', digest: payrollDigest(rail), total: '1 482 300,00' },
      returns: [{ scheme: 'digital-commons-investor', filed: null }],
      otherAid: { answer: 'yes' },
      otherEmployers: { answer: 'yes' },
      billedToClients: { answer: 'no' },
      counterparts: { answer: 'yes', amount: '1 200,00' },
      worksCouncil: { on: '2024-11-28' },
      notice: { on: '2024-12-05' },
    },
  ],
  [
    bank,
    {
      payroll: { from: '2025-01-01', to: '2025-12-31', digest: payrollDigest(bank), total: '2 904 150,00' },
      otherAid: { answer: 'no' },
      worksCouncil: { on: '2024-12-10' },
    },
  ],
  [
    ministry,
    {
      otherEmployers: { answer: 'yes' },
      billedToClients: { answer: 'no' },
      counterparts: { answer: 'no' },
      worksCouncil: { reason: 'own-instance' },
      notice: { on: '2024-12-16' },
    },
  ],
]);

const declarationsFile = (company: SampleCompany): SampleFile =>
  jsonFile(`${folderOf(company)}/declarations-2025.json`, {
    period: { from: '2025-01-01', to: '2025-12-31' },
    ...yearPoints.get(company),
  });

/** All declaration files; the pay of a body that pays no corporate tax is not asked for. */
export function organisationFiles(): SampleFile[] {
  const ofCompany = (company: SampleCompany): SampleFile[] => {
    const own = developers.filter((developer) => developer.company === company);
    return [
      companyFile(company),
      secondmentsFile(company, own),
      identitiesFile(company, own),
      ...(company.corporateTax ? [payFile(company, own)] : []),
      ...(company === rail ? [fiscalYearFile(company)] : []),
      declarationsFile(company),
    ];
  };
  return [registry, licenceLoss, ...companies.flatMap(ofCompany)];
}
