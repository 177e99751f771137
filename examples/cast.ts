// Who is in the sample: three companies, two foundations, four projects, twelve developers. All of them are invented.
import type { Day } from '../lib/model/calendar.ts';
import type { TimeUnit } from '../lib/model/duration.ts';

export interface SampleCompany {
  readonly siren: string;
  readonly name: string;
  readonly folder: string;
  readonly legalForm: string;
  readonly unit: TimeUnit;
  readonly corporateTax: boolean;
  readonly hr: string;
  readonly finance: readonly [string, string];
  readonly people: readonly { readonly id: string; readonly name: string; readonly roles: readonly string[] }[];
}

const staff = (
  hr: readonly [string, string],
  first: readonly [string, string],
  second: readonly [string, string],
): Pick<SampleCompany, 'hr' | 'finance' | 'people'> => ({
  hr: hr[0],
  finance: [first[0], second[0]],
  people: [
    { id: hr[0], name: hr[1], roles: ['hr', 'pay'] },
    { id: first[0], name: first[1], roles: ['finance'] },
    { id: second[0], name: second[1], roles: ['finance'] },
  ],
});

export const rail: SampleCompany = {
  siren: '999001001',
  name: 'Rail Exemple',
  folder: 'rail-exemple',
  legalForm: 'SA',
  unit: 'minute',
  corporateTax: true,
  ...staff(
    ['sabine-tellier', 'Sabine Tellier'],
    ['tristan-urvoas', 'Tristan Urvoas'],
    ['violette-wimereux', 'Violette Wimereux'],
  ),
};

export const bank: SampleCompany = {
  siren: '999001373',
  name: 'Banque Fictive',
  folder: 'banque-fictive',
  legalForm: 'SA',
  unit: 'half-day',
  corporateTax: true,
  ...staff(
    ['xavier-yonvillers', 'Xavier Yonvillers'],
    ['yaelle-zutterlin', 'Yaëlle Zutterlin'],
    ['zacharie-abrivard', 'Zacharie Abrivard'],
  ),
};

export const ministry: SampleCompany = {
  siren: '999001746',
  name: 'Ministère Témoin',
  folder: 'ministere-temoin',
  legalForm: 'Service de l’État',
  unit: 'minute',
  corporateTax: false,
  ...staff(
    ['agathe-bellerive', 'Agathe Bellerive'],
    ['benoit-castelmoron', 'Benoît Castelmoron'],
    ['celestine-dormelles', 'Célestine Dormelles'],
  ),
};

export const companies: readonly SampleCompany[] = [rail, bank, ministry];
export const dayMinutes = 420;

export const railFoundation = 'commun-ferroviaire';
export const openFoundation = 'open-infrastructure';

export type ProjectId = 'aiguillage' | 'signalisation' | 'horaires' | 'supervision';
export type RepositoryName = 'commun-ferroviaire' | 'horaires-ouverts' | 'supervision';

export const projects: Readonly<
  Record<ProjectId, { readonly name: string; readonly foundation: string; readonly repository: RepositoryName }>
> = {
  aiguillage: { name: 'Aiguillage', foundation: railFoundation, repository: 'commun-ferroviaire' },
  signalisation: { name: 'Signalisation', foundation: railFoundation, repository: 'commun-ferroviaire' },
  horaires: { name: 'Horaires ouverts', foundation: openFoundation, repository: 'horaires-ouverts' },
  supervision: { name: 'Supervision', foundation: openFoundation, repository: 'supervision' },
};

/** Addresses that no network resolves (RFC 2606): whoever runs the sample says where the made repositories stand. */
export const repositoryUrl = (name: RepositoryName): string => `https://git.example/${name}.git`;
export const repositoryNames: readonly RepositoryName[] = ['commun-ferroviaire', 'horaires-ouverts', 'supervision'];

/** From this day on, `horaires` stands under a licence that is not open. */
export const licenceLostOn: Day = '2025-10-01';

export const registrars = ['ursule-vantal', 'wolfram-xander'] as const;
/** Signs for the first foundation; tied to nobody. */
export const railSignatory = { id: 'nadege-quillan', name: 'Nadège Quillan' };
/** Signs for the first foundation too, and works for the railway: not for its hours. */
export const tiedSignatory = { id: 'octave-rambourg', name: 'Octave Rambourg' };
export const openSignatory = { id: 'petra-steinhagen', name: 'Petra Steinhagen' };

/** What those who act are called, by login. */
export const names: ReadonlyMap<string, string> = new Map([
  ['ursule-vantal', 'Ursule Vantal'],
  ['wolfram-xander', 'Wolfram Xander'],
  ...[railSignatory, tiedSignatory, openSignatory, ...companies.flatMap(({ people }) => people)].map(
    ({ id, name }) => [id, name] as const,
  ),
]);

/** One stretch of a secondment; to null = still open. */
export interface Stretch {
  readonly project: ProjectId;
  readonly from: Day;
  readonly to: Day | null;
}

