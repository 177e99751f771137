// One GET to a forge's REST API, and every way in which the answer can be none, told apart.
import type * as z from 'zod';
import { exchanged } from './exchanged.ts';
import type { ForgeOptions } from './forge-options.ts';
import { forgePatience, isLimit, quotaOf } from './forge-patience.ts';
import { accessDenied, answerNotUnderstood, repositoryMissing } from './forge-refusals.ts';
import { safeFetch } from './safe-fetch.ts';

export interface RestPage<Data> {
  readonly data: Data;
  /** Told by `Link`, `X-Next-Page`, `X-HasMore` or `X-Total-Count`; null where the forge sends none of them. */
  readonly hasNext: boolean | null;
}

export interface RestClient {
  /**
   * @param url of the repository, for messages
   * @param path below the base of the API, its segments encoded
   * @param absent statuses that mean "there is none", answered by null
   * @throws ComeBackLater, Refusal
   */
  readonly get: <Data>(
    url: string,
    path: string,
    query: Readonly<Record<string, string | number | boolean>>,
    shape: z.ZodType<Data>,
    absent?: readonly number[],
  ) => Promise<RestPage<Data> | null>;
}

/**
 * @param json the page
 * @param at its number
 */
function nextTold(header: (name: string) => string | null, json: unknown, at: number): boolean | null {
  const [link, next, more] = [header('link'), header('x-next-page'), header('x-hasmore')];
  if (link !== null) return /;\s*rel="?next"?/.test(link);
  if (next !== null) return next !== '';
  if (more !== null) return more === 'true';
  const total = header('x-total-count');
  // A server may give fewer at once than it was asked for. A short last page asks for one more, which is empty.
  return total === null || !Array.isArray(json) ? null : at * json.length < Number(total);
}

/** @param headers what makes us known: put on requests here, and nowhere else */
export function restClient(options: ForgeOptions, headers: Readonly<Record<string, string>>): RestClient {
  const { host, apiBase, now } = options;
  const fetch = options.fetch ?? safeFetch({ allowedHosts: [new URL(apiBase).hostname] });
  const patience = forgePatience(now);
  return {
    async get(url, path, query, shape, absent = []) {
      patience.check();
      const to = new URL(`${apiBase}${path}`);
      for (const [name, value] of Object.entries(query)) to.searchParams.append(name, String(value));
      const all = { accept: 'application/json', 'user-agent': 'communs', ...headers };
      const { status, header, text } = await exchanged(fetch, to.href, { headers: all }, patience);
      // Before what is absent: a 403 may be either.
      if (isLimit(status, header)) throw patience.limited(header);
      if (absent.includes(status)) return null;
      if (status === 401 || status === 403) throw accessDenied(url, host);
      if (status === 404) throw repositoryMissing(url);
      if (status >= 500) throw patience.down(header);
      if (status !== 200) throw answerNotUnderstood(url, host, `HTTP ${status}`);
      if (header('content-type')?.startsWith('text/html')) throw answerNotUnderstood(url, host, 'HTML');
      let json: unknown;
      try {
        json = JSON.parse(text);
      } catch {
        // Broken off on the way.
        throw patience.down();
      }
      patience.note(quotaOf(header));
      const read = shape.safeParse(json);
      if (!read.success) throw answerNotUnderstood(url, host, `${path}: ${read.error.issues[0]?.path.join('.') ?? ''}`);
      return { data: read.data, hasNext: nextTold(header, json, Number(query.page ?? 1)) };
    },
  };
}

/** @param perPage what was asked for @returns whether another page is to be asked for; an empty page is always the last */
export const hasMore = (page: RestPage<readonly unknown[]>, perPage: number): boolean =>
  page.data.length > 0 && (page.hasNext ?? page.data.length >= perPage);
