// The same person, day and project on two lines: maybe twice the work, maybe twice the same line. A person says which.
import type { Entry } from './entry.ts';
import { makeProblem } from './problems.ts';
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
    numbers.set(plain, number);
    if (plain !== text) numbers.set(text, number);
    return number;
  };
}

/** A file pasted twice repeats every line: beyond this many, the rest is one problem with their number. */
const listed = 1_000;

export interface Duplicates {
  readonly add: (entry: Entry) => void;
  /** One for each line that repeats an earlier one; the entries stay as they are. */
  readonly problems: () => Problem[];
}

/** Lines are kept in blocks that are never copied: person, day, project and row of each, as whole numbers. */
const [blockLines, numbersOfLine] = [16_384, 4] as const;

/** Lines are found again through a table of their places: some twenty-four bytes for each, in all. */
export function makeDuplicates(): Duplicates {
  const [personOf, dayOf, projectOf] = [makeNumbering(), makeNumbering(), makeNumbering()];
  const blocks: Int32Array[] = [];
  let count = 0;
  /** Place of a line, plus one; 0 for a free seat. Never more than half full. */
  let seats = new Int32Array(2_048);
  const problems: Problem[] = [];
  let others = 0;

  /** @param which 0 person, 1 day, 2 project, 3 row */
  const numberOf = (line: number, which: number): number =>
    blocks[Math.floor(line / blockLines)]?.[(line % blockLines) * numbersOfLine + which] ?? 0;

  const seatOf = (person: number, day: number, project: number): number => {
    const mask = seats.length - 1;
    let hash = Math.imul(person, 0x9e3779b1) ^ Math.imul(day, 0x85ebca6b) ^ Math.imul(project, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let seat = (hash ^ (hash >>> 13)) & mask;
    for (let place = seats[seat] ?? 0; place !== 0; place = seats[seat] ?? 0) {
      const at = place - 1;
      if (numberOf(at, 0) === person && numberOf(at, 1) === day && numberOf(at, 2) === project) return seat;
      seat = (seat + 1) & mask;
    }
    return seat;
  };

  const keep = (line: readonly number[]): void => {
    const place = count % blockLines;
    if (place === 0) blocks.push(new Int32Array(blockLines * numbersOfLine));
    blocks.at(-1)?.set(line, place * numbersOfLine);
    count += 1;
    if (count * 2 < seats.length) return;
    seats = new Int32Array(seats.length * 2);
    for (let at = 0; at < count; at += 1) seats[seatOf(numberOf(at, 0), numberOf(at, 1), numberOf(at, 2))] = at + 1;
  };

  return {
    add: (entry) => {
      const person = personOf(entry.person);
      const day = dayOf(entry.day);
      const project = projectOf(entry.project);
      const seat = seatOf(person, day, project);
      const earlier = seats[seat] ?? 0;
      if (earlier === 0) {
        seats[seat] = count + 1;
        keep([person, day, project, entry.row]);
      } else if (problems.length < listed) problems.push(repeated(entry, numberOf(earlier - 1, 3)));
      else others += 1;
    },
    problems: () => {
      if (others === 0) return problems;
      const place = { sheet: null, row: null, column: null, cell: null, value: String(others) };
      const more = makeProblem('duplicate-line', place, {
        fr: `${others} autres cas (personne, jour, projet), non listés ici`,
        en: `${others} more cases (person, day, project), not listed here`,
      });
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
