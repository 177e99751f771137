// Each rule that a line of a timesheet can break: its name, what to do, and what somebody says who lets it stand.
import type { Bilingual } from '../../lib/model/text.ts';

export interface FindingRule {
  readonly title: Bilingual;
  readonly toDo: Bilingual;
  /** Where a tick is enough: the words that it stands for. */
  readonly confirmed?: Bilingual;
}

const ofTheFile: Readonly<Record<string, FindingRule>> = {
  'unknown-column-layout': {
    title: { fr: 'Pas de ligne d’en-têtes reconnue', en: 'No header row recognised' },
    toDo: {
      fr: 'Montrez-nous la ligne d’en-têtes et les colonnes, ou nommez-les dans le fichier.',
      en: 'Show us the header row and the columns, or name them in the file.',
    },
  },
  'missing-column': {
    title: { fr: 'Une colonne manque', en: 'A column is missing' },
    toDo: {
      fr: 'Dites quelle colonne joue ce rôle, ou ajoutez-la.',
      en: 'Say which column plays this role, or add it.',
    },
  },
  'not-a-date': {
    title: { fr: 'Ce n’est pas une date', en: 'Not a date' },
    toDo: { fr: 'Écrivez le jour comme 12/10/2026.', en: 'Write the day as 12/10/2026 (day first) or 2026-10-12.' },
  },
  'ambiguous-date': {
    title: { fr: 'Date à deux lectures', en: 'Date with two readings' },
    toDo: {
      fr: 'Choisissez l’ordre du jour et du mois, ou écrivez l’année sur quatre chiffres.',
      en: 'Choose the order of day and month, or write the year with four digits.',
    },
  },
  'date-out-of-year': {
    title: { fr: 'Jour d’une autre année', en: 'Day of another year' },
    toDo: {
      fr: 'Corrigez la date, ou envoyez le fichier sous l’année de ses jours.',
      en: 'Correct the date, or send the file under the year of its days.',
    },
  },
  'not-a-duration': {
    title: { fr: 'Ce n’est pas une durée', en: 'Not a duration' },
    toDo: { fr: 'Écrivez par exemple 7:45 ou 7,75.', en: 'Write for example 7:45 or 7.75.' },
  },
  'ambiguous-duration': {
    title: { fr: 'Durée à deux lectures', en: 'Duration with two readings' },
    toDo: {
      fr: 'Choisissez l’unité, ou dites si 7,30 vaut 7 h 30 ou 7 h 18.',
      en: 'Choose the unit, or say whether 7.30 is 7h30 or 7h18.',
    },
  },
  'negative-duration': {
    title: { fr: 'Durée négative', en: 'Negative duration' },
    toDo: {
      fr: 'Retirez la ligne ; du temps déjà enregistré se corrige par une régularisation.',
      en: 'Remove the line; posted time is put right by a correction.',
    },
  },
  'over-24h': {
    title: { fr: 'Plus de 24 heures sur une ligne', en: 'More than 24 hours on one line' },
    toDo: { fr: 'Répartissez ce temps sur ses jours.', en: 'Spread this time over its days.' },
  },
  'zero-duration': {
    title: { fr: 'Ligne sans durée', en: 'Line of zero' },
    toDo: { fr: 'Elle ne déclare rien et n’est pas reprise.', en: 'It declares nothing and is not taken over.' },
    confirmed: {
      fr: 'Les lignes à zéro ne déclarent rien et ne seront pas reprises',
      en: 'Lines of zero declare nothing and are not taken over',
    },
  },
  'formula-without-result': {
    title: { fr: 'Formule jamais calculée', en: 'Formula never calculated' },
    toDo: {
      fr: 'Ouvrez le fichier, enregistrez-le et envoyez-le de nouveau.',
      en: 'Open the file, save it and send it again.',
    },
  },
  'formula-error': {
    title: { fr: 'Formule en erreur', en: 'Formula in error' },
    toDo: { fr: 'Corrigez-la, ou écrivez la valeur.', en: 'Correct it, or write the value.' },
  },
  'missing-person': {
    title: { fr: 'Personne n’est nommé', en: 'Nobody is named' },
    toDo: {
      fr: 'Écrivez le matricule, l’adresse électronique ou le nom complet.',
      en: 'Write the employee number, the e-mail address or the full name.',
    },
  },
  'missing-project': {
    title: { fr: 'Le projet manque', en: 'The project is missing' },
    toDo: { fr: 'Écrivez son code ou son nom.', en: 'Write its code or its name.' },
  },
  'duplicate-line': {
    title: { fr: 'Deux lignes pour la même chose', en: 'Two lines for the same thing' },
    toDo: {
      fr: 'Gardez-en une, ou confirmez qu’elles s’ajoutent ; le même temps répété sera écarté : écrivez alors leur total sur une seule ligne.',
      en: 'Keep one, or confirm that they add up; the same time repeated will be refused: then write their total on one line.',
    },
    confirmed: {
      fr: 'Les lignes en double s’ajoutent : les deux sont vraies',
      en: 'The double lines add up: both are true',
    },
  },
  'cell-too-long': {
    title: { fr: 'Cellule trop longue', en: 'Cell too long' },
    toDo: { fr: 'Raccourcissez son texte.', en: 'Shorten its text.' },
  },
  'text-too-many-rows': {
    title: { fr: 'Guillemet jamais fermé', en: 'Quotation mark never closed' },
    toDo: { fr: 'Fermez-le ou retirez-le.', en: 'Close it or remove it.' },
  },
  'mixed-units': {
    title: { fr: 'Heures et jours mêlés', en: 'Hours and days mixed' },
    toDo: { fr: 'Confirmez, ou écrivez tout dans une unité.', en: 'Confirm, or write everything in one unit.' },
    confirmed: { fr: 'Heures et jours sont bien mêlés', en: 'Hours and days are meant to be mixed' },
  },
  'total-differs': {
    title: { fr: 'Le total du fichier diffère des lignes', en: 'The file’s total differs from its lines' },
    toDo: { fr: 'Vérifiez qu’il ne manque aucune ligne.', en: 'Check that no line is missing.' },
    confirmed: {
      fr: 'Le total du fichier est faux ; les lignes sont justes',
      en: 'The file’s total is wrong; the lines are right',
    },
  },
};

