// An archive on disk: a folder, or one zip of the same files.
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { type ArchiveCaps, ArchiveFlaw, openArchive, unpackedArchive } from '../../lib/model/archive.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import { writeOutput } from './write-output.ts';

const isZip = (path: string): boolean => path.toLowerCase().endsWith('.zip');

/** The first day that a zip can name: the same files are the same zip. */
const mtime = new Date(1980, 0, 1);

/** One who was handed an archive is not to be filled up by it; a book beyond that comes as a folder. */
const caps: ArchiveCaps = {
  archiveBytes: 1_000_000_000,
  // A zip counts its parts in 16 bits.
  entries: 65_534,
  entryBytes: 1_000_000_000,
  totalBytes: 2_000_000_000,
  ratio: 200,
  ratioFromBytes: 1_000_000,
};

const noZip = (path: string, cause?: unknown): Refusal =>
  new Refusal(
    'unwritable-file',
    {
      fr: `Ce livre est trop grand pour un zip qui se relise (au plus ${caps.entries} fichiers, 1 Go, 2 Go une fois ouvert) : rien n’est écrit. Donnez un dossier à la place : --out ${path.slice(0, -'.zip'.length)}`,
      en: `This book is too large for a zip that can be read back (at most ${caps.entries} files, 1 GB, 2 GB once opened): nothing is written. Give a folder instead: --out ${path.slice(0, -'.zip'.length)}`,
    },
    { cause },
  );

/** Bounded like what is read back: nobody learns on the day of need that her archive does not open. @throws Refusal `unwritable-file` */
function zipped(path: string, files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const bytes = files.reduce((sum, [, each]) => sum + each.length, 0);
  if (files.length > caps.entries || bytes > caps.totalBytes) throw noZip(path);
  const parts: Zippable = Object.fromEntries(files.map(([name, each]) => [name, [each, { mtime }]]));
  const zip = zipSync(parts);
  try {
    openArchive(zip, caps);
  } catch (error) {
    throw error instanceof ArchiveFlaw ? noZip(path, error) : error;
  }
  return zip;
}

/** @throws Refusal `unwritable-file` */
export async function writeArchive(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const inOrder = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  if (isZip(path)) {
    await writeOutput(path, zipped(path, inOrder));
    return;
  }
  for (const [name, bytes] of inOrder) {
    const target = join(path, ...name.split('/'));
    await mkdir(dirname(target), { recursive: true, mode: 0o700 }).catch(() => undefined);
    await writeOutput(target, bytes);
  }
}

/** A folder has no such bounds: nothing is inflated. */
async function folderFiles(path: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    files.set(relative(path, full).split(sep).join('/'), await readFile(full));
  }
  return files;
}

/** @throws Refusal `unreadable-file` */
export async function readArchive(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    if ((await stat(path)).isDirectory()) return await folderFiles(path);
    if ((await stat(path)).size > caps.archiveBytes) throw new ArchiveFlaw('too-large');
    return unpackedArchive(await readFile(path), caps);
  } catch (cause) {
    throw new Refusal(
      'unreadable-file',
      {
        fr: `« ${path} » n’est ni un dossier ni un zip qui se lit (au plus 1 Go, 2 Go une fois ouvert). Donnez ce que « communs export-book » a écrit ; un livre plus grand s’exporte dans un dossier.`,
        en: `'${path}' is neither a folder nor a zip that reads (at most 1 GB, 2 GB once opened). Give what 'communs export-book' wrote; a larger book is exported into a folder.`,
      },
      { cause },
    );
  }
}
