// What the licence files of a repository say, read at each pull where its projects are: written where it changes, never where a file is only touched.
import { readLicence } from '../intake/declarations/licence.ts';
import { detectLicence, unknownLicence } from '../intake/licences/detect-licence.ts';
import { causeOf } from '../ledger/fact.ts';
import type { FactData } from '../ledger/kinds.ts';
import type { LicenceSeenView } from '../ledger/views/repository-views.ts';
import { parisDayOf } from '../model/calendar.ts';
import type { RepositoryRef } from '../model/registry.ts';
import type { ForgeStart, LicenceState } from '../ports/forge.ts';
import type { Ports } from '../ports.ts';
import { foldersUpFrom } from '../rules/licence-watch.ts';
import { type AppendPorts, append } from './append.ts';
import { readBook } from './book-state.ts';
import { registryBook, repositoryBook } from './people.ts';
import { lookAt, noteLookAt } from './repository-looks.ts';
import { projectsOf } from './statement-sources.ts';

export type WatchPorts = AppendPorts & Pick<Ports, 'forge' | 'writeViews'>;

/** Where licence files are looked for. */
interface Place {
  /** Null: the default branch. */
  readonly branch: string | null;
  /** Empty: the root. */
  readonly folder: string;
}

const nameOf = ({ branch, folder }: Place): string => `${branch ?? ''}:${folder}`;

/** Those of all projects that name the repository, each once; of one that none names: its root. */
async function placesOf(ports: AppendPorts, repository: string): Promise<readonly Place[]> {
  const projects = await projectsOf(await readBook(ports, registryBook));
  const parts = projects.flatMap(({ repositories }) => repositories.filter(({ id }) => id === repository));
  const named = parts.length === 0 ? [{ branch: null, path: null }] : parts;
  const places = named.flatMap(({ branch, path }) => foldersUpFrom(path).map((folder) => ({ branch, folder })));
  return [...new Map(places.map((place) => [nameOf(place), place])).values()];
}

/** An expression of more terms than a fact holds is one for a person to read. */
const longestExpression = 200;
const mostFiles = 20;
/** Whoever writes in the repository names its files: the start of a name is enough to know it, and twenty of them fit into a fact. */
const longestName = 80;

/** All the files hold together: that one of them is open does not open the others. */
async function expressionOf({ files }: LicenceState): Promise<string | null> {
  const terms: string[] = [];
  for (const { text } of files) terms.push(text === null ? unknownLicence : await detectLicence(text));
  const each = [...new Set(terms)].sort();
  const [first, ...more] = each;
  if (first === undefined) return null;
  const all = more.length === 0 ? first : each.map((term) => (/ OR /.test(term) ? `(${term})` : term)).join(' AND ');
  return all.length > longestExpression ? unknownLicence : all;
}

async function seenIn(place: Place, state: LicenceState, readAtMs: number): Promise<FactData<'licence-seen'>> {
  const spdx = await expressionOf(state);
  const at = state.committedAt === null ? null : Date.parse(state.committedAt);
  return {
    ...place,
    files: state.files.slice(0, mostFiles).map(({ name }) => name.normalize('NFC').slice(0, longestName)),
    spdx,
    open: spdx !== null && readLicence(spdx)?.open === true,
    sha: state.sha,
    committedAt: at === null ? null : new Date(at).toISOString(),
    day: parisDayOf(at ?? readAtMs),
  };
}

/**
 * Repeatable: a crash between two facts leaves the rest to the next pull, which reads the same history again.
 * @param asked `start`: where the repository stands; `by`: whoever pulls
 * @returns how many changes were written
 * @throws ComeBackLater; Refusal of the forge
 */
export async function watchLicences(
  ports: WatchPorts,
  { id, url }: RepositoryRef,
  { start, by }: { readonly start: Pick<ForgeStart, 'tips' | 'defaultBranch'>; readonly by: string },
): Promise<number> {
  const book = repositoryBook(id);
  let written = 0;
  for (const place of await placesOf(ports, id)) {
    const tip = start.tips[`refs/heads/${place.branch ?? start.defaultBranch}`];
    const look = (await lookAt(ports, id)).licences[nameOf(place)];
    if (tip === undefined || look?.tip === tip) continue;
    const asked = { tip, folder: place.folder, known: look?.known ?? null };
    const told = await ports.forge.licences({ repository: id, url }, asked);
    if (told === null) continue;
    const held = (await (await readBook(ports, book)).list('licences'))
      .map(({ value }) => value as unknown as LicenceSeenView)
      .filter((one) => nameOf(one) === nameOf(place));
    // A history that is read again, because the look at it was lost, is told from its beginning.
    const known = new Set(held.map(({ sha }) => sha));
    let last = held.at(-1)?.spdx;
    const from = told.states.findLastIndex(({ sha }) => known.has(sha)) + 1;
    for (const state of told.states.slice(from)) {
      const seen = await seenIn(place, state, ports.clock.now());
      if (seen.spdx === last) continue;
      last = seen.spdx;
      const on = { ...place, sha: seen.sha, spdx: seen.spdx };
      const cause = causeOf(ports.primitives.sha256, { actor: book, act: 'see-licence', on, after: null });
      const { already } = await append(ports, { book, cause, dependsOn: [] }, async () => ({
        kind: 'licence-seen' as const,
        by,
        data: seen,
      }));
      if (!already) written += 1;
    }
    const licences = { ...(await lookAt(ports, id)).licences, [nameOf(place)]: { tip, known: told.known } };
    await noteLookAt(ports, id, { licences });
  }
  return written;
}
