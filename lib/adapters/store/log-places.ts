// Which fact stands where in the log, in the table: one item for the facts of a book that entered together.
import * as z from 'zod';
import { type LogPlaces, type LogRun, OtherPlace } from '../../ports/log.ts';
import { logBookKey, logRunKey, logRunPartition, logYearKey, seqText } from './keys.ts';
import type { Table } from './table.ts';
import { partitionsOf } from './table-definition.ts';

/** `f`: first fact, `y`: year, `i`: place of the first in that log; the sort key is the last fact. */
const runItem = z.object({ sk: z.string().regex(/^\d+$/), f: z.int(), y: z.int(), i: z.int() });
/** `n`: the last fact of the book in the log; the size of the year’s log. */
const counted = z.object({ n: z.int() });
const yearItem = z.object({ sk: z.string().regex(/^\d{4}$/), n: z.int() });

function runOf(book: string, raw: unknown): LogRun {
  const { sk, f, y, i } = runItem.parse(raw);
  return { book, first: f, last: Number(sk), year: y, index: i };
}

export function logPlaces(table: Table): LogPlaces {
  const firstFrom = async (book: string, seq: number): Promise<LogRun | null> => {
    for await (const item of table.query(logRunPartition(book), seqText(seq))) return runOf(book, item);
    return null;
  };
  /** Another process may raise it at the same moment: then it is looked at again. */
  const raise = async (key: ReturnType<typeof logBookKey>, n: number): Promise<void> => {
    for (;;) {
      const item = await table.get(key);
      const before = item === null ? null : counted.parse(item).n;
      if (before !== null && before >= n) return;
      if (await table.putIf(key, { n }, before)) return;
    }
  };
  return {
    of: async (book, seq) => {
      const run = await firstFrom(book, seq);
      return run !== null && run.first <= seq ? run : null;
    },
    last: async (book) => {
      const item = await table.get(logBookKey(book));
      return item === null ? -1 : counted.parse(item).n;
    },
    runs: async function* (book) {
      for await (const item of table.query(logRunPartition(book))) yield runOf(book, item);
    },
    put: async ({ book, first, last, year, index }) => {
      // `n` is what `putIf` compares; a run is never replaced.
      if (!(await table.putIf(logRunKey(book, last), { n: 0, f: first, y: year, i: index }, null))) {
        const there = await firstFrom(book, last);
        if (there?.first !== first || there.last !== last || there.year !== year || there.index !== index) {
          throw new OtherPlace(`log: facts ${first} to ${last} of ${book} stand elsewhere already`);
        }
      }
      await raise(logBookKey(book), last);
    },
    years: async function* () {
      for await (const item of table.query(partitionsOf.logYears)) {
        const { sk, n } = yearItem.parse(item);
        yield { year: Number(sk), size: n };
      }
    },
    putYear: (year, size) => raise(logYearKey(year), size),
  };
}
