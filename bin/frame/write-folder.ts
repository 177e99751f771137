// Writes a set of files into a folder: each one whole under its name, or not at all.
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../lib/adapters/files/make-folder.ts';
import { Refusal } from '../../lib/model/refusal.ts';

/**
 * @returns the paths written
 * @throws Refusal `data-directory-not-writable`
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<readonly string[]> {
  try {
    await makeFolder(folder);
    const paths: string[] = [];
    for (const [name, bytes] of files) {
      const path = join(folder, name);
      await writeFile(`${path}.tmp`, bytes);
      await rename(`${path}.tmp`, path);
      paths.push(path);
    }
    return paths;
  } catch (cause) {
    throw new Refusal(
      'data-directory-not-writable',
      {
        fr: `Impossible d’écrire dans « ${folder} ». L’état est émis et gardé : donnez un autre dossier avec --out, la même commande l’y écrira.`,
        en: `Cannot write into '${folder}'. The statement is issued and kept: give another folder with --out, the same command will write it there.`,
      },
      { cause },
    );
  }
}
