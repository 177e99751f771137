// Pages of a REST list, with the headers that its forge sends.
import type { Answer, Fault } from './faults.ts';
import { quotaHeaders } from './faults.ts';
import type { ServerState } from './forge-server.ts';

/** @param sizeName what the API calls the size of a page */
export function paged(
  url: URL,
  state: ServerState,
  fault: Fault | null,
  all: readonly unknown[],
  sizeName: 'per_page' | 'limit',
  most: number,
): Answer {
  const size = Math.min(Number(url.searchParams.get(sizeName) ?? '30'), most);
  // A server that gives one page again and again: gitlab-org/gitlab#586997.
  const page = fault === 'repeated-page' ? 1 : Number(url.searchParams.get('page') ?? '1');
  const items = all.slice((page - 1) * size, page * size);
  const goesOn = page * size < all.length;
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  const told = state.quota === null ? {} : quotaHeaders(state.quota.limit, state.quota.remaining);
  const headers: Record<string, string> =
    sizeName === 'per_page'
      ? { 'x-next-page': goesOn ? String(page + 1) : '', ...(goesOn ? { link: `<${next.href}>; rel="next"` } : {}) }
      : { 'x-hasmore': String(goesOn), 'x-total-count': String(all.length) };
  return { status: 200, headers: { ...headers, ...told }, json: items };
}
