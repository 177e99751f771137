// Cosignatures of witnesses (C2SP tlog-cosignature, v1): made for tests and witnesses, checked, and merged into what is served.

import {
  cosignedMessage,
  formatNote,
  type Note,
  type NoteSignature,
  parseSignatureLine,
  splitCosignature,
  type VerifyEd25519,
  verifyNote,
} from './note.ts';
import type { KeyType, NoteKey } from './vkey.ts';
import { keyTypes } from './vkey.ts';

/** @returns the bytes of a cosignature: eight of time, then those of Ed25519 */
function cosignatureBytes(time: number, signature: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + signature.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  bytes.set(signature, 8);
  return bytes;
}

/** What a witness does. @param sign Ed25519 by the key of `key` @param time in seconds since 1970 */
export async function cosign(
  text: string,
  key: NoteKey & { readonly type: typeof keyTypes.cosignature & KeyType },
  time: number,
  sign: (message: Uint8Array) => Promise<Uint8Array>,
): Promise<NoteSignature> {
  const signature = await sign(cosignedMessage(text, time));
  return { name: key.name, id: key.id, signature: cosignatureBytes(time, signature) };
}

export interface Cosignature {
  readonly witness: NoteKey;
  /** Seconds since 1970. */
  readonly time: number;
  readonly line: NoteSignature;
}

/**
 * @param lines of a witness’s answer, or of a file
 * @returns those that these witnesses made over this text; lines of others, and what does not verify, are left out
 */
export async function goodCosignatures(
  text: string,
  lines: readonly NoteSignature[],
  witnesses: readonly NoteKey[],
  verifyEd25519: VerifyEd25519,
): Promise<readonly Cosignature[]> {
  const good: Cosignature[] = [];
  for (const line of lines) {
    const witness = witnesses.find(
      ({ name, id, type }) => name === line.name && id === line.id && type === keyTypes.cosignature,
    );
    if (witness === undefined) continue;
    const verified = await verifyNote({ text, signatures: [line] }, [witness], verifyEd25519);
    const split = splitCosignature(line.signature);
    if (verified?.length === 1 && split !== null) good.push({ witness, time: split.time, line });
  }
  return good;
}

/** @returns the lines of signatures in a text, whatever else stands in it: a witness’s answer, or a whole checkpoint */
export const signatureLinesIn = (text: string): readonly NoteSignature[] =>
  text.split('\n').flatMap((line) => parseSignatureLine(line) ?? []);

/** @returns the note with these lines behind its own; one of the same key is there once, the last that came */
export function withSignatures(note: Note, more: readonly NoteSignature[]): Uint8Array {
  const keyOf = ({ name, id }: NoteSignature): string => `${name}\n${id}`;
  const byKey = new Map([...note.signatures, ...more].map((line) => [keyOf(line), line]));
  return formatNote({ text: note.text, signatures: [...byKey.values()] });
}
