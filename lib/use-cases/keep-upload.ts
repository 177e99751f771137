// An upload waits, sealed, until HR has seen what was understood and posts it; what the file was called stays in the directory.
import type { TimesheetFile } from '../intake/timesheet-source.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { requireNotErased } from './not-erased.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { noteUnposted } from './unposted.ts';

export type UploadPorts = DirectoryPorts & { readonly sealedFiles: Ports['readSealedFiles'] };

/** Kind `upload` of the company's tenant, by SHA-256: the name as it was sent last. */
interface Upload {
  readonly name: string;
}

/**
 * The same bytes again are the same upload. A crash between the two writes leaves a file without a name.
 * @returns its SHA-256
 * @throws Refusal `file-erased`
 */
export async function keepUpload(
  ports: BookPorts & Pick<Ports, 'sealedFiles' | 'directory' | 'clock'>,
  company: string,
  { name, bytes }: TimesheetFile,
): Promise<string> {
  const sha256 = toHex(ports.primitives.sha256(bytes));
  const tenant = companyBook(company);
  await requireNotErased(ports, await readBook(ports, tenant), [sha256]);
  await noteUnposted(ports, company, sha256);
  await ports.sealedFiles.put(tenant, sha256, bytes);
  await ports.directory.put(tenant, 'upload', sha256, { name }, false);
  return sha256;
}

/** @returns what the file was called; the beginning of its SHA-256 if nobody said, or it was erased */
export async function uploadName(ports: DirectoryPorts, company: string, sha256: string): Promise<string> {
  const upload = (await ports.directory.get(companyBook(company), 'upload', sha256)) as unknown as Upload | null;
  return upload?.name ?? sha256.slice(0, 12);
}

/** @throws Refusal `unknown-timesheet` if this company has sent no such file */
export async function keptUpload(ports: UploadPorts, company: string, sha256: string): Promise<TimesheetFile> {
  const bytes = await ports.sealedFiles.get(companyBook(company), sha256);
  if (bytes !== null) return { name: await uploadName(ports, company, sha256), bytes };
  throw new Refusal('unknown-timesheet', {
    fr: 'Ce fichier n’est pas gardé ici : il n’a pas été envoyé par cette société, ou il a été effacé. Envoyez-le depuis la page Feuilles de temps.',
    en: 'This file is not kept here: this company has not sent it, or it was erased. Send it from the page Timesheets.',
  });
}
