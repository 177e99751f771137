// Once a day every repository of the registry is asked for: the queue has each of them pulled, so that none waits for another.
import type { Ports } from '../ports.ts';
import { inTurn } from './batches.ts';
import type { BookPorts } from './book-state.ts';
import { registeredRepositories } from './registered-repositories.ts';

/** @returns how many repositories were asked for: one that several projects share is one */
export async function pullAll(ports: BookPorts & Pick<Ports, 'clock' | 'pullQueue'>): Promise<number> {
  const repositories = await registeredRepositories(ports);
  const now = ports.clock.now();
  await inTurn(repositories, ({ id }) => ports.pullQueue.ask(id, now));
  return repositories.length;
}
