// DuckDB on one thread, with the question asked so that it is a join of equals: each day spread over the days it speaks for.
import { type Columns, daysAfter, daysBefore } from '../matching/made-columns.ts';
import type { Prepare } from '../matching/way.ts';

interface DuckDb {
  readonly INTEGER: unknown;
  readonly DuckDBDataChunk: { readonly create: (types: readonly unknown[], rows: number) => Chunk };
  readonly DuckDBInstance: {
    readonly create: (
      path: string,
      options: { readonly threads: string },
    ) => Promise<{ readonly connect: () => Promise<Connection> }>;
  };
}

interface Chunk {
  readonly setColumns: (columns: readonly (readonly number[])[]) => void;
}

interface Connection {
  readonly run: (sql: string) => Promise<unknown>;
  readonly runAndReadAll: (sql: string) => Promise<{ readonly getRows: () => readonly (readonly unknown[])[] }>;
  readonly createAppender: (
    table: string,
  ) => Promise<{ readonly appendDataChunk: (chunk: Chunk) => void; readonly closeSync: () => void }>;
}

/** Rows of a chunk: as many as DuckDB takes at once. */
const rowsOfChunk = 2048;

const daysFrom = (from: number, to: number): string =>
  `[${Array.from({ length: to - from + 1 }, (_, day) => from + day).join(', ')}]`;

const pairsAndNone = `
  with seen as (select developer, project, day, count(*) as n from contributions group by all),
  spread as (select developer, project, day + k as day, sum(n) as n
    from seen, unnest(${daysFrom(-daysAfter, daysBefore)}) as t(k) group by all)
  select sum(coalesce(n, 0))::bigint, count(*) filter (where n is null) from entries left join spread using (developer, project, day)`;

const orphans = `
  with spread as (select distinct developer, project, day + k as day
    from entries, unnest(${daysFrom(-daysBefore, daysAfter)}) as t(k))
  select count(*) from contributions anti join spread using (developer, project, day)`;

export const prepare: Prepare = async (load, made) => {
  const { DuckDBInstance, DuckDBDataChunk, INTEGER } = await load<DuckDb>('@duckdb/node-api');
  const fill = async (connection: Connection, table: string, { developer, project, day }: Columns): Promise<void> => {
    await connection.run(`create table ${table} (developer int, project int, day int)`);
    const appender = await connection.createAppender(table);
    for (let from = 0; from < day.length; from += rowsOfChunk) {
      const to = Math.min(from + rowsOfChunk, day.length);
      const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, INTEGER], to - from);
      chunk.setColumns([developer, project, day].map((column) => [...column.subarray(from, to)]));
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  };
  return async () => {
    const start = performance.now();
    const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
    await fill(connection, 'entries', made.entries);
    await fill(connection, 'contributions', made.contributions);
    const loaded = performance.now();
    const rows = [pairsAndNone, orphans].map(async (sql) => (await connection.runAndReadAll(sql)).getRows()[0] ?? []);
    const [pairs = 0, none = 0, orphan = 0] = (await Promise.all(rows)).flat().map(Number);
    const end = performance.now();
    return {
      answer: { pairs, none, orphan },
      milliseconds: { 'duckdb query': end - loaded, 'duckdb load + query': end - start },
    };
  };
};
