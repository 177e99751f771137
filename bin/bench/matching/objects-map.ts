// What most would write: objects, and a Map of arrays under keys of text.
import { type Columns, daysAfter, daysBefore } from './made-columns.ts';
import type { Prepare } from './way.ts';

const rowsOf = ({ developer, project, day }: Columns) =>
  Array.from(developer, (each, row) => ({
    developer: `dev${each}`,
    project: `project-${project[row]}`,
    day: day[row]!,
    isFound: false,
  }));

export const prepare: Prepare = async (_load, made) => {
  const entries = rowsOf(made.entries);
  const contributions = rowsOf(made.contributions);
  return async () => {
    const start = performance.now();
    const byDay = new Map<string, typeof contributions>();
    for (const each of contributions) {
      const key = `${each.developer}|${each.project}|${each.day}`;
      const group = byDay.get(key);
      if (group === undefined) byDay.set(key, [each]);
      else group.push(each);
    }
    let [pairs, none, orphan] = [0, 0, 0];
    for (const { developer, project, day } of entries) {
      let found = 0;
      for (let at = day - daysBefore; at <= day + daysAfter; at += 1) {
        for (const each of byDay.get(`${developer}|${project}|${at}`) ?? []) {
          each.isFound = true;
          found += 1;
        }
      }
      pairs += found;
      if (found === 0) none += 1;
    }
    for (const { isFound } of contributions) if (!isFound) orphan += 1;
    return { answer: { pairs, none, orphan }, milliseconds: { 'objects + Map': performance.now() - start } };
  };
};
