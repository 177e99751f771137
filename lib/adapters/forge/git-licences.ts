// What plain git tells of licence files: from a clone with trees and without files, and the few files that are licences.
import { bringUpToDate, networkOptions } from './git-cache.ts';
import { GitFailed, type GitRunner } from './git-process.ts';
import { type LicenceFilesAt, type LicenceTeller, mostLicenceBytes, oneByOne } from './licence-walk.ts';
import type { SafeSource } from './safe-source.ts';

/** Trees are needed to see which commit touched a file; of the files themselves only licences are. */
const licenceClone = { filter: 'blob:none', refspecs: ['+refs/heads/*:refs/heads/*'] } as const;

/** Brings the files of these ids into the clone, in one request. */
async function fetchFiles(git: GitRunner, clone: string, source: SafeSource, ids: readonly string[]): Promise<void> {
  const from = source.kind === 'local' ? source.path : source.url;
  await git.text({
    args: [
      ...networkOptions(source),
      ...['-C', clone, '-c', `remote.origin.url=${from}`, '-c', 'remote.origin.promisor=true', '-c', 'gc.auto=0'],
      ...['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules', '--filter=blob:none'],
      ...['origin', ...ids],
    ],
  });
}

/** @returns id → size */
async function sizesOf(git: GitRunner, clone: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  const input = ids.map((id) => `${id}\n`).join('');
  const check = { args: ['-C', clone, 'cat-file', '--batch-check=%(objectname) %(objecttype) %(objectsize)'], input };
  for await (const line of git.pieces(check, '\n')) {
    const [id = '', type, size] = line.split(' ');
    if (type === 'blob') sizes.set(id, Number.parseInt(size ?? '', 10));
  }
  return sizes;
}

interface Place {
  readonly clone: string;
  readonly source: SafeSource;
  /** Empty for the root. */
  readonly folder: string;
}

/** The clone is brought up to date where it lacks the tip. */
export async function gitLicences(
  git: GitRunner,
  { clone, source, folder }: Place,
  tip: string,
): Promise<LicenceTeller> {
  const holdsTip = await git.text({ args: ['-C', clone, 'cat-file', '-e', tip] }).then(
    () => true,
    (failure: unknown) => {
      if (failure instanceof GitFailed) return false;
      throw failure;
    },
  );
  if (!holdsTip) await bringUpToDate(git, clone, source, licenceClone);
  const below = folder === '' ? '' : `${folder}/`;

  async function filesAt(sha: string): Promise<LicenceFilesAt | null> {
    const files: Record<string, string> = {};
    const only = folder === '' ? [] : ['--', below];
    try {
      for await (const entry of git.pieces({ args: ['-C', clone, 'ls-tree', '-z', sha, ...only] }, '\0')) {
        const [, id, name] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
        if (id !== undefined && name !== undefined) files[name.slice(below.length)] = id;
      }
    } catch (failure) {
      if (failure instanceof GitFailed) return null;
      throw failure;
    }
    return files;
  }

  return {
    filesAt: oneByOne(filesAt),
    touches: async (from, names) => {
      const paths = names.map((name) => `${below}${name}`);
      // A mailmap would be a file to fetch.
      const still = ['-C', clone, '-c', 'log.mailmap=false', '-c', 'log.showSignature=false', '--literal-pathspecs'];
      const args = [...still, 'log', '--topo-order', '--format=%H %cI', from, '--', ...paths];
      const touches: { sha: string; committedAt: string }[] = [];
      for await (const line of git.pieces({ args }, '\n')) {
        const [sha = '', committedAt = ''] = line.split(' ');
        touches.push({ sha, committedAt });
      }
      return touches;
    },
    texts: async (ids) => {
      // git has no way to ask which of them it lacks without dying of the first one.
      await fetchFiles(git, clone, source, ids);
      const sizes = await sizesOf(git, clone, ids);
      const textOf = oneByOne(async (id: string) => {
        const size = sizes.get(id);
        const isReadable = size !== undefined && size <= mostLicenceBytes;
        return isReadable ? git.text({ args: ['-C', clone, 'cat-file', 'blob', id] }) : null;
      });
      return textOf(ids);
    },
  };
}
