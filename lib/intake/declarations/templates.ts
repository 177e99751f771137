// The files that `--template` gives: what each field means, and lines that the readers take as they stand.
import type { Language } from '../../model/text.ts';
import { yearTemplate } from './year-template.ts';

export const declarationKinds = [
  'registry',
  'company',
  'secondments',
  'pay',
  'identities',
  'orders',
  'claimed',
  'fiscal-year',
  'declarations',
] as const;
export type DeclarationKind = (typeof declarationKinds)[number];

export interface Template {
  readonly name: string;
  readonly text: string;
}

const registry = (
  help: Readonly<Record<string, string>>,
  words: Readonly<Record<'reason' | 'capacity' | 'purpose', string>>,
): unknown => ({
  help,
  foundations: [
    {
      id: 'fondation-exemple',
      name: 'Fondation Exemple',
      country: 'FR',
      registration: '999001001',
      kind: 'public-utility',
      address: '1 place de l’Exemple, 75000 Paris',
      purpose: words.purpose,
      standings: [
        {
          standing: '238bis',
          category: 'a',
          proof: 'https://fondation.example/rescrit-2024',
          restrictedCircleExamined: true,
          approval: null,
          from: '2024-01-01',
          to: null,
          decidedBy: ['camille-exemple', 'dominique-exemple'],
        },
      ],
    },
  ],
  projects: [
    {
      id: 'projet-exemple',
      name: 'Projet Exemple',
      foundation: 'fondation-exemple',
      repositories: [{ url: 'https://git.example/projet-exemple.git', branch: null, path: null }],
      successorOf: null,
      licences: [
        { spdx: 'EUPL-1.2', from: '2025-01-01', to: null, evidence: 'https://git.example/projet-exemple/LICENSE' },
      ],
      eligibility: [
        {
          eligible: true,
          from: '2025-01-01',
          to: null,
          decidedBy: ['camille-exemple', 'dominique-exemple'],
          reason: words.reason,
        },
      ],
    },
  ],
  signatories: [
    {
      person: 'claude-exemple',
      name: 'Claude Exemple',
      foundation: 'fondation-exemple',
      capacity: words.capacity,
      from: '2025-01-01',
      to: null,
      ties: [],
    },
  ],
  ties: [{ person: 'camille-exemple', company: '999001001', from: '2025-01-01', to: null }],
});

const company = (help: Readonly<Record<string, string>>): unknown => ({
  help,
  siren: '999001001',
  name: 'Rail Exemple',
  legalForm: 'SA',
  address: '2 rue de l’Exemple, 75000 Paris',
  fiscalYearEnd: '12-31',
  dayMinutes: 420,
  unit: 'minute',
  corporateTax: true,
  region: 'metropole',
  since: '2025-01-01',
  people: [
    { id: 'rh-exemple', name: 'Alix Exemple', roles: ['hr', 'pay'] },
    { id: 'finance-exemple', name: 'Sacha Exemple', roles: ['finance'] },
  ],
});

const fiscalYear = (help: Readonly<Record<string, string>>): unknown => ({
  help,
  period: { from: '2025-01-01', to: '2025-12-31' },
  turnover: '8 000 000,00',
  broughtForward: [{ origin: '2024-12-31', amount: '3 250,00', aboveThreshold: '0,00' }],
});

