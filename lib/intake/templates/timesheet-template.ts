// The files that HR may start from: a list or a monthly grid that our own reader takes as it stands, with its meanings inside.
import type { Language } from '../../model/text.ts';
import { writeOds } from '../write/ods-writer.ts';
import type { PlainSheet, PlainValue } from '../write/written-cell.ts';
import { xlsxWriter } from '../write/xlsx-writer.ts';
import { templateSheets } from './template-sheets.ts';
import type { Shape } from './template-words.ts';

export type TemplateFormat = 'xlsx' | 'ods' | 'csv';

interface TemplateChoice {
  readonly format: TemplateFormat;
  readonly language: Language;
  readonly shape: Shape;
}

interface TimesheetTemplate {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const formats: readonly TemplateFormat[] = ['xlsx', 'ods', 'csv'];

const stems: Readonly<Record<Language, Readonly<Record<Shape, string>>>> = {
  fr: { list: 'modele-feuille-de-temps', grid: 'modele-grille-mensuelle' },
  en: { list: 'timesheet-template', grid: 'monthly-grid-template' },
};

const titles: Readonly<Record<Language, Readonly<Record<Shape, string>>>> = {
  fr: { list: 'Modèle de feuille de temps', grid: 'Modèle de grille mensuelle' },
  en: { list: 'Timesheet template', grid: 'Monthly grid template' },
};

const nameOf = ({ format, language, shape }: TemplateChoice): string => `${stems[language][shape]}.${format}`;

/** By file name: every template there is. */
export const templateFiles: ReadonlyMap<string, TemplateChoice> = new Map(
  (['fr', 'en'] as const)
    .flatMap((language) => (['list', 'grid'] as const).map((shape) => ({ language, shape })))
    .flatMap((choice) => formats.map((format) => ({ ...choice, format })))
    .map((choice) => [nameOf(choice), choice]),
);

/** @returns the same bytes each time */
export function timesheetTemplate(
  format: TemplateFormat,
  language: Language,
  shape: Shape = 'list',
): TimesheetTemplate {
  const name = nameOf({ format, language, shape });
  const sheets = templateSheets(language, shape);
  const setting = { title: titles[language][shape], language };
  if (format === 'csv') return { name, bytes: csvOf(sheets[0], language) };
  if (format === 'ods') return { name, bytes: writeOds(sheets, setting) };
  const writer = xlsxWriter({ ...setting, date1904: false });
  for (const { setting: sheetSetting, rows } of sheets) {
    const sheet = writer.sheet(sheetSetting);
    for (const [at, { cells, height }] of rows.entries()) {
      sheet.row({ number: at + 1, cells, ...(height !== undefined && { height }) });
    }
    sheet.close();
  }
  return { name, bytes: writer.finish() };
}

/** Excel splits a CSV by the separator of the country it is set to: semicolon and decimal comma in French, comma and point in English. */
function csvOf({ rows }: PlainSheet, language: Language): Uint8Array {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const lines = rows.map(({ cells }) =>
    Array.from({ length: width }, (_, column) => csvText(cells[column]?.value ?? null, language)),
  );
  const separator = language === 'fr' ? ';' : ',';
  const body = lines
    .map((fields) => `${fields.map((field) => csvField(field, separator)).join(separator)}\r\n`)
    .join('');
  // With the mark, Excel takes the file for UTF-8.
  return new TextEncoder().encode(`\uFEFF${body}`);
}

const csvField = (field: string, separator: string): string =>
  field.includes(separator) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

function csvText(value: PlainValue | null, language: Language): string {
  switch (value?.kind) {
    case undefined:
      return '';
    case 'text':
      return value.text;
    case 'number':
      return language === 'fr' ? value.text.replace('.', ',') : value.text;
    case 'day': {
      const [year, month, day] = value.day.split('-');
      return language === 'fr' ? `${day}/${month}/${year}` : value.day;
    }
    case 'clock':
      return `${Math.floor(value.minutes / 60)}:${String(value.minutes % 60).padStart(2, '0')}`;
  }
}
