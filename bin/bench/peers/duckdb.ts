// DuckDB on one thread: the lines as a table in memory, the rules as one expression of SQL.
import type { Prepare } from '../intake/answer.ts';
import { commentCharacters } from '../intake/line-rules.ts';
import { activities } from '../intake/made-lines.ts';

interface Rows {
  readonly getRows: () => readonly (readonly unknown[])[];
}

interface DuckDb {
  readonly DuckDBInstance: {
    readonly create: (
      path: string,
      options: { readonly threads: string },
    ) => Promise<{
      readonly connect: () => Promise<{
        readonly run: (sql: string) => Promise<unknown>;
        readonly runAndReadAll: (sql: string) => Promise<Rows>;
      }>;
    }>;
  };
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const rules = [
  "regexp_full_match(employee_id, 'E[0-9]{6}')",
  "regexp_full_match(email, '[^\\s@]+@[^\\s@]+\\.[^\\s@]+')",
  "regexp_full_match(project, '[a-z0-9-]{1,64}')",
  'try_cast(day as date) is not null',
  'try_cast(hours as double) > 0 and try_cast(hours as double) <= 24 and (try_cast(hours as double) * 4) % 1 = 0',
  `activity in (${activities.map(quoted).join(', ')})`,
  "regexp_full_match(task, 'T-[0-9]+')",
  `coalesce(length(comment), 0) <= ${commentCharacters}`,
];

export const prepare: Prepare = async (load) => {
  const { DuckDBInstance } = await load<DuckDb>('@duckdb/node-api');
  return async (path) => {
    const database = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
    await database.run(
      `create table lines as select *, ${rules.join(' and ')} as ok from read_csv(${quoted(path)}, all_varchar = true)`,
    );
    const sums = await database.runAndReadAll(
      'select count(*) filter (where ok), count(*) filter (where not ok), sum(try_cast(hours as double) * 60) filter (where ok) from lines',
    );
    const [ok = 0, bad = 0, minutes = 0] = (sums.getRows()[0] ?? []).map(Number);
    const rows = await database.runAndReadAll('select rowid + 2 from lines where not ok order by 1');
    return { ok, bad, minutes, badRows: rows.getRows().map(([row]) => Number(row)) };
  };
};
