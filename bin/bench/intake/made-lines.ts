// The lines of an invented timesheet of eight columns, the same on every machine: what every reader of the intake bench is given.

import { drawer } from '../beside/drawer.ts';

export const columns = ['employee_id', 'email', 'project', 'day', 'hours', 'activity', 'task', 'comment'] as const;

/** The cells of a line, in the order of `columns`. */
export type MadeLine = readonly string[];

export const activities = ['dev', 'review', 'docs', 'maintenance', 'security', 'community'] as const;

/** One line in so many is wrong, in each of the five ways in turn. */
const wrongEvery = 1000;
const firstWrong = 500;
/** One line in so many has a comment with a comma and quotation marks. */
const quotedEvery = 200;
const firstQuoted = 7;

/** What is wrong, as a change of one cell: a matricule and an address without their form, no such day, more than a day, a tenth of an hour. */
const wrongs: readonly Readonly<Partial<Record<(typeof columns)[number], string>>>[] = [
  { employee_id: 'X12' },
  { email: 'nobody' },
  { day: '2026-02-30' },
  { hours: '25' },
  { hours: '1.1' },
];

const daysOf2026 = Array.from({ length: 365 }, (_, day) =>
  new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
);

const hoursText = (quarters: number): string => `${Math.floor(quarters / 4)}${['', '.25', '.5', '.75'][quarters % 4]}`;

/** 20,000 people of 50 companies, 400 projects, the days of 2026, quarters of an hour up to eight; the header is not among them. */
export function* madeLines(count: number): Generator<MadeLine> {
  const draw = drawer(42);
  for (let i = 0; i < count; i += 1) {
    const person = draw(20_000);
    const project = draw(400);
    const day = draw(365);
    const quarters = 1 + draw(32);
    const issue = i % 3 === 0 ? `work on issue #${draw(9999)}` : '';
    const comment = i % quotedEvery === firstQuoted ? `fix, then "review" #${draw(999)}` : issue;
    const line = {
      employee_id: `E${String(person).padStart(6, '0')}`,
      email: `dev${person}@corp${person % 50}.example`,
      project: `project-${project}`,
      day: daysOf2026[day]!,
      hours: hoursText(quarters),
      activity: activities[draw(activities.length)]!,
      task: `T-${draw(99_999)}`,
      comment,
    };
    const wrong = i % wrongEvery === firstWrong ? wrongs[Math.floor(i / wrongEvery) % wrongs.length] : undefined;
    yield Object.values(wrong === undefined ? line : { ...line, ...wrong });
  }
}
