// HR sends a leave file: what is kept of it are half-days of the people on secondment, in the erasable directory, and never why.
import { readAbsences } from '../intake/absences/read-absences.ts';
import type { Absence } from '../model/absence.ts';
import { Refusal } from '../model/refusal.ts';
import { type FieldProblem, RefusalWithProblems } from '../model/refusal-with-problems.ts';
import type { Ports } from '../ports.ts';
import { keepAbsences } from './absences-on-file.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { peopleOfFile } from './names-in-file.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { requireAtCompany } from './roles.ts';
import { secondmentsOf } from './statement-sources.ts';

export interface DeclareAbsences {
  readonly company: string;
  readonly by: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  /** Whose absences it holds, whole: they take the place of those that stood there. */
  readonly year: number;
}

/** What became of a leave file. */
export interface AbsencesDeclared {
  readonly halfDays: number;
  readonly people: number;
  /** Lines of people who are nobody's here, and days of other years: nothing of them is kept. */
  readonly leftOut: number;
}

/**
 * @throws RefusalWithProblems `problems-block` with every line that cannot be read; Refusal of a file that cannot be read at all, `not-allowed`, `unknown-company`,
 * `nothing-to-post` of one that has nothing of the company's people and year
 */
export async function declareAbsences(
  ports: BookPorts & DirectoryPorts & Pick<Ports, 'directory' | 'clock'>,
  asked: DeclareAbsences,
): Promise<AbsencesDeclared> {
  const { company, by, file, year } = asked;
  await requireAtCompany(ports, company, by, ['hr']);
  const { absences, problems } = await readAbsences(file, year);
  if (problems.length > 0) {
    throw new RefusalWithProblems(
      'problems-block',
      {
        fr: `Rien n’a été enregistré : corrigez dans le fichier ce qui est indiqué (${problems.length}), puis renvoyez-le.`,
        en: `Nothing was saved: correct in the file what is listed (${problems.length}), then send it again.`,
      },
      problems.map(({ row, column, code, detail }): FieldProblem => {
        const place = { ...(row === null ? {} : { row }), ...(column === null ? {} : { column }) };
        return { pointer: '', code, detail, ...place };
      }),
    );
  }
  const state = await readBook(ports, companyBook(company));
  const people = await peopleOfFile(ports, state.book, await secondmentsOf(state), 'minute');
  const ours = absences.flatMap(({ person, day, halves }): Absence[] => {
    const developer = people.of(person);
    const isOurs = developer !== undefined && developer !== 'several' && day.startsWith(String(year));
    return isOurs ? [{ developer: developer.developer, day, halves }] : [];
  });
  if (ours.length === 0 && absences.length > 0) throw nobodyOfOurs(year);
  const {
    halfDays,
    people: away,
    leftOut,
  } = await keepAbsences(ports, company, year, ours, {
    by,
    leftOut: absences.length - ours.length,
  });
  return { halfDays, people: away, leftOut };
}

/** The wrong year, or a file of others: it must not take the place of what stands there. */
const nobodyOfOurs = (year: number): Refusal =>
  new Refusal('nothing-to-post', {
    fr: `Ce fichier n’a aucune absence en ${year} d’une personne mise à disposition : rien n’a été changé. Vérifiez l’année, et que les personnes y sont nommées par leur matricule, leur adresse ou leur nom.`,
    en: `This file has no absence in ${year} of anybody on secondment: nothing was changed. Check the year, and that people are named by their staff number, address or name.`,
  });
