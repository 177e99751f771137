// Rows of a ledger, as texts, numbers and days: the same for the same size, and as many columns as the published figures have.
import { drawer } from '../beside/drawer.ts';

export interface MadeRow {
  readonly employee: string;
  readonly person: string;
  readonly project: string;
  readonly day: string;
  readonly minutes: number;
  readonly cents: number;
  readonly state: string;
  readonly month: string;
  readonly file: string;
  readonly comment: string;
}

export const columns = [
  ...['employee', 'person', 'project', 'day', 'minutes', 'cents', 'state', 'month', 'file', 'comment'],
] as readonly (keyof MadeRow)[];

/** One after the other, so that whoever hands them on holds none. */
export function* madeRows(count: number): Generator<MadeRow> {
  const draw = drawer(7);
  for (let row = 0; row < count; row += 1) {
    const at = draw(20_000);
    const day = new Date(Date.UTC(2026, 0, 1 + draw(365))).toISOString().slice(0, 10);
    const minutes = 15 * (1 + draw(32));
    yield {
      ...{ employee: `E-${String(at).padStart(6, '0')}`, person: `Prénom Nom${at}`, project: `lib-${draw(400)}`, day },
      ...{ minutes, cents: minutes * (40 + draw(60)), state: draw(20) === 0 ? 'refused' : 'counted' },
      ...{ month: day.slice(0, 7), file: `temps-${day.slice(0, 7)}.xlsx`, comment: `ticket #${draw(100_000)} & revue` },
    };
  }
}

/** So many bytes, as the published figures have. */
const recordBytes = 68;

export function madeRecords(count: number): readonly Uint8Array[] {
  const draw = drawer(3);
  const all = Buffer.alloc(count * recordBytes);
  for (let at = 0; at < all.length; at += 4) all.writeUInt32LE(draw(2 ** 32 - 1), at);
  return Array.from({ length: count }, (_, i) => all.subarray(i * recordBytes, (i + 1) * recordBytes));
}
