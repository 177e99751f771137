// A reading in few words, so that a table of many files and what each must say fits on a page.
import { expect, it } from 'vitest';
import type { Entry } from '../../../lib/intake/entry.ts';
import { Refusal } from '../../../lib/model/refusal.ts';
import { read, type TestOptions } from '../read.ts';

const place = (sheet: string | null, row: number | null, several: boolean): string =>
  several ? `${sheet ?? ''}!${row ?? ''}` : `${row ?? '-'}`;

function amount({ minutes, halfDays }: Entry): string {
  if (minutes === undefined) return `${halfDays} half`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/**
 * @returns `2 M1 2026-10-12 p 7:30` for an entry, `3 not-a-date` for a problem, with `?` behind it if it does not block, `refused <code>` for a
 * file that is not read; the sheet in front where the file has several
 */
export async function told(file: Uint8Array | string, options: TestOptions = {}): Promise<string[]> {
  try {
    const { entries, problems, ignored } = await read(file, options);
    const sheets = new Set([...entries, ...problems, ...ignored].map(({ sheet }) => sheet));
    return [
      ...entries.map((entry) =>
        [place(entry.sheet, entry.row, sheets.size > 1), entry.person, entry.day, entry.project, amount(entry)].join(
          ' ',
        ),
      ),
      ...problems.map(
        ({ sheet, row, code, blocking }) => `${place(sheet, row, sheets.size > 1)} ${code}${blocking ? '' : '?'}`,
      ),
    ];
  } catch (error) {
    if (error instanceof Refusal) return [`refused ${error.code}`];
    throw error;
  }
}

/** A file, and what it must say. */
export interface Case {
  readonly about: string;
  readonly file: Uint8Array | string;
  readonly options?: TestOptions;
  readonly says: readonly string[];
}

/** One test for each file. */
export const itReads = (cases: readonly Case[]): void =>
  it.each(cases)('$about', async ({ file, options, says }) => {
    expect(await told(file, options)).toEqual(says);
  });
