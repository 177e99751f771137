// Timesheets of a company, in both languages.
import { halfDays, whole } from '../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import type { Words } from '../parts/words.ts';

export const hrTimesheetsWords = {
  title: { fr: 'Feuilles de temps', en: 'Timesheets' },
  send: { fr: 'Envoyer une feuille de temps', en: 'Send a timesheet' },
  company: { fr: 'Entreprise', en: 'Company' },
  show: { fr: 'Afficher', en: 'Show' },
  seePeople: { fr: 'Voir qui', en: 'See who' },
  history: { fr: 'Feuilles de temps reçues', en: 'Timesheets received' },
  empty: {
    fr: 'Aucune feuille de temps pour cette année. Envoyez la première ci-dessus.',
    en: 'No timesheet for this year yet. Send the first one above.',
  },
  emptyFilter: {
    fr: 'Aucune feuille de temps de cette année ne répond à ce choix.',
    en: 'No timesheet of this year answers this choice.',
  },
  file: { fr: 'Fichier', en: 'File' },
  state: { fr: 'État', en: 'State' },
  posted: { fr: 'Enregistrée', en: 'Posted' },
  undone: { fr: 'Annulée', en: 'Undone' },
  period: { fr: 'Jours', en: 'Days' },
  lines: { fr: 'Lignes', en: 'Lines' },
  time: { fr: 'Temps', en: 'Time' },
  by: { fr: 'Par', en: 'By' },
  choose: { fr: 'Choisir ce qui est montré', en: 'Choose what is shown' },
  year: { fr: 'Année des jours', en: 'Year of the days' },
  anyState: { fr: 'tous', en: 'all' },
  anybody: { fr: 'tout le monde', en: 'everybody' },
  ofMonth: { fr: 'Avec du temps en', en: 'With time in' },
  anyMonth: { fr: 'toute l’année', en: 'the whole year' },
} as const satisfies Words;

export const beforeWords = {
  title: { fr: 'Avant de commencer', en: 'Before you start' },
  text: { fr: 'Quatre informations suffisent :', en: 'Four things are enough:' },
  person: { fr: 'La personne', en: 'The person' },
  personText: {
    fr: 'matricule, adresse électronique ou nom complet',
    en: 'employee number, e-mail address or full name',
  },
  day: { fr: 'Le jour', en: 'The day' },
  dayText: { fr: 'une date par ligne, ou une grille de 1 à 31', en: 'a date on each line, or a grid from 1 to 31' },
  project: { fr: 'Le projet', en: 'The project' },
  projectText: { fr: 'son code ou son nom', en: 'its code or its name' },
  duration: { fr: 'La durée', en: 'The duration' },
  durationText: {
    fr: 'heures, heures et minutes, jours ou demi-journées',
    en: 'hours, hours and minutes, days or half-days',
  },
  ownLayout: {
    fr: 'Votre présentation convient : vous dites une fois comment la lire, elle est reconnue ensuite.',
    en: 'Your own layout is fine: you say once how to read it, and it is recognised from then on.',
  },
  nothingYet: {
    fr: 'L’envoi n’enregistre rien : vous verrez d’abord ce que nous avons compris. Le même fichier envoyé deux fois ne compte qu’une fois.',
    en: 'Sending posts nothing: you first see what we understood. The same file sent twice counts once.',
  },
  templates: { fr: 'Pas encore de fichier ? Partez d’un modèle :', en: 'No file yet? Start from a template:' },
  example: { fr: 'Un exemple, avec une demi-journée', en: 'An example, with a half-day' },
  headers: { fr: 'En-têtes reconnus', en: 'Recognised headers' },
  headersText: {
    fr: 'Majuscules, accents et ordre des colonnes n’y font rien ; les autres colonnes ne sont pas lues.',
    en: 'Capitals, accents and the order of columns do not matter; other columns are not read.',
  },
} as const satisfies Words;

/** What the four things and the rest are called in files, by role: a choice of the reader's own list. */
export const knownHeaders = {
  person: {
    fr: 'Matricule, N° matricule, ID salarié, Code salarié, Nom et Prénom, Nom complet, Collaborateur, Agent, Courriel',
    en: 'Employee ID, Employee code, User, Name, First name and Last name, Email',
  },
  day: { fr: 'Date, Date de l’activité, Jour', en: 'Date, Start date, Day' },
  project: {
    fr: 'Projet, Code projet, Affaire, Imputation, OTP, Centre de coût, Activité, Tâche, Lot',
    en: 'Project, Project code, Task, Account, WBS, Work package',
  },
  duration: {
    fr: 'Heures, Nb heures, Durée, Temps passé, Jours, Nb jours, Quotité, %, Charge',
    en: 'Hours, Duration, Time, Days, FTE, %',
  },
} as const satisfies Words;

export const exampleRows: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  fr: [
    ['M-0412', '12/01/2026', 'Aiguillage', '7,5 h'],
    ['M-0412', '13/01/2026', 'Aiguillage', '3:45'],
    ['M-0433', '13/01/2026', 'Horaires ouverts', '0,5 j'],
  ],
  en: [
    ['M-0412', '2026-01-12', 'Aiguillage', '7.5 h'],
    ['M-0412', '2026-01-13', 'Aiguillage', '3:45'],
    ['M-0433', '2026-01-13', 'Horaires ouverts', '0.5 d'],
  ],
};

