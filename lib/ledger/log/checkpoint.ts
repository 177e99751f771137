// Checkpoints (C2SP tlog-checkpoint): origin, size of the tree and its root as the text of a signed note.
import { decodeBase64, encodeBase64 } from './base64.ts';
import { type Note, parseNote, type VerifiedSignature, type VerifyEd25519, verifyNote } from './note.ts';
import { keyTypes, type NoteKey } from './vkey.ts';

export interface TreeHead {
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** @returns the text that is signed: what `checkpoint.body` holds. This log writes no extension lines. */
export const formatTreeHead = ({ origin, size, root }: TreeHead): string =>
  `${origin}\n${size}\n${encodeBase64(root)}\n`;

/** @returns the number, or null unless it is written in decimal without leading zeros and can be counted with */
export function parseDecimal(text: string | undefined): number | null {
  if (text === undefined || !/^(?:0|[1-9]\d{0,15})$/.test(text)) return null;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : null;
}

/** @returns null if the text is no checkpoint. Lines after the root are extensions of somebody else’s log, read over. */
export function parseTreeHead(text: string): TreeHead | null {
  const lines = text.split('\n');
  if (lines.length < 4 || lines.pop() !== '' || lines.includes('')) return null;
  const [origin, sizeText, rootText] = lines;
  const size = parseDecimal(sizeText);
  const root = decodeBase64(rootText ?? '');
  return origin === undefined || size === null || root?.length !== 32 ? null : { origin, size, root };
}

export interface Checkpoint extends TreeHead {
  readonly note: Note;
}

/** @returns null if these bytes are no checkpoint; who signed it is another question */
export function parseCheckpoint(bytes: Uint8Array): Checkpoint | null {
  const note = parseNote(bytes);
  const head = note === null ? null : parseTreeHead(note.text);
  return note === null || head === null ? null : { ...head, note };
}

/** A checkpoint that the log signed, and whoever else of the keys at hand. */
export interface OpenedCheckpoint extends Checkpoint {
  readonly signatures: readonly VerifiedSignature[];
}

/**
 * @param logKeys keys of the log; one of them must have signed, under the name that the checkpoint has as its origin
 * @param witnesses keys of witnesses, as far as they are known
 * @returns why it is not taken, if it is not
 */
export async function openCheckpoint(
  bytes: Uint8Array,
  logKeys: readonly NoteKey[],
  witnesses: readonly NoteKey[],
  verifyEd25519: VerifyEd25519,
): Promise<OpenedCheckpoint | 'unreadable' | 'wrong-signature' | 'unknown-key'> {
  const checkpoint = parseCheckpoint(bytes);
  if (checkpoint === null) return 'unreadable';
  const signatures = await verifyNote(checkpoint.note, [...logKeys, ...witnesses], verifyEd25519);
  if (signatures === null) return 'wrong-signature';
  const isByLog = signatures.some(
    ({ key }) => key.type === keyTypes.ed25519 && key.name === checkpoint.origin && logKeys.includes(key),
  );
  return isByLog ? { ...checkpoint, signatures } : 'unknown-key';
}
