// Public keys of notes as text, `<name>+<key id>+<base64 of type and key>`: what a monitor, an auditor or a witness is given.
import { type Sha256, toHex } from '../../model/hashing.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';

/** C2SP signed-note: the types of signatures that are read here. */
export const keyTypes = {
  /** Ed25519 over the text of the note. */
  ed25519: 0x01,
  /** Ed25519 of a witness, with the time at which it looked (C2SP tlog-cosignature, v1). */
  cosignature: 0x04,
} as const;
export type KeyType = (typeof keyTypes)[keyof typeof keyTypes];

export interface NoteKey {
  readonly name: string;
  readonly type: KeyType;
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
  /** Eight hex digits: SHA-256(name ‖ 0x0A ‖ type ‖ key), its first four bytes. */
  readonly id: string;
}

const keyBytes = 32;

/** @returns whether this can name a key: not empty, no Unicode space, no plus, no control character */
export const isKeyName = (name: string): boolean => name !== '' && !/[\p{White_Space}+\p{Cc}]/u.test(name);

/** @throws Error if that is no name of a key, or no key of 32 bytes */
export function noteKey(sha256: Sha256, name: string, type: KeyType, publicKey: Uint8Array): NoteKey {
  if (!isKeyName(name)) throw new Error(`not the name of a key: ${JSON.stringify(name)}`);
  if (publicKey.length !== keyBytes) throw new Error(`an Ed25519 key has ${keyBytes} bytes, not ${publicKey.length}`);
  const id = toHex(sha256(Uint8Array.of(...new TextEncoder().encode(name), 0x0a, type, ...publicKey)).subarray(0, 4));
  return { name, type, publicKey, id };
}

export const formatVkey = ({ name, id, type, publicKey }: NoteKey): string =>
  `${name}+${id}+${encodeBase64(Uint8Array.of(type, ...publicKey))}`;

const isKnownType = (type: number | undefined): type is KeyType =>
  type === keyTypes.ed25519 || type === keyTypes.cosignature;

/** @returns null if the text is no such key, is of another type, or names an id that is not its own */
export function parseVkey(sha256: Sha256, text: string): NoteKey | null {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) return null;
  const bytes = decodeBase64(encoded);
  const type = bytes?.[0];
  if (bytes === null || bytes.length !== 1 + keyBytes || !isKnownType(type)) return null;
  const key = noteKey(sha256, name, type, bytes.subarray(1));
  return key.id === id ? key : null;
}
