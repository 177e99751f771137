// A log in memory, grown batch by batch by the code under test, with an Ed25519 key of its own.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { formatTreeHead } from '../../../lib/ledger/log/checkpoint.ts';
import { type Edge, emptyEdge, grow, rootOfEdge } from '../../../lib/ledger/log/grow.ts';
import { cosignedMessage, formatNote, type NoteSignature, type VerifyEd25519 } from '../../../lib/ledger/log/note.ts';
import { type KeyType, type NoteKey, noteKey } from '../../../lib/ledger/log/vkey.ts';
import { sha256 as nodeSha256, utf8 } from '../bytes.ts';

/** Plain bytes, as all else that is compared: node gives its own kind of them. */
export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(nodeSha256(bytes));

export const entryOf = (n: number): Uint8Array => sha256(utf8(`entry ${n}`));
export const entriesOf = (from: number, to: number): Uint8Array[] =>
  Array.from({ length: to - from }, (_, i) => entryOf(from + i));

export interface MadeKey {
  readonly key: NoteKey;
  readonly sign: (message: Uint8Array) => Uint8Array;
  /** PEM. */
  readonly publicPem: string;
}

export function madeKey(name: string, type: KeyType): MadeKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  return {
    key: noteKey(sha256, name, type, Uint8Array.from(Buffer.from(x ?? '', 'base64url'))),
    sign: (message) => sign(null, message, createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }))),
    publicPem: String(publicKey.export({ type: 'spki', format: 'pem' })),
  };
}

export const verifyEd25519: VerifyEd25519 = async (publicKey, message, signature) => {
  const x = Buffer.from(publicKey).toString('base64url');
  return verify(null, message, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), signature);
};

export interface MadeLog {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly edge: Edge;
}

/** @param sizes of the tree after each append, in order */
export function madeLog(sizes: readonly number[]): MadeLog {
  const files = new Map<string, Uint8Array>();
  let edge = emptyEdge;
  for (const size of sizes) {
    const grown = grow(sha256, edge, entriesOf(edge.size, size));
    for (const [path, bytes] of grown.files) files.set(path, bytes);
    edge = grown.edge;
  }
  return { files, edge };
}

export const reads =
  (files: ReadonlyMap<string, Uint8Array>) =>
  async (path: string): Promise<Uint8Array | null> =>
    files.get(path) ?? null;

/** @returns the checkpoint of the tree at this edge, signed */
export function madeCheckpoint(edge: Edge, { key, sign }: MadeKey): Uint8Array {
  const text = formatTreeHead({ origin: key.name, size: edge.size, root: rootOfEdge(sha256, edge) });
  return formatNote({ text, signatures: [{ name: key.name, id: key.id, signature: sign(utf8(text)) }] });
}

/** What a witness does (C2SP tlog-cosignature, v1). @param time in seconds since 1970 */
export function cosign({ key, sign }: MadeKey, text: string, time: number): NoteSignature {
  const when = new Uint8Array(8);
  new DataView(when.buffer).setBigUint64(0, BigInt(time));
  return { name: key.name, id: key.id, signature: Uint8Array.of(...when, ...sign(cosignedMessage(text, time))) };
}
