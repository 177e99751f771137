// How a file was taken, as a value to be shown: its tables, columns, units and orders, and the sheets that are not read.
import { columnName, type Sheet } from './cell.ts';
import { nameRoles, type Role } from './column-roles.ts';
import type { DecimalSign, FileFacts } from './file-facts.ts';
import type { Header } from './header.ts';
import type { Evidence, Layout } from './layout.ts';
import type { Settled } from './settle-evidence.ts';
import type { QuantityColumn } from './settle-quantity.ts';
import type { SheetSurvey } from './survey.ts';
import type { ColumnUnderstood, NamedBy, SampleLine, TableUnderstood, Understanding } from './understanding.ts';

export interface Understood {
  readonly sheets: readonly Sheet[];
  readonly surveys: ReadonlyMap<Sheet, SheetSurvey>;
  readonly facts: Pick<FileFacts, 'encoding' | 'delimiter'>;
  readonly settled: Settled;
  readonly sample: readonly SampleLine[];
}

export function understand({ sheets, surveys, facts, settled, sample }: Understood): Understanding {
  const { dateOrder, dateOrderFrom, columns, evidenceOf } = settled;
  return {
    tables: [...evidenceOf].map(([layout, evidence]) => tableOf(layout, evidence)),
    others: sheets.flatMap((sheet) => otherOf(sheet, surveys.get(sheet))),
    encoding: facts.encoding ?? null,
    delimiter: facts.delimiter ?? null,
    decimal: decimalSign(columns),
    dateOrder,
    dateOrderFrom,
    decimals: decimalsOf(columns),
    sample,
  };
}

function tableOf(layout: Layout, evidence: Evidence): TableUnderstood {
  const { column, year, month, choices = {} } = evidence;
  const { sheet, shape, header, stated } = layout;
  return {
    sheet: sheet.name,
    shape,
    headerRow: header.row,
    columns: columnsOf(layout),
    personFrom: namedBy(header, nameRoles, choices.personFrom),
    projectFrom: namedBy(header, ['project'], choices.projectFrom),
    unit: column.unit,
    unitFrom: stated.from ?? (column.unit === null ? null : 'numbers'),
    month: layout.monthIn(year, month),
  };
}

function namedBy(
  { columns, stated }: Header,
  roles: readonly Role[],
  chosen: 'sheet-name' | undefined,
): NamedBy | null {
  if (roles.some((role) => columns.has(role))) return 'column';
  return roles.some((role) => stated.has(role)) ? (chosen ?? 'title') : null;
}

function columnsOf({ header, dayColumns }: Layout): ColumnUnderstood[] {
  const roles = new Map([...header.columns].map(([role, column]) => [column, role]));
  return header.texts.flatMap((text, column) =>
    text.trim() === '' || dayColumns.has(column)
      ? []
      : [{ column, letter: columnName(column), header: text.trim(), role: roles.get(column) ?? null }],
  );
}

function otherOf(sheet: Sheet, survey: SheetSurvey | undefined): Understanding['others'] {
  if (sheet.name === null || (survey !== undefined && survey.layout !== null)) return [];
  if (survey !== undefined) return [{ sheet: sheet.name, why: 'no-table' }];
  return [{ sheet: sheet.name, why: sheet.hidden ? 'hidden' : 'not-chosen' }];
}

/** Stated only where one sign is in use. */
export function decimalSign(columns: readonly QuantityColumn[]): DecimalSign | null {
  const [sign, other] = new Set(columns.flatMap(({ signs }) => [...signs]));
  return sign === undefined || other !== undefined ? null : sign;
}

/** Of several tables, the one that is asked about stands for all. */
function decimalsOf(columns: readonly QuantityColumn[]): Understanding['decimals'] {
  const found = new Set(columns.map(({ decimals }) => decimals));
  return (['unclear', 'minutes', 'hundredths'] as const).find((each) => found.has(each)) ?? null;
}
