// The directory that holds an embedded ledger: made if it is missing, for its owner alone.
import { access, constants, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../model/refusal.ts';
import { makeFolder } from './files/make-folder.ts';

const notWritable = (directory: string, cause: unknown): Refusal =>
  new Refusal(
    'data-directory-not-writable',
    {
      fr: `Le répertoire de données « ${directory} » ne peut pas être créé ou n’accepte pas d’écriture. Donnez-vous-en le droit, libérez de la place, ou choisissez-en un autre avec --data.`,
      en: `The data directory "${directory}" cannot be made or does not take files. Give yourself the right, free some space, or choose another one with --data.`,
    },
    { cause },
  );

/**
 * @param directory as the person named it
 * @returns its absolute, real path
 * @throws Refusal `data-directory-not-writable`
 */
export async function openDataDirectory(directory: string): Promise<string> {
  try {
    // A directory that was there keeps its mode: it may hold other things. What we make in it is 700.
    await makeFolder(directory, 0o700);
    await makeFolder(join(directory, 'ledger'), 0o700);
    await access(join(directory, 'ledger'), constants.W_OK);
    return await realpath(directory);
  } catch (cause) {
    throw notWritable(directory, cause);
  }
}
