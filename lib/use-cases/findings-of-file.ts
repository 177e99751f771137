// The rules' findings about the lines of a file, with all that they look at read from the books: nothing is decided by them here.
import type { Entry } from '../intake/entry.ts';
import type { CompleteView } from '../ledger/views/company-views.ts';
import { addDays, type Day, monthOf, type Period } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import type { Secondment } from '../model/secondment.ts';
import type { TimeEntry } from '../model/time-entry.ts';
import { findInTime, findWithoutFigures } from '../rules/findings/find-in-time.ts';
import type { FindingInput, LineToPost, TimeFinding } from '../rules/findings/finding.ts';
import { ruleSet } from '../rules/rule-set.ts';
import { absencesOf } from './absences-on-file.ts';
import { ordersOnFile } from './admission-on-file.ts';
import { inTurn } from './batches.ts';
import type { BookPorts, BookState } from './book-state.ts';
import { claimsElsewhere } from './claims-elsewhere.ts';
import type { Profile } from './company-profile.ts';
import { type DeclaredEntry, declaredTime } from './declared-time.ts';
import { type DirectoryPorts, findDeveloper } from './people.ts';
import { type PreviewProblem, placeInWords } from './posting-problem.ts';
import { projectsOf, wholeWeeks } from './statement-sources.ts';

/** A line of the file, and the row that it would be in the ledger. */
export interface ResolvedLine {
  readonly entry: Entry;
  readonly row: TimeEntry;
}

export interface FileToJudge {
  /** The company's id, and what it said of itself for the year. */
  readonly company: string;
  readonly profile: Pick<Profile, 'dayMinutes' | 'region'>;
  readonly lines: readonly ResolvedLine[];
  readonly secondments: readonly Secondment[];
  /** `<developer> <day>` of lines that HR left out; null: single lines are left out, and nobody knows of which days. */
  readonly leftOutDays: ReadonlySet<string> | null;
  readonly receivedDay: Day;
}

/** The eleven weeks on each side that a mean of twelve may reach. */
const weeksAround = 11;

const lineToPost = ({ entry, row }: ResolvedLine, i: number): LineToPost => ({
  ref: String(i),
  developer: row.developer,
  project: row.project,
  day: row.day,
  unit: row.unit,
  amount: row.amount,
  writtenDay: row.written,
  dayTotal: (row.unit === 'minute' ? entry.dayTotalMinutes : entry.dayTotalHalfDays) ?? null,
});

async function completeMonths(state: BookState, lines: readonly ResolvedLine[]): Promise<FindingInput['isComplete']> {
  const months = [...new Set(lines.map(({ row }) => monthOf(row.day)))];
  const views = await inTurn(months, (month) => state.list(`complete/${month}`));
  const complete = new Set(
    views.flat().flatMap(({ name, value }) => ((value as unknown as CompleteView).complete ? [name] : [])),
  );
  return (developer, month) => complete.has(`complete/${month}/${developer}`);
}

/** At most so many lines are named in one sentence. */
const named = 5;

function asProblem(finding: TimeFinding, lines: readonly ResolvedLine[], name: string): PreviewProblem {
  const concerned = finding.lines.map((ref) => lines[Number(ref)]!.entry);
  const first = concerned[0]!;
  const place = placeInWords(first);
  const rows = [...new Set(concerned.map(({ row }) => row))];
  const others = rows.slice(1, named).join(', ');
  const more = rows.length > named ? '…' : '';
  const also =
    others === ''
      ? { fr: '', en: '' }
      : { fr: ` (lignes ${rows[0]}, ${others}${more})`, en: ` (rows ${rows[0]}, ${others}${more})` };
  const { sheet, row } = first;
  const { code, severity, detail } = finding;
  return {
    ...{ sheet, row, column: null, cell: null, value: name, code, severity },
    blocking: severity === 'must-fix',
    detail: {
      fr: `${place.fr}${also.fr} : ${name}. ${detail.fr}`,
      en: `${place.en}${also.en}: ${name}. ${detail.en}`,
    },
  };
}