const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const registryHelp: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    'à lire': 'Les explications sous « help » ne sont pas lues. Remplacez les exemples par vos valeurs.',
    id: 'identifiant court : lettres sans accent, chiffres, point, tiret',
    'from, to': 'jours AAAA-MM-JJ ; « to » est le premier jour qui n’est plus compris, null si la période est ouverte',
    'foundations.kind':
      'public-utility (reconnue d’utilité publique), corporate-foundation, endowment-fund (fonds de dotation), association, public-body, foreign',
    'foundations.standings':
      '238bis (mécénat : category a à g, proof, restrictedCircleExamined, approval d’un organisme étranger), ou fondation-de-bien-commun (proposition, sans effet ; criteria, les nôtres)',
    'foundations.registration': 'SIREN, RNA ou numéro d’un registre étranger ; null s’il n’y en a pas',
    'foundations.address, purpose': 'siège et objet, mentions obligatoires d’un reçu ; à laisser de côté sinon',
    'repositories.branch, path':
      'branche et dossier qui sont le projet, quand ce n’est pas tout le dépôt : une licence peut en dépendre ; null sinon',
    successorOf: 'identifiant du projet dont celui-ci est le fork et prend la suite ; null sinon',
    'licences.spdx': 'expression SPDX ; une branche au moins doit être approuvée par l’OSI pour que le temps compte',
    'licences.evidence': 'où la licence a été lue : commit ou adresse',
    'eligibility.decidedBy, standings.decidedBy':
      'identifiants de celles et ceux qui ont décidé ; deux si l’une est liée au projet ou à la fondation',
    'signatories.capacity': 'qualité imprimée sur l’état',
    ties: 'SIREN des sociétés auxquelles une personne est liée : elle ne confirme pas leurs heures',
  },
  en: {
    'read me': 'The explanations under "help" are not read. Replace the examples with your values.',
    id: 'short identifier: plain letters, digits, dot, dash',
    'from, to': 'days YYYY-MM-DD; "to" is the first day no longer included, null while the period is open',
    'foundations.kind': 'public-utility, corporate-foundation, endowment-fund, association, public-body, foreign',
    'foundations.standings':
      '238bis (mécénat: category a to g, proof, restrictedCircleExamined, approval of a foreign body), or fondation-de-bien-commun (a proposal, no effect; criteria, ours)',
    'foundations.registration': 'SIREN, RNA or the number of a foreign register; null if there is none',
    'foundations.address, purpose': 'seat and purpose, mandatory on a receipt; else leave them out',
    'repositories.branch, path':
      'the branch and folder that are the project, where it is not the whole repository: a licence may depend on them; else null',
    successorOf: 'identifier of the project of which this one is the fork that goes on; else null',
    'licences.spdx': 'SPDX expression; at least one branch must be OSI-approved for time to count',
    'licences.evidence': 'where the licence was read: a commit or an address',
    'eligibility.decidedBy, standings.decidedBy':
      'identifiers of those who decided; two if one has ties with the project or the foundation',
    'signatories.capacity': 'printed on the statement',
    ties: 'SIREN of the companies a person is tied to: she does not confirm their hours',
  },
};

const companyHelp: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    'à lire': 'Les explications sous « help » ne sont pas lues. Remplacez les exemples par vos valeurs.',
    siren: 'neuf chiffres, clé vérifiée',
    'legalForm, address': 'forme juridique et siège, mentions obligatoires d’un reçu de mécénat',
    fiscalYearEnd: 'dernier jour de l’exercice, MM-JJ',
    dayMinutes: 'minutes d’une journée de travail : 420 pour 7 h',
    unit: 'minute (heures), ou half-day (forfait-jours)',
    corporateTax: 'true si la société paie l’impôt sur les sociétés ; false : états sans montant seulement',
    region: 'metropole, alsace-moselle, 971, 972, 973, 974 ou 976 : quels jours fériés s’appliquent',
    since: 'premier jour couvert, AAAA-MM-JJ',
    'people.roles': 'hr (temps, mises à disposition), pay (paie), finance (états)',
  },
  en: {
    'read me': 'The explanations under "help" are not read. Replace the examples with your values.',
    siren: 'nine digits, the check digit is verified',
    'legalForm, address': 'legal form and seat, mandatory on a receipt of mécénat',
    fiscalYearEnd: 'last day of the fiscal year, MM-DD',
    dayMinutes: 'minutes of one working day: 420 for 7 h',
    unit: 'minute (hours), or half-day (forfait-jours)',
    corporateTax: 'true if the company pays corporate tax; false: statements without amounts only',
    region: 'metropole, alsace-moselle, 971, 972, 973, 974 or 976: which public holidays apply',
    since: 'first day covered, YYYY-MM-DD',
    'people.roles': 'hr (time, secondments), pay, finance (statements)',
  },
};

