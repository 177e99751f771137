// Writes one file that a person named: whole under its name, or not at all.
import { rename, rm, writeFile } from 'node:fs/promises';
import { Refusal } from '../../lib/model/refusal.ts';

/** @throws Refusal `unwritable-file` */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw new Refusal(
      'unwritable-file',
      {
        fr: `« ${path} » ne peut pas être écrit. Vérifiez que son dossier existe, que vous pouvez y écrire et qu’aucun programme ne tient ce fichier ouvert.`,
        en: `'${path}' cannot be written. Check that its folder exists, that you may write there and that no program holds the file open.`,
      },
      { cause },
    );
  }
}
