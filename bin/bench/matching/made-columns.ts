// Entries and contributions of the matching bench as columns: the same rows as those that the published figures were taken with.
import { drawer } from '../beside/drawer.ts';

/** One row an entry, or a contribution; days since 1970-01-01. */
export interface Columns {
  readonly developer: Int32Array;
  readonly project: Int32Array;
  readonly day: Int32Array;
}

export interface MadeColumns {
  readonly developers: number;
  readonly entries: Columns;
  readonly contributions: Columns;
}

/** A contribution speaks for an entry of the same developer and project whose day is at most so many days after it, or before it. */
export const daysBefore = 2;
export const daysAfter = 1;

const entriesOfEach = 200;
const fewestDevelopers = 50;
export const projects = 400;
const projectsOfEach = 3;
/** 2026-01-01. */
export const firstDay = 20_454;
export const days = 365;
const secondsOfADay = 86_400;
const quartersOfADay = 32;

/** Each developer has some 200 entries in a year, spread with the contributions over three of 400 projects. */
export function madeColumns(entries: number, contributions: number): MadeColumns {
  const developers = Math.max(fewestDevelopers, Math.floor(entries / entriesOfEach));
  const draw = drawer(7);
  const made = (rows: number, alsoDrawn: number): Columns => {
    const columns = { developer: new Int32Array(rows), project: new Int32Array(rows), day: new Int32Array(rows) };
    for (let row = 0; row < rows; row += 1) {
      const developer = draw(developers);
      columns.developer[row] = developer;
      columns.project[row] = (developer * 7 + draw(projectsOfEach)) % projects;
      columns.day[row] = firstDay + draw(days);
      // Minutes of an entry, second of a contribution: no part of the question.
      draw(alsoDrawn);
    }
    return columns;
  };
  return { developers, entries: made(entries, quartersOfADay), contributions: made(contributions, secondsOfADay) };
}
