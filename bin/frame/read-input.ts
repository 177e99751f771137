// The file that a command is given, and what to say where it cannot be read.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '../../lib/model/refusal.ts';
import type { Bilingual } from '../../lib/model/text.ts';

export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const reasons: Readonly<Record<string, Bilingual>> = {
  ENOENT: { fr: 'il n’existe pas. Vérifiez le nom et le dossier', en: 'it does not exist. Check its name and folder' },
  ENOTDIR: {
    fr: 'un de ses dossiers est un fichier. Vérifiez le chemin',
    en: 'one of its folders is a file. Check the path',
  },
  EISDIR: { fr: 'c’est un dossier. Donnez un fichier', en: 'it is a folder. Give a file' },
  EACCES: { fr: 'vous n’avez pas le droit de le lire', en: 'you may not read it' },
  EPERM: { fr: 'vous n’avez pas le droit de le lire', en: 'you may not read it' },
};

const unreadable = (path: string, says: Bilingual, cause: unknown): Refusal =>
  new Refusal(
    'unreadable-file',
    { fr: `« ${path} » ne peut pas être lu : ${says.fr}.`, en: `'${path}' cannot be read: ${says.en}.` },
    { cause },
  );

/** The largest of all that is read: a timesheet as text (lib/intake/caps.ts). */
const mostBytes = 100_000_000;

const tooLarge = (path: string): Refusal =>
  new Refusal('too-large', {
    fr: `« ${path} » dépasse 100 Mo : il n’a pas été lu. Découpez-le, par exemple par mois, et donnez chaque partie.`,
    en: `'${path}' is larger than 100 MB: it was not read. Split it, by month for example, and give each part.`,
  });

/**
 * @param path as the person wrote it; a pipe will do
 * @throws Refusal `unreadable-file`, `too-large`
 */
export async function readInput(path: string): Promise<InputFile> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > mostBytes) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw unreadable(path, reasons[code] ?? { fr: `erreur ${code} du système`, en: `system error ${code}` }, cause);
  }
  if (length > mostBytes) throw tooLarge(path);
  return { name: basename(path), bytes: Buffer.concat(chunks) };
}

/** @throws Refusal `unreadable-file`, `too-large`, `invalid-declaration` */
export async function readJsonInput(path: string): Promise<unknown> {
  const { bytes } = await readInput(path);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    const [, line, column] = /line (\d+) column (\d+)/.exec(String(cause)) ?? [];
    throw new Refusal(
      'invalid-declaration',
      {
        fr: `« ${path} » n’est pas du JSON en UTF-8${line === undefined ? '' : ` (ligne ${line}, colonne ${column})`}. Corrigez-le, ou donnez un autre fichier.`,
        en: `'${path}' is not JSON in UTF-8${line === undefined ? '' : ` (line ${line}, column ${column})`}. Correct it, or give another file.`,
      },
      { cause },
    );
  }
}
