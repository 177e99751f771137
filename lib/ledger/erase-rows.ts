// A chunk without the rows that an erasure lists: their leaf hashes hold their places, so the root stays what it was.
import type { Sha256 } from '../model/hashing.ts';
import { fromHex, toHex } from '../model/hashing.ts';
import type { BatchIndex, GroupRun } from './batch.ts';
import { canonicalBytes } from './canonical.ts';
import { leafHash } from './merkle.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** A salt and a row, as a chunk holds them. */
const rowForm = /^([0-9a-f]{64}) (.+)$/s;

/**
 * @param opened bytes of a chunk of rows that was read and held against its root
 * @param start its first leaf
 * @returns the same bytes but for the rows erased: of each a dash and its leaf hash. What is erased already stays as it is
 */
export function withoutRows(
  sha256: Sha256,
  opened: Uint8Array,
  start: number,
  isErased: (leaf: number) => boolean,
): Uint8Array {
  const lines = decoder.decode(opened).split('\n');
  const left = lines.map((line, i) => {
    const [, salt, row] = rowForm.exec(line) ?? [];
    if (salt === undefined || row === undefined || !isErased(start + i)) return line;
    return `- ${toHex(leafHash(sha256, fromHex(salt), encoder.encode(row)))}`;
  });
  return encoder.encode(left.join('\n'));
}

/** @returns the bytes of an index that names these groups; its ranges stay what they were */
export const indexWith = ({ ranges }: BatchIndex, groups: readonly GroupRun[]): Uint8Array =>
  canonicalBytes({
    groups: groups.map(({ group, chunk }) => [group, chunk]),
    ranges: ranges.map(({ start, end, nodes }) => [start, end, nodes.map(toHex)]),
  });
