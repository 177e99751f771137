// What a file is, by its first bytes, and its rows; a person's choices of characters, separators and sheets are followed here.
import { caps } from './caps.ts';
import type { IsWanted, RowSource } from './cell.ts';
import { readCsv } from './csv.ts';
import type { FileFacts } from './file-facts.ts';
import { isOds, readOds } from './ods.ts';
import { fileRefusal } from './refusals.ts';
import { sniff } from './sniff.ts';
import { bytesOf, headOf, type TimesheetSource } from './timesheet-source.ts';
import type { Choices } from './understanding.ts';
import { readXlsx, workbookPart } from './xlsx.ts';
import { openArchive } from './zip.ts';

export interface OpenedFile {
  readonly facts: Pick<FileFacts, 'kind' | 'encoding' | 'delimiter'>;
  readonly rows: RowSource;
}

/** Beginning of a file that is no text: a zip, or an OLE container. */
const startsAsWorkbook = ([first, second]: Uint8Array): boolean =>
  (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);

/** @throws Refusal if the file is none that is read */
export async function openFile(source: TimesheetSource, choices: Choices, isWanted: IsWanted): Promise<OpenedFile> {
  const head = await headOf(source, 4_096);
  const isWhole = startsAsWorkbook(head);
  if (isWhole && source.size > caps.workbookBytes) throw fileRefusal('too-large');
  const bytes = isWhole ? await bytesOf(source) : head;
  if (sniff(bytes) === 'text') {
    const { encoding, delimiter, rows } = await readCsv(source, choices);
    return { facts: { kind: 'csv', encoding, delimiter }, rows };
  }
  const archive = openArchive(bytes);
  if (isOds(archive)) return { facts: { kind: 'ods' }, rows: readOds(archive, isWanted) };
  const part = workbookPart(archive);
  if (part === null) {
    throw archive.names.some((name) => name.endsWith('workbook.bin'))
      ? fileRefusal('unsupported-layout', { fr: 'classeur binaire .xlsb', en: 'a binary .xlsb workbook' })
      : fileRefusal('not-a-spreadsheet');
  }
  return { facts: { kind: 'xlsx' }, rows: readXlsx(archive, part, isWanted) };
}
