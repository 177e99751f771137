// What posting a timesheet file would write, and everything that stands in the way: nothing is kept and nothing is written here.
import type { Entry } from '../intake/entry.ts';
import { readTimesheet, type TimesheetOptions } from '../intake/read-timesheet.ts';
import type { Reading } from '../intake/reading.ts';
import type { TimesheetFile } from '../intake/timesheet-source.ts';
import type { Choices } from '../intake/understanding.ts';
import type { ProfileView } from '../ledger/views/company-views.ts';
import { parisDayOf } from '../model/calendar.ts';
import { toHex } from '../model/hashing.ts';
import { typedText } from '../model/text.ts';
import type { TimeEntry } from '../model/time-entry.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { profileOfYear } from './company-profile.ts';
import { findingsOfFile, type ResolvedLine } from './findings-of-file.ts';
import { type LineToFix, linesToFix } from './lines-to-fix.ts';
import { type PeopleOfFile, peopleOfFile, plainName, projectsByName } from './names-in-file.ts';
import { companyBook, type DirectoryPorts, registryBook } from './people.ts';
import {
  asPreviewProblem,
  type PreviewProblem,
  postedOtherwise,
  unknownPerson,
  unknownProject,
  wrongUnit,
} from './posting-problem.ts';
import { postedInAnotherReading } from './postings-of-file.ts';
import { namedChoices } from './reading-choices.ts';
import { secondmentsOf } from './statement-sources.ts';

export type PreviewPorts = BookPorts & DirectoryPorts & Pick<Ports, 'clock'>;

export interface PreviewAsked {
  /** Its id. */
  readonly company: string;
  readonly file: TimesheetFile;
  /** The calendar year of the days. */
  readonly year: number;
  /** What HR says of the file where the reader was wrong or asked; null or absent: nothing. */
  readonly choices?: Choices | null;
}

/** A name as the file writes it, and how many lines it is on. */
export interface WrittenName {
  readonly text: string;
  readonly lines: number;
}

/** Of the file, as it would be posted: lines whose person, project or unit the ledger does not know, or that a rule stops, are to fix. */
export interface PreviewTotals {
  /** Lines that claim time: `ready` + `toFix` + `leftOut`. */
  readonly rows: number;
  readonly ready: number;
  readonly toFix: number;
  /** Lines that HR said are not needed, and those left out one by one. */
  readonly leftOut: number;
  /** Of the lines that are ready. */
  readonly minutes: number;
  readonly halfDays: number;
  readonly fileTotalMinutes: number | null;
}

export interface TimesheetPreview {
  readonly reading: Reading;
  /** Those of the file, those of resolving its names, then the findings of the rules. */
  readonly problems: readonly PreviewProblem[];
  /** Entries by the ids of the ledger; only those that nothing blocks. */
  readonly rows: readonly TimeEntry[];
  readonly totals: PreviewTotals;
  readonly linesToFix: readonly LineToFix[];
  readonly leftOutPeople: readonly WrittenName[];
  readonly leftOutProjects: readonly WrittenName[];
  readonly unknownPeople: readonly WrittenName[];
  readonly unknownProjects: readonly WrittenName[];
  /** Codes that a tick answers before posting, each once. */
  readonly toAccept: readonly string[];
  /** Codes of findings that ask for a reason, each once. */
  readonly toExplain: readonly string[];
}

/**
 * A file in days means minutes for people who count hours (by the company's day) and half-days for people at forfait-jours:
 * where there are some of those, it is read both ways and each person keeps her own.
 */
