// What was understood of a timesheet, in words: one line for each table, then what holds for the whole file.
import type { TableUnderstood, Understanding } from '../../lib/intake/understanding.ts';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import type { Words } from '../../web/parts/words.ts';
import { dateOrders, decimalsNames, roleNames, unitNames } from '../../web/words/understood.ts';

const said = {
  understood: { fr: 'Compris', en: 'Understood' },
  file: { fr: 'fichier', en: 'file' },
  list: { fr: 'liste', en: 'list' },
  grid: { fr: 'grille', en: 'grid' },
  header: { fr: 'en-têtes ligne', en: 'headers in row' },
  personBySheet: { fr: 'personne = nom de la feuille', en: 'person = name of the sheet' },
  projectBySheet: { fr: 'projet = nom de la feuille', en: 'project = name of the sheet' },
  notRead: { fr: 'colonnes non lues', en: 'columns not read' },
  decimals: { fr: 'décimales :', en: 'decimals:' },
  dates: { fr: 'dates :', en: 'dates:' },
  other: { fr: 'feuilles non lues', en: 'sheets not read' },
} as const satisfies Record<string, Bilingual>;

const word = (words: Words, code: string, language: Language): string => words[code]?.[language] ?? code;
const quoted = (text: string, language: Language): string => (language === 'fr' ? `« ${text} »` : `'${text}'`);

function tableLine(table: TableUnderstood, language: Language): string {
  const { sheet, shape, headerRow, columns, personFrom, projectFrom, unit, month } = table;
  const used = columns.filter(({ role }) => role !== null);
  const unused = columns.filter(({ role }) => role === null);
  const parts = [
    `${said[shape][language]}, ${said.header[language]} ${headerRow}`,
    ...used.map(({ header, role }) => `${quoted(header, language)} = ${word(roleNames, role ?? '', language)}`),
    ...(personFrom === 'sheet-name' ? [said.personBySheet[language]] : []),
    ...(projectFrom === 'sheet-name' ? [said.projectBySheet[language]] : []),
    ...(unit === null ? [] : [word(unitNames, unit, language)]),
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
    ...(decimals === null ? [] : [`${said.decimals[language]} ${word(decimalsNames, decimals, language)}`]),
    ...(dateOrder === null ? [] : [`${said.dates[language]} ${word(dateOrders, dateOrder, language)}`]),
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