const ofTheLedger: Readonly<Record<string, FindingRule>> = {
  'unknown-developer': {
    title: { fr: 'Personne inconnue', en: 'Unknown person' },
    toDo: {
      fr: 'Corrigez le nom, faites-la ajouter aux mises à disposition, ou dites que ses lignes ne sont pas nécessaires.',
      en: 'Correct the name, have her added to the secondments, or say that her lines are not needed.',
    },
  },
  'unknown-project': {
    title: { fr: 'Projet inconnu', en: 'Unknown project' },
    toDo: {
      fr: 'Corrigez le nom, faites inscrire le projet au registre, ou dites que ses lignes ne sont pas nécessaires.',
      en: 'Correct the name, have the project added to the registry, or say that its lines are not needed.',
    },
  },
  'unit-disagrees': {
    title: { fr: 'Unité qui n’est pas celle de la personne', en: 'Not the person’s unit' },
    toDo: {
      fr: 'Écrivez des heures, ou des demi-journées pour qui est au forfait-jours.',
      en: 'Write hours, or half-days for whoever has a days contract.',
    },
  },
  'already-posted-otherwise': {
    title: { fr: 'Fichier déjà enregistré, lu autrement', en: 'File already posted, read in another way' },
    toDo: {
      fr: 'Annulez d’abord cette feuille de temps, puis enregistrez celle-ci.',
      en: 'Undo that timesheet first, then post this one.',
    },
  },
  'month-complete': {
    title: { fr: 'Mois déjà déclaré complet', en: 'Month already complete' },
    toDo: {
      fr: 'Corrigez par une régularisation, ou rouvrez le mois en disant pourquoi.',
      en: 'Put it right by a correction, or reopen the month and say why.',
    },
  },
  'already-posted': {
    title: { fr: 'Même ligne déjà enregistrée', en: 'Same line already posted' },
    toDo: {
      fr: 'La règle écartera la seconde. Laissez-la de côté ; si les deux sont vraies, écrivez leur total sur une seule ligne.',
      en: 'The rule will refuse the second. Leave it out; if both are true, write their total on one line.',
    },
  },
  late: {
    title: { fr: 'Ligne tardive', en: 'Late line' },
    toDo: {
      fr: 'Rien à faire : le nombre de jours restera marqué.',
      en: 'Nothing to do: the number of days stays marked.',
    },
  },
  'outside-secondment': {
    title: { fr: 'Hors mise à disposition', en: 'Outside a secondment' },
    toDo: {
      fr: 'La règle écartera ces lignes. Corrigez la date, ou dites pourquoi vous les déclarez.',
      en: 'The rule will refuse these lines. Correct the date, or say why you declare them.',
    },
  },
  'secondment-papers-missing': {
    title: { fr: 'Papiers de la mise à disposition manquants', en: 'Papers of the secondment missing' },
    toDo: {
      fr: 'La règle écartera ces lignes. Faites déclarer les papiers, ou dites pourquoi vous les déclarez.',
      en: 'The rule will refuse these lines. Have the papers declared, or say why you declare them.',
    },
  },
  'public-servant-without-basis': {
    title: { fr: 'Agent public sans fondement propre', en: 'Public servant without a basis of her own' },
    toDo: {
      fr: 'La règle écartera ces lignes. Faites déclarer le fondement de la mise à disposition, ou dites pourquoi vous les déclarez.',
      en: 'The rule will refuse these lines. Have the basis of the secondment declared, or say why you declare them.',
    },
  },
  'secondment-term-exceeded': {
    title: { fr: 'Durée de la mise à disposition dépassée', en: 'Term of the secondment exceeded' },
    toDo: {
      fr: 'La règle écartera ces lignes. Corrigez la date, ou dites pourquoi vous les déclarez.',
      en: 'The rule will refuse these lines. Correct the date, or say why you declare them.',
    },
  },
  'project-not-eligible': {
    title: { fr: 'Projet non éligible ce jour-là', en: 'Project not eligible on that day' },
    toDo: {
      fr: 'La règle écartera ces lignes. Corrigez le projet, ou dites pourquoi vous les déclarez.',
      en: 'The rule will refuse these lines. Correct the project, or say why you declare them.',
    },
  },
};

