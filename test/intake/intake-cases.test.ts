// The fourteen files as HR departments send them, each with the reading that it must give.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Reading } from '../../lib/intake/reading.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import { describeWithShared } from '../shared.ts';
import { read } from './read.ts';

interface Expected {
  readonly strict: readonly string[];
  readonly refused?: readonly string[];
  readonly exit?: 0 | 1 | 2;
  readonly file?: Readonly<Record<string, unknown>>;
  readonly totals?: Readonly<Record<string, unknown>>;
  readonly entries?: readonly {
    readonly sheet?: string;
    readonly row: number;
    readonly person: string;
    readonly day: string;
    readonly project: string;
    readonly minutes?: number;
    readonly halfDays?: number;
    readonly comment?: string;
    readonly orProblem?: readonly string[];
  }[];
  readonly problems?: readonly {
    readonly row: number | '*' | readonly number[];
    readonly code: string | readonly string[];
    readonly optional?: boolean;
  }[];
  readonly ignored?: readonly {
    readonly sheet?: string;
    readonly row: number | '*';
    readonly why: readonly string[];
    readonly optional?: boolean;
  }[];
}

interface Cases {
  readonly cases: readonly { readonly file: string; readonly args: readonly string[]; readonly expect: Expected }[];
}

const oneOf = <T>(wanted: T | readonly T[], seen: unknown): boolean =>
  wanted === '*' || (Array.isArray(wanted) ? wanted.includes(seen) : wanted === seen);
const words = (name: string): string => name.split(' ').sort().join(' ');

function compare(reading: Reading, expected: Expected): void {
  for (const [key, value] of Object.entries({ ...expected.file })) expect(reading.file).toHaveProperty(key, value);
  for (const [key, value] of Object.entries({ ...expected.totals })) expect(reading.totals).toHaveProperty(key, value);
  const wanted = (expected.entries ?? []).map(({ orProblem, ...entry }) => ({ ...entry, person: words(entry.person) }));
  const seen = reading.entries.map((entry) => ({ ...entry, person: words(entry.person) }));
  expect(seen).toHaveLength(wanted.length);
  for (const entry of wanted) expect(seen).toContainEqual(expect.objectContaining(entry));
  for (const problem of (expected.problems ?? []).filter(({ optional }) => optional !== true)) {
    expect(reading.problems.some(({ row, code }) => oneOf(problem.row, row) && oneOf(problem.code, code))).toBe(true);
  }
  for (const problem of reading.problems.filter(({ blocking }) => blocking)) {
    expect((expected.problems ?? []).some(({ row }) => oneOf(row, problem.row))).toBe(true);
  }
  for (const line of (expected.ignored ?? []).filter(({ optional }) => optional !== true)) {
    expect(
      reading.ignored.some(
        ({ sheet, row, why }) =>
          oneOf(line.row, row) && line.why.includes(why) && (line.sheet === undefined || line.sheet === sheet),
      ),
    ).toBe(true);
  }
  if (expected.exit !== undefined)
    expect(reading.problems.some(({ blocking }) => blocking) ? 1 : 0).toBe(expected.exit);
}

describeWithShared('timesheets as HR sends them', 'the intake cases', (shared) => {
  const folder = join(shared, 'data/intake');
  const { cases } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Cases;

  it.each(cases.map((each) => ({ ...each, wanted: each.expect })))('$file', async ({ file, args, wanted }) => {
    const year = args[0] === '--year' ? { year: Number(args[1]) } : {};
    const reading = read(readFileSync(join(folder, file)), { name: file, ...year });
    if (wanted.refused === undefined) return compare(await reading, wanted);
    const refusal = await reading.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(wanted.refused).toContain((refusal as Refusal).code);
    expect((refusal as Refusal).exitCode).toBe(2);
  });
});
