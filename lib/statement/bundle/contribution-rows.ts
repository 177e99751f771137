// The contributions that carry counted time, a row each: taken from the entries, so that the list is the entries’ own.
import { canonicalText } from '../../ledger/canonical.ts';
import { isCounted, type ReadEntryRow } from './entry-rows.ts';

/**
 * @param rows of entries.jsonl, with their sources
 * @returns canonical lines in the order of their ids: `id` is `<repository>#<kind>#<sha>…`, `people` (the n of `name-<n>`) and `projects`
 * are those whose counted time it carries
 */
export function contributionLines(rows: readonly ReadEntryRow[]): string[] {
  const found = new Map<string, { readonly projects: Set<string>; readonly people: Set<number> }>();
  for (const row of rows) {
    if (row.source === null || !isCounted(row)) continue;
    for (const id of row.source.contributions) {
      const one = found.get(id) ?? { projects: new Set(), people: new Set() };
      one.projects.add(row.project);
      one.people.add(row.person);
      found.set(id, one);
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { projects, people }]) =>
      canonicalText({ id, people: [...people].sort((a, b) => a - b), projects: [...projects].sort() }),
    );
}
