// The statement that an act of the scenario issued, whatever was issued for the same year since.
import type { StatementView } from '../../lib/ledger/views/company-views.ts';
import { type BookPorts, readBook } from '../../lib/use-cases/book-state.ts';
import { companyBook } from '../../lib/use-cases/people.ts';
import type { FilesAsked } from '../../lib/use-cases/statement-files.ts';

/** For the company's own folder: everything, in its own language. */
export const ownFiles = { level: 'names', language: 'fr' } as const satisfies Partial<FilesAsked>;

/** @param company its id @returns its number @throws Error if the act that issues it has not been carried out */
export async function numberOf(
  ports: BookPorts,
  company: string,
  { scheme, year }: { readonly scheme: string; readonly year: number },
): Promise<string> {
  const statements = (await (await readBook(ports, companyBook(company))).list('statements'))
    .map(({ value }) => value as unknown as StatementView)
    .filter((one) => one.scheme === scheme && one.fiscalYear === year)
    .sort((a, b) => a.seq - b.seq);
  if (statements[0] === undefined) throw new Error(`the sample has no statement ${scheme} for ${year} yet`);
  return statements[0].number;
}
