// When the repositories behind a figure were last read, and how long ago that is: said wherever a figure rests on traces.
import type { OrphanedView, PullView } from '../ledger/views/repository-views.ts';
import { type Day, daysBetween, parisDayOf } from '../model/calendar.ts';
import type { Project } from '../model/registry.ts';
import type { Ports } from '../ports.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { registryBook, repositoryBook } from './people.ts';
import { lookAt } from './repository-looks.ts';
import { projectsOf } from './statement-sources.ts';

export interface Freshness {
  readonly repository: string;
  /** UTC instant of the last reading that came to its end; null: never, or never until `asOf`. */
  readonly readAt: string | null;
  /** Its day in Paris. */
  readonly readOn: Day | null;
  /** Calendar days in Paris from that reading to `asOf`; null where there was none. */
  readonly gapDays: number | null;
  /** UTC instant before which a reading under way is not to go on; null if none waits. */
  readonly waitingUntil: string | null;
  /** Commits that left the history since they were seen: what is held of them stays, and is evidence as before. */
  readonly orphaned: number;
}

/** @returns the ids of the repositories of these projects, each once, in order */
export const repositoryIdsOf = (projects: readonly Pick<Project, 'repositories'>[]): readonly string[] =>
  [...new Set(projects.flatMap(({ repositories }) => repositories.map(({ id }) => id)))].sort();

/**
 * For a statement: as its traces stood when it was prepared.
 * @param stated the projects on its lines @param preparedAt UTC instant
 */
export async function freshnessOfStatement(
  ports: BookPorts & Pick<Ports, 'clock'>,
  stated: readonly { readonly id: string }[],
  preparedAt: string,
): Promise<readonly Freshness[]> {
  const ids = new Set(stated.map(({ id }) => id));
  const projects = (await projectsOf(await readBook(ports, registryBook))).filter(({ id }) => ids.has(id));
  return freshnessOf(ports, repositoryIdsOf(projects), Date.parse(preparedAt));
}

/**
 * @param repositories their ids
 * @param asOf UTC milliseconds: what was known then, as for a statement prepared at that instant; now unless given
 * @returns one a repository, in the order asked
 */
export async function freshnessOf(
  ports: BookPorts & Pick<Ports, 'clock'>,
  repositories: readonly string[],
  asOf?: number,
): Promise<readonly Freshness[]> {
  const now = ports.clock.now();
  const until = asOf ?? now;
  return inTurn(repositories, async (repository) => {
    const state = await readBook(ports, repositoryBook(repository));
    const pulls = (await state.list('pulls')).map(({ value }) => Date.parse((value as unknown as PullView).at));
    const look = await lookAt(ports, repository);
    const orphaned = (await state.get('orphaned')) as unknown as OrphanedView | null;
    // A reading that found nothing new is in no fact: only the last one is known.
    const readings = look.readAt === null || (asOf !== undefined && look.readAt > asOf) ? pulls : [look.readAt];
    const last = Math.max(...readings.filter((at) => at <= until));
    const isKnown = Number.isFinite(last);
    const isWaiting = look.waitingUntil !== null && look.waitingUntil > now;
    return {
      repository,
      readAt: isKnown ? new Date(last).toISOString() : null,
      readOn: isKnown ? parisDayOf(last) : null,
      gapDays: isKnown ? daysBetween(parisDayOf(last), parisDayOf(until)) : null,
      waitingUntil: isWaiting ? new Date(look.waitingUntil).toISOString() : null,
      orphaned: orphaned === null || Date.parse(orphaned.at) > until ? 0 : orphaned.batch.rows,
    };
  });
}
