// Cosignatures of witnesses (C2SP tlog-cosignature, v1): checked, and merged into what is served.
import {
  formatNote,
  type Note,
  type NoteSignature,
  parseSignatureLine,
  type VerifyEd25519,
  verifyNote,
} from './note.ts';
import { keyTypes, type NoteKey } from './vkey.ts';

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
    const time = verified?.[0]?.time ?? null;
    if (time !== null) good.push({ witness, time, line });
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
