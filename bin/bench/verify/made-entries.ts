// The rows behind a statement as its bundle holds them: each line of time with its source and what carries it.
import { createHash } from 'node:crypto';
import { primitives } from '../../../lib/adapters/primitives.ts';
import { packEntries } from '../../../lib/statement/bundle/entry-rows.ts';
import { madeRows } from '../statement/made-rows.ts';

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');

export const madeEntries = (count: number): readonly string[] =>
  packEntries(
    primitives.sha256,
    [...madeRows(count)].map(({ employee, project, day, month, minutes, file }, i) => ({
      ...{ person: 1 + Number(employee.slice(2)), project, month, unit: 'minute' },
      parts: [{ state: 'counted', code: null, ground: null, trace: 'agrees', amount: minutes }],
      source: {
        ...{ entry: `${hex(file)}:${i}`, day, file: hex(file), sheet: 'Temps', row: i + 2, cell: null },
        ...{ confirmation: hex(month), contributions: [`lib#commit#${hex(String(i)).slice(0, 40)}`] },
      },
    })),
  ).lines;
