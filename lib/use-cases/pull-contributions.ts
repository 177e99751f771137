// Pulls the repositories of a project, each into a book of its own.
import type { ProjectView } from '../ledger/views/registry-views.ts';
import { Refusal } from '../model/refusal.ts';
import type { RepositoryRef } from '../model/registry.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { registryBook } from './people.ts';
import { type PullAsked, type PulledRepository, type PullPorts, pullRepository } from './pull-repository.ts';

export interface PulledProject {
  /** New contributions over all repositories. */
  readonly written: number;
  /** Repositories that showed nothing new. */
  readonly unchanged: number;
  readonly repositories: readonly PulledRepository[];
}

/** @throws Refusal `unknown-project` */
export async function repositoriesOf(ports: BookPorts, project: string): Promise<readonly RepositoryRef[]> {
  const registry = await readBook(ports, registryBook);
  const view = (await registry.get(`projects/${project}`)) as unknown as ProjectView | null;
  if (view !== null && view.registered !== null) return view.registered.repositories;
  throw new Refusal('unknown-project', {
    fr: `Le projet « ${project} » n’est pas au registre. Corrigez l’identifiant, ou faites-le inscrire avec ses dépôts (« communs registry »).`,
    en: `The project '${project}' is not in the registry. Correct the identifier, or have it entered with its repositories ('communs registry').`,
  });
}

/**
 * A repository that does not answer ends the run: what the ones before it showed is written, and the next run goes on.
 * @throws Refusal `unknown-project`, and those of the forge
 */
export async function pullContributions(
  ports: PullPorts,
  asked: PullAsked & { readonly project: string },
): Promise<PulledProject> {
  const { project, ...how } = asked;
  const repositories: PulledRepository[] = [];
  for (const repository of await repositoriesOf(ports, project)) {
    repositories.push(await pullRepository(ports, repository, how));
  }
  return {
    written: repositories.reduce((sum, { contributions }) => sum + contributions, 0),
    unchanged: repositories.filter(({ already }) => already).length,
    repositories,
  };
}
