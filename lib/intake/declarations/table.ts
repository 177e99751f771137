// CSV declarations, and the same lines as JSON: each line as texts by field, with the place of each for messages.
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { plainText } from '../words.ts';
import { type DeclarationFile, looksLikeJson, textOfFile } from './file-text.ts';
import { jsonObject, pathPlace, readEach, readValue } from './json.ts';
import { type Place, type Problems, wholeFile } from './problem.ts';

/** A column: its name in JSON and English, and the headers it may carry (compared without case, accents, punctuation). */
export interface Column<Field extends string> {
  readonly field: Field;
  readonly headers: readonly string[];
  /** True if the file makes no sense without this column. */
  readonly needed: boolean;
}

export interface Line<Field extends string> {
  /** The text of a cell, trimmed; empty where nothing stands. */
  readonly text: (field: Field) => string;
  /** The header as written, for columns that name their unit; the field's name in JSON. */
  readonly header: (field: Field) => string;
  readonly place: (field: Field) => Place;
  /** True where the whole column is missing, which is said once, for the header. */
  readonly isLacking: (field: Field) => boolean;
  /** The line as a whole. */
  readonly whole: Place;
}

/**
 * @param listName the one key of the JSON form: `{ "secondments": [ … ] }`
 * @returns the lines that could be told apart; what is wrong with the rest is noted
 */
export function readLines<Field extends string>(
  file: DeclarationFile,
  listName: string,
  columns: readonly Column<Field>[],
  problems: Problems,
): Line<Field>[] {
  const text = textOfFile(file, problems);
  if (text === null) return [];
  return looksLikeJson(file, text) ? jsonLines(text, listName, columns, problems) : csvLines(text, columns, problems);
}

const cell = z.union([z.string(), z.int(), z.array(z.string()), z.null()]);

function jsonLines<Field extends string>(
  text: string,
  listName: string,
  columns: readonly Column<Field>[],
  problems: Problems,
): Line<Field>[] {
  const object = jsonObject(text, problems);
  if (object === null) return [];
  readValue(object, '$', z.strictObject({ [listName]: z.array(z.unknown()).min(1) }), problems);
  const shape = z.strictObject(
    Object.fromEntries(columns.map(({ field, needed }) => [field, needed ? cell : cell.optional()])),
  );
  const path = `$.${listName}`;
  return readEach(object[listName], path, shape, problems).map(({ value, path: linePath }) => ({
    text: (field) => {
      const found = value[field];
      if (found === undefined || found === null) return '';
      return (Array.isArray(found) ? found.join(' | ') : String(found)).trim();
    },
    header: (field) => field,
    place: (field) => pathPlace(`${linePath}.${field}`),
    isLacking: () => false,
    whole: pathPlace(linePath),
  }));
}

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The sign that parts cells in the header line: semicolon as French spreadsheets write, tab, else comma. */
function delimiterOf(text: string): string {
  const header = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  return [';', '\t', ','].find((sign) => header.includes(sign)) ?? ';';
}

function csvLines<Field extends string>(
  text: string,
  columns: readonly Column<Field>[],
  problems: Problems,
): Line<Field>[] {
  const rows = csvRows(text, problems);
  const [header, ...body] = rows;
  if (header === undefined) return [];
  const indexOf = mapHeaders(header.record, columns, header.info.lines, problems);
  if (body.length === 0) {
    problems.block(wholeFile, null, 'empty', {
      fr: 'il n’a que son en-tête. Ajoutez une ligne par déclaration.',
      en: 'it has only its header. Add one line for each declaration.',
    });
  }
  return body
    .filter(({ record }) => record.some((value) => value.trim() !== ''))
    .map(({ record, info }) => csvLine(record, info.lines, header.record, columns, indexOf, problems));
}

function csvRows(text: string, problems: Problems): CsvRow[] {
  try {
    return parse(text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '\n'), {
      delimiter: delimiterOf(text.replace(/^\uFEFF?sep=.\r?\n/i, '')),
      comment: '#',
      comment_no_infix: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as CsvRow[];
  } catch (error) {
    const line = (error as { readonly lines?: number }).lines;
    problems.block(wholeFile, null, 'not-csv', {
      fr: `les guillemets ne se ferment pas comme il faut${line === undefined ? '' : ` vers la ligne ${line}`}. Doublez un guillemet à l’intérieur d’une cellule.`,
      en: `quotes do not close as they should${line === undefined ? '' : ` near line ${line}`}. Double a quote inside a cell.`,
    });
    return [];
  }
}

function mapHeaders<Field extends string>(
  headers: readonly string[],
  columns: readonly Column<Field>[],
  line: number,
  problems: Problems,
): ReadonlyMap<Field, number> {
  const indexOf = new Map<Field, number>();
  headers.forEach((header, index) => {
    if (header.trim() === '') return;
    const place: Place = { where: `${line}:${header}`, fr: `Ligne ${line}`, en: `Line ${line}` };
    const column = columns.find(({ headers: names }) => names.some((name) => plainText(name) === plainText(header)));
    if (column === undefined) {
      problems.block(place, header, 'unknown-column', {
        fr: `la colonne « ${header} » n’est pas connue. Renommez-la d’après le modèle (--template) ou retirez-la.`,
        en: `the column '${header}' is not known. Rename it after the template (--template) or remove it.`,
      });
    } else if (indexOf.has(column.field)) {
      problems.block(place, header, 'duplicate-column', {
        fr: `la colonne « ${header} » répète une autre colonne. Gardez-en une.`,
        en: `the column '${header}' repeats another column. Keep one.`,
      });
    } else {
      indexOf.set(column.field, index);
    }
  });
  for (const { field, headers: names, needed } of columns) {
    if (!needed || indexOf.has(field)) continue;
    problems.block({ where: `${line}`, fr: `Ligne ${line}`, en: `Line ${line}` }, null, 'missing-column', {
      fr: `la colonne « ${names[0]} » manque. Ajoutez-la.`,
      en: `the column '${names[1] ?? names[0]}' is missing. Add it.`,
    });
  }
  return indexOf;
}

function csvLine<Field extends string>(
  record: readonly string[],
  line: number,
  headers: readonly string[],
  columns: readonly Column<Field>[],
  indexOf: ReadonlyMap<Field, number>,
  problems: Problems,
): Line<Field> {
  const whole: Place = { where: `${line}`, fr: `Ligne ${line}`, en: `Line ${line}` };
  const extra = record.slice(headers.length).filter((value) => value.trim() !== '');
  if (extra.length > 0) {
    problems.block(whole, extra.join(' '), 'extra-cells', {
      fr: 'elle a plus de cellules que l’en-tête. Mettez entre guillemets les valeurs qui contiennent le séparateur.',
      en: 'it has more cells than the header. Put values that hold the delimiter between quotes.',
    });
  }
  const isLacking = (field: Field): boolean =>
    !indexOf.has(field) && columns.some((column) => column.field === field && column.needed);
  const header = (field: Field): string => headers[indexOf.get(field) ?? -1] ?? field;
  return {
    text: (field) => (record[indexOf.get(field) ?? -1] ?? '').trim(),
    header,
    isLacking,
    place: (field) => ({
      where: `${line}:${header(field)}`,
      fr: `Ligne ${line}, colonne « ${header(field)} »`,
      en: `Line ${line}, column '${header(field)}'`,
    }),
    whole,
  };
}
