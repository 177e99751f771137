// The rules that every reader of the bench must hold each line against: those of our own reader, and some that a timesheet does not have.
import type { Entry } from '../../../lib/intake/entry.ts';
import { activities } from './made-lines.ts';

export const forms = {
  employee: /^E\d{6}$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  project: /^[a-z0-9-]{1,64}$/,
  task: /^T-\d+$/,
} as const;

export const commentCharacters = 500;
const quarterMinutes = 15;
const dayMinutes = 1440;

/**
 * What is left to ask of a line that our reader took: it leaves the form of matricules and projects to the ledger, which
 * knows them, and takes any whole minute.
 * @returns its minutes, null if it is bad
 */
export function minutesOfEntry({ person, project, minutes, comment = '' }: Entry): number | null {
  const isGood =
    minutes !== undefined &&
    minutes % quarterMinutes === 0 &&
    forms.employee.test(person) &&
    forms.project.test(project) &&
    comment.length <= commentCharacters;
  return isGood ? minutes : null;
}

/** Columns in which our reader has no part, in a line as it stands: address, activity, task. */
const otherColumns = new RegExp(
  `^[^,]*,[^\\s@,]+@[^\\s@,]+\\.[^\\s@,]+,[^,]*,[^,]*,[^,]*,(?:${activities.join('|')}),T-\\d+,`,
);

/** Goes through the bytes of a CSV beside the reader, and notes the rows whose other columns break a rule. */
export function otherColumnsOf(): {
  readonly pass: (bytes: Uint8Array) => void;
  readonly badRows: ReadonlySet<number>;
} {
  const decoder = new TextDecoder();
  const badRows = new Set<number>();
  let begun = '';
  let row = 0;
  return {
    badRows,
    pass: (bytes) => {
      const text = begun + decoder.decode(bytes, { stream: true });
      let from = 0;
      for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
        row += 1;
        if (row > 1 && !otherColumns.test(text.slice(from, to))) badRows.add(row);
        from = to + 1;
      }
      begun = text.slice(from);
    },
  };
}

const knownDays = new Map<string, boolean>();

/** Each of the few days once, as anybody would. */
function isDay(text: string): boolean {
  const known = knownDays.get(text);
  if (known !== undefined) return known;
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const found = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
  knownDays.set(text, found);
  return found;
}

/**
 * The rules for the cells of a workbook, by hand: those columns that our reader reads. Address, activity and task are
 * read by all and held against nothing by any, since a line of our reader does not carry them.
 * @returns the minutes of the line, null if it is bad
 */
export function minutesOfCells(cells: readonly unknown[]): number | null {
  const [employee, , project, day, hours, , , comment] = cells;
  if (typeof hours !== 'number' || !forms.employee.test(String(employee))) return null;
  if (!forms.project.test(String(project)) || !isDay(String(day))) return null;
  if (String(comment ?? '').length > commentCharacters) return null;
  const minutes = hours * 60;
  return minutes > 0 && minutes <= dayMinutes && minutes % quarterMinutes === 0 ? minutes : null;
}