export interface SampleDeveloper {
  readonly company: SampleCompany;
  readonly matricule: string;
  readonly name: string;
  /** The first one she commits with, mostly; the others now and then. */
  readonly addresses: readonly string[];
  readonly stretches: readonly Stretch[];
  readonly share: string;
  /** 'none': design, meetings, security work that leaves no public trace. */
  readonly traces: 'commits' | 'none';
  readonly zone: 'Paris' | 'Réunion' | 'Montréal';
  /** ISO weekdays on which she works for the commons. */
  readonly weekdays: readonly number[];
  readonly daysPerMonth: number;
  /** Of a part-timer, as her employer writes them; null: Monday to Friday. */
  readonly workingDays: string | null;
}

const anyDay = [1, 2, 3, 4, 5];
const since = (project: ProjectId): readonly Stretch[] => [{ project, from: '2025-01-01', to: null }];
const jonas = { name: 'Jonas Lavandry', addresses: ['jonas.lavandry@webmail.example'], share: '1/5' };

const developer = (
  company: SampleCompany,
  matricule: string,
  rest: Partial<SampleDeveloper> & Pick<SampleDeveloper, 'name' | 'addresses' | 'stretches'>,
): SampleDeveloper => ({
  company,
  matricule,
  share: '2/5',
  traces: 'commits',
  zone: 'Paris',
  weekdays: anyDay,
  daysPerMonth: 4,
  workingDays: null,
  ...rest,
});

export const developers: readonly SampleDeveloper[] = [
  developer(rail, 'R-101', {
    name: 'Alice Vernois',
    addresses: ['alice.vernois@rail.example', 'a.vernois@webmail.example'],
    stretches: since('aiguillage'),
  }),
  developer(rail, 'R-102', {
    name: 'Bastien Corvoisier',
    addresses: ['bastien.corvoisier@rail.example', '1021+bcorvoisier@users.noreply.git.example'],
    stretches: since('aiguillage'),
  }),
  developer(rail, 'R-103', {
    name: 'Chloé Damanville',
    addresses: ['chloe.damanville@rail.example'],
    stretches: since('signalisation'),
    traces: 'none',
    daysPerMonth: 3,
  }),
  developer(rail, 'R-104', {
    name: 'Driss Ferrandel',
    addresses: ['driss.ferrandel@rail.example'],
    stretches: [
      { project: 'horaires', from: '2025-01-01', to: '2025-10-31' },
      { project: 'supervision', from: '2025-11-01', to: null },
    ],
    zone: 'Montréal',
  }),
  developer(rail, 'R-105', {
    name: 'Élodie Garancier',
    addresses: ['elodie.garancier@rail.example', 'elodie@garancier.example'],
    stretches: since('signalisation'),
  }),
  developer(rail, 'R-106', { ...jonas, stretches: since('aiguillage'), weekdays: [1, 2], daysPerMonth: 3 }),
  developer(bank, 'B-201', {
    name: 'Fabien Hautecœur',
    addresses: ['fabien.hautecoeur@banque.example'],
    stretches: since('supervision'),
    share: '1/4',
  }),
  developer(bank, 'B-202', {
    name: 'Gaëlle Imbrevent',
    addresses: ['gaelle.imbrevent@banque.example'],
    stretches: since('supervision'),
    share: '1/5',
    traces: 'none',
    daysPerMonth: 3,
  }),
  developer(bank, 'B-203', {
    name: 'Hugo Jonquart',
    addresses: ['hugo.jonquart@banque.example', 'hj@webmail.example'],
    stretches: since('aiguillage'),
    share: '1/4',
    daysPerMonth: 3,
  }),
  developer(ministry, 'M-301', {
    name: 'Katell Mornaix',
    addresses: ['katell.mornaix@ministere.example'],
    stretches: [
      { project: 'horaires', from: '2025-01-01', to: '2025-09-30' },
      { project: 'aiguillage', from: '2025-10-01', to: null },
    ],
  }),
  developer(ministry, 'M-302', {
    name: 'Lucien Noirvault',
    addresses: ['lucien.noirvault@ministere.example', 'lnoirvault@webmail.example'],
    stretches: since('signalisation'),
    zone: 'Réunion',
    daysPerMonth: 3,
  }),
  developer(ministry, 'M-303', {
    name: 'Maïwenn Orsival',
    addresses: ['maiwenn.orsival@ministere.example'],
    stretches: [{ project: 'supervision', from: '2025-01-01', to: '2025-11-30' }],
    daysPerMonth: 3,
  }),
  developer(ministry, 'M-304', {
    ...jonas,
    stretches: since('supervision'),
    weekdays: [4, 5],
    daysPerMonth: 3,
    workingDays: 'jeu, ven',
  }),
];

export const developerOf = (matricule: string): SampleDeveloper =>
  developers.find((candidate) => candidate.matricule === matricule)!;
