// Commits recorded in a file (`FILE.jsonl.gz`, one JSON object a line, newest committer date first): for tests, and where git is missing.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import * as z from 'zod';
import { Refusal } from '../../model/refusal.ts';
import type { Forge, ForgeCommit } from '../../ports.ts';

const lines = z.int().min(0).nullable().optional();
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/);
const line = z.object({
  sha: z.string().regex(/^[0-9a-f]{40}$/),
  tree: z.string().regex(/^[0-9a-f]{40}$/),
  parents: z.int().min(0).max(100),
  author: z.string(),
  author_email: z.string(),
  author_date: instant,
  committer_email: z.string(),
  committer_date: instant,
  coauthors: z.array(z.object({ name: z.string(), email: z.string() })).optional(),
  additions: lines,
  deletions: lines,
  patch_id: z.string().nullable().optional(),
  reverts: z.string().nullable().optional(),
  cherry_picked_from: z.string().nullable().optional(),
  pr: z.int().min(1).nullable().optional(),
  signed: z.boolean().optional(),
  on_default: z.boolean().optional(),
});

const unreadable = (file: string, where: string, cause: unknown): Refusal =>
  new Refusal(
    'unreadable-file',
    {
      fr: `Les contributions enregistrées « ${file} » ne peuvent pas être lues${where === '' ? '' : `, ligne ${where}`}. Il faut un fichier .jsonl.gz, un objet JSON par ligne ; refaites l’enregistrement.`,
      en: `The recorded contributions "${file}" cannot be read${where === '' ? '' : `, line ${where}`}. A .jsonl.gz file is needed, one JSON object a line; record it again.`,
    },
    { cause },
  );

function toCommit(seen: z.infer<typeof line>): ForgeCommit {
  const { additions = null, deletions = null } = seen;
  return {
    sha: seen.sha,
    tree: seen.tree,
    // The recording tells how many parents there are, not which.
    parents: Array.from({ length: seen.parents }, () => '?'),
    authorName: seen.author,
    authorAddress: seen.author_email,
    authoredAt: seen.author_date,
    authorAccount: null,
    committerAddress: seen.committer_email,
    committedAt: seen.committer_date,
    coAuthors: (seen.coauthors ?? []).map(({ name, email }) => ({ name, address: email, account: null })),
    subject: '',
    changedLines: additions === null || deletions === null ? null : additions + deletions,
    patchId: seen.patch_id ?? null,
    reverts: seen.reverts ?? null,
    cherryPickedFrom: seen.cherry_picked_from ?? null,
    onDefaultBranch: seen.on_default ?? true,
    pullRequest: seen.pr ?? null,
    signed: seen.signed ?? false,
  };
}

async function* commitsOf(file: string): AsyncGenerator<ForgeCommit> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip());
  source.on('error', (cause) => text.destroy(cause));
  const rows = createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
  let row = 0;
  try {
    for await (const json of rows) {
      row += 1;
      if (json !== '') yield toCommit(line.parse(JSON.parse(json)));
    }
  } catch (cause) {
    throw unreadable(file, row === 0 ? '' : String(row), cause);
  } finally {
    source.destroy();
    text.destroy();
  }
}

/** @returns a forge that reads `url` as the path of a recording; it yields all of it, and the caller leaves out the ids it holds */
export function recordedForge(): Forge {
  return {
    async read({ url: file }, knownTips, progress) {
      let newest: string | null = null;
      const lost = new Set(knownTips);
      for await (const { sha } of commitsOf(file)) {
        newest ??= sha;
        lost.delete(sha);
        if (lost.size === 0) break;
      }
      const unchanged = newest === null || knownTips.includes(newest);
      let closed = false;
      async function* commits(): AsyncGenerator<ForgeCommit> {
        if (unchanged) return;
        let done = 0;
        for await (const commit of commitsOf(file)) {
          if (closed) return;
          yield commit;
          done += 1;
        }
        progress(done, done);
      }
      return {
        tips: newest === null ? {} : { recorded: newest },
        defaultBranch: 'recorded',
        lostTips: [...lost].sort(),
        commits: commits(),
        bytesTransferred: null,
        close: async () => {
          closed = true;
        },
      };
    },
  };
}
