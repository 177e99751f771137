// A file of an issued statement, with all that it says: whoever is named in it learns that it was taken.
import type { Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { readBook } from './book-state.ts';
import { noteLook } from './hours-seen.ts';
import { companyBook } from './people.ts';
import { namesPeople, type StatementFileName } from './read-statement.ts';
import { type FilesPorts, statementFiles } from './statement-files.ts';
import { contentOf, findPreparedOrIssued } from './statements-of.ts';

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
): Promise<Uint8Array> {
  const { company, number, by, name } = asked;
  const file = (await statementFiles(ports, { ...asked, level: 'names' })).get(name);
  if (file === undefined) throw new Error(`statement ${number} of ${company} has no ${name}`);
  if (namesPeople.has(name)) {
    const state = await readBook(ports, companyBook(company));
    const { people } = await contentOf(ports, company, (await findPreparedOrIssued(state, number)).prepared);
    const developers = people.map(({ developer }) => developer);
    await noteLook(ports, company, developers, { by, act: 'statement-files' });
  }
  return file;
}
