// Checks what `ssh-keygen -Y sign` makes (OpenSSH, PROTOCOL.sshsig) against published keys: Ed25519, ECDSA P-256, RSA.
import { createPublicKey, hash, type KeyObject, timingSafeEqual, verify } from 'node:crypto';
import type { SshSigned, SshVerdict } from '../ports/primitives.ts';

const magic = 'SSHSIG';
const shortestRsaBits = 2048;

/** Reads the strings of RFC 4251, section 5: a length in four bytes, then so many bytes. @throws RangeError at a wrong length */
function reader(bytes: Buffer) {
  let at = 0;
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new RangeError('shorter than it says');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const number = (): number => take(4).readUInt32BE();
  const text = (): Buffer => take(number());
  const end = (): void => {
    if (at !== bytes.length) throw new RangeError('longer than it says');
  };
  return { take, number, text, end };
}

/** As RFC 4251 writes it. */
function sshString(content: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
}

/** A whole number of RFC 4251 without the zero that keeps it positive. */
const unsigned = (number: Buffer): Buffer => (number[0] === 0 ? number.subarray(1) : number);

/** Left-padded to the size of the curve. @throws RangeError where it is longer */
function sized(number: Buffer, size: number): Buffer {
  const bare = unsigned(number);
  if (bare.length > size) throw new RangeError('longer than the curve');
  return Buffer.concat([Buffer.alloc(size - bare.length), bare]);
}

const url = (bytes: Buffer): string => bytes.toString('base64url');

/** @returns null for a kind of key that is not checked here, and for an RSA key that is too short */
function keyOf(blob: Buffer): { readonly kind: string; readonly key: KeyObject } | null {
  const read = reader(blob);
  const kind = read.text().toString('latin1');
  const jwk = (value: object): { kind: string; key: KeyObject } => {
    read.end();
    return { kind, key: createPublicKey({ key: value as never, format: 'jwk' }) };
  };
  if (kind === 'ssh-ed25519') return jwk({ kty: 'OKP', crv: 'Ed25519', x: url(read.text()) });
  if (kind === 'ecdsa-sha2-nistp256') {
    const curve = read.text().toString('latin1');
    const point = read.text();
    if (curve !== 'nistp256' || point.length !== 65 || point[0] !== 4) return null;
    return jwk({ kty: 'EC', crv: 'P-256', x: url(point.subarray(1, 33)), y: url(point.subarray(33)) });
  }
  if (kind !== 'ssh-rsa') return null;
  const e = unsigned(read.text());
  const n = unsigned(read.text());
  return n.length * 8 < shortestRsaBits ? null : jwk({ kty: 'RSA', e: url(e), n: url(n) });
}

function isSignedBy(blob: Buffer, signed: Buffer, signature: Buffer): boolean {
  const known = keyOf(blob);
  if (known === null) return false;
  const { kind, key } = known;
  const read = reader(signature);
  const algorithm = read.text().toString('latin1');
  const value = read.text();
  read.end();
  if (kind === 'ssh-ed25519') return algorithm === kind && verify(null, signed, key, value);
  if (kind === 'ecdsa-sha2-nistp256') {
    const pair = reader(value);
    const raw = Buffer.concat([sized(pair.text(), 32), sized(pair.text(), 32)]);
    pair.end();
    return algorithm === kind && verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, raw);
  }
  // `ssh-rsa` as an algorithm is SHA-1: not taken.
  if (algorithm === 'rsa-sha2-512') return verify('sha512', signed, key, value);
  return algorithm === 'rsa-sha2-256' && verify('sha256', signed, key, value);
}

const armour = /-----BEGIN SSH SIGNATURE-----([A-Za-z0-9+/=\s]+)-----END SSH SIGNATURE-----/;

/** The blob of each line `<kind> <base64> [comment]`; other lines are left out. */
const blobsOf = (keys: readonly string[]): Buffer[] =>
  keys.flatMap((line) => {
    const [, base64] = /^[a-z0-9@.-]+ ([A-Za-z0-9+/]+={0,2})(?:\s|$)/.exec(line.trim()) ?? [];
    return base64 === undefined ? [] : [Buffer.from(base64, 'base64')];
  });

function checked({ message, namespace, keys }: SshSigned, signature: Buffer): SshVerdict {
  const read = reader(signature);
  if (read.take(magic.length).toString('latin1') !== magic || read.number() !== 1) return 'unreadable';
  const blob = read.text();
  const forWhat = read.text();
  const reserved = read.text();
  const hashName = read.text().toString('latin1');
  const inner = read.text();
  read.end();
  if (forWhat.toString('utf8') !== namespace) return 'other-purpose';
  if (hashName !== 'sha256' && hashName !== 'sha512') return 'unreadable';
  if (keyOf(blob) === null) return 'unknown-kind';
  const isPublished = blobsOf(keys).some((one) => one.length === blob.length && timingSafeEqual(one, blob));
  if (!isPublished) return 'unknown-key';
  const digest = hash(hashName, message, 'buffer');
  const parts = [forWhat, reserved, Buffer.from(hashName, 'latin1'), digest].map(sshString);
  return isSignedBy(blob, Buffer.concat([Buffer.from(magic, 'latin1'), ...parts]), inner) ? 'good' : 'wrong';
}

/** @returns why it is none, for anything that is no such signature: whoever pastes text pastes anything */
export function checkSshSignature(signed: SshSigned): SshVerdict {
  const [, base64] = armour.exec(signed.signature) ?? [];
  if (base64 === undefined) return 'unreadable';
  try {
    return checked(signed, Buffer.from(base64.replace(/\s/g, ''), 'base64'));
  } catch {
    // Lengths that lie, and points that are on no curve.
    return 'unreadable';
  }
}
