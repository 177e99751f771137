// What has been found so far: every layout adds to it. Entries are handed on in batches; what is listed is bounded, what is counted is not.
import { caps } from './caps.ts';
import { makeDuplicates } from './duplicate-lines.ts';
import type { Entry } from './entry.ts';
import { moreProblems } from './problems.ts';
import type { Ignored, Problem, ProblemCode, ProblemPlace } from './reading.ts';
import type { FileTotal } from './total-row.ts';
import type { SampleLine } from './understanding.ts';

export interface Found {
  readonly addEntry: (entry: Entry) => void;
  /** Entries since the last batch was taken. */
  readonly batch: Entry[];
  readonly addProblem: (problem: Problem) => void;
  /** Of all codes, listed or not. */
  readonly problemCount: () => number;
  /** Those of the file in order, then the number of those beyond the cap, one of each code. */
  readonly problems: () => Problem[];
  readonly repeated: () => Problem[];
  readonly ignore: (sheet: string | null, row: number | null, why: Ignored['why'], column?: string) => void;
  readonly ignored: readonly Ignored[];
  readonly sums: Sums;
  /** What each table says that its lines come to; null where it does not. */
  readonly totals: { readonly sheet: string | null; readonly total: FileTotal | null }[];
  /** The first line in hours and the first in days. */
  readonly units: Map<'hours' | 'days', ProblemPlace>;
  /** The first lines, beside what was made of them. */
  readonly sample: SampleLine[];
}

/** Counted over the whole file. */
export interface Sums {
  entries: number;
  /** Lines that claim time and cannot be posted. */
  toFix: number;
  ignored: number;
  minutes: number;
  halfDays: number;
}

export function makeFound(): Found {
  const batch: Entry[] = [];
  const ignored: Ignored[] = [];
  const sums: Sums = { entries: 0, toFix: 0, ignored: 0, minutes: 0, halfDays: 0 };
  const problems: Problem[] = [];
  const beyond = new Map<ProblemCode, number>();
  const duplicates = makeDuplicates();
  let count = 0;
  return {
    batch,
    addEntry: (entry) => {
      batch.push(entry);
      duplicates.add(entry);
      sums.entries += 1;
      sums.minutes += entry.minutes ?? 0;
      sums.halfDays += entry.halfDays ?? 0;
    },
    addProblem: (problem) => {
      count += 1;
      if (problems.length < caps.problemsListed) problems.push(problem);
      else beyond.set(problem.code, (beyond.get(problem.code) ?? 0) + 1);
    },
    problemCount: () => count,
    problems: () => [...problems, ...[...beyond].map(([code, more]) => moreProblems(code, more))],
    repeated: duplicates.problems,
    ignore: (sheet, row, why, column) => {
      sums.ignored += 1;
      if (ignored.length < caps.ignoredListed)
        ignored.push({ sheet, row, ...(column === undefined ? null : { column }), why });
    },
    ignored,
    sums,
    totals: [],
    units: new Map(),
    sample: [],
  };
}
