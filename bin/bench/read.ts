// A timesheet read from its bytes: every cell understood, every rule asked.
import { primitives } from '../../lib/adapters/primitives.ts';
import { readTimesheet } from '../../lib/intake/read-timesheet.ts';
import { type BenchCase, stopwatch } from './bench-case.ts';
import { madeFile } from './made-company.ts';
import { daysFor, madeTimesheet } from './made-timesheet.ts';

export const readCase: BenchCase = {
  summary: { fr: 'lecture d’une feuille de temps CSV de tant de lignes', en: 'a CSV timesheet of so many rows, read' },
  sizes: [10_000, 100_000],
  run: async (rows) => {
    const matricules = Array.from({ length: Math.ceil(rows / daysFor(rows)) }, (_, i) => `D-${i + 1}`);
    const file = madeFile('banc.csv', madeTimesheet(matricules, 'banc', rows));
    const watch = stopwatch();
    const { totals } = await readTimesheet(file, { year: 2025, dayMinutes: 420, sha256: primitives.sha256 });
    const seconds = watch();
    if (totals.ready !== rows) throw new Error(`read: ${totals.ready} of ${rows} rows are ready`);
    return {
      seconds,
      figures: {
        rowsPerSecond: { label: { fr: 'lignes par seconde', en: 'rows a second' }, value: Math.round(rows / seconds) },
        minutes: { label: { fr: 'minutes lues', en: 'minutes read' }, value: totals.minutes },
      },
    };
  },
};
