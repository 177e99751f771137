// What was understood of a timesheet, in words: one line for each table, then what holds for the whole file.
import type { TableUnderstood, Understanding } from '../../lib/intake/understanding.ts';
import type { Bilingual, Language } from '../../lib/model/text.ts';

const said = {
  understood: { fr: 'Compris', en: 'Understood' },
  file: { fr: 'fichier', en: 'file' },
  list: { fr: 'liste', en: 'list' },
  grid: { fr: 'grille', en: 'grid' },
  header: { fr: 'en-têtes ligne', en: 'headers in row' },
  personBySheet: { fr: 'personne = nom de la feuille', en: 'person = name of the sheet' },
  projectBySheet: { fr: 'projet = nom de la feuille', en: 'project = name of the sheet' },
  notRead: { fr: 'colonnes non lues', en: 'columns not read' },
  decimals: { fr: 'décimales', en: 'decimals' },
  dates: { fr: 'dates', en: 'dates' },
  other: { fr: 'feuilles non lues', en: 'sheets not read' },
} as const satisfies Record<string, Bilingual>;

const words: Readonly<Record<string, Bilingual>> = {
  'person-id': { fr: 'matricule', en: 'employee number' },
  email: { fr: 'adresse électronique', en: 'e-mail address' },
  'full-name': { fr: 'nom complet', en: 'full name' },
  'last-name': { fr: 'nom', en: 'last name' },
  'first-name': { fr: 'prénom', en: 'first name' },
  date: { fr: 'jour', en: 'day' },
  quantity: { fr: 'durée', en: 'duration' },
  project: { fr: 'projet', en: 'project' },
  comment: { fr: 'commentaire', en: 'comment' },
  written: { fr: 'écrit le', en: 'written on' },
  'day-total': { fr: 'total du jour', en: 'total of the day' },
  'last-day': { fr: 'dernier jour', en: 'last day' },
  unit: { fr: 'unité', en: 'unit' },
  hour: { fr: 'heures', en: 'hours' },
  minute: { fr: 'minutes', en: 'minutes' },
  day: { fr: 'jours', en: 'days' },
  percent: { fr: 'pour cent', en: 'per cent' },
  hundredths: { fr: 'en centièmes', en: 'hundredths' },
  minutes: { fr: 'en minutes (7,30 = 7 h 30)', en: 'minutes (7.30 = 7 h 30)' },
  unclear: { fr: 'à préciser', en: 'to be said' },
  'day-first': { fr: 'jour puis mois', en: 'day then month' },
  'month-first': { fr: 'mois puis jour', en: 'month then day' },
  ambiguous: { fr: 'à préciser', en: 'to be said' },
};

const word = (code: string, language: Language): string => words[code]?.[language] ?? code;
const quoted = (text: string, language: Language): string => (language === 'fr' ? `« ${text} »` : `'${text}'`);

function tableLine(table: TableUnderstood, language: Language): string {
  const { sheet, shape, headerRow, columns, personFrom, projectFrom, unit, month } = table;
  const used = columns.filter(({ role }) => role !== null);
  const unused = columns.filter(({ role }) => role === null);
  const parts = [
    `${said[shape][language]}, ${said.header[language]} ${headerRow}`,
    ...used.map(({ header, role }) => `${quoted(header, language)} = ${word(role ?? '', language)}`),
    ...(personFrom === 'sheet-name' ? [said.personBySheet[language]] : []),
    ...(projectFrom === 'sheet-name' ? [said.projectBySheet[language]] : []),
    ...(unit === null ? [] : [word(unit, language)]),
    ...(month === null ? [] : [month]),
  ];
  const rest =
    unused.length === 0
      ? ''
      : ` ; ${said.notRead[language]} ${unused.map(({ header }) => quoted(header, language)).join(', ')}`;
  return `  ${sheet === null ? said.file[language] : quoted(sheet, language)} : ${parts.join(', ')}${rest}`;
}

export function understoodLines(understood: Understanding, language: Language): string[] {
  const { tables, others, encoding, delimiter, decimals, dateOrder } = understood;
  const whole = [
    ...(encoding === null ? [] : [encoding]),
    ...(delimiter === null ? [] : [delimiter === '\t' ? 'tab' : quoted(delimiter, language)]),
    ...(decimals === null ? [] : [`${said.decimals[language]} ${word(decimals, language)}`]),
    ...(dateOrder === null ? [] : [`${said.dates[language]} ${word(dateOrder, language)}`]),
  ];
  const lines = [
    ...tables.map((table) => tableLine(table, language)),
    ...(whole.length === 0 ? [] : [`  ${whole.join(', ')}`]),
    ...(others.length === 0
      ? []
      : [`  ${said.other[language]} : ${others.map(({ sheet }) => quoted(sheet, language)).join(', ')}`]),
  ];
  const spaced = language === 'fr' ? lines : lines.map((line) => line.replace(/ ([:;]) /g, '$1 '));
  return lines.length === 0 ? [] : [`${said.understood[language]}${language === 'fr' ? ' :' : ':'}`, ...spaced, ''];
}
