// The repositories of the registry: each once, whatever number of projects it belongs to.
import type { ProjectView } from '../ledger/views/registry-views.ts';
import type { RepositoryRef } from '../model/registry.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { registryBook } from './people.ts';

/** @returns in order of id; one that two projects name is the same repository, by its id */
export async function registeredRepositories(ports: BookPorts): Promise<readonly RepositoryRef[]> {
  const registry = await readBook(ports, registryBook);
  const byId = new Map<string, RepositoryRef>();
  for (const { value } of await registry.list('projects')) {
    const { registered } = value as unknown as ProjectView;
    for (const repository of registered?.repositories ?? []) {
      byId.set(repository.id, byId.get(repository.id) ?? repository);
    }
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
