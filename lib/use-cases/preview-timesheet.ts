// What posting a timesheet file would write, and everything that stands in the way: nothing is kept and nothing is written here.

import type { Entry } from '../intake/entry.ts';
import type { ProblemPlace } from '../intake/problems.ts';
import { readTimesheet, type TimesheetFile } from '../intake/read-timesheet.ts';
import type { Problem, Reading } from '../intake/reading.ts';
import type { ProfileView } from '../ledger/views/company-views.ts';
import type { ProjectView } from '../ledger/views/registry-views.ts';
import type { TimeUnit } from '../model/duration.ts';
import { type Bilingual, typedText } from '../model/text.ts';
import type { TimeEntry } from '../model/time-entry.ts';
import type { Ports } from '../ports.ts';
import { lastDay } from '../rules/refusals/secondment.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { profileOfYear } from './company-profile.ts';
import { companyBook, type DirectoryDeveloper, type DirectoryPorts, registryBook } from './people.ts';
import { secondmentsOf } from './statement-sources.ts';

export type PreviewPorts = BookPorts & DirectoryPorts;

/** What only the ledger can know: codes beside those of reading a file. */
export type PostingCode = 'unknown-developer' | 'unknown-project' | 'unit-disagrees';

export interface PostingProblem extends ProblemPlace {
  readonly code: PostingCode;
  readonly blocking: true;
  readonly detail: Bilingual;
}

export interface TimesheetPreview {
  readonly reading: Reading;
  /** Those of the file, then those of the ledger. */
  readonly problems: readonly (Problem | PostingProblem)[];
  /** Entries by the ids of the ledger; only those that nothing blocks. */
  readonly rows: readonly TimeEntry[];
  /** Codes that need a person's word before posting, each once. */
  readonly toAccept: readonly string[];
}

/** These need a person's word; `total-differs` is told and asks for none. */
const askedFor: ReadonlySet<string> = new Set(['duplicate-line', 'zero-duration', 'mixed-units']);

