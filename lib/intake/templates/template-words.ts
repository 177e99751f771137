// What the templates say, in both languages: columns, their meanings, and sample lines of people who do not exist.
import type { Day } from '../../model/calendar.ts';
import type { Language } from '../../model/text.ts';

export type Shape = 'list' | 'grid';

/** One column, as the second sheet explains it. */
export interface FieldMeaning {
  readonly header: string;
  readonly required: boolean;
  readonly forms: string;
  readonly examples: string;
}

export interface TemplateWords {
  readonly sheet: string;
  /** The line above the header of a grid, which says the month and the unit. */
  readonly title: string | null;
  /** Without the days of a grid. */
  readonly fields: readonly FieldMeaning[];
  readonly meanings: {
    readonly sheet: string;
    readonly title: string;
    /** One line each. */
    readonly introduction: readonly string[];
    /** Column, required, accepted forms, examples. */
    readonly header: readonly [string, string, string, string];
    readonly yes: string;
    readonly no: string;
    /** Of a grid: what stands under the days. */
    readonly days: FieldMeaning | null;
  };
}

export interface SampleLine {
  readonly person: string;
  readonly name: string;
  readonly day: Day;
  readonly project: string;
  readonly minutes: number;
  readonly comment: Readonly<Record<Language, string>>;
  readonly written: Day;
  /** The person's whole day; null where it is not stated. */
  readonly dayTotalMinutes: number | null;
}

interface SampleGridRow {
  readonly person: string;
  readonly name: string;
  readonly project: string;
  /** Half-days by day of the month. */
  readonly halfDays: Readonly<Record<number, 1 | 2>>;
}

const none = { fr: '', en: '' };

/** Monday 2 March 2026 and the days after. */
export const sampleLines: readonly SampleLine[] = [
  {
    person: 'R-101',
    name: 'Alex Exemple',
    day: '2026-03-02',
    project: 'projet-exemple',
    minutes: 420,
    comment: { fr: 'Développement', en: 'Development' },
    written: '2026-03-02',
    dayTotalMinutes: 420,
  },
  {
    person: 'R-101',
    name: 'Alex Exemple',
    day: '2026-03-03',
    project: 'projet-exemple',
    minutes: 210,
    comment: { fr: 'Revue de code', en: 'Code review' },
    written: '2026-03-03',
    dayTotalMinutes: 405,
  },
  {
    person: 'R-101',
    name: 'Alex Exemple',
    day: '2026-03-03',
    project: 'autre-projet',
    minutes: 195,
    comment: none,
    written: '2026-03-03',
    dayTotalMinutes: 405,
  },
  {
    person: 'R-102',
    name: 'Camille Exemple',
    day: '2026-03-02',
    project: 'projet-exemple',
    minutes: 465,
    comment: { fr: 'Réunion de la communauté', en: 'Community meeting' },
    written: '2026-03-04',
    dayTotalMinutes: null,
  },
  {
    person: 'R-102',
    name: 'Camille Exemple',
    day: '2026-03-05',
    project: 'projet-exemple',
    minutes: 80,
    comment: none,
    written: '2026-03-06',
    dayTotalMinutes: null,
  },
];

/** Those of the month that the grid's titles name. */
export const daysInGrid = 31;

export const sampleGrid: readonly SampleGridRow[] = [
  { person: 'B-201', name: 'Noa Exemple', project: 'projet-exemple', halfDays: { 2: 2, 3: 1, 4: 2, 10: 1, 17: 2 } },
  { person: 'B-201', name: 'Noa Exemple', project: 'autre-projet', halfDays: { 3: 1, 10: 1 } },
  { person: 'B-202', name: 'Sacha Exemple', project: 'projet-exemple', halfDays: { 5: 2, 6: 2, 9: 1, 20: 2 } },
];

const french = {
  person: {
    header: 'Matricule',
    required: true,
    forms:
      'Le matricule de la paie, celui de la convention de mise à disposition. À défaut, une colonne « E-mail », ou « Nom complet » si deux personnes ne portent pas le même.',
    examples: 'R-101',
  },
  name: {
    header: 'Nom complet',
    required: false,
    forms: 'Pour vous relire. Lu seulement là où le matricule manque.',
    examples: 'Alex Exemple',
  },
  project: {
    header: 'Projet',
    required: true,
    forms: 'L’identifiant ou le nom du projet, tel qu’au registre.',
    examples: 'projet-exemple',
  },
} as const satisfies Record<string, FieldMeaning>;

const english = {
  person: {
    header: 'Employee ID',
    required: true,
    forms:
      'The staff number of payroll, as in the secondment agreement. Without one, a column “Email”, or “Full name” where no two people share theirs.',
    examples: 'R-101',
  },
  name: {
    header: 'Full name',
    required: false,
    forms: 'For your own reading. Read only where the number is missing.',
    examples: 'Alex Exemple',
  },
  project: {
    header: 'Project',
    required: true,
    forms: 'Its identifier or its name, as in the registry.',
    examples: 'projet-exemple',
  },
} as const satisfies Record<string, FieldMeaning>;

const frenchMeanings = {
  sheet: 'Signification',
  title: 'Ce que chaque colonne veut dire',
  header: ['Colonne', 'Obligatoire', 'Ce que l’on y écrit', 'Exemples'],
  yes: 'oui',
  no: 'non',
} as const;

