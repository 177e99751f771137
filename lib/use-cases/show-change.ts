// The page on which HR says how a file is to be read: what the reader took, what she chose, and the file's own first rows.
import { roles } from '../intake/column-roles.ts';
import { firstRows } from '../intake/first-rows.ts';
import { readTimesheet } from '../intake/read-timesheet.ts';
import type { Reading } from '../intake/reading.ts';
import type { TimesheetFile } from '../intake/timesheet-source.ts';
import type { Choices } from '../intake/understanding.ts';
import type { Bilingual } from '../model/text.ts';
import { asksForReading } from './asks-for-reading.ts';
import type { BookPorts } from './book-state.ts';
import { keptUpload, type UploadPorts } from './keep-upload.ts';
import { companyName } from './names.ts';
import { profileFor } from './profiles.ts';
import { keptChoices } from './reading-choices.ts';
import type { PreviewShown } from './show-preview.ts';

/** So many rows of the file are shown. */
const rowsShown = 20;

/** @returns why nothing was understood, where that is so: HR says where the header is, then, or takes back what she chose */
async function readOrWhy(
  ports: BookPorts,
  file: TimesheetFile,
  year: number,
  choices: Choices,
): Promise<{ readonly reading: Reading | null; readonly why: Bilingual | null }> {
  const { sha256 } = ports.primitives;
  try {
    return { reading: await readTimesheet(file, { year, dayMinutes: null, sha256, choices }), why: null };
  } catch (error) {
    if (asksForReading(error, Object.keys(choices).length > 0)) return { reading: null, why: error.detail };
    throw error;
  }
}

/** @throws Refusal `unknown-timesheet`, `unknown-company`, and those of a file that cannot be opened */
export async function showChange(ports: BookPorts & UploadPorts, asked: PreviewShown) {
  const { company, year, sha256 } = asked;
  const file = await keptUpload(ports, company, sha256);
  const choices = (await keptChoices(ports, company, asked.choices)) ?? {};
  const { reading, why } = await readOrWhy(ports, file, year, choices);
  const sheets = await firstRows(file, choices).catch((error: unknown) => {
    if (asksForReading(error, Object.keys(choices).length > 0)) return firstRows(file, {});
    throw error;
  });
  const tables = reading?.understood.tables ?? [];
  const [table] = tables;
  const isRead = (sheet: string | null, isHidden: boolean): boolean =>
    tables.length > 0 ? tables.some((each) => each.sheet === sheet) : !isHidden;
  const shown = sheets.find((each) => each.sheet === table?.sheet) ?? sheets.find(({ rows }) => rows.length > 0);
  const headerRow = choices.headerRow ?? table?.headerRow ?? null;
  const cells = shown?.rows.find(({ row }) => row === headerRow)?.cells ?? [];
  const headers = table?.columns.map(({ header }) => header) ?? cells;
  const profile = await profileFor(ports, company, file);
  const kind = reading?.file.kind ?? (sheets.some(({ sheet }) => sheet !== null) ? 'xlsx' : 'csv');
  const { dateOrder = null, decimals = null } = reading?.understood ?? {};
  return {
    company: await companyName(ports, company),
    ...{ year, sha256, fileName: file.name, kind, choices: asked.choices, notUnderstood: why },
    sheets: sheets.flatMap(({ sheet, isHidden }) =>
      sheet === null ? [] : [{ name: sheet, isRead: isRead(sheet, isHidden), isHidden }],
    ),
    headerRow: { understood: table?.headerRow ?? null, chosen: choices.headerRow ?? null },
    firstRows: { sheet: shown?.sheet ?? null, rows: (shown?.rows ?? []).slice(0, rowsShown) },
    headers: [...new Set(headers.filter((text) => text.trim() !== ''))],
    columns: roles.map((role) => {
      const chosen = choices.columns?.[role];
      return {
        role,
        understood: table?.columns.find((column) => column.role === role)?.header ?? null,
        chosen: chosen === undefined ? null : { header: chosen },
      };
    }),
    personFrom: kind === 'csv' ? null : { understood: table?.personFrom ?? null, chosen: choices.personFrom ?? null },
    projectFrom:
      kind === 'csv' ? null : { understood: table?.projectFrom ?? null, chosen: choices.projectFrom ?? null },
    unit: { understood: table?.unit ?? null, chosen: choices.unit ?? null },
    decimals: { understood: decimals === 'unclear' ? null : decimals, chosen: choices.decimals ?? null },
    dateOrder: { understood: dateOrder === 'ambiguous' ? null : dateOrder, chosen: choices.dateOrder ?? null },
    encoding:
      kind === 'csv' ? { understood: reading?.understood.encoding ?? null, chosen: choices.encoding ?? null } : null,
    delimiter:
      kind === 'csv' ? { understood: reading?.understood.delimiter ?? null, chosen: choices.delimiter ?? null } : null,
    month:
      table === undefined || table.shape === 'grid'
        ? { understood: table?.month ?? null, chosen: choices.month ?? null }
        : null,
    profileName: profile?.profile.name ?? file.name.replace(/\.[^.]*$/, ''),
  };
}