/** Days for which no rule is known: that is told, beside what holds without one. */
const notJudged = ({ detail }: Refusal): PreviewProblem => ({
  ...{ sheet: null, row: null, column: null, cell: null, value: null, code: 'no-figures-for-period' },
  severity: 'note',
  blocking: false,
  detail,
});

/** One person's rows cost a part of a chunk and of the index of each batch: for fewer than one in so many, that is less than all rows once. */
const oneIn = 25;

/** @returns their entries, each person's in order of posting */
async function standingOf(
  ports: BookPorts,
  state: BookState,
  period: Period,
  { developers, seconded }: { readonly developers: readonly string[]; readonly seconded: number },
): Promise<readonly DeclaredEntry[]> {
  if (developers.length * oneIn <= seconded) {
    const own = await inTurn(developers, (developer) => declaredTime(ports, state, period, developer));
    return own.flatMap(({ entries }) => entries);
  }
  const asked = new Set(developers);
  return (await declaredTime(ports, state, period)).entries.filter(({ developer }) => asked.has(developer));
}

function judged(input: FindingInput): {
  readonly findings: readonly TimeFinding[];
  readonly untold: readonly PreviewProblem[];
} {
  try {
    return { findings: findInTime(input), untold: [] };
  } catch (error) {
    if (error instanceof Refusal) return { findings: findWithoutFigures(input), untold: [notJudged(error)] };
    throw error;
  }
}

export interface FindingsOfFile {
  /** In the order of the rules. */
  readonly findings: readonly PreviewProblem[];
  /** Every line that one of them stops, where the finding itself names the first. */
  readonly stopped: readonly Entry[];
}

export async function findingsOfFile(
  ports: BookPorts & DirectoryPorts,
  state: BookState,
  registry: BookState,
  file: FileToJudge,
): Promise<FindingsOfFile> {
  const { company, lines, leftOutDays } = file;
  if (lines.length === 0) return { findings: [], stopped: [] };
  const days = lines.map(({ row }) => row.day).sort();
  const weeks = wholeWeeks({ from: days[0]!, to: days.at(-1)! });
  const around = { from: addDays(weeks.from, -7 * weeksAround), to: addDays(weeks.to, 7 * weeksAround) };
  const developers = [...new Set(lines.map(({ row }) => row.developer))].sort();
  const seconded = new Set(file.secondments.map(({ developer }) => developer)).size;
  const standing = await standingOf(ports, state, around, { developers, seconded });
  const { others } = await claimsElsewhere(ports, company, developers);
  const input: FindingInput = {
    lines: lines.map(lineToPost),
    standing,
    otherEmployers: others,
    secondments: file.secondments,
    projects: await projectsOf(registry),
    absences: await absencesOf(ports, company, developers, [...new Set(days.map((day) => day.slice(0, 4)))]),
    orders: await ordersOnFile(ports, state),
    dayMinutes: file.profile.dayMinutes,
    region: file.profile.region,
    ruleSet,
    receivedDay: file.receivedDay,
    isPartLeftOut: (developer, day) => leftOutDays === null || leftOutDays.has(`${developer} ${day}`),
    isComplete: await completeMonths(state, lines),
  };
  const { findings, untold } = judged(input);
  const names = new Map(
    await inTurn(developers, async (developer) => {
      const known = await findDeveloper(ports, company, developer);
      return [developer, known?.name ?? developer] as const;
    }),
  );
  const stopping = findings.filter(({ severity }) => severity === 'must-fix');
  return {
    findings: [...findings.map((finding) => asProblem(finding, lines, names.get(finding.developer)!)), ...untold],
    stopped: stopping.flatMap((finding) => finding.lines.map((ref) => lines[Number(ref)]!.entry)),
  };
}
