// Half-days on which somebody was not at work, as HR sent them: never why. They are in the erasable directory alone, and in no book.
import type { Json } from '../ledger/canonical.ts';
import type { Absence } from '../model/absence.ts';
import type { Ports } from '../ports.ts';
import { inTurn } from './batches.ts';
import { personName } from './names.ts';
import { companyBook, type DirectoryPorts } from './people.ts';

/** Kind `absences` of the company's tenant, by developer and year. */
type HalfDays = readonly Pick<Absence, 'day' | 'halves'>[];

/** Kind `absence-file`, by year: the file in force. */
interface AbsenceFile {
  readonly halfDays: number;
  readonly people: number;
  /** Days of other people and years: nothing of them is kept. */
  readonly leftOut: number;
  /** Who sent it, and the instant UTC. */
  readonly by: string;
  readonly at: string;
}

const keyOf = (developer: string, year: number | string): string => `${developer} ${year}`;

const countOf = (absences: HalfDays): number =>
  absences.reduce((sum, { halves }) => sum + (halves === 'both' ? 2 : 1), 0);

/**
 * Puts the half-days of a year in place of those that stood there, whole: whoever the new file does not name was not away. A crash within
 * leaves some of the old ones; the same file again puts them right.
 * @param absences days of that year
 */
export async function keepAbsences(
  ports: Pick<Ports, 'directory' | 'clock'>,
  company: string,
  year: number,
  absences: readonly Absence[],
  { by, leftOut }: { readonly by: string; readonly leftOut: number },
): Promise<AbsenceFile> {
  const tenant = companyBook(company);
  const ofDeveloper = Map.groupBy(absences, ({ developer }) => developer);
  for await (const { key } of ports.directory.list(tenant, 'absences')) {
    const [developer = '', ofYear] = key.split(' ');
    if (ofYear === String(year) && !ofDeveloper.has(developer)) await ports.directory.remove(tenant, 'absences', key);
  }
  await inTurn([...ofDeveloper], async ([developer, own]) => {
    const value: HalfDays = own.map(({ day, halves }) => ({ day, halves }));
    await ports.directory.put(tenant, 'absences', keyOf(developer, year), value as unknown as Json, false);
  });
  const at = new Date(ports.clock.now()).toISOString();
  const file: AbsenceFile = { halfDays: countOf(absences), people: ofDeveloper.size, leftOut, by, at };
  await ports.directory.put(tenant, 'absence-file', String(year), file as unknown as Json, false);
  return file;
}

/** @returns what is on file of these people in these years, in no order */
export async function absencesOf(
  ports: DirectoryPorts,
  company: string,
  developers: readonly string[],
  years: readonly string[],
): Promise<Absence[]> {
  const all = developers.flatMap((developer) => years.map((year) => ({ developer, year })));
  const found = await inTurn(all, async ({ developer, year }) => {
    const own = await ports.directory.get(companyBook(company), 'absences', keyOf(developer, year));
    return ((own ?? []) as unknown as HalfDays).map((absence): Absence => ({ developer, ...absence }));
  });
  return found.flat();
}

/** @returns what the file in force holds, and who sent it; null: none was sent */
export async function absenceFile(ports: DirectoryPorts, company: string, year: number): Promise<AbsenceFile | null> {
  const found = await ports.directory.get(companyBook(company), 'absence-file', String(year));
  if (found === null) return null;
  const file = found as unknown as AbsenceFile;
  return { ...file, by: await personName(ports, file.by) };
}