interface People {
  readonly byText: ReadonlyMap<string, DirectoryDeveloper | 'several'>;
  readonly unitOf: (developer: string, day: string) => TimeUnit;
  readonly someInHalfDays: boolean;
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u2019'-]+/g, ' ')
    .trim();

async function peopleOf(ports: PreviewPorts, state: BookState, unit: TimeUnit): Promise<People> {
  const byText = new Map<string, DirectoryDeveloper | 'several'>();
  const add = (text: string, developer: DirectoryDeveloper): void => {
    const other = byText.get(text);
    byText.set(text, other === undefined || other === developer ? developer : 'several');
  };
  for await (const { value } of ports.directory.list(state.book, 'developer')) {
    const developer = value as unknown as DirectoryDeveloper & { readonly emails?: readonly string[] };
    add(plain(developer.matricule), developer);
    for (const email of developer.emails ?? []) add(email.toLowerCase(), developer);
    const words = plain(developer.name).split(' ');
    for (const order of new Set([words.join(' '), [...words.slice(1), words[0]].join(' ')])) add(order, developer);
  }
  const secondments = await secondmentsOf(state);
  const ofDeveloper = Map.groupBy(secondments, ({ developer }) => developer);
  return {
    byText,
    unitOf: (developer, day) => {
      const own = ofDeveloper.get(developer) ?? [];
      const onDay = own.find((one) => one.from <= day && day <= (lastDay(one) ?? day));
      return (onDay ?? own[0])?.unit ?? unit;
    },
    someInHalfDays: unit === 'half-day' || secondments.some((one) => one.unit === 'half-day'),
  };
}

async function projectsByText(ports: BookPorts): Promise<ReadonlyMap<string, string>> {
  const registry = await readBook(ports, registryBook);
  const projects = new Map<string, string>();
  for (const { value } of await registry.list('projects')) {
    const { registered } = value as unknown as ProjectView;
    if (registered === null) continue;
    projects.set(plain(registered.name), registered.project);
    projects.set(plain(registered.project), registered.project);
  }
  return projects;
}

const where = (entry: Entry): Bilingual => ({
  fr: entry.sheet === null ? `Ligne ${entry.row}` : `Feuille « ${entry.sheet} », ligne ${entry.row}`,
  en: entry.sheet === null ? `Row ${entry.row}` : `Sheet '${entry.sheet}', row ${entry.row}`,
});

function problemAt(entry: Entry, value: string, code: PostingCode, detail: Bilingual): PostingProblem {
  const place = where(entry);
  return {
    sheet: entry.sheet,
    row: entry.row,
    column: null,
    cell: null,
    value,
    code,
    blocking: true,
    detail: { fr: `${place.fr} : ${detail.fr}`, en: `${place.en}: ${detail.en}` },
  };
}

function unknownPerson(entry: Entry, found: 'several' | undefined): PostingProblem {
  const { person } = entry;
  return problemAt(
    entry,
    person,
    'unknown-developer',
    found === 'several'
      ? {
          fr: `plusieurs personnes s’appellent « ${person} ». Mettez leur matricule.`,
          en: `several people are called '${person}'. Put their staff number.`,
        }
      : {
          fr: `« ${person} » n’est pas une personne mise à disposition. Faites-la ajouter aux mises à disposition, ou corrigez la cellule.`,
          en: `'${person}' is nobody on secondment. Have her added to the secondments, or correct the cell.`,
        },
  );
}

const unknownProject = (entry: Entry): PostingProblem =>
  problemAt(entry, entry.project, 'unknown-project', {
    fr: `le projet « ${entry.project} » n’est pas au registre. Corrigez la cellule, ou faites inscrire le projet par qui tient le registre.`,
    en: `the project '${entry.project}' is not in the registry. Correct the cell, or have the registrar add it.`,
  });

function wrongUnit(entry: Entry, unit: TimeUnit): PostingProblem {
  const value = entry.minutes === undefined ? `${entry.halfDays} × ½ j` : `${entry.minutes} min`;
  return problemAt(
    entry,
    value,
    'unit-disagrees',
    unit === 'half-day'
      ? {
          fr: `${entry.person} est au forfait-jours : écrivez des jours ou des demi-journées (0,5 ; 1), pas des heures.`,
          en: `${entry.person} counts days (forfait-jours): write days or half-days (0.5, 1), not hours.`,
        }
      : {
          fr: `${entry.person} compte en heures : écrivez des heures, ou faites corriger son régime dans les mises à disposition.`,
          en: `${entry.person} counts hours: write hours, or have her regime corrected in the secondments.`,
        },
  );
}

/**
 * A file in days means minutes for people who count hours (by the company's day) and half-days for people at forfait-jours:
 * where there are some of those, it is read both ways and each person keeps her own.
 */
async function readForBoth(
  file: TimesheetFile,
  options: { readonly year: number; readonly dayMinutes: number; readonly sha256: Ports['primitives']['sha256'] },
  people: People,
): Promise<Reading> {
  const inMinutes = await readTimesheet(file, options);
  if (!people.someInHalfDays) return inMinutes;
  const inDays = await readTimesheet(file, { ...options, dayMinutes: null });
  const countsDays = (entry: Entry): boolean => {
    const found = people.byText.get(plain(entry.person));
    return found !== undefined && found !== 'several' && people.unitOf(found.developer, entry.day) === 'half-day';
  };
  const rowOf = ({ sheet, row }: { sheet: string | null; row: number | null }): string => `${sheet}!${row}`;
  const rowsInDays = new Set(inMinutes.entries.filter(countsDays).map(rowOf));
  const entries = [
    ...inMinutes.entries.filter((entry) => !rowsInDays.has(rowOf(entry))),
    ...inDays.entries.filter((entry) => rowsInDays.has(rowOf(entry))),
  ].sort((a, b) => a.row - b.row);
  const problems = [
    ...inMinutes.problems.filter((problem) => !rowsInDays.has(rowOf(problem))),
    ...inDays.problems.filter((problem) => rowsInDays.has(rowOf(problem))),
  ];
  const sum = (amountOf: (entry: Entry) => number): number =>
    entries.reduce((total, entry) => total + amountOf(entry), 0);
  const toFix = inMinutes.totals.rows - entries.length;
  return {
    ...inMinutes,
    entries,
    problems,
    totals: {
      ...inMinutes.totals,
      ready: entries.length,
      toFix: Math.max(0, toFix),
      minutes: sum((entry) => entry.minutes ?? 0),
      halfDays: sum((entry) => entry.halfDays ?? 0),
    },
  };
}

const inLeafOrder = (a: TimeEntry, b: TimeEntry): number =>
  a.developer !== b.developer ? (a.developer < b.developer ? -1 : 1) : a.day === b.day ? 0 : a.day < b.day ? -1 : 1;

/**
 * @param company its id
 * @throws Refusal `unknown-company`, and those of a file that cannot be read at all
 */
export async function previewTimesheet(
  ports: PreviewPorts,
  company: string,
  file: TimesheetFile,
  year: number,
): Promise<TimesheetPreview> {
  const state = await readBook(ports, companyBook(company));
  const profile = profileOfYear((await state.get('profile')) as unknown as ProfileView | null, year);
  const people = await peopleOf(ports, state, profile.unit);
  const { sha256 } = ports.primitives;
  const reading = await readForBoth(file, { year, dayMinutes: profile.dayMinutes, sha256 }, people);
  const projects = await projectsByText(ports);
  const found: PostingProblem[] = [];
  const rows = reading.entries.flatMap((entry): TimeEntry[] => {
    const developer = people.byText.get(plain(entry.person)) ?? people.byText.get(entry.person.toLowerCase());
    const project = projects.get(plain(entry.project));
    if (project === undefined) found.push(unknownProject(entry));
    if (developer === undefined || developer === 'several') {
      found.push(unknownPerson(entry, developer));
      return [];
    }
    const unit = people.unitOf(developer.developer, entry.day);
    const amount = unit === 'minute' ? entry.minutes : entry.halfDays;
    if (amount === undefined) found.push(wrongUnit(entry, unit));
    if (amount === undefined || project === undefined || amount === 0) return [];
    return [
      {
        developer: developer.developer,
        day: entry.day,
        project,
        unit,
        amount,
        source: { sheet: entry.sheet === null ? null : typedText(entry.sheet), row: entry.row, cell: null },
        written: null,
      },
    ];
  });
  const problems = [...reading.problems, ...found];
  return {
    reading,
    problems,
    rows: rows.sort(inLeafOrder),
    toAccept: [...new Set(problems.map(({ code }) => code))].filter((code) => askedFor.has(code)),
  };
}
