// Whether the public archive holds what was pulled last of a project's repositories, and the request to visit where it does not. Nothing is written, and nothing waits for it.
import type { Archive } from '../ports/archive.ts';
import { ComeBackLater } from '../ports/forge.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { repositoryBook } from './people.ts';
import { repositoriesOf } from './pull-contributions.ts';
import { shasIn, tipsOf } from './repository-tips.ts';

export interface ArchivedRepository {
  readonly repository: string;
  readonly url: string;
  /** How the archive names the repository; null for a local path, which it cannot visit. */
  readonly origin: string | null;
  /** Commits at which the last pull found branches, tags and pull requests, as SWHIDs in order. */
  readonly tips: readonly string[];
  /** Of these, what the archive does not hold; null if it could not be asked. */
  readonly missing: readonly string[] | null;
  /** How the request to visit stands; null if none was made. */
  readonly visit: 'accepted' | 'pending' | 'rejected' | null;
  /** UTC, ISO 8601: the archive asks to come back then; null if it answered. */
  readonly later: string | null;
}

/** Version 1 names objects by SHA-1: a repository on SHA-256 has none. */
const sha1 = /^[0-9a-f]{40}$/;

async function tipsPulled(ports: BookPorts, repository: string): Promise<string[]> {
  const state = await readBook(ports, repositoryBook(repository));
  const tips = await tipsOf(state);
  if (tips === null) return [];
  const shas = await shasIn(ports, state.book, tips.refs);
  const names = shas.flatMap((sha) => (sha1.test(sha) ? [`swh:1:rev:${sha}`] : []));
  return [...new Set(names)].sort();
}

/**
 * One question for the tips of each repository; a request to visit where one of them is not held. Where the archive asks to come back later,
 * what is left is told so.
 * @throws Refusal `unknown-project`, `repository-unreachable`
 */
export async function archiveRepositories(
  ports: BookPorts & { readonly archive: Archive },
  project: string,
): Promise<readonly ArchivedRepository[]> {
  const { archive } = ports;
  const told: ArchivedRepository[] = [];
  let later: string | null = null;
  for (const { id: repository, url } of await repositoriesOf(ports, project)) {
    const tips = await tipsPulled(ports, repository);
    const isPublic = URL.canParse(url) && new URL(url).protocol === 'https:';
    const origin = isPublic ? archive.originOf(url) : null;
    const unasked = { repository, url, origin, tips, missing: null, visit: null };
    if (!isPublic || tips.length === 0 || later !== null) {
      told.push({ ...unasked, later: isPublic && tips.length > 0 ? later : null });
      continue;
    }
    let missing: string[] | null = null;
    try {
      const held = await archive.known(tips);
      missing = tips.filter((swhid) => held.get(swhid) !== true);
      const visit = missing.length === 0 ? null : await archive.save(url);
      told.push({ ...unasked, missing, visit, later: null });
    } catch (failure) {
      if (!(failure instanceof ComeBackLater)) throw failure;
      later = new Date(failure.notBefore).toISOString();
      told.push({ ...unasked, missing, later });
    }
  }
  return told;
}
