// Which of the files that were sent and never posted may name somebody: read cell by cell, and rather one too many than one too few.
import { shownText } from '../intake/cell-text.ts';
import { openFile } from '../intake/open-file.ts';
import { sourceOf } from '../intake/timesheet-source.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import type { BookState } from './book-state.ts';
import { plainName } from './names-in-file.ts';
import { companyOfBook, type DirectoryDeveloper, type DirectoryPorts, findDeveloper } from './people.ts';
import { jsonIn } from './reading-choices.ts';
import { unpostedOf } from './unposted.ts';

/** Shorter words than that are parts of other words everywhere. */
const shortestWord = 3;

/** Her staff number, an address, or one word of her name: files write names in many ways. */
function tellsOf({ matricule, name, emails }: DirectoryDeveloper): (text: string) => boolean {
  const words = plainName(name)
    .split(' ')
    .filter((word) => word.length >= shortestWord);
  const signs = [plainName(matricule), ...emails.map(plainName), ...words];
  return (text) => {
    const plain = plainName(text);
    return signs.some((sign) => plain.includes(sign));
  };
}

/** One that cannot be read may name anybody. */
async function mayName(entry: DirectoryDeveloper, bytes: Uint8Array): Promise<boolean> {
  const isHers = tellsOf(entry);
  // What HR chose is a text in one piece.
  if (jsonIn(bytes) !== undefined) return isHers(new TextDecoder().decode(bytes));
  try {
    const { rows } = await openFile(sourceOf({ name: 'unposted', bytes }), {}, () => true);
    for await (const { sheet, rows: ofSheet } of rows.read()) {
      if (sheet.name !== null && isHers(sheet.name)) return true;
      for (const { cells } of ofSheet) {
        if (cells.some((cell) => isHers(shownText(cell, sheet.date1904)))) return true;
      }
    }
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

/** @returns SHA-256 of each */
export async function unpostedOfHers(
  ports: DirectoryPorts & { readonly sealedFiles: Ports['readSealedFiles'] },
  state: BookState,
  developer: string,
): Promise<readonly string[]> {
  const entry = await findDeveloper(ports, companyOfBook(state.book), developer);
  const found: string[] = [];
  for (const sha256 of await unpostedOf(ports, state)) {
    const bytes = await ports.sealedFiles.get(state.book, sha256);
    if (bytes !== null && (entry === null || (await mayName(entry, bytes)))) found.push(sha256);
  }
  return found;
}
