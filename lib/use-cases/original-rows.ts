// What stands in the original file where declared lines were read: the raw evidence, cell by cell, as a person would see it there.
import { cellName } from '../intake/cell.ts';
import { shownText } from '../intake/cell-text.ts';
import { openFile } from '../intake/open-file.ts';
import { sourceOf } from '../intake/timesheet-source.ts';
import type { PostingView } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import { Refusal } from '../model/refusal.ts';
import type { BookState } from './book-state.ts';
import type { DeclaredEntry } from './declared-time.ts';
import type { UploadPorts } from './keep-upload.ts';
import { companyBook } from './people.ts';
import { findChoices } from './reading-choices.ts';

export interface OriginalRow {
  /** The text of the cell that was read; null in a text file, which has no cells. */
  readonly text: string | null;
  /** The whole row, blank cells left out; `cell` is null in a text file. */
  readonly cells: readonly { readonly cell: string | null; readonly text: string }[];
}

const keyOf = (sheet: string | null, row: number): string => `${sheet ?? ''}!${row}`;

/** @returns the rows asked for, by sheet and number; none where the file was erased since, or is read no more */
async function rowsOf(
  ports: UploadPorts,
  company: string,
  posting: PostingView,
  wanted: readonly DeclaredEntry[],
): Promise<ReadonlyMap<string, OriginalRow['cells']>> {
  const found = new Map<string, OriginalRow['cells']>();
  const bytes = posting.file === null ? null : await ports.sealedFiles.get(companyBook(company), posting.file);
  if (bytes === null) return found;
  const choices = posting.choices === null ? null : await findChoices(ports, company, posting.choices);
  const keys = new Set(wanted.flatMap(({ source }) => (source === null ? [] : [keyOf(source.sheet, source.row)])));
  const sheets = new Set(wanted.map(({ source }) => source?.sheet ?? null));
  const file = await openFile(sourceOf({ name: 'original', bytes }), choices ?? {}, (name) => sheets.has(name));
  for await (const { sheet, rows } of file.rows.read()) {
    for (const { number, cells } of rows) {
      const key = keyOf(sheet.name, number);
      if (!keys.has(key)) continue;
      const texts = cells.map((cell, column) => ({
        cell: cellName(sheet, number, column),
        text: shownText(cell, sheet.date1904),
      }));
      found.set(
        key,
        texts.filter(({ text }) => text !== ''),
      );
    }
    if (found.size === keys.size) break;
  }
  return found;
}

/**
 * Each file is read once, from its sealed original.
 * @param entries of one month, mostly of one file
 * @returns by entry; a correction has none, nor has a file that was erased since
 */
export async function originalRows(
  ports: UploadPorts,
  company: string,
  state: BookState,
  entries: readonly DeclaredEntry[],
): Promise<ReadonlyMap<string, OriginalRow>> {
  const rows = new Map<string, OriginalRow>();
  for (const [seq, ofPosting] of Map.groupBy(entries, ({ posting }) => posting)) {
    const posting = (await state.get(`postings/${seqName(seq)}`)) as unknown as PostingView;
    const found = await rowsOf(ports, company, posting, ofPosting).catch((error: unknown) => {
      // A file that a later version refuses is evidence all the same: its digest and place stand beside.
      if (error instanceof Refusal) return new Map<string, OriginalRow['cells']>();
      throw error;
    });
    for (const { entry, source } of ofPosting) {
      const cells = source === null ? undefined : found.get(keyOf(source.sheet, source.row));
      if (source === null || cells === undefined) continue;
      rows.set(entry, { text: cells.find(({ cell }) => cell !== null && cell === source.cell)?.text ?? null, cells });
    }
  }
  return rows;
}
