// The stable name of a plain git repository: the digest of its canonical address, so that one repository has one book.
import type { Sha256 } from './hashing.ts';
import { toHex } from './hashing.ts';

// Forges that treat the case of a path as one: elsewhere it may tell two repositories apart.
const caseFoldingHosts: ReadonlySet<string> = new Set(['github.com', 'gitlab.com', 'codeberg.org']);

const trimmedPath = (path: string): string => path.replace(/\/+$/, '').replace(/\.git$/, '');

/**
 * @param url an https address, or an absolute local path
 * @returns the one spelling of it: host in lower case, no default port, no trailing slash or `.git`, no user, query or fragment
 */
export function canonicalAddress(url: string): string {
  if (!URL.canParse(url)) return `local:${trimmedPath(url)}`;
  const parsed = new URL(url);
  const path = trimmedPath(parsed.pathname);
  return `${parsed.protocol}//${parsed.host}${caseFoldingHosts.has(parsed.host) ? path.toLowerCase() : path}`;
}

/** @returns the host in lower case, with its port if it is not the usual one; `local` for a path */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'local');

/** @returns `git/<host>/<first 16 hex of the SHA-256 of the canonical address>`; a local path has the host `local` */
export function repositoryId(url: string, sha256: Sha256): string {
  const address = canonicalAddress(url);
  return `git/${hostOf(url)}/${toHex(sha256(new TextEncoder().encode(address))).slice(0, 16)}`;
}
