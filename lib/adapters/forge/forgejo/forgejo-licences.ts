// What Forgejo and Gitea tell of licence files, by REST: one question for each tree, each file's history, each text.
import { blob, textOfBlob } from '../blob-text.ts';
import { inOrderOfCommit } from '../licence-order.ts';
import { type LicenceFilesAt, type LicenceTeller, oneByOne } from '../licence-walk.ts';
import type { RestClient } from '../rest-client.ts';
import { commitDates, contents } from './forgejo-shapes.ts';

interface Place {
  readonly url: string;
  /** Of the repository, below the base of the API. */
  readonly path: string;
  /** Empty for the root. */
  readonly folder: string;
}

export function forgejoLicences(client: RestClient, { url, path, folder }: Place): LicenceTeller {
  const place = folder === '' ? '' : `/${folder.split('/').map(encodeURIComponent).join('/')}`;

  async function filesAt(sha: string): Promise<LicenceFilesAt | null> {
    const seen = await client.get(url, `${path}/contents${place}`, { ref: sha }, contents, [404]);
    if (seen === null) return folder === '' ? null : {};
    return Object.fromEntries(seen.data.flatMap(({ name, sha: id, type }) => (type === 'file' ? [[name, id]] : [])));
  }

  return {
    filesAt: oneByOne(filesAt),
    touches: async (tip, names) => {
      const touchesOf = oneByOne(async (name: string) => {
        const file = folder === '' ? name : `${folder}/${name}`;
        const query = { sha: tip, path: file, limit: 50, page: 1, stat: false, verification: false, files: false };
        const seen = await client.get(url, `${path}/commits`, query, commitDates, [404, 409]);
        return (seen?.data ?? []).map(({ sha, commit }) => ({ sha, committedAt: commit.committer.date }));
      });
      return inOrderOfCommit((await touchesOf(names)).flat());
    },
    texts: oneByOne(async (id) => {
      const seen = await client.get(url, `${path}/git/blobs/${id}`, {}, blob, [404]);
      return textOfBlob(seen?.data ?? null);
    }),
  };
}
