// Timesheets as long as asked for: one line a developer and working day, hours out of a seed.
import { drawFrom } from '../../examples/random.ts';
import { addDays, type Day, isoWeekday } from '../../lib/model/calendar.ts';

/** @returns the first weekdays of 2025 */
export function weekdays(count: number): Day[] {
  const days: Day[] = [];
  for (let day = '2025-01-01'; days.length < count; day = addDays(day, 1)) if (isoWeekday(day) <= 5) days.push(day);
  return days;
}

/** Days that a file of so many rows covers: a month, a quarter, a year. */
export const daysFor = (rows: number): number => (rows <= 100 ? 22 : rows <= 2_000 ? 63 : 250);

/**
 * Each developer on each day, day by day, until there are enough rows; hours in steps of a quarter, at most seven.
 * @returns CSV as French spreadsheets save it
 */
export function madeTimesheet(matricules: readonly string[], project: string, rows: number): string {
  const draw = drawFrom(`timesheet ${rows}`);
  const days = weekdays(Math.ceil(rows / matricules.length));
  const lines = days.flatMap((day) =>
    matricules.map((matricule) => {
      const [year, month, date] = day.split('-');
      const quarters = draw.between(4, 28);
      const hours = `${Math.floor(quarters / 4)},${['00', '25', '50', '75'][quarters % 4]}`;
      return `${matricule};${date}/${month}/${year};${project};${hours}`;
    }),
  );
  return ['Matricule;Date;Projet;Heures', ...lines.slice(0, rows)].join('\r\n');
}

/** @returns the same lines, a timesheet for each month */
export function byMonth(timesheet: string): string[] {
  const [head, ...lines] = timesheet.split('\r\n');
  const months = Map.groupBy(lines, (line) => line.split('/')[1]);
  return [...months.values()].map((ofMonth) => [head, ...ofMonth].join('\r\n'));
}
