// Trace days laid out by project on the line of days, for many stretches of days at once: what each stretch of a project holds.
import { reach } from './reach.ts';

/** Where something lies: in each of its projects, on one day, as a number. */
export interface Laid {
  readonly projects: readonly string[];
  readonly on: number;
}

/** The days, both ends included, in which something of a project is looked for. */
export interface Stretch {
  readonly project: string;
  readonly from: number;
  readonly to: number;
}

/**
 * @param laid of one person
 * @returns for a row of `stretches`: the rows of `laid` in it, by day, and in the order given on one day
 */
export function tracesWithin(stretches: readonly Stretch[], laid: readonly Laid[]): (stretch: number) => Uint32Array {
  const places = new Map<string, number>();
  const windows = {
    place: new Int32Array(stretches.length),
    from: new Int32Array(stretches.length),
    to: new Int32Array(stretches.length),
  };
  for (const [row, { project, from, to }] of stretches.entries()) {
    const place = places.get(project) ?? places.size;
    places.set(project, place);
    windows.place[row] = place;
    windows.from[row] = from;
    windows.to[row] = to;
  }
  const place: number[] = [];
  const day: number[] = [];
  const rowOf: number[] = [];
  for (const [row, { projects, on }] of laid.entries()) {
    for (const project of projects) {
      const at = places.get(project);
      if (at === undefined) continue;
      place.push(at);
      day.push(on);
      rowOf.push(row);
    }
  }
  const { order, low, high } = reach({ place: Int32Array.from(place), day: Int32Array.from(day) }, windows);
  const rows = order.map((point) => rowOf[point] ?? 0);
  return (stretch) => rows.subarray(low[stretch], high[stretch]);
}
