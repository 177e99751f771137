// One log a year: how it is called, by which keys it is known, and where its files lie.

import type { ReadTile } from '../../ledger/log/grow.ts';
import { keyTypes, type NoteKey, noteKey } from '../../ledger/log/vkey.ts';
import type { Ports } from '../../ports.ts';

/**
 * The name in which a year’s log signs: its address without the scheme. What no key’s name may hold is written in percent.
 * @returns `communs.example/log/2026`; `urn:communs:embedded/log/2026` where the installation has no address
 */
export function originOf({ issuer }: Pick<Ports['installation'], 'issuer'>, year: number): string {
  const host = issuer.replace(/^https?:\/\//, '').replace(/\/+$/, '');
  return `${host.replace(/[\p{White_Space}\p{Cc}+]/gu, encodeURIComponent)}/log/${year}`;
}

/** @returns the year at the end of a log’s name; null if it is none of ours */
export const yearOfOrigin = (origin: string): number | null => {
  const [, year] = /\/log\/(\d{4})$/.exec(origin) ?? [];
  return year === undefined ? null : Number(year);
};

/** A fact belongs to the log of the year of its instant, in UTC, however late it comes. @param at ISO 8601, as in a fact */
export const yearOf = (at: string): number => Number(at.slice(0, 4));

/** @returns the keys of that year’s log, the one that signs first: one pair of keys has another name, and id, each year */
export async function logKeysOf(
  { logKeys, installation, primitives }: Pick<Ports, 'logKeys' | 'installation' | 'primitives'>,
  year: number,
): Promise<readonly NoteKey[]> {
  const name = originOf(installation, year);
  return (await logKeys.publicKeys()).map((key) => noteKey(primitives.sha256, name, keyTypes.ed25519, key));
}

/** @param path `tile/…` */
export const tileName = (year: number, path: string): string => `${year}/${path}`;
/** What the sequencer swaps: the last checkpoint that it signed. */
export const headName = (year: number): string => `${year}/head`;
/** What everybody is served: the same, once its tiles are there, and with what witnesses added. */
export const checkpointName = (year: number): string => `${year}/checkpoint`;
/**
 * Another name for each tree gone on from: two runs may lead to one tree from two places, and what was put down is never replaced.
 * @param from the size gone on from @param root as hex
 */
export const stagedName = (year: number, from: number, size: number, root: string): string =>
  `${year}/staged/${from}-${size}-${root}`;

export const tilesOfYear =
  ({ readLogFiles }: Pick<Ports, 'readLogFiles'>, year: number): ReadTile =>
  (path) =>
    readLogFiles.tile(tileName(year, path));