const fiscalYearHelp: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    'à lire': 'Les explications sous « help » ne sont pas lues. Remplacez les exemples par vos valeurs.',
    period: 'premier et dernier jour de l’exercice, AAAA-MM-JJ ; un exercice long ou court s’écrit tel qu’il est',
    turnover: 'chiffre d’affaires hors taxe de cet exercice, en euros : le plafond du mécénat en dépend',
    broughtForward:
      'dons d’exercices antérieurs, au-dessus de leur plafond et pas encore utilisés ; liste vide s’il n’y en a pas, ou si Communs a émis l’état de mécénat de l’exercice précédent',
    'broughtForward.origin': 'dernier jour de l’exercice où ils ont été faits',
    'broughtForward.aboveThreshold':
      'part de ce montant donnée au-dessus de 2 millions d’euros cette année-là (taux de 40 %) ; sinon 0,00',
  },
  en: {
    'read me': 'The explanations under "help" are not read. Replace the examples with your values.',
    period: 'first and last day of the fiscal year, YYYY-MM-DD; a long or short year is written as it is',
    turnover: 'turnover of this fiscal year excluding VAT, in euros: the ceiling of gifts depends on it',
    broughtForward:
      'gifts of earlier fiscal years, above their ceiling and not used yet; an empty list if there are none, or if Communs issued the statement of gifts of the year before',
    'broughtForward.origin': 'last day of the fiscal year in which they were given',
    'broughtForward.aboveThreshold':
      'the part of this amount given above EUR 2 million in that year (rate of 40 %); else 0.00',
  },
};

const registryWords = {
  fr: {
    reason: 'Utilisé par plusieurs administrations, gouvernance ouverte',
    capacity: 'trésorière',
    purpose: 'Soutenir les logiciels libres',
  },
  en: {
    reason: 'Used by several public bodies, open governance',
    capacity: 'treasurer',
    purpose: 'Support free software',
  },
} as const;

const tables: Readonly<
  Record<
    Exclude<DeclarationKind, 'registry' | 'company' | 'fiscal-year' | 'declarations'>,
    Readonly<Record<Language, readonly string[]>>
  >
