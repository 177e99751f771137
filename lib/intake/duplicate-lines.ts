// The same person, day and project on two lines: maybe twice the work, maybe twice the same line. A person says which.
import type { Entry } from './entry.ts';
import { ownText } from './own-text.ts';
import { makeProblem, nowhere } from './problems.ts';
import type { Problem } from './reading.ts';

/** One number per distinct text, so that a million lines are compared as numbers. */
function makeNumbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    // The same name in capitals is the same name; what was written stays known as well, since it will come again.
    const plain = text.toLowerCase();
    const number = numbers.get(plain) ?? numbers.size;
    numbers.set(ownText(plain), number);
    if (plain !== text) numbers.set(ownText(text), number);
    return number;
  };
}

/** A file pasted twice repeats every line: beyond this many, the rest is one problem with their number. */
const listed = 1_000;

interface Duplicates {
  readonly add: (entry: Entry) => void;
  /** One for each line that repeats an earlier one; the entries stay as they are. */
  readonly problems: () => Problem[];
}

/** More entries than the caps let a file have: every column of every row of a workbook. */
const mostLines = 2 ** 24;
const firstLines = 1_024;

/** Whole numbers that grow in place: no earlier, smaller copy waits to be thrown away. */
function growingNumbers(length: number, most: number): { readonly numbers: Int32Array; readonly grow: () => void } {
  const buffer = new ArrayBuffer(length * 4, { maxByteLength: most * 4 });
  return { numbers: new Int32Array(buffer), grow: () => buffer.resize(buffer.byteLength * 2) };
}

/** Lines as whole numbers side by side, found again through a table of their places: some twenty bytes for each. */
export function makeDuplicates(): Duplicates {
  const [personOf, dayOf, projectOf] = [makeNumbering(), makeNumbering(), makeNumbering()];
  const columns = Array.from({ length: 4 }, () => growingNumbers(firstLines, mostLines));
  const [people, days, projects, rows] = columns.map(({ numbers }) => numbers) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  /** Place of a line, plus one; 0 for a free seat. Never more than half full. */
  const table = growingNumbers(2 * firstLines, 2 * mostLines);
  const seats = table.numbers;
  let count = 0;
  const problems: Problem[] = [];
  let others = 0;

  const seatOf = (person: number, day: number, project: number): number => {
    const mask = seats.length - 1;
    let hash = Math.imul(person, 0x9e3779b1) ^ Math.imul(day, 0x85ebca6b) ^ Math.imul(project, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let seat = (hash ^ (hash >>> 13)) & mask;
    for (let place = seats[seat] ?? 0; place !== 0; place = seats[seat] ?? 0) {
      const at = place - 1;
      if (people[at] === person && days[at] === day && projects[at] === project) return seat;
      seat = (seat + 1) & mask;
    }
    return seat;
  };

  const grow = (): void => {
    for (const column of columns) column.grow();
    table.grow();
    seats.fill(0);
    for (let at = 0; at < count; at += 1) seats[seatOf(people[at] ?? 0, days[at] ?? 0, projects[at] ?? 0)] = at + 1;
  };

  return {
    add: (entry) => {
      const person = personOf(entry.person);
      const day = dayOf(entry.day);
      const project = projectOf(entry.project);
      const seat = seatOf(person, day, project);
      const earlier = seats[seat] ?? 0;
      if (earlier > 0) {
        if (problems.length < listed) problems.push(repeated(entry, rows[earlier - 1] ?? 0));
        else others += 1;
        return;
      }
      people[count] = person;
      days[count] = day;
      projects[count] = project;
      rows[count] = entry.row;
      count += 1;
      seats[seat] = count;
      if (count === people.length) grow();
    },
    problems: () => {
      if (others === 0) return problems;
      const more = makeProblem(
        'duplicate-line',
        { ...nowhere, value: String(others) },
        {
          fr: `${others} autres cas (personne, jour, projet), non listés ici`,
          en: `${others} more cases (person, day, project), not listed here`,
        },
      );
      return [...problems, more];
    },
  };
}

function repeated(entry: Entry, earlierRow: number): Problem {
  const who = `${entry.person}, ${entry.day}, ${entry.project}`;
  return makeProblem(
    'duplicate-line',
    { sheet: entry.sheet, row: entry.row, column: null, cell: null, value: who },
    { fr: `${who} (lignes ${earlierRow} et ${entry.row})`, en: `${who} (rows ${earlierRow} and ${entry.row})` },
  );
}
