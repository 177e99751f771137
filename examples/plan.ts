// What each developer of the sample declares, day by day: timesheets, commits and answers are all made from this.
import { addDays, type Day, isoWeekday, type Month, monthOf, monthsOf } from '../lib/model/calendar.ts';
import type { TimeUnit } from '../lib/model/duration.ts';
import { developers, type ProjectId, type SampleDeveloper } from './cast.ts';
import { drawFrom } from './random.ts';

export interface PlannedDay {
  readonly matricule: string;
  readonly day: Day;
  readonly project: ProjectId;
  readonly unit: TimeUnit;
  /** Minutes or half-days. */
  readonly amount: number;
  /** What a forge will show of it. */
  readonly trace: 'commit' | 'later-commit' | 'none';
  /** Sent months later, in a file of its own. */
  readonly late: boolean;
}

export const samplePeriod = { from: '2025-01-01', to: '2026-01-31' } as const;
export const sampleMonths: readonly Month[] = monthsOf(samplePeriod);

/** Public holidays of mainland France in the period (Code du travail, L. 3133-1). */
export const holidays: ReadonlySet<Day> = new Set([
  '2025-01-01',
  '2025-04-21',
  '2025-05-01',
  '2025-05-08',
  '2025-05-29',
  '2025-06-09',
  '2025-07-14',
  '2025-08-15',
  '2025-11-01',
  '2025-11-11',
  '2025-12-25',
  '2026-01-01',
]);

/** The days on which something out of the ordinary happens. */
export const special = {
  /** Bastien works on the national day. */
  holiday: { matricule: 'R-102', day: '2025-07-14' },
  /** Jonas is declared by both of his employers. */
  twice: { first: 'R-106', second: 'M-304', day: '2025-04-15' },
  /** Élodie's March arrives in September. */
  late: { matricule: 'R-105', month: '2025-03', postedOn: '2025-09-15' },
  /** Alice's day that is corrected after the statement. */
  corrected: { matricule: 'R-101', day: '2025-11-12', deltaMinutes: -210 },
} as const;

const isWorked = (day: Day): boolean => isoWeekday(day) <= 5 && !holidays.has(day);

function daysOfMonth(month: Month): Day[] {
  const days: Day[] = [];
  for (let day: Day = `${month}-01`; monthOf(day) === month; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Distinct worked days of hers, in order; two weeks in summer and at the end of the year are left free. */
function chooseDays(developer: SampleDeveloper, month: Month): Day[] {
  const draw = drawFrom(`days ${developer.matricule} ${month}`);
  const isAway = (day: Day): boolean => (day >= '2025-08-04' && day <= '2025-08-17') || day.slice(5) > '12-23';
  const open = daysOfMonth(month).filter(
    (day) => isWorked(day) && !isAway(day) && developer.weekdays.includes(isoWeekday(day)),
  );
  const chosen = new Set<Day>();
  while (chosen.size < Math.min(developer.daysPerMonth, open.length)) chosen.add(draw.oneOf(open));
  return [...chosen].sort();
}

function projectOn(developer: SampleDeveloper, day: Day): ProjectId | null {
  return developer.stretches.find(({ from, to }) => from <= day && (to === null || day <= to))?.project ?? null;
}

function planDay(developer: SampleDeveloper, day: Day): PlannedDay[] {
  const project = projectOn(developer, day);
  if (project === null) return [];
  const draw = drawFrom(`amount ${developer.matricule} ${day}`);
  const isHalfDays = developer.company.unit === 'half-day';
  const amount = isHalfDays ? draw.oneOf([1, 2, 2]) : draw.oneOf([210, 285, 315, 390, 420, 420]);
  const trace =
    developer.traces === 'none' ? 'none' : draw.oneOf(['commit', 'commit', 'commit', 'later-commit'] as const);
  return [
    {
      matricule: developer.matricule,
      day,
      project,
      unit: developer.company.unit,
      amount,
      trace,
      late:
        developer.matricule === special.late.matricule && monthOf(day) === special.late.month && day.slice(8) > '15',
    },
  ];
}

const fixedDay = (matricule: string, day: Day, project: ProjectId, amount: number): PlannedDay => ({
  matricule,
  day,
  project,
  unit: 'minute',
  amount,
  trace: 'commit',
  late: false,
});

const fixed: readonly PlannedDay[] = [
  fixedDay(special.holiday.matricule, special.holiday.day, 'aiguillage', 210),
  fixedDay(special.twice.first, special.twice.day, 'aiguillage', 210),
  fixedDay(special.twice.second, special.twice.day, 'supervision', 210),
  fixedDay(special.corrected.matricule, special.corrected.day, 'aiguillage', 420),
];

/** Every declared day, by day, then by staff number. */
export const plannedDays: readonly PlannedDay[] = [
  ...developers
    .flatMap((developer) =>
      sampleMonths.flatMap((month) => chooseDays(developer, month).flatMap((day) => planDay(developer, day))),
    )
    .filter((planned) => !fixed.some(({ matricule, day }) => matricule === planned.matricule && day === planned.day)),
  ...fixed,
].sort((a, b) => (a.day === b.day ? (a.matricule < b.matricule ? -1 : 1) : a.day < b.day ? -1 : 1));
