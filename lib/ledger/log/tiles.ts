// Where the hashes and entries of a log lie (C2SP tlog-tiles, height 8): paths of tiles and bundles, and what is in them.
import { joinBytes } from '../../model/bytes.ts';
import { parseDecimal } from './checkpoint.ts';

export const tileWidth = 256;
export const hashBytes = 32;
/** A safe integer of entries has no more. */
const mostLevels = 7;

/** `entries`: a bundle of entries, as wide as the tile of level 0 beside it. */
export type TileLevel = number | 'entries';

export interface TilePlace {
  readonly level: TileLevel;
  /** Within its level, from the left. */
  readonly index: number;
  /** 256; less for the last one of a level. */
  readonly width: number;
}

/** @returns how many hashes the level has in a tree of so many leaves; partial tiles are in no level above */
export const hashesAt = (level: number, size: number): number => Math.floor(size / tileWidth ** level);

/** 1234067 → `x001/x234/067`. */
function indexPath(index: number): string {
  const groups = [String(index % 1000).padStart(3, '0')];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  }
  return groups.join('/');
}

/** @returns `tile/<L>/<N>[.p/<W>]` */
export function tilePath({ level, index, width }: TilePlace): string {
  return `tile/${level}/${indexPath(index)}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** @returns null for a path that is none of a tile’s, or not the one spelling of it */
export function parseTilePath(path: string): TilePlace | null {
  const [, levelText, indexText = '', widthText] =
    /^tile\/(entries|\d)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? [];
  const level: TileLevel | null = levelText === 'entries' ? 'entries' : parseDecimal(levelText);
  const index = Number(indexText.replaceAll(/[x/]/g, ''));
  const width = widthText === undefined ? tileWidth : Number(widthText);
  if (level === null || (typeof level === 'number' && level >= mostLevels)) return null;
  const place = { level, index, width };
  return (widthText === undefined || width < tileWidth) && tilePath(place) === path ? place : null;
}

/** @returns the tile that holds this hash of the level, as wide as it is in a tree of that size */
export function tileOf(level: TileLevel, position: number, size: number): TilePlace {
  const index = Math.floor(position / tileWidth);
  const count = hashesAt(level === 'entries' ? 0 : level, size);
  return { level, index, width: Math.min(tileWidth, count - index * tileWidth) };
}

/** Every tile and every bundle of a tree of that size, level by level: what a monitor reads. */
export function* tilesOf(size: number): Generator<TilePlace> {
  for (let level = 0; hashesAt(level, size) > 0; level += 1) {
    for (let at = 0; at < hashesAt(level, size); at += tileWidth) yield tileOf(level, at, size);
  }
  for (let at = 0; at < size; at += tileWidth) yield tileOf('entries', at, size);
}

/** @returns the hashes of a tile, or null if its bytes are not so many of them */
export function splitTile(bytes: Uint8Array, width: number): Uint8Array[] | null {
  if (bytes.length !== width * hashBytes) return null;
  return Array.from({ length: width }, (_, i) => bytes.subarray(i * hashBytes, (i + 1) * hashBytes));
}

/** Big-endian length in 16 bits, then the entry; one after the other. */
export const joinBundle = (entries: readonly Uint8Array[]): Uint8Array =>
  joinBytes(entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]));

/** @returns null if the bytes are not so many entries, to the last one */
export function splitBundle(bytes: Uint8Array, width: number): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const end = at + 2 + ((bytes[at]! << 8) | bytes[at + 1]!);
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return at === bytes.length && entries.length === width ? entries : null;
}
