// Commits, reviews, issues and releases of a GitHub repository (github.com and Enterprise), by GraphQL.
import type { Json } from '../../../ledger/canonical.ts';
import type { Forge, ForgePage } from '../../../ports/forge.ts';
import type { ForgeOptions } from '../forge-options.ts';
import { tooMuchForTheForge } from '../forge-refusals.ts';
import { readLicenceFiles } from '../licence-walk.ts';
import { repositoryPath } from '../repository-path.ts';
import { githubClient, TooHeavy } from './github-client.ts';
import { readCursor } from './github-cursor.ts';
import { githubLicences } from './github-licences.ts';
import { githubPage } from './github-page.ts';
import { type GithubSource, githubStart } from './github-start.ts';

/**
 * Requests of one run: one where nothing is new, else at most two more than the commits given, in hundreds (each request takes a page of the
 * history, of other branches, of pull requests, issues and releases together). More than 100 branches, history pushed by force, and pages
 * that GitHub could not work out whole cost some on top.
 * @param options `apiBase` as octokit wants it: `https://api.github.com`, or `https://HOST/api/v3` of an Enterprise Server
 */
export function githubForge(options: ForgeOptions): Forge {
  const client = githubClient(options);
  const sourceOf = (url: string): GithubSource => {
    const [owner, name] = repositoryPath(url, options, 'two') as [string, string];
    return { url, owner, name };
  };
  return {
    start: async ({ url }, known) => {
      try {
        return await githubStart(client, sourceOf(url), known, options.now());
      } catch (failure) {
        throw failure instanceof TooHeavy ? tooMuchForTheForge(url, options.host) : failure;
      }
    },
    pages: async function* ({ url }, _start, from) {
      const source = sourceOf(url);
      for (let at: Json | null = from; at !== null; ) {
        const page = await pageOrSmaller(source, at);
        yield page;
        at = page.next;
      }
    },
    licences: async ({ url }, { tip, folder, known }) => {
      try {
        return await readLicenceFiles(githubLicences(client, sourceOf(url), folder), { tip, known });
      } catch (failure) {
        throw failure instanceof TooHeavy ? tooMuchForTheForge(url, options.host) : failure;
      }
    },
  };

  /** Where GitHub could not work the page out: an empty one, whose next asks for half as much. */
  async function pageOrSmaller(source: GithubSource, at: Json): Promise<ForgePage> {
    const cursor = readCursor(at);
    try {
      return await githubPage(client, source, cursor);
    } catch (failure) {
      if (!(failure instanceof TooHeavy)) throw failure;
      if (cursor.size === 1) throw tooMuchForTheForge(source.url, options.host);
      return { commits: [], acts: [], next: { ...cursor, size: Math.floor(cursor.size / 2) } };
    }
  }
}
