// For the registrar: of each project what the registry says of its licence, what its repositories showed, and where the two differ.
import type { LicenceDecisionView } from '../ledger/views/registry-views.ts';
import type { LicenceSeenView } from '../ledger/views/repository-views.ts';
import type { Project, ProjectRepository } from '../model/registry.ts';
import {
  foldersUpFrom,
  type LicenceFinding,
  licenceFindings,
  licenceInFolder,
  type SeenLicence,
} from '../rules/licence-watch.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { registryBook, repositoryBook } from './people.ts';
import { refsIn, tipsOf } from './repository-tips.ts';
import { projectsOf } from './statement-sources.ts';

export interface WatchedProject {
  readonly project: Project;
  /** By repository, in the order of the registry; each oldest first, none where nothing was read yet. */
  readonly seen: readonly (readonly SeenLicence[])[];
  /** Branches that the registry names and that the last pull did not find: nothing is read there. */
  readonly lost: readonly { readonly id: string; readonly branch: string }[];
  readonly findings: readonly LicenceFinding[];
}

/** None of a repository that was never pulled: nobody knows its branches. */
async function lostBranches(ports: BookPorts, { id, branch }: ProjectRepository): Promise<WatchedProject['lost']> {
  if (branch === null) return [];
  const book = repositoryBook(id);
  const tips = await tipsOf(await readBook(ports, book));
  if (tips === null) return [];
  const refs = await refsIn(ports, book, tips.refs);
  return refs.some(({ ref }) => ref === `refs/heads/${branch}`) ? [] : [{ id, branch }];
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
    const lost = (await inTurn(project.repositories, (repository) => lostBranches(ports, repository))).flat();
    return { project, seen, lost, findings: seen.flatMap((changes) => licenceFindings(project, changes, settled)) };
  });
}
