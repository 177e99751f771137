// What outside bodies said of checkpoints: cosignatures of witnesses and RFC 3161 stamps, kept by the size of the tree they are about.

import * as z from 'zod';
import { canonicalBytes, parseCanonical } from '../../ledger/canonical.ts';
import { decodeBase64, encodeBase64 } from '../../ledger/log/base64.ts';
import { type OpenedCheckpoint, openCheckpoint } from '../../ledger/log/checkpoint.ts';
import { withSignatures } from '../../ledger/log/cosignature.ts';
import { type Note, type NoteSignature, parseNote } from '../../ledger/log/note.ts';
import { sameBytes } from '../../model/bytes.ts';
import type { Ports } from '../../ports.ts';
import { type HeadsPorts, LogOutOfOrder, type StoredHead } from './log-head.ts';
import { logKeysOf } from './log-of-year.ts';

const schema = z.strictObject({
  v: z.literal(1),
  /** Base64 of the signed note, cosignatures included. */
  checkpoint: z.string(),
  stamp: z.strictObject({ response: z.string(), ca: z.string(), at: z.iso.datetime({ precision: 3 }) }).nullable(),
});
type Kept = z.infer<typeof schema>;
const sizesSchema = z.array(z.int().min(1));

export interface Mark {
  readonly size: number;
  readonly checkpoint: OpenedCheckpoint;
  readonly bytes: Uint8Array;
  readonly stamp: { readonly response: Uint8Array; readonly ca: string; readonly at: string } | null;
}

export type MarkPorts = HeadsPorts & Pick<Ports, 'witnesses'>;

/** @throws LogOutOfOrder if it is not what was put there */
function readKept<T>(name: string, kind: z.ZodType<T>, bytes: Uint8Array): T {
  try {
    return kind.parse(parseCanonical(bytes));
  } catch {
    throw new LogOutOfOrder(`log: ${name} was changed`);
  }
}

export const sizesName = (year: number): string => `${year}/marked-sizes`;
export const markName = (year: number, size: number): string => `${year}/marked/${size}`;

/** @returns the sizes of trees about which somebody outside said something, ascending @throws LogOutOfOrder */
export async function markedSizes(
  { readLogFiles }: Pick<Ports, 'readLogFiles'>,
  year: number,
): Promise<readonly number[]> {
  const bytes = await readLogFiles.get(sizesName(year));
  return bytes === null ? [] : readKept(sizesName(year), sizesSchema, bytes);
}

/** As it is kept, and not checked yet. */
export interface KeptMark {
  readonly checkpoint: Uint8Array;
  readonly stamp: Mark['stamp'];
}

/** @throws LogOutOfOrder where it does not read */
export async function keptMark(
  { readLogFiles }: Pick<Ports, 'readLogFiles'>,
  year: number,
  size: number,
): Promise<KeptMark | null> {
  const name = markName(year, size);
  const kept = await readLogFiles.get(name);
  if (kept === null) return null;
  const { checkpoint, stamp } = readKept(name, schema, kept);
  const bytesOf = (text: string): Uint8Array => decodeBase64(text) ?? new Uint8Array();
  return {
    checkpoint: bytesOf(checkpoint),
    stamp: stamp === null ? null : { ...stamp, response: bytesOf(stamp.response) },
  };
}

/** @throws LogOutOfOrder if what was kept is not what was checked when it came */
export async function readMark(ports: MarkPorts, year: number, size: number): Promise<Mark | null> {
  const kept = await keptMark(ports, year, size);
  if (kept === null) return null;
  const { checkpoint: bytes, stamp } = kept;
  const keys = await logKeysOf(ports, year);
  const checkpoint = await openCheckpoint(bytes, keys, ports.witnesses.keys, ports.primitives.verifyEd25519);
  if (typeof checkpoint === 'string' || checkpoint.size !== size) {
    throw new LogOutOfOrder(`log ${year}: ${markName(year, size)} was changed`);
  }
  return { size, checkpoint, bytes, stamp };
}

/** @returns the first mark about a tree that holds this entry: it is the one that shows earliest that it was there */
export async function firstMarkAfter(ports: MarkPorts, year: number, index: number): Promise<Mark | null> {
  for (const size of await markedSizes(ports, year)) {
    const mark = size > index ? await readMark(ports, year, size) : null;
    if (mark !== null) return mark;
  }
  return null;
}

/** Another process may change it at the same moment: then it is looked at again. */
async function change(
  ports: Pick<Ports, 'logFiles'>,
  name: string,
  changed: (before: Uint8Array | null) => Uint8Array,
): Promise<void> {
  for (;;) {
    const before = await ports.logFiles.get(name);
    const after = changed(before);
    if (before !== null && sameBytes(before, after)) return;
    if (await ports.logFiles.swap(name, before, after)) return;
  }
}

/** @returns the checkpoint as it is kept now, with its signatures @throws LogOutOfOrder if it is another one of that size */
function noteKept(year: number, head: Pick<StoredHead, 'note' | 'size'>, kept: Kept | null): Note {
  if (kept === null) return head.note;
  const note = parseNote(decodeBase64(kept.checkpoint) ?? new Uint8Array());
  if (note?.text !== head.note.text) throw new LogOutOfOrder(`log ${year}: two checkpoints of ${head.size}`);
  return note;
}

/**
 * Keeps what was checked before: cosignatures and a stamp are added to those that are there, also where another process adds some at the
 * same moment. Repeatable.
 * @param head the log’s own checkpoint
 */
export async function keepMark(
  ports: MarkPorts & Pick<Ports, 'logFiles'>,
  year: number,
  head: Pick<StoredHead, 'note' | 'size'>,
  add: { readonly lines?: readonly NoteSignature[]; readonly stamp?: Mark['stamp'] },
): Promise<void> {
  // What was changed behind us is not added to.
  await readMark(ports, year, head.size);
  // Before the mark itself: one that is kept is always found. A size that is listed may have none yet.
  await change(ports, sizesName(year), (kept) => {
    const sizes = kept === null ? [] : readKept(sizesName(year), sizesSchema, kept);
    return canonicalBytes([...new Set([...sizes, head.size])].sort((a, b) => a - b));
  });
  await change(ports, markName(year, head.size), (kept) => {
    const now = kept === null ? null : readKept(markName(year, head.size), schema, kept);
    const stamp = add.stamp ?? null;
    return canonicalBytes({
      v: 1,
      checkpoint: encodeBase64(withSignatures(noteKept(year, head, now), add.lines ?? [])),
      stamp:
        now?.stamp ?? (stamp === null ? null : { response: encodeBase64(stamp.response), ca: stamp.ca, at: stamp.at }),
    });
  });
}
