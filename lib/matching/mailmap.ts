// Reads a repository's `.mailmap` (gitmailmap(5)): which addresses its own people say to be one person's. It proposes, it never links.
import { normalisedAddress } from './address-kind.ts';

/** One line. `commit…` is what stands in commits, `proper…` what is to be shown instead; null = left as it is. */
export interface MailmapEntry {
  readonly properName: string | null;
  readonly properAddress: string | null;
  readonly commitName: string | null;
  readonly commitAddress: string;
}

const form = /^([^<>]*)<([^<>]*)>(?:([^<>]*)<([^<>]*)>)?/;

const nameOf = (text: string | undefined): string | null => text?.trim().replace(/\s+/g, ' ') || null;

/**
 * The four forms of the manual; what follows them on the line is not read, as git does not.
 * @param text with lines of any ending; those that begin with `#`, and those without an address, say nothing
 * @returns in the order of the file
 */
export const parseMailmap = (text: string): readonly MailmapEntry[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .flatMap((line): MailmapEntry[] => {
      if (line.startsWith('#')) return [];
      const [whole, name, first, commitName, second] = form.exec(line) ?? [];
      if (whole === undefined || first === undefined) return [];
      const properName = nameOf(name);
      const address = normalisedAddress(first);
      const commitAddress = normalisedAddress(second ?? first);
      if (commitAddress === '') return [];
      // One address alone: its commits are shown under another name, and nothing is said of addresses.
      if (second === undefined) return [{ properName, properAddress: null, commitName: null, commitAddress }];
      return [{ properName, properAddress: address || null, commitName: nameOf(commitName), commitAddress }];
    });

/**
 * Two lines under one name are not one person: the same name proves nothing.
 * @returns sets of addresses that the file says are one person's, each of two or more, in order
 */
export function sameInMailmap(entries: readonly MailmapEntry[]): readonly (readonly string[])[] {
  const sets = new Map<string, Set<string>>();
  for (const { properAddress, commitAddress } of entries) {
    if (properAddress === null || properAddress === commitAddress) continue;
    const joined = new Set([
      ...(sets.get(properAddress) ?? [properAddress]),
      ...(sets.get(commitAddress) ?? [commitAddress]),
    ]);
    for (const address of joined) sets.set(address, joined);
  }
  const lists = [...new Set(sets.values())].map((set) => [...set].sort());
  return lists.sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}
