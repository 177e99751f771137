// The lines of a file that stand in the way of posting it, each once: those that could not be read, and those that the ledger or a rule holds back.
import type { Entry } from '../intake/entry.ts';
import type { PreviewProblem } from './posting-problem.ts';

export interface LineToFix {
  /** `<sheet>!<row>`, as choices name a line. */
  readonly key: string;
  readonly sheet: string | null;
  readonly row: number;
  /** What stands there, in a few words. */
  readonly text: string;
}

/** @param held entries that may not be posted: a problem about several lines names only its first */
export function linesToFix(problems: readonly PreviewProblem[], held: Iterable<Entry>): LineToFix[] {
  const lines = new Map<string, LineToFix>();
  const add = (sheet: string | null, row: number, text: string): void => {
    const key = `${sheet ?? ''}!${row}`;
    if (!lines.has(key)) lines.set(key, { key, sheet, row, text: text === '' ? '–' : text });
  };
  for (const { blocking, sheet, row, column, value } of problems) {
    if (!blocking || row === null) continue;
    add(sheet, row, [column, value].filter((part) => part !== null && part !== '').join(' '));
  }
  for (const { sheet, row, person, day } of held) add(sheet, row, `${person} ${day}`);
  return [...lines.values()];
}
