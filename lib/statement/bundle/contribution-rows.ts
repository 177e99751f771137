// The contributions that carry counted time, a row each: taken from the entries, so that the list is the entries’ own.
import * as z from 'zod';
import type { Json } from '../../ledger/canonical.ts';
import { parseCanonical } from '../../ledger/canonical.ts';
import type { Sha256 } from '../../model/hashing.ts';
import { isCounted, readEntries } from './entry-rows.ts';

const label = z.string().min(1).max(300);

const rowSchema = z.strictObject({
  /** `<repository>#<kind>#<sha>…` */
  id: label,
  /** The projects and the people whose counted time it carries. */
  projects: z.array(label).min(1),
  people: z.array(z.int().min(1)).min(1),
});
export type ContributionRow = z.infer<typeof rowSchema>;

/** @param entries lines of entries.jsonl with their sources @returns in the order of their ids @throws Error (a fault) if a line is no entry */
export function contributionLines(sha256: Sha256, entries: readonly string[]): Json[] {
  const read = readEntries(sha256, entries);
  if (read === null) throw new Error('bundle: a row of the entries cannot be read');
  const found = new Map<string, { readonly projects: Set<string>; readonly people: Set<number> }>();
  for (const row of read.rows) {
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
    .map(([id, { projects, people }]) => ({
      ...{ id, people: [...people].sort((a, b) => a - b), projects: [...projects].sort() },
    }));
}

/** @returns null if a line is no such row in canonical form */
export function readContributions(lines: readonly string[]): readonly ContributionRow[] | null {
  try {
    return lines.map((line) => rowSchema.parse(parseCanonical(new TextEncoder().encode(line))));
  } catch {
    return null;
  }
}
