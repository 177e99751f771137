// The bytes of a declaration file as text: UTF-8 (with or without BOM), UTF-16 with BOM, else Windows-1252.
import { type Problems, wholeFile } from './problem.ts';

export interface DeclarationFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const maximumBytes = 2_000_000;

function decode(bytes: Uint8Array): string {
  const first = bytes[0] ?? 0;
  const second = bytes[1] ?? 0;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * @returns the text in NFC (what a fact may hold), without byte order mark; null with a problem noted if there is none
 */
export function textOfFile(file: DeclarationFile, problems: Problems): string | null {
  if (file.bytes.length > maximumBytes) {
    problems.block(wholeFile, String(file.bytes.length), 'too-large', {
      fr: 'il dépasse 2 Mo. Une déclaration tient en quelques kilo-octets : envoyez le fichier demandé, sans pièce jointe.',
      en: 'it is larger than 2 MB. A declaration is a few kilobytes: send the file asked for, without attachments.',
    });
    return null;
  }
  const text = decode(file.bytes).normalize('NFC');
  if (text.trim() === '') {
    problems.block(wholeFile, null, 'empty', {
      fr: 'il est vide. Partez du modèle que donne --template.',
      en: 'it is empty. Start from the template that --template gives.',
    });
    return null;
  }
  if (text.includes('\u0000') || text.startsWith('PK')) {
    problems.block(wholeFile, null, 'undecodable-text', {
      fr: 'ce n’est pas du texte. Enregistrez-le en CSV (UTF-8) ou en JSON, puis envoyez-le de nouveau.',
      en: 'it is not text. Save it as CSV (UTF-8) or JSON, then send it again.',
    });
    return null;
  }
  return text;
}

/** True for a JSON file, by its name or else by its first character. */
export const looksLikeJson = (file: DeclarationFile, text: string): boolean =>
  /\.json$/i.test(file.name) || (!/\.(csv|txt)$/i.test(file.name) && /^\s*[{[]/.test(text));
