// The same person, day and project on two lines: maybe twice the work, maybe twice the same line. A person says which.

import type { Entry } from './entry.ts';
import { makeProblem } from './problems.ts';
import type { Problem } from './reading.ts';

/** One number per distinct text, so that a million lines are compared as numbers. */
function makeNumbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text) ?? numbers.size;
    if (known === numbers.size) numbers.set(text, known);
    return known;
  };
}

// Products stay below 2^53: days and projects of one file are far fewer than these bounds.
const most = 2 ** 17;

/** A file pasted twice repeats every line: beyond this many, the rest is one problem with their number. */
const listed = 1_000;

/** @returns one problem for each line that repeats an earlier one; the entries stay as they are */
export function duplicateLines(entries: readonly Entry[]): Problem[] {
  const [personOf, dayOf, projectOf] = [makeNumbering(), makeNumbering(), makeNumbering()];
  const first = new Map<number, Entry>();
  const problems: Problem[] = [];
  let others = 0;
  for (const entry of entries) {
    const person = personOf(entry.person.toLowerCase());
    const key = (person * most + projectOf(entry.project.toLowerCase())) * most + dayOf(entry.day);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, entry);
    else if (problems.length < listed) problems.push(repeated(entry, earlier));
    else others += 1;
  }
  if (others > 0) {
    const place = { sheet: null, row: null, column: null, cell: null, value: String(others) };
    problems.push(
      makeProblem('duplicate-line', place, {
        fr: `${others} autres cas (personne, jour, projet), non listés ici`,
        en: `${others} more cases (person, day, project), not listed here`,
      }),
    );
  }
  return problems;
}

function repeated(entry: Entry, earlier: Entry): Problem {
  const who = `${entry.person}, ${entry.day}, ${entry.project}`;
  return makeProblem(
    'duplicate-line',
    { sheet: entry.sheet, row: entry.row, column: null, cell: null, value: who },
    { fr: `${who} (lignes ${earlier.row} et ${entry.row})`, en: `${who} (rows ${earlier.row} and ${entry.row})` },
  );
}
