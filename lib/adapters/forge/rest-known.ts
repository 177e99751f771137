// What a run over a REST API leaves for the next one. Such an API has no one question that tells whether anything at all is new: the branches tell of commits, the calendar of the rest.
import * as z from 'zod';
import type { Json } from '../../ledger/canonical.ts';

const known = z.object({
  /** The forge's id of the repository: it survives a new name. */
  repository: z.int(),
  main: z.string(),
  /** Ref name → commit id, as they stood. */
  tips: z.record(z.string(), z.string()),
  /** UTC milliseconds: when reviews, issues and releases were last asked for. */
  readAtMs: z.int(),
});
export type RestKnown = z.infer<typeof known>;

/** @returns null where the last run was made by another adapter */
export const readRestKnown = (json: Json | null): RestKnown | null => known.safeParse(json).data ?? null;

const oneDayMs = 24 * 3_600_000;
// The forge's clock and ours differ, and what happened while we asked must not fall between two runs.
const overlapMs = 10 * 60_000;

/** Reviews, issues and releases are asked for when branches moved, and else once a day: so a run that finds nothing new costs one request. */
export const isTimeForActs = (before: RestKnown | null, tipsMoved: boolean, nowMs: number): boolean =>
  before === null || tipsMoved || nowMs - before.readAtMs >= oneDayMs;

/** ISO 8601, UTC: from when on they are asked for; null for all. */
export const actsSince = (before: RestKnown | null): string | null =>
  before === null ? null : new Date(before.readAtMs - overlapMs).toISOString().replace(/\.\d+Z$/, 'Z');
