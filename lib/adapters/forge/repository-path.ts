// The path of a repository on its forge, from its address.
import { notARepositoryAddress } from './forge-refusals.ts';

export interface ForgePlace {
  readonly host: string;
  readonly apiBase: string;
}

/** A forge may live below a path of its host: `https://host/git/api/v1` serves `https://host/git/owner/name`. */
function pathOfForge({ host, apiBase }: ForgePlace): string {
  const api = new URL(apiBase);
  return api.host === host ? api.pathname.replace(/\/api\/v\d+\/?$/, '') : '';
}

/**
 * @param segments how many the forge's paths have: exactly two (owner and name), or two and more (groups in groups)
 * @returns the segments, without `.git`
 * @throws Refusal `repository-refused` for another host, a user or password in the address, a query, a fragment, or another number of segments
 */
export function repositoryPath(url: string, place: ForgePlace, segments: 'two' | 'two-and-more'): readonly string[] {
  const { host } = place;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const below = pathOfForge(place);
  const isOurs =
    parsed?.protocol === 'https:' &&
    parsed.host === host &&
    parsed.username + parsed.password + parsed.search + parsed.hash === '' &&
    parsed.pathname.startsWith(`${below}/`);
  const path = (parsed?.pathname ?? '').slice(below.length).replace(/^\/+|\/+$/g, '');
  const names = path.replace(/\.git$/, '').split('/');
  const countFits = segments === 'two' ? names.length === 2 : names.length >= 2;
  if (!isOurs || !countFits || !names.every((name) => /^[\w.~-]+$/.test(name) && !/^\.+$/.test(name))) {
    throw notARepositoryAddress(url, host);
  }
  return names;
}
