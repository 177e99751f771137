// What GitHub tells of licence files: trees, histories of paths and texts, each many at once. `licenseInfo` would give today's value alone.
import * as z from 'zod';
import { commitId as oid } from '../commit-id.ts';
import { inOrderOfCommit } from '../licence-order.ts';
import { type LicenceFilesAt, type LicenceTeller, mostLicenceBytes } from '../licence-walk.ts';
import type { GithubClient } from './github-client.ts';
import { licenceFilesField, licenceTextField, licenceTouchesField, questionDocument } from './github-documents.ts';
import type { GithubSource } from './github-start.ts';

/** Of one question: GitHub works each out by itself. */
const askedAtOnce = 25;

const answered = z.object({ repository: z.record(z.string(), z.unknown()) });
const tree = z
  .object({ entries: z.array(z.object({ name: z.string(), type: z.string(), oid })).nullable() })
  .nullable();
const touched = z
  .object({ history: z.object({ nodes: z.array(z.object({ oid, committedDate: z.string() })) }) })
  .nullable();
const text = z
  .object({ text: z.string().nullable(), isTruncated: z.boolean(), byteSize: z.int() })
  .partial()
  .nullable();

/** @param folder empty for the root */
export function githubLicences(client: GithubClient, source: GithubSource, folder: string): LicenceTeller {
  const { url, owner, name } = source;

  /** One field for each value, in as many questions as it takes. */
  async function each<Shape extends z.ZodType>(
    values: readonly string[],
    shape: Shape,
    part: (i: number) => string,
    variable: (i: number, value: string) => Readonly<Record<string, readonly [type: string, value: string]>>,
  ): Promise<z.infer<Shape>[]> {
    const all: z.infer<Shape>[] = [];
    for (let from = 0; from < values.length; from += askedAtOnce) {
      const some = values.slice(from, from + askedAtOnce);
      const variables = Object.assign({}, ...some.map((value, i) => variable(i, value)));
      const { document, variables: given } = questionDocument({ fields: some.map((_, i) => part(i)), variables }, []);
      const { repository } = await client.ask(url, document, { owner, name, ...given }, answered);
      some.forEach((_, i) => {
        all.push(shape.parse(repository[`l${i}`] ?? null));
      });
    }
    return all;
  }

  return {
    filesAt: async (shas) => {
      const trees = await each(shas, tree, licenceFilesField, (i, sha) => ({
        [`lAt${i}`]: ['String!', `${sha}:${folder}`],
      }));
      return trees.map((one): LicenceFilesAt | null => {
        // A folder that is not there yet has no files; a commit without a tree is not there.
        if (one === null) return folder === '' ? null : {};
        const files = (one.entries ?? []).filter(({ type }) => type === 'blob');
        return Object.fromEntries(files.map((file) => [file.name, file.oid]));
      });
    },
    touches: async (tip, names) => {
      const paths = names.map((file) => (folder === '' ? file : `${folder}/${file}`));
      const lists = await each(paths, touched, licenceTouchesField, (i, path) => ({
        lTip: ['GitObjectID!', tip],
        [`lPath${i}`]: ['String!', path],
      }));
      return inOrderOfCommit(
        lists
          .flatMap((one) => one?.history.nodes ?? [])
          .map((node) => ({ sha: node.oid, committedAt: node.committedDate })),
      );
    },
    texts: async (ids) => {
      const blobs = await each(ids, text, licenceTextField, (i, id) => ({ [`lBlob${i}`]: ['GitObjectID!', id] }));
      return blobs.map((blob) =>
        blob === null || blob.isTruncated === true || (blob.byteSize ?? 0) > mostLicenceBytes
          ? null
          : (blob.text ?? null),
      );
    },
  };
}
