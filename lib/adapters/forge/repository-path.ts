// The path of a repository on its forge, from its address.
import { notARepositoryAddress } from './forge-refusals.ts';

/**
 * @param segments how many the forge's paths have: exactly two (owner and name), or two and more (groups in groups)
 * @returns the segments, decoded, without `.git`
 * @throws Refusal `repository-refused` for another host, a user in the address, or another number of segments
 */
export function repositoryPath(url: string, host: string, segments: 'two' | 'two-and-more'): readonly string[] {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const isOurs =
    parsed?.protocol === 'https:' && parsed.host === host && parsed.username === '' && parsed.search === '';
  const path = (parsed?.pathname ?? '').replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  const names = path.split('/');
  const countFits = segments === 'two' ? names.length === 2 : names.length >= 2;
  if (!isOurs || !countFits || !names.every((name) => /^[\w.~-]+$/.test(name) && !/^\.+$/.test(name))) {
    throw notARepositoryAddress(url, host);
  }
  return names;
}
