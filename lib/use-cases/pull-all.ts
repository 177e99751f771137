// Every repository of every registered project, one after the other: what each shows is written before the next is asked.
import type { ProjectView } from '../ledger/views/registry-views.ts';
import { Refusal } from '../model/refusal.ts';
import { readBook } from './book-state.ts';
import { registryBook } from './people.ts';
import { pullContributions } from './pull-contributions.ts';
import type { PullPorts } from './pull-repository.ts';

/** The `by` of facts that a schedule wrote. */
export const scheduler = 'scheduler';

/**
 * A project that cannot be pulled stops no other.
 * @returns how many contributions were new
 * @throws the first refusal (`repository-unreachable`…) once all were tried: the next run goes on from what was written
 */
export async function pullAll(ports: PullPorts): Promise<number> {
  const registry = await readBook(ports, registryBook);
  const refused: Refusal[] = [];
  let written = 0;
  for (const { value } of await registry.list('projects')) {
    const { registered } = value as unknown as ProjectView;
    if (registered === null || registered.repositories.length === 0) continue;
    try {
      const pulled = await pullContributions(ports, {
        ...{ project: registered.project, by: scheduler, seenBy: 'pull' },
        progress: () => undefined,
      });
      written += pulled.written;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(error);
    }
  }
  if (refused[0] !== undefined) throw refused[0];
  return written;
}
