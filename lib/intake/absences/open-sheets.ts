// The sheets of a leave file that show, through the readers of timesheets.
import type { Sheet } from '../cell.ts';
import { readCsv } from '../csv.ts';
import { isOds, readOds } from '../ods.ts';
import { fileRefusal } from '../refusals.ts';
import { sniff } from '../sniff.ts';
import { readXlsx, workbookPart } from '../xlsx.ts';
import { openArchive } from '../zip.ts';

/** @throws Refusal if the file is none that is read */
export async function openSheets({ bytes }: { readonly bytes: Uint8Array }): Promise<readonly Sheet[]> {
  if (sniff(bytes) === 'text') return [readCsv(bytes).sheet];
  const archive = openArchive(bytes);
  if (isOds(archive)) return readOds(archive).sheets;
  const part = workbookPart(archive);
  if (part === null) throw fileRefusal('not-a-spreadsheet');
  return readXlsx(archive, part).sheets;
}
