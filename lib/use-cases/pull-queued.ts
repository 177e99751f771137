// What the queue of pulls hands over: one repository, pulled if its time has come and nobody read it since it was asked for.
import { type PulledRepository, type PullPorts, pullRepository } from './pull-repository.ts';
import { registeredRepositories } from './registered-repositories.ts';
import { lookAt } from './repository-looks.ts';

/** The `by` of facts that a schedule or a hint of a forge wrote. */
export const scheduler = 'scheduler';

/** A function of the cloud ends after a quarter of an hour; what a page takes at most, and the fact, must still fit in. */
const budgetMs = 10 * 60_000;

export interface QueuedPull {
  readonly repository: string;
  /** UTC milliseconds. */
  readonly notBefore: number;
}

/**
 * Harmless if it comes twice: the second finds that the repository was read since, or that nothing is new.
 * @returns null where there was nothing to do, or only to ask again later
 * @throws Refusal `repository-unreachable`, `repository-refused`, `git-missing`: the queue hands it over again
 */
export async function pullQueued(
  ports: PullPorts,
  { repository, notBefore }: QueuedPull,
): Promise<PulledRepository | null> {
  const now = ports.clock.now();
  const { readAt, waitingUntil } = await lookAt(ports, repository);
  const due = Math.max(notBefore, waitingUntil ?? 0);
  if (now < due) {
    // It came early: a queue delays less than a forge asks for.
    await ports.pullQueue.ask(repository, due);
    return null;
  }
  if (readAt !== null && readAt > notBefore) return null;
  const found = (await registeredRepositories(ports)).find(({ id }) => id === repository);
  // Taken out of the registry since: what it showed stays.
  if (found === undefined) return null;
  const asked = {
    by: scheduler,
    seenBy: 'pull',
    progress: () => undefined,
    budget: { until: now + budgetMs },
  } as const;
  return pullRepository(ports, found, asked);
}