> = {
  secondments: {
    fr: [
      '# Les lignes qui commencent par # ne sont pas lues. Jours : jj/mm/aaaa ou aaaa-mm-jj. Plusieurs valeurs : séparées par |.',
      '# Adresses : celles de ses contributions. Projets, Fondation : identifiants du registre. Fin : vide si elle est ouverte.',
      '# Quotité : 100 %, 80 %, 0,5 ou 4/5. Régime : heures ou forfait-jours. Forme juridique : prêt, don de service ou travail propre.',
      '# Convention, Avenant, Consentement : jours de signature (Code du travail, L. 8241-2) ; vides s’ils manquent encore.',
      '# Facultatif : Statut, salarié ou agent public ; Fondement, celui d’un agent public : mise à disposition CGFP ou loi 3DS art. 209.',
      '# Facultatif : Heures par semaine, celles du contrat, tout travail compris ; Jours travaillés, si ce n’est pas du lundi au vendredi.',
      'Matricule;Nom;Adresses;Projets;Fondation;Début;Fin;Quotité;Régime;Forme juridique;Convention;Avenant;Consentement;Heures par semaine;Jours travaillés;Statut;Fondement',
      'R-101;Alex Exemple;alex@rail.example | alex@webmail.example;projet-exemple;fondation-exemple;01/01/2025;31/12/2026;50 %;heures;prêt;10/12/2024;12/12/2024;12/12/2024;28,00;lun, mar, jeu, ven;salarié;',
      'B-201;Noa Exemple;noa@banque.example;projet-exemple;fondation-exemple;01/02/2025;;1/5;forfait-jours;prêt;15/01/2025;;20/01/2025;;;agent public;mise à disposition CGFP',
    ],
    en: [
      '# Lines that start with # are not read. Days: dd/mm/yyyy or yyyy-mm-dd. Several values: parted by |.',
      '# Addresses: those of her contributions. Projects, Foundation: identifiers of the registry. To: empty while open.',
      '# Share: 100 %, 80 %, 0.5 or 4/5. Regime: hours or forfait-jours. Legal form: loan, service-gift or own-work.',
      '# Agreement, Amendment, Consent: days of signature (Code du travail, L. 8241-2); empty where still missing.',
      '# Optional: Staff status, employee or public servant; Legal basis, that of a public servant: CGFP or 3DS.',
      '# Optional: Hours a week, those of the contract, all work; Working days, if they are not Monday to Friday.',
      'Staff number;Name;Addresses;Projects;Foundation;From;To;Share;Regime;Legal form;Agreement;Amendment;Consent;Hours a week;Working days;Staff status;Legal basis',
      'R-101;Alex Exemple;alex@rail.example | alex@webmail.example;projet-exemple;fondation-exemple;2025-01-01;2026-12-31;50 %;hours;loan;2024-12-10;2024-12-12;2024-12-12;28.00;mon, tue, thu, fri;employee;',
      'B-201;Noa Exemple;noa@banque.example;projet-exemple;fondation-exemple;2025-02-01;;1/5;forfait-jours;loan;2025-01-15;;2025-01-20;;;public servant;CGFP',
    ],
  },
  pay: {
    fr: [
      '# Les lignes qui commencent par # ne sont pas lues. Nature : paie, subvention ou remboursement.',
      '# Montants en euros, 48 250,00 : brut, accessoires (primes, avantages), charges éligibles (cotisations obligatoires), charges exclues (taxes sur les salaires…).',
      '# Base de temps : temps travaillé sur la période, avec son unité. Origine : réel, légale au prorata (1607 h × quotité) ou jours.',
      '# Empreinte : SHA-256 du fichier de paie d’où viennent les montants.',
      'Nature;Matricule;Période du;Au;Brut;Accessoires;Charges éligibles;Charges exclues;Base de temps;Unité;Origine de la base;Empreinte du fichier de paie;Financeur;Montant',
      `paie;R-101;01/01/2025;31/12/2025;48 250,00;2 100,00;19 780,50;1 240,00;1607,00;heures;réel;${digest};;`,
      `paie;B-201;01/01/2025;31/12/2025;61 000,00;4 000,00;26 300,00;1 800,00;430;demi-journées;jours;${digest};;`,
      'subvention;;01/01/2025;31/12/2025;;;;;;;;;Région Exemple;5 000,00',
      'remboursement;;01/03/2025;31/03/2025;;;;;;;;;Fondation Exemple;1 250,00',
    ],
    en: [
      '# Lines that start with # are not read. Kind: pay, subsidy or reimbursement.',
      '# Amounts in euros, 48250.00: gross, accessories (bonuses, benefits), eligible charges (compulsory contributions), excluded charges (taxes on wages…).',
      '# Time base: time worked in the period, with its unit. Source: actual, legal-ratio (1607 h × share) or days.',
      '# Digest: SHA-256 of the payroll file the amounts come from.',
      'Kind;Staff number;Period from;To;Gross;Accessories;Eligible charges;Excluded charges;Time base;Unit;Source of the base;Payroll file digest;Grantor;Amount',
      `pay;R-101;2025-01-01;2025-12-31;48250.00;2100.00;19780.50;1240.00;1607.00;hours;actual;${digest};;`,
      `pay;B-201;2025-01-01;2025-12-31;61000.00;4000.00;26300.00;1800.00;430;half-days;days;${digest};;`,
      'subsidy;;2025-01-01;2025-12-31;;;;;;;;;Région Exemple;5000.00',
      'reimbursement;;2025-03-01;2025-03-31;;;;;;;;;Fondation Exemple;1250.00',
    ],
  },
  orders: {
    fr: [
      '# Les lignes qui commencent par # ne sont pas lues. Une ligne par personne et par jour chômé travaillé sur ordre.',
      '# Signé le : jour de signature de l’ordre ; signé après le jour travaillé, il ne lève rien. Le 1er mai ne compte jamais.',
      '# État : vide ou valable ; retiré pour reprendre une ligne déjà donnée.',
      'Matricule;Jour;Signé le;État',
      'R-101;22/11/2025;18/11/2025;',
      'R-101;11/11/2025;04/11/2025;retiré',
    ],
    en: [
      '# Lines that start with # are not read. One line for each person and day off worked on order.',
      '# Signed on: the day on which the order was signed; signed after the day worked it lifts nothing. 1 May never counts.',
      '# State: empty or stands; withdrawn to take back a line given before.',
      'Staff number;Day;Signed on;State',
      'R-101;2025-11-22;2025-11-18;',
      'R-101;2025-11-11;2025-11-04;withdrawn',
    ],
  },
  claimed: {
    fr: [
      '# Les lignes qui commencent par # ne sont pas lues. Tout le temps de la personne sur le projet, du premier au dernier jour, compris.',
      '# Dispositif : CIR, CICo, CII, aide européenne, mécénat ou autre employeur (jamais lequel).',
      '# État : vide ou valable ; retiré pour reprendre une ligne déjà donnée, recopiée telle quelle.',
      'Matricule;Projet;Du;Au;Dispositif;État',
      'R-101;projet-exemple;01/03/2025;31/03/2025;CIR;',
      'B-201;projet-exemple;01/06/2025;30/06/2025;aide européenne;retiré',
    ],
    en: [
      '# Lines that start with # are not read. All the time of the person on the project, from the first day to the last, both included.',
      '# Scheme: CIR, CICo, CII, EU grant, mecenat or another employer (never which).',
      '# State: empty or stands; withdrawn to take back a line given before, copied as it stood.',
      'Staff number;Project;From;To;Scheme;State',
      'R-101;projet-exemple;2025-03-01;2025-03-31;CIR;',
      'B-201;projet-exemple;2025-06-01;2025-06-30;EU grant;withdrawn',
    ],
  },
  identities: {
    fr: [
      '# Les lignes qui commencent par # ne sont pas lues. Une ligne par adresse. Preuve : attestée (la société en répond).',
      '# Depuis, Jusqu’au : premier et dernier jour où l’adresse est celle de la personne ; Jusqu’au vide si elle l’est encore.',
      '# La personne accepte ou refuse elle-même, et peut détacher l’adresse à tout moment.',
      'Matricule;Adresse;Preuve;Depuis;Jusqu’au',
      'R-101;alex@rail.example;attestée;01/01/2025;',
      'R-101;alex@webmail.example;attestée;01/01/2025;30/06/2026',
    ],
    en: [
      '# Lines that start with # are not read. One line for each address. Proof: vouched (the company answers for it).',
      '# Since, Until: first and last day on which the address is this person’s; Until empty if it still is.',
      '# The person accepts or refuses herself, and can unlink the address at any time.',
      'Staff number;Address;Proof;Since;Until',
      'R-101;alex@rail.example;vouched;2025-01-01;',
      'R-101;alex@webmail.example;vouched;2025-01-01;2026-06-30',
    ],
  },
};