const vouched = {
  fr: 'Corrigez la ligne, ou dites pourquoi elle est juste.',
  en: 'Correct the line, or say why it is right.',
};

/** Limits of hours; each may also be passed over all employers together. */
const limits: Readonly<Record<string, Bilingual>> = {
  'day-over-maximum': { fr: 'Plus de 10 heures dans la journée', en: 'More than 10 hours in a day' },
  'half-days-over-maximum': {
    fr: 'Plus de deux demi-journées dans la journée',
    en: 'More than two half-days in a day',
  },
  'day-over-24h': { fr: 'Plus de 24 heures dans la journée', en: 'More than 24 hours in a day' },
  'week-over-maximum': { fr: 'Plus de 48 heures dans la semaine', en: 'More than 48 hours in a week' },
  'twelve-week-average-over-maximum': {
    fr: 'Plus de 44 heures en moyenne sur douze semaines',
    en: 'More than 44 hours on average over twelve weeks',
  },
};

const acrossEmployers = Object.fromEntries(
  Object.entries(limits).map(([code, { fr, en }]): [string, FindingRule] => [
    `${code}-across-employers`,
    { title: { fr: `${fr}, tous employeurs réunis`, en: `${en}, over all employers` }, toDo: vouched },
  ]),
);

const ofTime: Readonly<Record<string, FindingRule>> = {
  ...Object.fromEntries(Object.entries(limits).map(([code, title]) => [code, { title, toDo: vouched }])),
  ...acrossEmployers,
  'public-holiday': { title: { fr: 'Jour férié', en: 'Public holiday' }, toDo: vouched },
  weekend: { title: { fr: 'Samedi ou dimanche', en: 'Saturday or Sunday' }, toDo: vouched },
  'not-a-working-day': {
    title: { fr: 'Jour non travaillé de son temps partiel', en: 'Free day of her part time' },
    toDo: vouched,
  },
  'leave-conflict': { title: { fr: 'Absence ce jour-là', en: 'Absent on that day' }, toDo: vouched },
  'above-contract-week': {
    title: { fr: 'Bien au-dessus de sa semaine de contrat', en: 'Well above her contract’s week' },
    toDo: vouched,
  },
  'day-total-differs': {
    title: { fr: 'Total du jour différent des lignes', en: 'The day’s total differs from its lines' },
    toDo: {
      fr: 'Corrigez le total ou les lignes du jour.',
      en: 'Correct the total or the lines of the day.',
    },
  },
};

/** By code. A code that is not here is told by the sentence of its first problem. */
export const findingRules: Readonly<Record<string, FindingRule>> = { ...ofTheFile, ...ofTheLedger, ...ofTime };
