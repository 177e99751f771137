// Our own reader, as a timesheet meets it: every rule of the house, then the rules of the bench that are not of the house.
import { readFile } from 'node:fs/promises';
import { primitives } from '../../../lib/adapters/primitives.ts';
import { readTimesheet } from '../../../lib/intake/read-timesheet.ts';
import { makeTally, type Prepare } from './answer.ts';
import { minutesOfEntry, otherColumnsOf } from './line-rules.ts';

export const prepare: Prepare = async () => async (path) => {
  const bytes = await readFile(path);
  const others = otherColumnsOf();
  if (path.endsWith('.csv')) others.pass(bytes);
  const tally = makeTally();
  const options = { year: 2026, dayMinutes: 420, sha256: primitives.sha256 };
  const { entries, problems } = await readTimesheet({ name: path, bytes }, options);
  for (const entry of entries) tally.take(entry.row, others.badRows.has(entry.row) ? null : minutesOfEntry(entry));
  for (const row of new Set(problems.filter(({ blocking }) => blocking).map((problem) => problem.row))) {
    tally.take(row ?? 0, null);
  }
  return tally.answer();
};
