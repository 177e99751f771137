// Our own reader, as a timesheet meets it: every rule of the house, then the rules of the bench that are not of the house.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { readTimesheetLines } from '../../../lib/intake/read-timesheet.ts';
import type { TimesheetSource } from '../../../lib/intake/timesheet-source.ts';
import { makeTally, type Prepare } from './answer.ts';
import { minutesOfEntry, otherColumnsOf } from './line-rules.ts';

const pieceBytes = 65_536;

/** A file that is never whole in memory. @param onBytes is told of each byte once, before a line with it is handed on */
function sourceAt(path: string, onBytes: (bytes: Uint8Array) => void): TimesheetSource {
  const hash = createHash('sha256');
  let told = 0;
  return {
    name: path,
    size: statSync(path).size,
    open: async function* () {
      // One piece of memory for all: whoever reads has done with a piece when it asks for the next.
      const piece = new Uint8Array(pieceBytes);
      const file = await open(path);
      try {
        let from = 0;
        for (;;) {
          const { bytesRead } = await file.read(piece);
          if (bytesRead === 0) break;
          const bytes = piece.subarray(0, bytesRead);
          // The file is read more than once, and not always to its end.
          const unseen = bytes.subarray(Math.max(0, told - from));
          from += bytesRead;
          if (unseen.length > 0) {
            told = from;
            hash.update(unseen);
            onBytes(unseen);
          }
          yield bytes;
        }
      } finally {
        await file.close();
      }
    },
    sha256: () => hash.digest('hex'),
  };
}

export const prepare: Prepare = async () => async (path) => {
  const others = otherColumnsOf();
  const source = sourceAt(path, path.endsWith('.csv') ? others.pass : () => {});
  const tally = makeTally();
  const { problems, totals } = await readTimesheetLines(source, { year: 2026, dayMinutes: 420 }, (entries) => {
    for (const entry of entries) tally.take(entry.row, others.badRows.has(entry.row) ? null : minutesOfEntry(entry));
  });
  const blocked = new Set(problems.filter(({ blocking }) => blocking).map(({ row }) => row ?? 0));
  if (blocked.size !== totals.toFix) throw new Error(`bench: ${totals.toFix} lines to fix, ${blocked.size} told`);
  for (const row of blocked) tally.take(row, null);
  return tally.answer();
};