const englishMeanings = {
  sheet: 'Meaning',
  title: 'What each column means',
  header: ['Column', 'Required', 'What to write', 'Examples'],
  yes: 'yes',
  no: 'no',
} as const;

export const templateWords: Readonly<Record<Language, Readonly<Record<Shape, TemplateWords>>>> = {
  fr: {
    list: {
      sheet: 'Feuille de temps',
      title: null,
      fields: [
        french.person,
        french.name,
        {
          header: 'Date',
          required: true,
          forms:
            'Le jour travaillé : une vraie date, ou le texte jj/mm/aaaa ou aaaa-mm-jj. Une ligne par personne, par jour et par projet.',
          examples: '02/03/2026 ou 2026-03-02',
        },
        french.project,
        {
          header: 'Heures',
          required: true,
          forms:
            'Le temps passé ce jour-là sur ce projet, 24 h au plus. Au forfait-jours, nommez la colonne « Jours » et écrivez 1 ou 0,5 : une demi-journée reste une demi-journée. Une case vide n’est pas un zéro.',
          examples: '7:30, 7h30 ou 7,5 h ; une demi-journée : 0,5 j',
        },
        {
          header: 'Commentaire',
          required: false,
          forms: 'Ce que vous voulez relire plus tard. Ni motif d’absence, ni donnée de santé.',
          examples: 'Revue de code',
        },
        {
          header: 'Date de saisie',
          required: false,
          forms:
            'Le jour où la personne a noté ce temps, ou celui du visa : il montre que le relevé a été tenu au fil de l’eau.',
          examples: '03/03/2026',
        },
        {
          header: 'Total heures du jour',
          required: false,
          forms:
            'Tout le temps de la personne ce jour-là, autres activités comprises, le même sur chacune de ses lignes du jour. Il montre qu’aucune journée ne compte deux fois.',
          examples: '7:00',
        },
      ],
      meanings: {
        ...frenchMeanings,
        introduction: [
          'Remplacez les lignes d’exemple par les vôtres et envoyez le fichier.',
          'L’ordre des colonnes est libre, d’autres colonnes ne gênent pas : seuls les en-têtes comptent.',
          'Cette feuille-ci n’est pas lue.',
        ],
        days: null,
      },
    },
    grid: {
      sheet: 'Mars 2026',
      title: 'Mars 2026 – unité : jour',
      fields: [french.person, french.name, french.project],
      meanings: {
        ...frenchMeanings,
        introduction: [
          'Une feuille par mois, qui porte le nom du mois et l’année.',
          'Remplacez les lignes d’exemple par les vôtres et envoyez le fichier.',
          'Cette feuille-ci n’est pas lue.',
        ],
        days: {
          header: '1 à 31',
          required: true,
          forms:
            'Sous chaque jour du mois : 1 pour une journée, 0,5 pour une demi-journée, rien si rien n’a été fait. Pour des heures, écrivez « unité : heure » sur la première ligne.',
          examples: '1 ou 0,5',
        },
      },
    },
  },
  en: {
    list: {
      sheet: 'Timesheet',
      title: null,
      fields: [
        english.person,
        english.name,
        {
          header: 'Date',
          required: true,
          forms: 'The day worked: a real date, or the text yyyy-mm-dd. One line for each person, day and project.',
          examples: '2026-03-02',
        },
        english.project,
        {
          header: 'Hours',
          required: true,
          forms:
            'The time spent that day on that project, at most 24 h. Under a days contract (forfait-jours) call the column “Days” and write 1 or 0.5: half a day stays half a day. An empty cell is not a zero.',
          examples: '7:30 or 7.5 h; half a day: 0.5 d',
        },
        {
          header: 'Comment',
          required: false,
          forms: 'What you want to read again later. No reason of absence, nothing about health.',
          examples: 'Code review',
        },
        {
          header: 'Approved on',
          required: false,
          forms:
            'The day on which the person noted this time, or on which it was approved: it shows that the record was kept as work went on.',
          examples: '2026-03-03',
        },
        {
          header: 'Total hours of the day',
          required: false,
          forms:
            'All the time of the person on that day, other activities included, the same on each of her lines of the day. It shows that no day counts twice.',
          examples: '7:00',
        },
      ],
      meanings: {
        ...englishMeanings,
        introduction: [
          'Replace the sample lines by yours and send the file.',
          'Columns may stand in any order, and others do no harm: only the headers count.',
          'This sheet is not read.',
        ],
        days: null,
      },
    },
    grid: {
      sheet: 'March 2026',
      title: 'March 2026 – unit: day',
      fields: [english.person, english.name, english.project],
      meanings: {
        ...englishMeanings,
        introduction: [
          'One sheet for each month, named by month and year.',
          'Replace the sample lines by yours and send the file.',
          'This sheet is not read.',
        ],
        days: {
          header: '1 to 31',
          required: true,
          forms:
            'Under each day of the month: 1 for a day, 0.5 for half a day, nothing if nothing was done. For hours, write “unit: hour” on the first line.',
          examples: '1 or 0.5',
        },
      },
    },
  },
};
