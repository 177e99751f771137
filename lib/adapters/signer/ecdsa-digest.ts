// ECDSA P-256 over a digest, as KMS signs in DIGEST mode. node:crypto hashes whatever it signs, so the last step is done here.
import { createECDH, createHmac } from 'node:crypto';

// The order of the group (SP 800-186, 3.2.1.3).
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const toBytes = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(64, '0'), 'hex');

const modulo = (number: bigint): bigint => ((number % order) + order) % order;

/** Fermat: the order is prime. */
function inverse(number: bigint): bigint {
  let result = 1n;
  let base = modulo(number);
  for (let exponent = order - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % order;
    base = (base * base) % order;
  }
  return result;
}

/** RFC 6979, section 3.2: a nonce out of key and digest, so that no bad source of randomness can give the key away. */
function* nonces(privateKey: Uint8Array, digest: Uint8Array): Generator<bigint> {
  const hmac = (key: Uint8Array, ...parts: Uint8Array[]): Buffer => {
    const mac = createHmac('sha256', key);
    for (const part of parts) mac.update(part);
    return mac.digest();
  };
  const reduced = toBytes(modulo(toNumber(digest)));
  let k: Buffer = Buffer.alloc(32, 0);
  let v: Buffer = Buffer.alloc(32, 1);
  k = hmac(k, v, Buffer.of(0), privateKey, reduced);
  v = hmac(k, v);
  k = hmac(k, v, Buffer.of(1), privateKey, reduced);
  v = hmac(k, v);
  while (true) {
    v = hmac(k, v);
    const candidate = toNumber(v);
    if (candidate > 0n && candidate < order) yield candidate;
    k = hmac(k, v, Buffer.of(0));
    v = hmac(k, v);
  }
}

function derInteger(number: bigint): Buffer {
  const hex = number.toString(16);
  const digits = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  const body = digits[0]! >= 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits;
  return Buffer.concat([Buffer.of(0x02, body.length), body]);
}

/**
 * For key files marked TEST only: arithmetic on big integers takes a time that depends on the key.
 * @param privateKey 32 bytes @param digest 32 bytes @returns an ASN.1 DER signature
 */
export function signP256Digest(privateKey: Uint8Array, digest: Uint8Array): Uint8Array {
  if (privateKey.length !== 32 || digest.length !== 32) throw new Error('ecdsa: key and digest have 32 bytes each');
  for (const nonce of nonces(privateKey, digest)) {
    const point = createECDH('prime256v1');
    point.setPrivateKey(toBytes(nonce));
    const r = modulo(toNumber(point.getPublicKey().subarray(1, 33)));
    const s = modulo(inverse(nonce) * (toNumber(digest) + r * toNumber(privateKey)));
    if (r === 0n || s === 0n) continue;
    const body = Buffer.concat([derInteger(r), derInteger(s)]);
    return Buffer.concat([Buffer.of(0x30, body.length), body]);
  }
  throw new Error('ecdsa: no nonce');
}
