// Public keys as openssl reads them: SubjectPublicKeyInfo (RFC 5280) in PEM (RFC 7468), made from the bytes of the key alone.
import { decodeBase64url } from '../base64url.ts';
import type { StatementKey } from '../keys.ts';

// SEQUENCE { SEQUENCE { id-ecPublicKey, prime256v1 }, BIT STRING 04 ‖ x ‖ y } (RFC 5480), up to the point.
const p256Head = [0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
const p256Curve = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04];
// SEQUENCE { SEQUENCE { id-Ed25519 }, BIT STRING key } (RFC 8410), up to the key.
const ed25519Head = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

const lineLength = 64;

function pem(der: readonly number[]): Uint8Array {
  const base64 = btoa(String.fromCharCode(...der));
  const lines = base64.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
  return new TextEncoder().encode(['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n'));
}

/** statement.pub.pem. @throws Error (a fault) if a coordinate has not 32 bytes */
export function p256Pem({ x, y }: Pick<StatementKey, 'x' | 'y'>): Uint8Array {
  const point = [x, y].flatMap((each) => [...(decodeBase64url(each) ?? [])]);
  if (point.length !== 64) throw new Error(`pem: a P-256 point has 64 bytes, not ${point.length}`);
  return pem([...p256Head, ...p256Curve, ...point]);
}

/** log.pub.pem. @param key 32 bytes */
export function ed25519Pem(key: Uint8Array): Uint8Array {
  if (key.length !== 32) throw new Error(`pem: an Ed25519 key has 32 bytes, not ${key.length}`);
  return pem([...ed25519Head, ...key]);
}
