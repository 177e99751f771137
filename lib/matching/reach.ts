// Which points lie in which windows: days at places beside stretches of days at the same places, all of one person. The first step of matching.

/** Something seen on a day at a place (a project): one a row. Days as numbers. */
export interface Points {
  readonly place: Int32Array;
  readonly day: Int32Array;
}

/** Stretches of days at a place, both ends included: one a row. */
export interface Windows {
  readonly place: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Window w holds the points `order[low[w]]` up to `order[high[w]]`, by day, and by row on one day. */
export interface Reached {
  /** Rows of points. Those at a place, or on a day, that lies outside all windows are not in it: zeros stand at its end. */
  readonly order: Uint32Array;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

const nowhere = -1;

/** The places of the windows, numbered from 0. */
function slotsOf({ place }: Windows): { readonly slots: Int32Array; readonly count: number } {
  let highest = 0;
  for (const each of place) if (each > highest) highest = each;
  const slots = new Int32Array(highest + 1).fill(nowhere);
  let count = 0;
  for (const each of place) {
    if (slots[each] !== nowhere) continue;
    slots[each] = count;
    count += 1;
  }
  return { slots, count };
}

/**
 * Nothing is compared: points are counted into a cell for each place and day that the windows span, and how many points lie before a
 * cell is both where its points go and where a window begins. Linear in points, windows and cells; the cells are bounded by the windows
 * (a person's declared projects and days), however far away points lie.
 * @param points places from 0; in any order
 * @param windows places from 0; in any order; `from` ≤ `to`
 */
export function reach(points: Points, windows: Windows): Reached {
  const asked = windows.place.length;
  const seen = points.place.length;
  const order = new Uint32Array(seen);
  const low = new Uint32Array(asked);
  const high = new Uint32Array(asked);
  if (asked === 0) return { order, low, high };
  let first = windows.from[0]!;
  let last = windows.to[0]!;
  for (let window = 1; window < asked; window += 1) {
    if (windows.from[window]! < first) first = windows.from[window]!;
    if (windows.to[window]! > last) last = windows.to[window]!;
  }
  const days = last - first + 1;
  const { slots, count } = slotsOf(windows);
  // Points before each cell. It stands two cells ahead while they are counted, and one while they are placed: placing moves it home.
  const before = new Uint32Array(count * days + 2);
  for (let point = 0; point < seen; point += 1) {
    const place = points.place[point]!;
    const slot = place < slots.length ? slots[place]! : nowhere;
    const day = points.day[point]! - first;
    if (slot !== nowhere && day >= 0 && day < days) before[slot * days + day + 2]! += 1;
  }
  for (let cell = 2; cell < before.length; cell += 1) before[cell]! += before[cell - 1]!;
  for (let point = 0; point < seen; point += 1) {
    const place = points.place[point]!;
    const slot = place < slots.length ? slots[place]! : nowhere;
    const day = points.day[point]! - first;
    if (slot === nowhere || day < 0 || day >= days) continue;
    const cell = slot * days + day + 1;
    order[before[cell]!] = point;
    before[cell]! += 1;
  }
  for (let window = 0; window < asked; window += 1) {
    const start = slots[windows.place[window]!]! * days - first;
    low[window] = before[start + windows.from[window]!]!;
    high[window] = before[start + windows.to[window]! + 1]!;
  }
  return { order, low, high };
}
