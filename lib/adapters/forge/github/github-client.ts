// One question to GitHub's GraphQL API, and every way in which the answer can be none, told apart. Nothing of octokit's errors leaves this file: they hold headers.
import { GraphqlResponseError, graphql } from '@octokit/graphql';
import * as z from 'zod';
import { Refusal } from '../../../model/refusal.ts';
import type { ForgeOptions } from '../forge-options.ts';
import { forgePatience, isLimit, quotaOf } from '../forge-patience.ts';
import { accessDenied, answerNotUnderstood, repositoryMissing } from '../forge-refusals.ts';
import { type ForgeFetch, safeFetch } from '../safe-fetch.ts';
import { githubAppToken } from './github-app-token.ts';

/** The question was more than GitHub works out at once: ask for less. */
export class TooHeavy extends Error {
  override readonly name = 'TooHeavy';
}

/** Something named in the question is not there, or cannot be compared: the rest must be asked again without it. */
export class NotThere extends Error {
  override readonly name = 'NotThere';
  /** Names of the fields on the way to it. */
  readonly aliases: ReadonlySet<string>;
  constructor(aliases: ReadonlySet<string>) {
    super('some of the objects asked for are not there');
    this.aliases = aliases;
  }
}

export interface GithubClient {
  /**
   * @param url of the repository, for messages
   * @returns `data`, of an answer without any errors
   * @throws ComeBackLater, Refusal, TooHeavy, NotThere
   */
  readonly ask: <Data>(
    url: string,
    document: string,
    variables: Readonly<Record<string, unknown>>,
    shape: z.ZodType<Data>,
  ) => Promise<Data>;
}

interface Seen {
  readonly status: number;
  readonly header: (name: string) => string | null;
}

// GitHub tells of a time-out in words only (UNVERIFIED wording, widely quoted).
const timedOut = /respond to your request in time|may be the result of a timeout|timed? ?out/i;
// A secondary limit has no type of its own in GraphQL (UNVERIFIED wording).
const secondaryLimit = /secondary rate limit|abuse detection|submitted too quickly/i;

const rateLimit = z.object({
  rateLimit: z.object({ limit: z.int(), remaining: z.int(), resetAt: z.string() }).nullish(),
});

function credentialsOf(options: ForgeOptions, fetch: ForgeFetch, patience: ReturnType<typeof forgePatience>) {
  const { credentials } = options;
  if (credentials === null) return null;
  if (credentials.kind === 'token') return async () => credentials.token;
  return githubAppToken({ ...options, ...credentials, fetch }, patience);
}

export function githubClient(options: ForgeOptions): GithubClient {
  const { host, apiBase, now } = options;
  const fetch = options.fetch ?? safeFetch({ allowedHosts: [new URL(apiBase).hostname] });
  const patience = forgePatience(now);
  const token = credentialsOf(options, fetch, patience);
  const question = graphql.defaults({ baseUrl: apiBase, headers: { 'user-agent': 'communs' } });

  function ofErrors(url: string, errors: readonly unknown[], header: Seen['header']): Error {
    const said = z
      .array(
        z.object({
          type: z.string().optional(),
          message: z.string().default(''),
          path: z.array(z.unknown()).optional(),
        }),
      )
      .catch([])
      .parse(errors);
    const types = new Set(said.map(({ type }) => type));
    if (types.has('RATE_LIMITED') || said.some(({ message }) => secondaryLimit.test(message)))
      return patience.limited(header);
    if (types.has('RESOURCE_LIMITS_EXCEEDED') || said.some(({ message }) => timedOut.test(message)))
      return new TooHeavy();
    if (said.length > 0 && said.every(({ type }) => type === 'NOT_FOUND')) {
      const aliases = new Set(said.flatMap(({ path = [] }) => path.map(String)));
      const isRepository = said.some(({ path = [] }) => path.length < 2);
      return isRepository ? repositoryMissing(url) : new NotThere(aliases);
    }
    if (types.has('FORBIDDEN') || types.has('INSUFFICIENT_SCOPES')) return accessDenied(url, host);
    return answerNotUnderstood(url, host, said[0]?.message ?? 'errors');
  }

  function ofStatus(url: string, { status, header }: Seen, text: string): Error {
    if (status === 401) return accessDenied(url, host);
    if (isLimit(status, header)) return patience.limited(header);
    if (status === 403) return secondaryLimit.test(text) ? patience.limited(header) : accessDenied(url, host);
    if (status === 404) return repositoryMissing(url);
    if (status >= 500) return timedOut.test(text) ? new TooHeavy() : patience.down(header);
    return answerNotUnderstood(url, host, `HTTP ${status}`);
  }

  return {
    async ask(url, document, variables, shape) {
      patience.check();
      const authorization = token === null ? null : `bearer ${await token()}`;
      let seen: Seen | null = null;
      let refused: Refusal | null = null;
      // The token is put on here, behind octokit, so that no error of octokit's can hold it.
      const watched = async (to: string, request: Parameters<ForgeFetch>[1]): Promise<Response> => {
        try {
          const headers = { ...request?.headers, ...(authorization === null ? {} : { authorization }) };
          const answer = await fetch(to, { ...request, headers });
          seen = { status: answer.status, header: (name) => answer.headers.get(name) };
          return answer;
        } catch (failure) {
          if (failure instanceof Refusal) refused = failure;
          throw failure;
        }
      };
      const { data, failure } = await question<unknown>(document, { ...variables, request: { fetch: watched } }).then(
        (data) => ({ data, failure: null }),
        (failure: unknown) => ({ data: null, failure }),
      );
      if (refused !== null) throw refused;
      const answer = seen as Seen | null;
      if (answer === null) throw patience.down();
      if (failure instanceof GraphqlResponseError) throw ofErrors(url, failure.errors ?? [], answer.header);
      if (failure !== null) throw ofStatus(url, answer, failure instanceof Error ? failure.message : '');
      // A body that broke off is no JSON, and octokit hands it on as text without `data`.
      if (typeof data !== 'object' || data === null) throw patience.down();
      const quota = rateLimit.safeParse(data).data?.rateLimit;
      patience.note(
        quota == null
          ? quotaOf(answer.header)
          : { limit: quota.limit, remaining: quota.remaining, resetMs: Date.parse(quota.resetAt) },
      );
      const read = shape.safeParse(data);
      if (!read.success) throw answerNotUnderstood(url, host, read.error.issues[0]?.path.join('.') ?? '');
      return read.data;
    },
  };
}
