// What Forgejo and Gitea tell of licence files, by REST: one question for each tree, each file's history, each text.
import { blob, textOfBlob } from '../blob-text.ts';
import { inOrderOfCommit } from '../licence-order.ts';
import type { LicenceFilesAt, LicenceTeller } from '../licence-walk.ts';
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
    filesAt: async (shas) => {
      const all: (LicenceFilesAt | null)[] = [];
      for (const sha of shas) all.push(await filesAt(sha));
      return all;
    },
    touches: async (tip, names) => {
      const touches: { sha: string; committedAt: string }[] = [];
      for (const name of names) {
        const file = folder === '' ? name : `${folder}/${name}`;
        const query = { sha: tip, path: file, limit: 50, page: 1, stat: false, verification: false, files: false };
        const seen = await client.get(url, `${path}/commits`, query, commitDates, [404, 409]);
        touches.push(...(seen?.data ?? []).map(({ sha, commit }) => ({ sha, committedAt: commit.committer.date })));
      }
      return inOrderOfCommit(touches);
    },
    texts: async (ids) => {
      const texts: (string | null)[] = [];
      for (const id of ids) {
        const seen = await client.get(url, `${path}/git/blobs/${id}`, {}, blob, [404]);
        texts.push(textOfBlob(seen?.data ?? null));
      }
      return texts;
    },
  };
}
