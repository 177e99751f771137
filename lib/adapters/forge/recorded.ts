// Commits recorded in a file (`FILE.jsonl.gz`, one JSON object a line, newest committer date first): for tests, and where git is missing.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import * as z from 'zod';
import { Refusal } from '../../model/refusal.ts';
import { type Forge, type ForgeCommit, type ForgePage, StartGone } from '../../ports/forge.ts';

const lines = z.int().min(0).nullable().optional();
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/);
const line = z.object({
  sha: z.string().regex(/^[0-9a-f]{40}$/),
  tree: z.string().regex(/^[0-9a-f]{40}$/),
  parents: z.int().min(0).max(100),
  author: z.string(),
  author_email: z.string(),
  author_date: instant,
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

/** The commits of a recording, one after the other. @throws Refusal `unreadable-file`, naming the line */
export async function* recordedCommits(file: string): AsyncGenerator<ForgeCommit> {
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

const pageCommits = 4000;
/** So many lines were given before: a resumed run reads past them. */
const cursor = z.object({ skip: z.int().min(0) });

/** @returns a forge that reads `url` as the path of a recording; it yields all of it, and the caller leaves out the ids it holds */
export function recordedForge(): Forge {
  return {
    async start({ url: file }, known) {
      let newest: string | null = null;
      const lost = new Set(known.tips);
      for await (const { sha } of recordedCommits(file)) {
        newest ??= sha;
        lost.delete(sha);
        if (lost.size === 0) break;
      }
      const unchanged = newest === null || known.tips.includes(newest);
      return {
        tips: newest === null ? {} : { recorded: newest },
        defaultBranch: 'recorded',
        lostTips: [...lost].sort(),
        first: unchanged ? null : { skip: 0 },
        acts: null,
        bytesTransferred: null,
      };
    },

    async *pages({ url: file }, { tips }, from): AsyncGenerator<ForgePage> {
      let { skip } = cursor.parse(from);
      let done = 0;
      let page: ForgeCommit[] = [];
      for await (const commit of recordedCommits(file)) {
        if (done === 0 && commit.sha !== tips.recorded) throw new StartGone('the recording is another one');
        done += 1;
        if (done <= skip) continue;
        if (page.length === pageCommits) {
          skip += page.length;
          yield { commits: page, acts: [], next: { skip } };
          page = [];
        }
        page.push(commit);
      }
      yield { commits: page, acts: [], next: null };
    },

    // A recording holds commits and no files.
    licences: async () => null,
  };
}
