// Timesheets of a company, in both languages.
import type { Words } from '../parts/words.ts';

export const hrTimesheetsWords = {
  title: { fr: 'Feuilles de temps', en: 'Timesheets' },
  send: { fr: 'Envoyer une feuille de temps', en: 'Send a timesheet' },
  need: { fr: 'Avant de commencer', en: 'Before you start' },
  fourColumns: {
    fr: 'Quatre informations suffisent : la personne (matricule, adresse électronique ou nom complet), le jour, le projet et la durée.',
    en: 'Four things are enough: the person (employee number, e-mail address or full name), the day, the project and the duration.',
  },
  ownLayout: {
    fr: 'Votre présentation convient : une ligne par jour et par projet, ou une grille mensuelle de 1 à 31. Heures, heures et minutes, jours ou demi-journées.',
    en: 'Your own layout is fine: one line a day and project, or a monthly grid from 1 to 31. Hours, hours and minutes, days or half-days.',
  },
  nothingYet: {
    fr: 'Rien n’est enregistré à l’envoi : vous verrez d’abord ce que nous avons compris, cellule par cellule.',
    en: 'Sending posts nothing: you first see what we understood, cell by cell.',
  },
  kept: {
    fr: 'Le fichier est gardé chiffré sous son empreinte. Le même fichier envoyé deux fois ne compte qu’une fois.',
    en: 'The file is kept encrypted under its digest. The same file sent twice counts once.',
  },
  file: { fr: 'Fichier', en: 'File' },
  month: { fr: 'Le mois en cours de saisie', en: 'The month being filled in' },
  everybody: {
    fr: 'Toutes les personnes mises à disposition ont des heures.',
    en: 'Everybody on secondment has hours.',
  },
  nobodySeconded: {
    fr: 'Personne n’est mis à disposition ce mois-ci. Faites déclarer les mises à disposition à qui administre Communs.',
    en: 'Nobody is on secondment this month. Have whoever runs Communs declare the secondments.',
  },
  history: { fr: 'Feuilles de temps reçues', en: 'Timesheets received' },
  empty: {
    fr: 'Aucune feuille de temps pour cette année. Envoyez la première ci-dessus.',
    en: 'No timesheet for this year yet. Send the first one above.',
  },
  state: { fr: 'État', en: 'State' },
  posted: { fr: 'Enregistrée', en: 'Posted' },
  undone: { fr: 'Annulée', en: 'Undone' },
  period: { fr: 'Jours', en: 'Days' },
  lines: { fr: 'Lignes', en: 'Lines' },
  time: { fr: 'Temps', en: 'Time' },
  by: { fr: 'Par', en: 'By' },
  show: { fr: 'Afficher', en: 'Show' },
  choose: { fr: 'Choisir l’entreprise et l’année', en: 'Choose company and year' },
} as const satisfies Words;
