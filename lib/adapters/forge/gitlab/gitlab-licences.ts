// What GitLab tells of licence files, by REST: one question for each tree, each file's history, each text.
import { blob, textOfBlob } from '../blob-text.ts';
import { inOrderOfCommit } from '../licence-order.ts';
import type { LicenceFilesAt, LicenceTeller } from '../licence-walk.ts';
import { hasMore, type RestClient } from '../rest-client.ts';
import { commitDates, treeEntries } from './gitlab-shapes.ts';

interface Place {
  readonly url: string;
  /** Of the project, below the base of the API. */
  readonly path: string;
  /** Empty for the root. */
  readonly folder: string;
}

export function gitlabLicences(client: RestClient, { url, path, folder }: Place): LicenceTeller {
  async function filesAt(sha: string): Promise<LicenceFilesAt | null> {
    const files: Record<string, string> = {};
    for (let page = 1; ; page += 1) {
      const query = { ref: sha, path: folder, per_page: 100, page };
      const seen = await client.get(url, `${path}/repository/tree`, query, treeEntries, [404]);
      if (seen === null) return folder === '' ? null : {};
      for (const { name, id, type } of seen.data) if (type === 'blob') files[name] = id;
      if (!hasMore(seen, 100)) return files;
    }
  }

  return {
    filesAt: async (shas) => {
      const all: (LicenceFilesAt | null)[] = [];
      for (const sha of shas) all.push(await filesAt(sha));
      return all;
    },
    touches: async (tip, names) => {
      const touches: { sha: string; committedAt: string }[] = [];
      for (const name of names) {
        const query = { ref_name: tip, path: folder === '' ? name : `${folder}/${name}`, per_page: 100 };
        const seen = await client.get(url, `${path}/repository/commits`, query, commitDates);
        touches.push(...(seen?.data ?? []).map(({ id, committed_date }) => ({ sha: id, committedAt: committed_date })));
      }
      return inOrderOfCommit(touches);
    },
    texts: async (ids) => {
      const texts: (string | null)[] = [];
      for (const id of ids) {
        const seen = await client.get(url, `${path}/repository/blobs/${id}`, {}, blob, [404]);
        texts.push(textOfBlob(seen?.data ?? null));
      }
      return texts;
    },
  };
}
