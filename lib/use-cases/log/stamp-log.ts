// Asks the time-stamping authority for a stamp over the last checkpoint of each year that has none yet. Without one the log goes on.
import { Refusal } from '../../model/refusal.ts';
import type { Ports } from '../../ports.ts';
import { readPublished } from './log-head.ts';
import { keepMark, type MarkPorts, readMark } from './log-marks.ts';

export type StampPorts = MarkPorts & Pick<Ports, 'logFiles' | 'readLogPlaces' | 'timeStamps'>;

export interface Stamped {
  readonly year: number;
  readonly size: number;
  /** Of the stamp, UTC; null where the authority gave none now. */
  readonly at: string | null;
  /** True if it had its stamp before. */
  readonly already: boolean;
  /** Why there is none. */
  readonly refusal: Refusal | null;
}

/** Repeatable. @returns nothing where no authority is set */
export async function stampLog(ports: StampPorts): Promise<readonly Stamped[]> {
  const { authority } = ports.timeStamps;
  const stamped: Stamped[] = [];
  if (authority === null) return stamped;
  for await (const { year } of ports.readLogPlaces.years()) {
    const head = await readPublished(ports, year);
    if (head === null) continue;
    const { size } = head;
    const before = (await readMark(ports, year, size))?.stamp ?? null;
    if (before !== null) {
      stamped.push({ year, size, at: before.at, already: true, refusal: null });
      continue;
    }
    try {
      const { response, at } = await authority.stamp(new TextEncoder().encode(head.note.text));
      await keepMark(ports, year, head, { stamp: { response, ca: authority.ca, at } });
      stamped.push({ year, size, at, already: false, refusal: null });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      stamped.push({ year, size, at: null, already: false, refusal: error });
    }
  }
  return stamped;
}
