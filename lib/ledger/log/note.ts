// Signed notes (C2SP signed-note): a text, an empty line, and lines of signatures, of which those of unknown keys are ignored.
import { fromHex, toHex } from '../../model/hashing.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { isKeyName, keyTypes, type NoteKey } from './vkey.ts';

/**
 * RFC 8032, passed in as the hash functions are.
 * @throws where the machine knows no Ed25519 (a browser of before 2025): never an answer, so never a silent pass
 */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;

export interface NoteSignature {
  readonly name: string;
  /** Eight hex digits. */
  readonly id: string;
  readonly signature: Uint8Array;
}

export interface Note {
  /** With its final newline: what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A checkpoint with a hundred witnesses has some 15 kB. */
const mostBytes = 65_536;
const mostSignatures = 100;
const lineStart = '\u2014 ';

/** @returns null for a line that is none: no dash, no name, not the one spelling of at least five bytes */
export function parseSignatureLine(line: string): NoteSignature | null {
  if (!line.startsWith(lineStart)) return null;
  const [name, encoded, ...rest] = line.slice(lineStart.length).split(' ');
  if (name === undefined || encoded === undefined || rest.length > 0 || !isKeyName(name)) return null;
  const bytes = decodeBase64(encoded);
  if (bytes === null || bytes.length < 5) return null;
  return { name, id: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

/** Without its newline. */
export const formatSignatureLine = ({ name, id, signature }: NoteSignature): string =>
  `${lineStart}${name} ${encodeBase64(Uint8Array.of(...fromHex(id), ...signature))}`;

function textOf(bytes: Uint8Array): string | null {
  if (bytes.length > mostBytes) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for (C2SP signed-note, Format)
    return /[\u0000-\u0009\u000b-\u001f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** @returns null if these bytes are no note; who signed it is another question (`verifyNote`) */
export function parseNote(bytes: Uint8Array): Note | null {
  const text = textOf(bytes);
  const cut = text?.lastIndexOf('\n\n') ?? -1;
  if (text === null || cut < 0 || !text.endsWith('\n')) return null;
  const lines = text.slice(cut + 2, -1).split('\n');
  if (lines.length > mostSignatures) return null;
  const signatures = lines.map(parseSignatureLine);
  if (!signatures.every((signature) => signature !== null)) return null;
  return { text: text.slice(0, cut + 1), signatures };
}

/** @param note its text ends with a newline @throws Error if it does not */
export function formatNote({ text, signatures }: Note): Uint8Array {
  if (!text.endsWith('\n') || signatures.length === 0) throw new Error('a note ends with a newline, and is signed');
  return new TextEncoder().encode(`${text}\n${signatures.map((each) => `${formatSignatureLine(each)}\n`).join('')}`);
}

/** A signature that was checked. */
export interface VerifiedSignature {
  readonly key: NoteKey;
  /** When the witness looked, in seconds since 1970; null for a signature without a time. */
  readonly time: number | null;
}

const timeBytes = 8;

/** C2SP tlog-cosignature: what a witness signs. */
export const cosignedMessage = (text: string, time: number): Uint8Array =>
  new TextEncoder().encode(`cosignature/v1\ntime ${time}\n${text}`);

/** @returns null unless there are 8 bytes of time and 64 of signature, and the time is one that can be told apart from its neighbours */
function splitCosignature(signature: Uint8Array): { readonly time: number; readonly rest: Uint8Array } | null {
  if (signature.length !== timeBytes + 64) return null;
  const time = Number(new DataView(signature.buffer, signature.byteOffset, timeBytes).getBigUint64(0));
  return Number.isSafeInteger(time) ? { time, rest: signature.subarray(timeBytes) } : null;
}

async function verifyOne(
  text: string,
  { signature }: NoteSignature,
  key: NoteKey,
  verifyEd25519: VerifyEd25519,
): Promise<VerifiedSignature | null> {
  if (key.type === keyTypes.ed25519) {
    const isGood =
      signature.length === 64 && (await verifyEd25519(key.publicKey, new TextEncoder().encode(text), signature));
    return isGood ? { key, time: null } : null;
  }
  const split = splitCosignature(signature);
  if (split === null) return null;
  const isGood = await verifyEd25519(key.publicKey, cosignedMessage(text, split.time), split.rest);
  return isGood ? { key, time: split.time } : null;
}

/**
 * Lines of other keys are ignored, also where they share the name or the id of one of these.
 * @returns what these keys signed, each once; null if a line of one of them does not verify: then nothing of the note is taken
 */
export async function verifyNote(
  { text, signatures }: Note,
  keys: readonly NoteKey[],
  verifyEd25519: VerifyEd25519,
): Promise<readonly VerifiedSignature[] | null> {
  const verified: VerifiedSignature[] = [];
  for (const key of keys) {
    const own = signatures.filter(({ name, id }) => name === key.name && id === key.id);
    for (const signature of own) {
      const good = await verifyOne(text, signature, key, verifyEd25519);
      if (good === null) return null;
      if (signature === own[0]) verified.push(good);
    }
  }
  return verified;
}
