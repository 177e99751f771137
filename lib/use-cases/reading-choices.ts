// What HR chose for the reading of a file: kept, sealed, under its SHA-256, so that what is posted is what she saw.
import { parseChoices } from '../intake/choices.ts';
import type { Choices } from '../intake/understanding.ts';
import { canonicalBytes, type Json, parseCanonical } from '../ledger/canonical.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import { typedText } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { requireNotErased } from './not-erased.ts';
import { companyBook } from './people.ts';
import { noteUnposted } from './unposted.ts';

/** @returns their canonical bytes and SHA-256; null where nothing is chosen: the file is read as it stands */
export function namedChoices(
  { primitives }: Pick<Ports, 'primitives'>,
  choices: Choices | null,
): { readonly digest: string; readonly bytes: Uint8Array } | null {
  // As JSON, for what is undefined is not there; and in NFC, because a file may spell a letter in two ways.
  const said = JSON.parse(typedText(JSON.stringify(choices ?? {}))) as Json;
  const bytes = canonicalBytes(said);
  if (bytes.length === 2) return null;
  return { digest: toHex(primitives.sha256(bytes)), bytes };
}

/** The same choices again are the same file. @returns their SHA-256, null for none @throws Refusal `file-erased` */
export async function keepChoices(
  ports: BookPorts & Pick<Ports, 'sealedFiles' | 'directory' | 'clock'>,
  company: string,
  choices: Choices | null,
): Promise<string | null> {
  const named = namedChoices(ports, choices);
  if (named === null) return null;
  await requireNotErased(ports, await readBook(ports, companyBook(company)), [named.digest]);
  await noteUnposted(ports, company, named.digest);
  await ports.sealedFiles.put(companyBook(company), named.digest, named.bytes);
  return named.digest;
}

/** @returns null where there are none under that digest: never kept, or destroyed since */
export async function findChoices(
  ports: { readonly sealedFiles: Ports['readSealedFiles'] },
  company: string,
  digest: string,
): Promise<Choices | null> {
  const bytes = await ports.sealedFiles.get(companyBook(company), digest);
  const said = bytes === null ? undefined : jsonIn(bytes);
  return said === undefined ? null : parseChoices(said);
}

/** The address may name any sealed file of the company: one that is no JSON is no choice. */
export function jsonIn(bytes: Uint8Array): Json | undefined {
  try {
    return parseCanonical(bytes);
  } catch {
    return undefined;
  }
}

/** @param digest as `keepChoices` gave it @throws Refusal `unknown-timesheet` if this company kept no such choices */
export async function keptChoices(
  ports: { readonly sealedFiles: Ports['readSealedFiles'] },
  company: string,
  digest: string | null,
): Promise<Choices | null> {
  if (digest === null) return null;
  const found = await findChoices(ports, company, digest);
  if (found !== null) return found;
  throw new Refusal('unknown-timesheet', {
    fr: 'Ce qui avait été choisi pour lire ce fichier n’est pas gardé ici. Envoyez le fichier de nouveau depuis la page Feuilles de temps.',
    en: 'What was chosen for the reading of this file is not kept here. Send the file again from the page Timesheets.',
  });
}