const fileNames: Readonly<Record<DeclarationKind, Readonly<Record<Language, string>>>> = {
  registry: { fr: 'registre.json', en: 'registry.json' },
  company: { fr: 'societe.json', en: 'company.json' },
  secondments: { fr: 'mises-a-disposition.csv', en: 'secondments.csv' },
  pay: { fr: 'paie.csv', en: 'pay.csv' },
  identities: { fr: 'adresses.csv', en: 'identities.csv' },
  orders: { fr: 'ordres.csv', en: 'orders.csv' },
  claimed: { fr: 'demande-ailleurs.csv', en: 'claimed.csv' },
  'fiscal-year': { fr: 'exercice.json', en: 'fiscal-year.json' },
  declarations: { fr: 'declarations.json', en: 'declarations.json' },
};

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
// A byte order mark and CRLF: French spreadsheets then open the accents and the columns right.
const csvText = (lines: readonly string[]): string => `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;

/**
 * @param notes more explanations, for kinds that are tables: other rooms know them
 * @returns a file name and text of the kind, with explanations, readable by its own reader
 */
export function template(kind: DeclarationKind, language: Language, notes: readonly string[] = []): Template {
  const name = fileNames[kind][language];
  if (kind === 'registry') return { name, text: jsonText(registry(registryHelp[language], registryWords[language])) };
  if (kind === 'company') return { name, text: jsonText(company(companyHelp[language])) };
  if (kind === 'fiscal-year') return { name, text: jsonText(fiscalYear(fiscalYearHelp[language])) };
  if (kind === 'declarations') return { name, text: jsonText(yearTemplate(language, digest)) };
  const lines = tables[kind][language];
  const first = lines.findIndex((line) => !line.startsWith('#'));
  const explained = lines.toSpliced(first, 0, ...notes.map((note) => `# ${note}`));
  return { name, text: csvText(explained) };
}
