// Reads bytes or CSV text as a timesheet in tests.
import { createHash } from 'node:crypto';
import { readTimesheet } from '../../lib/intake/read-timesheet.ts';
import type { Reading } from '../../lib/intake/reading.ts';
import type { Choices } from '../../lib/intake/understanding.ts';

export interface TestOptions {
  readonly name?: string;
  readonly year?: number;
  readonly dayMinutes?: number;
  readonly choices?: Choices;
}

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

export const read = (file: Uint8Array | string, options: TestOptions = {}): Promise<Reading> =>
  readTimesheet(
    {
      name: options.name ?? 'heures.csv',
      bytes: typeof file === 'string' ? new TextEncoder().encode(file) : file,
    },
    { year: options.year ?? null, dayMinutes: options.dayMinutes ?? null, choices: options.choices ?? {}, sha256 },
  );

/** `row code` of each problem, in order. */
export const codes = ({ problems }: Reading): string[] => problems.map(({ row, code }) => `${row} ${code}`);
