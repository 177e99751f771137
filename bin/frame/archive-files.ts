// An archive on disk: a folder, or one zip of the same files.
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { Refusal } from '../../lib/model/refusal.ts';
import { writeOutput } from './write-output.ts';

const isZip = (path: string): boolean => path.toLowerCase().endsWith('.zip');

/** The first day that a zip can name: the same files are the same zip. */
const mtime = new Date(1980, 0, 1);

/** @throws Refusal `unwritable-file` */
export async function writeArchive(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const inOrder = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  if (isZip(path)) {
    const parts: Zippable = Object.fromEntries(inOrder.map(([name, bytes]) => [name, [bytes, { mtime }]]));
    await writeOutput(path, zipSync(parts));
    return;
  }
  for (const [name, bytes] of inOrder) {
    const target = join(path, ...name.split('/'));
    await mkdir(dirname(target), { recursive: true, mode: 0o700 }).catch(() => undefined);
    await writeOutput(target, bytes);
  }
}

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
    return new Map(Object.entries(unzipSync(await readFile(path))));
  } catch (cause) {
    throw new Refusal(
      'unreadable-file',
      {
        fr: `« ${path} » n’est ni un dossier ni un zip qui se lit. Donnez ce que « communs export-book » a écrit.`,
        en: `'${path}' is neither a folder nor a zip that reads. Give what 'communs export-book' wrote.`,
      },
      { cause },
    );
  }
}
