// For the registrar: of each project what the registry says of its licence, what its repositories showed, and where the two differ.
import type { LicenceDecisionView } from '../ledger/views/registry-views.ts';
import type { LicenceSeenView } from '../ledger/views/repository-views.ts';
import type { Project, ProjectRepository } from '../model/registry.ts';
import { type LicenceFinding, licenceFindings, licenceInFolder, type SeenLicence } from '../rules/licence-watch.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { registryBook, repositoryBook } from './people.ts';
import { projectsOf } from './statement-sources.ts';
import { foldersUpFrom } from './watch-licences.ts';

export interface WatchedProject {
  readonly project: Project;
  /** By repository, in the order of the registry; each oldest first, none where nothing was read yet. */
  readonly seen: readonly (readonly SeenLicence[])[];
  readonly findings: readonly LicenceFinding[];
}

/** @returns what holds for that part of the repository, oldest first */
async function seenOf(ports: BookPorts, { id, branch, path }: ProjectRepository): Promise<readonly SeenLicence[]> {
  const facts = (await (await readBook(ports, repositoryBook(id))).list('licences'))
    .map(({ value }) => value as unknown as LicenceSeenView)
    .filter((seen) => seen.branch === branch)
    .map(({ seq: _seq, at: _at, ...seen }): SeenLicence => ({ repository: id, ...seen }));
  return licenceInFolder(foldersUpFrom(path).map((folder) => facts.filter((seen) => seen.folder === folder)));
}

/** The commits on which the registrar has decided for a project. */
async function settledIn(registry: BookState, project: string): Promise<ReadonlySet<string>> {
  const decisions = await registry.list(`licence-decisions/${project}`);
  return new Set(decisions.map(({ value }) => (value as unknown as LicenceDecisionView).sha));
}

/** @returns in order of the registry */
export async function watchedProjects(ports: BookPorts): Promise<readonly WatchedProject[]> {
  const registry = await readBook(ports, registryBook);
  return inTurn(await projectsOf(registry), async (project) => {
    const settled = await settledIn(registry, project.id);
    const seen = await inTurn(project.repositories, (repository) => seenOf(ports, repository));
    return { project, seen, findings: seen.flatMap((changes) => licenceFindings(project, changes, settled)) };
  });
}
