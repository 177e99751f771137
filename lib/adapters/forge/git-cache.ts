// A bare partial clone of one repository, brought up to date. It is a cache: it may be lost at any time and holds nothing of ours.
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GitFailed, type GitRunner } from './git-process.ts';
import type { SafeSource } from './safe-source.ts';

// Branch heads; tags, for a released branch is often deleted; and the heads of pull and merge requests: squash-merge projects show the
// days of work only there (forges.md, section 0, 6).
const allRefs = [
  '+refs/heads/*:refs/heads/*',
  '+refs/tags/*:refs/tags/*',
  '+refs/pull/*/head:refs/pull/*/head',
  '+refs/merge-requests/*/head:refs/merge-requests/*/head',
];

/** What a clone holds: which objects are left out, and which refs are followed. */
export interface CloneOf {
  readonly filter: string;
  readonly refspecs: readonly string[];
}

/** Commits alone, of all refs. */
const commitsOfAllRefs: CloneOf = { filter: 'tree:0', refspecs: allRefs };

/** Beyond so many packs a fresh clone is cheaper than looking through them. */
const mostPacks = 200;

/** Settings read instead of the machine's. The operator's own folder may belong to another user, and its git may serve a partial clone. */
export const gitSettings = '[safe]\n\tdirectory = *\n[uploadpack]\n\tallowFilter = true\n';

/** Options of every call that may leave the machine. */
export function networkOptions(source: SafeSource): string[] {
  const closed = [
    '-c',
    'protocol.allow=never',
    '-c',
    'core.hooksPath=/dev/null',
    '-c',
    'credential.helper=',
    '-c',
    'core.askPass=',
  ];
  if (source.kind === 'local') return [...closed, '-c', 'protocol.file.allow=always'];
  const pin = `${source.host}:${source.port}:${source.pinned.map((at) => (at.includes(':') ? `[${at}]` : at)).join(',')}`;
  return [
    ...closed,
    ...['-c', 'protocol.https.allow=always'],
    // The addresses that were found to be public, and no other host after a redirect.
    ...['-c', `http.curloptResolve=${pin}`, '-c', 'http.followRedirects=false'],
    ...['-c', 'http.lowSpeedLimit=1000', '-c', 'http.lowSpeedTime=60'],
  ];
}

async function packs(folder: string): Promise<string[]> {
  return (await readdir(join(folder, 'objects', 'pack')).catch(() => [])).filter((name) => name.endsWith('.pack'));
}

async function packBytes(folder: string): Promise<number> {
  const sizes = (await packs(folder)).map(async (name) => (await stat(join(folder, 'objects', 'pack', name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** What an earlier fetch that was killed left half-written. A pull that runs beside this one keeps its own: those are young. */
async function removeLeftovers(folder: string): Promise<void> {
  const place = join(folder, 'objects', 'pack');
  for (const name of await readdir(place).catch(() => [])) {
    if (!name.startsWith('tmp_')) continue;
    const seen = await stat(join(place, name)).catch(() => null);
    if (seen !== null && performance.timeOrigin - seen.mtimeMs > 3_600_000)
      await rm(join(place, name), { force: true });
  }
}

async function fetchInto(git: GitRunner, folder: string, source: SafeSource, of: CloneOf): Promise<void> {
  await git.text({ args: ['init', '--quiet', '--bare', folder] });
  const from = source.kind === 'local' ? source.path : source.url;
  await git.text({
    args: [
      ...networkOptions(source),
      ...['-C', folder, '-c', `remote.origin.url=${from}`],
      // Told per call and not kept, so that a walk never goes to the network for a tree that we chose not to have.
      ...['-c', 'remote.origin.promisor=true', '-c', 'gc.auto=0', '-c', 'fetch.unpackLimit=1'],
      ...['fetch', '--quiet', '--prune', '--force', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'],
      ...[`--filter=${of.filter}`, 'origin', ...of.refspecs],
    ],
  });
}

/**
 * Brings `folder` to the state of today's refs. Killed anywhere, the next call goes on from what git finished, or starts afresh.
 * Where the other side cannot filter, git transfers everything; that is allowed.
 * @returns bytes of packs received
 * @throws GitFailed if a fresh clone fails too
 */
export async function bringUpToDate(
  git: GitRunner,
  folder: string,
  source: SafeSource,
  of: CloneOf = commitsOfAllRefs,
): Promise<number> {
  await mkdir(join(folder, '..'), { recursive: true });
  await writeFile(join(folder, '..', 'gitconfig'), gitSettings);
  if ((await packs(folder)).length > mostPacks) await rm(folder, { recursive: true, force: true });
  await removeLeftovers(folder);
  const before = await packBytes(folder);
  try {
    await fetchInto(git, folder, source, of);
    return (await packBytes(folder)) - before;
  } catch (failure) {
    if (!(failure instanceof GitFailed)) throw failure;
  }
  // The cache may be broken (a lock left by a kill, a lost file) or the other side gone: only a fresh clone can tell.
  const fresh = `${folder}.fresh-${process.pid}`;
  try {
    await rm(fresh, { recursive: true, force: true });
    await fetchInto(git, fresh, source, of);
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
    return await packBytes(folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