export const exampleHeaders = {
  id: { fr: 'Matricule', en: 'Employee ID' },
  date: { fr: 'Date', en: 'Date' },
  project: { fr: 'Projet', en: 'Project' },
  time: { fr: 'Durée', en: 'Duration' },
} as const satisfies Words;

export const absencesWords = {
  title: { fr: 'Absences', en: 'Absences' },
  text: {
    fr: 'Facultatif. Avec l’export de votre outil de congés, une absence et du temps déclaré le même jour sont signalés avant l’enregistrement. Seules des demi-journées sont gardées, jamais un motif.',
    en: 'Optional. With the export of your leave tool, an absence and time declared on the same day are pointed out before posting. Only half-days are kept, never a reason.',
  },
  field: { fr: 'Export de votre outil de congés', en: 'Export of your leave tool' },
  fieldHint: {
    fr: '.xlsx, .ods ou .csv ; remplace celui d’avant pour cette année.',
    en: '.xlsx, .ods or .csv; replaces the earlier one of that year.',
  },
  send: { fr: 'Garder les demi-journées', en: 'Keep the half-days' },
  none: { fr: 'Aucune absence n’est connue pour cette année.', en: 'No absences are known for this year.' },
} as const satisfies Words;

/** Days of a leave file that were not kept, and what that may mean. */
export const absencesLeftOut = (count: number): Bilingual => ({
  fr: `Jours du fichier non gardés, d’autres personnes ou d’autres années : ${whole('fr', count)}. S’ils étaient à garder, vérifiez les noms et l’année, puis renvoyez le fichier.`,
  en: `Days of the file not kept, of other people or years: ${whole('en', count)}. If they should be, check the names and the year, and send the file again.`,
});

export const absencesKept = (count: number, people: number, year: number, by: string, at: Bilingual): Bilingual => ({
  fr: `${year} : ${halfDays('fr', count)} d’absence de ${whole('fr', people)} ${people < 2 ? 'personne' : 'personnes'}, par ${by}, ${at.fr}.`,
  en: `${year}: ${halfDays('en', count)} of absence of ${whole('en', people)} ${people === 1 ? 'person' : 'people'}, by ${by}, ${at.en}.`,
});

export const peopleWords = {
  title: { fr: 'Qui n’a encore rien', en: 'Who has nothing yet' },
  month: { fr: 'Mois', en: 'Month' },
  nobodySeconded: {
    fr: 'Personne n’est mis à disposition ce mois-ci. Faites déclarer les mises à disposition à qui administre Communs.',
    en: 'Nobody is on secondment this month. Have whoever runs Communs declare the secondments.',
  },
  everybodyComplete: {
    fr: 'Le mois de toutes les personnes mises à disposition est complet.',
    en: 'The month of everybody on secondment is complete.',
  },
  text: {
    fr: 'Vide ne veut pas dire zéro : déclarez un mois complet quand tout son temps est là, ou quand il n’y en a pas. Ensuite, seule une régularisation le change.',
    en: 'Empty is not zero: declare a month complete when all its time is there, or when there is none. From then on only a correction changes it.',
  },
  person: { fr: 'Personne', en: 'Person' },
  time: { fr: 'Temps déclaré', en: 'Time declared' },
  state: { fr: 'État', en: 'State' },
  actions: { fr: 'Son mois', en: 'Her month' },
  see: { fr: 'Voir', en: 'See' },
  reopen: { fr: 'Rouvrir', en: 'Reopen' },
  tick: { fr: 'Cocher toutes les personnes qui ont du temps', en: 'Tick everybody who has time' },
  complete: { fr: 'Déclarer les mois cochés complets', en: 'Declare the ticked months complete' },
} as const satisfies Words;

export const withoutTime = (month: Bilingual, nothing: number, seconded: number): Bilingual => ({
  fr: `${month.fr} : ${whole('fr', nothing)} sur ${whole('fr', seconded)} ${seconded < 2 ? 'personne mise' : 'personnes mises'} à disposition ${nothing < 2 ? 'n’a' : 'n’ont'} rien`,
  en: `${month.en}: ${whole('en', nothing)} of ${whole('en', seconded)} seconded ${seconded === 1 ? 'person' : 'people'} ${nothing === 1 ? 'has' : 'have'} nothing`,
});

export const allHaveTime = (month: Bilingual, open: number): Bilingual => ({
  fr: `${month.fr} : chaque personne mise à disposition a du temps ; ${whole('fr', open)} ${open < 2 ? 'mois reste ouvert' : 'mois restent ouverts'}`,
  en: `${month.en}: everybody on secondment has time; ${whole('en', open)} ${open === 1 ? 'month is' : 'months are'} still open`,
});

export const meansNoTime = (month: Bilingual): Bilingual => ({
  fr: `Cocher veut dire : aucun temps en ${month.fr}.`,
  en: `Ticking means: no time in ${month.en}.`,
});
