// The signed text, read strictly; signatures in both spellings; keys named by their thumbprint.
import { generateKeyPairSync, sign as nodeSign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../../lib/statement/base64url.ts';
import { derToRaw, rawToDer } from '../../lib/statement/ecdsa-form.ts';
import { assembleJws, parseJws, signingInput, thumbprint } from '../../lib/statement/jws.ts';
import { parseDisclosure } from '../../lib/statement/sd-jwt.ts';
import { sha256 } from './sample-statement.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('base64url', () => {
  it('writes what node writes, and reads it back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = encodeBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(decodeBase64url(text)).toEqual(bytes);
      }),
    );
  });

  it.each(['A', 'AB=', 'AB', 'AAB', 'A+AA', 'A/AA', 'AA A', 'é'])('refuses %s', (text) => {
    expect(decodeBase64url(text)).toBeNull();
  });
});

describe('a signature in two spellings', () => {
  it('turns every DER signature of node into raw and back', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const lengths = new Set<number>();
    for (let i = 0; i < 400; i += 1) {
      const der = new Uint8Array(nodeSign('sha256', ascii(`message ${i}`), privateKey));
      lengths.add(der.length);
      const raw = derToRaw(der);
      expect(raw).toHaveLength(64);
      expect(new Uint8Array(rawToDer(raw))).toEqual(der);
    }
    expect(lengths.size).toBeGreaterThan(1);
  });

  it('pads short numbers on the left', () => {
    const raw = derToRaw(Uint8Array.of(0x30, 0x08, 0x02, 0x01, 0x05, 0x02, 0x03, 0x00, 0x80, 0x01));
    expect(Buffer.from(raw).toString('hex')).toBe(`${'0'.repeat(62)}05${'0'.repeat(60)}8001`);
  });

  const bad: readonly [string, number[]][] = [
    ['nothing', []],
    ['a length that is not its own', [0x30, 0x07, 0x02, 0x01, 0x05, 0x02, 0x01, 0x06]],
    ['a byte after the end', [0x30, 0x06, 0x02, 0x01, 0x05, 0x02, 0x01, 0x06, 0x00]],
    ['a negative number', [0x30, 0x06, 0x02, 0x01, 0x85, 0x02, 0x01, 0x06]],
    ['a zero', [0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x06]],
    ['a number padded for no reason', [0x30, 0x07, 0x02, 0x02, 0x00, 0x05, 0x02, 0x01, 0x06]],
    ['only one number', [0x30, 0x03, 0x02, 0x01, 0x05]],
    ['three numbers', [0x30, 0x09, 0x02, 0x01, 0x05, 0x02, 0x01, 0x06, 0x02, 0x01, 0x07]],
    ['a number of 33 digits', [0x30, 0x26, 0x02, 0x21, ...new Array<number>(33).fill(0x11), 0x02, 0x01, 0x06]],
  ];
  it.each(bad)('refuses %s', (_, bytes) => {
    expect(() => derToRaw(Uint8Array.from(bytes))).toThrow(/^ecdsa: /);
  });

  it('refuses raw signatures of another length, or with a zero', () => {
    expect(() => rawToDer(new Uint8Array(63))).toThrow(/63 bytes/);
    expect(() => rawToDer(new Uint8Array(64))).toThrow(/never zero/);
  });
});

describe('the compact text', () => {
  const input = signingInput('communs-statement+jwt', 'k', { a: 1 });
  const der = Uint8Array.of(0x30, 0x06, 0x02, 0x01, 0x05, 0x02, 0x01, 0x06);
  const jws = assembleJws(input, der);
  const withHeader = (header: string): string => {
    const [, payload, signature] = jws.split('.');
    return `${encodeBase64url(ascii(header))}.${payload}.${signature}`;
  };

  it('gives back what was put in', () => {
    const parsed = parseJws(jws, 'communs-statement+jwt');
    if (typeof parsed === 'string') throw new Error(parsed);
    expect(parsed.kid).toBe('k');
    expect(new TextDecoder().decode(parsed.payloadBytes)).toBe('{"a":1}');
    expect(new TextDecoder().decode(parsed.signingInput)).toBe(input);
  });

  it.each([
    ['{"alg":"none","kid":"k","typ":"communs-statement+jwt"}'],
    ['{"alg":"HS256","kid":"k","typ":"communs-statement+jwt"}'],
    ['{"alg":"ES256","kid":"k","typ":"communs-status+jwt"}'],
    ['{"alg":"ES256","crit":["b64"],"b64":false,"kid":"k","typ":"communs-statement+jwt"}'],
    ['{"alg":"ES256","kid":"k","kid":"k","typ":"communs-statement+jwt"}'],
    ['{"alg":"ES256", "kid":"k","typ":"communs-statement+jwt"}'],
    ['{"alg":"ES256","typ":"communs-statement+jwt"}'],
    ['null'],
  ])('refuses the header %s', (header) => {
    expect(parseJws(withHeader(header), 'communs-statement+jwt')).toBe('jws-header');
  });

  it('tells a file that is no JWS from a JWS that was altered', () => {
    expect(parseJws('PK\u0003\u0004', 'communs-statement+jwt')).toBe('jws-unreadable');
    expect(parseJws('', 'communs-statement+jwt')).toBe('jws-unreadable');
    expect(parseJws(`${jws}.`, 'communs-statement+jwt')).toBe('jws-malformed');
    expect(parseJws(`${jws}=`, 'communs-statement+jwt')).toBe('jws-malformed');
    expect(parseJws(jws.slice(0, -4), 'communs-statement+jwt')).toBe('jws-signature-length');
  });

  it('names a key as RFC 7638 does', async () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { crv, kty, x, y } = publicKey.export({ format: 'jwk' });
    const { calculateJwkThumbprint } = await import('jose');
    const point = { crv: crv!, kty: kty!, x: x!, y: y! };
    expect(thumbprint(sha256, point)).toBe(await calculateJwkThumbprint(point));
  });
});

describe('a disclosure', () => {
  it('reads the example of RFC 9901 only in canonical spelling', () => {
    // RFC 9901, section 4.2.1 writes a space after each comma: allowed there, one spelling too many here.
    const spaced = encodeBase64url(ascii('["_26bc4LT-ac6q2KI6cBW5es", "family_name", "Möbius"]'));
    expect(spaced).toBe('WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0');
    expect(parseDisclosure(spaced)).toBeNull();
    const plain = encodeBase64url(ascii('["_26bc4LT-ac6q2KI6cBW5Q","family_name","Möbius"]'));
    expect(parseDisclosure(plain)?.value).toBe('Möbius');
  });

  it.each([
    '[]',
    '["AAAAAAAAAAAAAAAAAAAAAA","a"]',
    '["AA","a",1]',
    '[1,"a",1]',
    '{}',
    'x',
    '["AAAAAAAAAAAAAAAAAAAAAA","a",1.5]',
  ])('refuses %s', (json) => {
    expect(parseDisclosure(encodeBase64url(ascii(json)))).toBeNull();
  });
});