async function readForBoth(
  file: TimesheetFile,
  options: TimesheetOptions & { readonly dayMinutes: number },
  people: PeopleOfFile,
): Promise<Reading> {
  const inMinutes = await readTimesheet(file, options);
  if (!people.someInHalfDays) return inMinutes;
  const inDays = await readTimesheet(file, { ...options, dayMinutes: null });
  const countsDays = (entry: Entry): boolean => {
    const found = people.of(entry.person);
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
  // Both readings take the same first lines, in the same order.
  const sample = inMinutes.understood.sample.map((line, i) =>
    rowsInDays.has(rowOf(line)) ? (inDays.understood.sample[i] ?? line) : line,
  );
  return {
    ...inMinutes,
    entries,
    problems,
    understood: { ...inMinutes.understood, sample },
    totals: {
      ...inMinutes.totals,
      ready: entries.length,
      toFix: Math.max(0, toFix),
      minutes: sum((entry) => entry.minutes ?? 0),
      halfDays: sum((entry) => entry.halfDays ?? 0),
    },
  };
}

const inLeafOrder = ({ row: a }: ResolvedLine, { row: b }: ResolvedLine): number =>
  a.developer !== b.developer ? (a.developer < b.developer ? -1 : 1) : a.day === b.day ? 0 : a.day < b.day ? -1 : 1;

/** @returns what rows of one unit add up to */
export const amountIn = (rows: readonly TimeEntry[], unit: TimeEntry['unit']): number =>
  rows.reduce((sum, row) => sum + (row.unit === unit ? row.amount : 0), 0);

/** Counts names as they are written, in the order in which they come. */
function countNames(texts: readonly string[]): WrittenName[] {
  return [...Map.groupBy(texts, (text) => text)].map(([text, all]) => ({ text, lines: all.length }));
}

/** Entries that HR said are none of ours, apart from the others. */
function withoutNotNeeded(entries: readonly Entry[], choices: Choices | null) {
  const people = new Set((choices?.notNeeded?.people ?? []).map(plainName));
  const projects = new Set((choices?.notNeeded?.projects ?? []).map(plainName));
  const ofOthers = entries.filter(({ person }) => people.has(plainName(person)));
  const ours = entries.filter(({ person }) => !people.has(plainName(person)));
  const elsewhere = ours.filter(({ project }) => projects.has(plainName(project)));
  const needed = ours.filter(({ project }) => !projects.has(plainName(project)));
  return { ofOthers, elsewhere, needed };
}

/**
 * @throws Refusal `unknown-company`, and those of a file that cannot be read at all
 */
export async function previewTimesheet(ports: PreviewPorts, asked: PreviewAsked): Promise<TimesheetPreview> {
  const { company, file, year, choices = null } = asked;
  const state = await readBook(ports, companyBook(company));
  const registry = await readBook(ports, registryBook);
  const profile = profileOfYear((await state.get('profile')) as unknown as ProfileView | null, year);
  const secondments = await secondmentsOf(state);
  const people = await peopleOfFile(ports, state.book, secondments, profile.unit);
  const projects = await projectsByName(registry);
  const { sha256 } = ports.primitives;
  const options = { year, dayMinutes: profile.dayMinutes, sha256, ...(choices === null ? {} : { choices }) };
  const reading = await readForBoth(file, options, people);
  const { ofOthers, elsewhere, needed } = withoutNotNeeded(reading.entries, choices);

  const found: PreviewProblem[] = [];
  const held = new Set<Entry>();
  const hold = (entry: Entry, problem: PreviewProblem): void => {
    held.add(entry);
    found.push(problem);
  };
  const unknownPeople: string[] = [];
  const unknownProjects: string[] = [];
  const lines = needed.flatMap((entry): ResolvedLine[] => {
    const developer = people.of(entry.person);
    const project = projects.get(plainName(entry.project));
    if (project === undefined) {
      hold(entry, unknownProject(entry));
      unknownProjects.push(entry.project);
    }
    if (developer === undefined || developer === 'several') {
      hold(entry, unknownPerson(entry, developer === 'several'));
      if (developer === undefined) unknownPeople.push(entry.person);
      return [];
    }
    const unit = people.unitOf(developer.developer, entry.day);
    const amount = unit === 'minute' ? entry.minutes : entry.halfDays;
    if (amount === undefined) hold(entry, wrongUnit(entry, unit));
    if (amount === undefined || project === undefined) return [];
    const { sheet, row, day, written } = entry;
    const source = { sheet: sheet === null ? null : typedText(sheet), row, cell: null };
    const declared = { developer: developer.developer, day, project, unit, amount, source, written: written ?? null };
    return [{ entry, row: declared }];
  });
  lines.sort(inLeafOrder);

  const leftOutOneByOne = new Set(choices?.leaveOut).size;
  const leftOutDays = elsewhere.flatMap(({ person, day }) => {
    const developer = people.of(person);
    return developer === undefined || developer === 'several' ? [] : [`${developer.developer} ${day}`];
  });
  const { findings, stopped } = await findingsOfFile(ports, state, registry, {
    ...{ company, profile, lines, secondments },
    leftOutDays: leftOutOneByOne > 0 ? null : new Set(leftOutDays),
    receivedDay: parisDayOf(ports.clock.now()),
  });
  for (const entry of stopped) held.add(entry);
  const named = namedChoices(ports, choices)?.digest ?? null;
  const other = await postedInAnotherReading(state, toHex(sha256(file.bytes)), year, named);
  const problems = [
    ...(other === null ? [] : [postedOtherwise(other)]),
    ...reading.problems.map(asPreviewProblem),
    ...found,
    ...findings,
  ];
  const codesOf = (list: readonly PreviewProblem[]): string[] => [
    ...new Set(list.filter(({ severity }) => severity === 'confirm').map(({ code }) => code)),
  ];
  const rows = lines.filter(({ entry }) => !held.has(entry)).map(({ row }) => row);
  const [ready, toFix] = [needed.length - held.size, reading.totals.toFix + held.size];
  const leftOut = ofOthers.length + elsewhere.length + leftOutOneByOne;
  return {
    reading,
    problems,
    rows,
    totals: {
      ...{ rows: ready + toFix + leftOut, ready, toFix, leftOut },
      ...{ minutes: amountIn(rows, 'minute'), halfDays: amountIn(rows, 'half-day') },
      fileTotalMinutes: reading.totals.fileTotalMinutes,
    },
    linesToFix: linesToFix(problems, held),
    leftOutPeople: countNames(ofOthers.map(({ person }) => person)),
    leftOutProjects: countNames(elsewhere.map(({ project }) => project)),
    unknownPeople: countNames(unknownPeople),
    unknownProjects: countNames(unknownProjects),
    toAccept: codesOf(reading.problems.map(asPreviewProblem)),
    toExplain: codesOf(findings),
  };
}
