// The sample's files are what the generator makes, pass the readers without a blocking problem, and are possible in law.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { companies, developerOf, repositoryNames } from '../../examples/cast.ts';
import { sampleFiles } from '../../examples/generate.ts';
import { organisationFiles, type SampleFile } from '../../examples/organisation-files.ts';
import { holidays, plannedDays, special } from '../../examples/plan.ts';
import { timesheetFiles } from '../../examples/timesheet-files.ts';
import { readCompany } from '../../lib/intake/declarations/company.ts';
import { readFiscalYear } from '../../lib/intake/declarations/fiscal-year.ts';
import { readIdentities } from '../../lib/intake/declarations/identities.ts';
import { readPay } from '../../lib/intake/declarations/pay.ts';
import { readRegistry } from '../../lib/intake/declarations/registry.ts';
import { readSecondments } from '../../lib/intake/declarations/secondments.ts';
import { readYearDeclarations } from '../../lib/intake/declarations/year-declarations.ts';
import { readTimesheet } from '../../lib/intake/read-timesheet.ts';
import { isoWeekday } from '../../lib/model/calendar.ts';
import { parseSiren } from '../../lib/model/siren.ts';

const folder = join(import.meta.dirname, '../../examples');
const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());

const readers = [
  [/registry.*\.json$/, readRegistry],
  [/company\.json$/, readCompany],
  [/secondments\.csv$/, readSecondments],
  [/identities\.csv$/, readIdentities],
  [/pay-2025\.csv$/, readPay],
  [/fiscal-year-2025\.json$/, readFiscalYear],
  [/declarations-2025\.json$/, readYearDeclarations],
] as const;

describe('the files of the sample', () => {
  test('made again are the files that are kept here, and together they stay small', async () => {
    const made = await sampleFiles();
    for (const { path, bytes } of made) {
      const kept = new Uint8Array(readFileSync(join(folder, path)));
      // What deflate makes of a text may differ from one zlib to the next; the text may not.
      const [expected, actual] = path.endsWith('.gz') ? [gunzipSync(bytes), gunzipSync(kept)] : [bytes, kept];
      expect(Buffer.from(actual).equals(Buffer.from(expected)), path).toBe(true);
    }
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
    // Finished statements have a test of their own.
    const total = names
      .filter((name) => !name.startsWith(join(folder, 'statements')))
      .reduce((sum, name) => sum + (statSync(name).isFile() ? statSync(name).size : 0), 0);
    expect(total).toBeLessThan(600_000);
    for (const { path, bytes } of made) if (path.endsWith('.xlsx')) expect(bytes.length).toBeLessThan(30_000);
    const listed = new Set(made.map(({ path }) => path));
    const onDisk = names
      .filter((name) => statSync(name).isFile())
      .map((name) => name.slice(folder.length + 1))
      .filter((name) => name.startsWith('organisation/') || name.startsWith('recorded/'));
    expect(onDisk.filter((name) => !listed.has(name))).toEqual([]);
  }, 60_000);

  test.each(organisationFiles())('$path is read without a blocking problem', ({ path, bytes }: SampleFile) => {
    const reader = readers.find(([pattern]) => pattern.test(path))?.[1];
    expect(reader, path).toBeDefined();
    const reading = reader?.({ name: path, bytes });
    expect(reading?.problems.filter(({ blocking }) => blocking)).toEqual([]);
    expect(reading?.declaration).not.toBeNull();
  });

  test('companies have SIREN that pass the check digit', () => {
    for (const { siren } of companies) expect(parseSiren(siren)).toBe(siren);
  });

  test('timesheets say to the reader exactly what was planned', async () => {
    const read: string[] = [];
    for (const { path, bytes } of await timesheetFiles()) {
      const year = Number(/(\d{4})-\d{2}/.exec(path)?.[1]);
      const { entries, problems, totals } = await readTimesheet(
        { name: path, bytes },
        { sha256, year, dayMinutes: null },
      );
      expect(problems, path).toEqual([]);
      expect(totals.toFix, path).toBe(0);
      for (const entry of entries) {
        const amount = 'minutes' in entry ? entry.minutes : entry.halfDays;
        const unit = 'minutes' in entry ? 'minute' : 'half-day';
        read.push(`${entry.day} ${entry.person} ${entry.project} ${amount} ${unit}`);
      }
    }
    const planned = plannedDays.map(
      ({ day, matricule, project, amount, unit }) => `${day} ${matricule} ${project} ${amount} ${unit}`,
    );
    expect(read.sort()).toEqual(planned.sort());
  }, 60_000);
});

describe('the declared time', () => {
  test('is at most seven hours or two half-days, on working days but for the one planned holiday', () => {
    for (const { matricule, day, unit, amount } of plannedDays) {
      expect(amount).toBeLessThanOrEqual(unit === 'minute' ? 420 : 2);
      expect(unit).toBe(developerOf(matricule).company.unit);
      expect(isoWeekday(day)).toBeLessThanOrEqual(5);
      if (day !== special.holiday.day) expect(holidays.has(day), day).toBe(false);
    }
  });

  test('names no person twice on a day, but for the one who has two employers', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { matricule, day } of plannedDays) {
      const key = `${developerOf(matricule).name} ${day}`;
      if (seen.has(key)) twice.push(day);
      seen.set(key, matricule);
    }
    expect(twice).toEqual([special.twice.day]);
  });

  test('has late days, and days after the licence was lost', () => {
    expect(plannedDays.some(({ late }) => late)).toBe(true);
    expect(plannedDays.some(({ project, day }) => project === 'horaires' && day >= '2025-10-01')).toBe(true);
  });

  test('is met by commits on most of the days that may leave a trace', () => {
    const seen = new Set<string>();
    for (const name of repositoryNames) {
      const text = gunzipSync(readFileSync(join(folder, `recorded/${name}.jsonl.gz`))).toString();
      for (const line of text.trim().split('\n')) {
        const { author, author_date } = JSON.parse(line) as { author: string; author_date: string };
        seen.add(`${author} ${author_date.slice(0, 10)}`);
      }
    }
    const traced = plannedDays.filter(({ trace }) => trace === 'commit');
    const met = traced.filter(({ matricule, day }) => seen.has(`${developerOf(matricule).name} ${day}`));
    expect(met.length / traced.length).toBeGreaterThan(0.8);
    expect(met.length / traced.length).toBeLessThan(1);
  });
});
