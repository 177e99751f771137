// Requests to a forge's API: https to hosts on a list, public addresses looked at before and pinned, no other host after a redirect, an end to every body.
import { Refusal } from '../../model/refusal.ts';
import { httpsTransport, type Transport } from './https-transport.ts';
import { safeSource } from './safe-source.ts';

export interface ForgeRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The part of `fetch` that adapters use; octokit takes it in place of its own. */
export type ForgeFetch = (url: string, request?: ForgeRequest) => Promise<Response>;

export interface FetchRules {
  /** Exact names, lower case. */
  readonly allowedHosts: readonly string[];
  /** Every address of a host; DNS unless given. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  readonly transport?: Transport;
}

const mostRedirects = 3;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const movedAway = (from: URL, to: string): Refusal => {
  const host = URL.canParse(to, from) ? new URL(to, from).host : '?';
  return new Refusal('repository-unreachable', {
    fr: `L’API de ${from.host} renvoie vers un autre endroit (${host}), où nous n’allons pas sans qu’on nous y ait autorisés. Donnez la nouvelle adresse du dépôt, ou la nouvelle base de l’API ; ce qui est déjà tiré reste valable.`,
    en: `The API of ${from.host} sends us elsewhere (${host}), where we do not go unless allowed to. Give the repository's new address, or the new base of the API; what was pulled before stays valid.`,
  });
};

/**
 * @returns a fetch that follows redirects of GET within one host only, and keeps the credentials of a request within it
 * @throws Refusal `repository-refused` (a host that is not on the list, a private network), `repository-unreachable`; an error of the
 * transport where the other side is silent, or says more than it may
 */
export function safeFetch(rules: FetchRules): ForgeFetch {
  const transport = rules.transport ?? httpsTransport();
  const guard = {
    allowLocalPaths: false,
    allowedHosts: rules.allowedHosts,
    ...(rules.resolve === undefined ? {} : { resolve: rules.resolve }),
  };
  return async (address, request = {}) => {
    const method = request.method ?? 'GET';
    let url = new URL(address);
    for (let hops = 0; ; hops += 1) {
      // Looked at again after a redirect: its port may be another.
      const source = await safeSource(`${url.origin}/`, guard);
      if (source.kind !== 'https') throw movedAway(url, url.href);
      const answer = await transport(
        url,
        { method, headers: request.headers ?? {}, body: request.body ?? null },
        source.pinned,
      );
      if (!redirects.has(answer.status)) return answer;
      const to = answer.headers.get('location') ?? '';
      const next = URL.canParse(to, url) ? new URL(to, url) : null;
      if (next === null || next.origin !== url.origin || method !== 'GET' || hops === mostRedirects) {
        throw movedAway(url, to);
      }
      url = next;
    }
  };
}
