// Half-days on which somebody was not at work, as HR sent them: never why. They are in the erasable directory alone, and in no book.
import type { Json } from '../ledger/canonical.ts';
import type { Absence } from '../model/absence.ts';
import type { Ports } from '../ports.ts';
import { inTurn } from './batches.ts';
import { companyBook, type DirectoryPorts } from './people.ts';

/** Kind `absences` of the company's tenant, by developer and year: the last file that names her is the one in force. */
interface AbsencesOnFile {
  readonly absences: readonly Pick<Absence, 'day' | 'halves'>[];
}

const keyOf = (developer: string, year: string): string => `${developer} ${year}`;

/** Puts the half-days of a year in place of those that stood there. */
export async function keepAbsences(
  ports: Pick<Ports, 'directory'>,
  company: string,
  year: number,
  absences: readonly Absence[],
): Promise<void> {
  const byDeveloper = [...Map.groupBy(absences, ({ developer }) => developer)];
  await inTurn(byDeveloper, ([developer, own]) => {
    const value: AbsencesOnFile = { absences: own.map(({ day, halves }) => ({ day, halves })) };
    return ports.directory.put(
      companyBook(company),
      'absences',
      keyOf(developer, String(year)),
      value as unknown as Json,
      false,
    );
  });
}

/** @returns what is on file of these people, in no order */
export async function absencesOf(
  ports: DirectoryPorts,
  company: string,
  developers: readonly string[],
  years: readonly string[],
): Promise<Absence[]> {
  const keys = developers.flatMap((developer) => years.map((year) => ({ developer, key: keyOf(developer, year) })));
  const found = await inTurn(keys, async ({ developer, key }) => {
    const onFile = (await ports.directory.get(
      companyBook(company),
      'absences',
      key,
    )) as unknown as AbsencesOnFile | null;
    return (onFile?.absences ?? []).map((absence): Absence => ({ developer, ...absence }));
  });
  return found.flat();
}
