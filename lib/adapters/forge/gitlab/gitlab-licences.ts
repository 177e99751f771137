// What GitLab tells of licence files, by REST: one question for each tree, each file's history, each text.
import { blob, textOfBlob } from '../blob-text.ts';
import { inOrderOfCommit } from '../licence-order.ts';
import { type LicenceFilesAt, type LicenceTeller, oneByOne } from '../licence-walk.ts';
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
    filesAt: oneByOne(filesAt),
    touches: async (tip, names) => {
      const touchesOf = oneByOne(async (name: string) => {
        const query = { ref_name: tip, path: folder === '' ? name : `${folder}/${name}`, per_page: 100 };
        const seen = await client.get(url, `${path}/repository/commits`, query, commitDates);
        return (seen?.data ?? []).map(({ id, committed_date }) => ({ sha: id, committedAt: committed_date }));
      });
      return inOrderOfCommit((await touchesOf(names)).flat());
    },
    texts: oneByOne(async (id) => {
      const seen = await client.get(url, `${path}/repository/blobs/${id}`, {}, blob, [404]);
      return textOfBlob(seen?.data ?? null);
    }),
  };
}
