// A file of an issued statement, or its bundle at a level: whoever is named in it learns that it was taken.
import type { Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { bundleZipName } from '../statement/bundle/bundle-names.ts';
import { packBundle } from '../statement/bundle/bundle-zip.ts';
import { readBook } from './book-state.ts';
import { noteLook } from './hours-seen.ts';
import { companyBook } from './people.ts';
import { bundleLevel, namesPeople, type StatementFileName } from './read-statement.ts';
import { type FilesPorts, statementFiles } from './statement-files.ts';
import { contentIfKept, findPreparedOrIssued } from './statements-of.ts';

/** A file with the name under which it is saved. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @throws Refusal `unknown-statement` */
export async function fileForFinance(
  ports: FilesPorts & Pick<Ports, 'accessList'>,
  asked: {
    readonly company: string;
    readonly number: string;
    readonly language: Language;
    readonly by: string;
    readonly name: StatementFileName;
  },
): Promise<NamedFile> {
  const { company, number, by, name } = asked;
  const level = bundleLevel(name);
  const files = await statementFiles(ports, { ...asked, level: level ?? 'names' });
  const bytes = level === null ? files.get(name) : packBundle(files);
  if (bytes === undefined) throw new Error(`statement ${number} of ${company} has no ${name}`);
  if (namesPeople.has(name)) {
    const state = await readBook(ports, companyBook(company));
    // Once an erasure took away who is in it, the files are those of level `totals`: they name nobody.
    const content = await contentIfKept(ports, company, (await findPreparedOrIssued(state, number)).prepared);
    const developers = (content?.people ?? []).map(({ developer }) => developer);
    await noteLook(ports, company, developers, { by, act: 'statement-files' });
  }
  return { name: level === null ? name : bundleZipName(number, level), bytes };
}
