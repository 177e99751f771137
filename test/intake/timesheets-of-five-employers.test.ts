// All quarterly files of five invented employers, in five layouts, against the hours that they are known to hold.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWithShared } from '../shared.ts';
import { read } from './read.ts';

interface Manifest {
  readonly files: readonly {
    readonly file: string;
    readonly format: string;
    readonly unit: string;
    readonly day_hours: number;
    readonly lines: number;
    readonly hours: number;
  }[];
}

describeWithShared('timesheets of five employers', 'the labelled timesheets', (shared) => {
  const folder = join(shared, 'data/timesheets');
  const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const labels = Map.groupBy(
    readFileSync(join(folder, 'labels.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')),
    ([, file]) => file,
  );

  it('knows all 92 files', () => {
    expect(files).toHaveLength(92);
  });

  it.each(files)('reads each line of $file, and its total', async ({ file, format, unit, day_hours, lines, hours }) => {
    const inDays = unit !== 'hour';
    const dayMinutes = Math.round(day_hours * 60);
    const bytes = readFileSync(join(folder, 'files', file));
    const reading = await read(bytes, { name: file, ...(inDays ? { dayMinutes } : {}) });
    const keyOf = ({ sheet, row, day }: (typeof reading.entries)[number]) =>
      format === 'xlsx-cra' ? `${sheet}!${row}:${Number(day.slice(8))}` : String(row);
    const seen = reading.entries.map((entry) => [keyOf(entry), entry.person, entry.project, entry.day]);
    const known = (labels.get(file) ?? []).map(([, , row, , matricule, , project, date]) => [
      row,
      matricule,
      project,
      date,
    ]);
    expect(seen).toHaveLength(lines);
    expect(seen.map(String).sort()).toEqual(known.map(String).sort());

    const hoursOf = new Map((labels.get(file) ?? []).map((label) => [label[2], Number(label[8])]));
    for (const entry of reading.entries) {
      const minutes = (hoursOf.get(keyOf(entry)) ?? 0) * 60;
      // Three decimals of a day are at most a quarter of a minute away from the hours behind them.
      expect(Math.abs((entry.minutes ?? 0) - minutes)).toBeLessThanOrEqual(inDays ? 0.5 : 0);
    }
    expect(Math.abs(reading.totals.minutes - hours * 60)).toBeLessThanOrEqual(inDays ? lines / 2 : 0);
    expect(reading.problems.filter(({ code }) => code !== 'duplicate-line')).toEqual([]);
    const statesTotal = format === 'csv-cp1252' || format === 'xlsx-liste';
    expect(reading.totals.fileTotalMinutes).toBe(statesTotal ? reading.totals.minutes : null);
  });

  it('reports each repeated line that the labels know of', async () => {
    const repeated = [...labels.values()].flat().filter(([, , , , , , , , , label]) => label === 'duplicate_line');
    for (const [, file = '', row] of repeated) {
      const { problems } = await read(readFileSync(join(folder, 'files', file)), { name: file, dayMinutes: 420 });
      const places = problems.filter(({ code }) => code === 'duplicate-line').map((problem) => problem.row);
      expect(places).toContain(Number((row ?? '').replace(/^.*!/, '').replace(/:.*$/, '')));
    }
    expect(repeated.length).toBeGreaterThan(0);
  });
});
