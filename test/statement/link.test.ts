// Auditor links: one spelling, refused by one HMAC, secrets a person can type.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLinkToken, checkLinkToken, parseLinkToken, sameDigest } from '../../lib/statement/link.ts';
import { groupedSecret, linkSecretBytes, parseSecret, secretDigest } from '../../lib/statement/link-secret.ts';
import { hex, hmacSha256, sha256 } from './sample-statement.ts';

const key = sha256(new TextEncoder().encode('key'));
const now = 1_790_000_000;
const link = { linkId: 'li-4f2a', expSeconds: now + 90 * 86_400, kid: 'k1' };
const token = buildLinkToken(link, key, hmacSha256);
const opens = (text: string, with_: Uint8Array | null = key): boolean => {
  const parsed = parseLinkToken(text);
  return parsed !== null && checkLinkToken(parsed, with_, { sha256, hmacSha256 });
};

describe('a link', () => {
  it('has the mac that its grammar names', () => {
    const [linkId, exp36, kid, mac] = token.split('.');
    expect([linkId, exp36, kid]).toEqual(['li-4f2a', (now + 7_776_000).toString(36), 'k1']);
    const stated = new TextEncoder().encode(`communs-link/1\nli-4f2a\n${now + 7_776_000}`);
    expect(mac).toBe(Buffer.from(hmacSha256(key, stated)).subarray(0, 16).toString('base64url'));
  });

  it('is ours with its second of expiry in it, and with no other', () => {
    expect(opens(token)).toBe(true);
    const parts = token.split('.');
    expect(opens([parts[0], (link.expSeconds + 1).toString(36), parts[2], parts[3]].join('.'))).toBe(false);
  });

  it('opens with no other key, and with none', () => {
    expect(opens(token, hmacSha256(key, key))).toBe(false);
    expect(opens(token, null)).toBe(false);
    // The key that stands in for a missing one opens nothing either.
    expect(opens(buildLinkToken(link, new Uint8Array(32), hmacSha256), null)).toBe(false);
  });

  it('is refused after every flip of one bit but those that only name another key', () => {
    const kidAt = token.indexOf('.k1.') + 1;
    const bytes = new TextEncoder().encode(token);
    let flips = 0;
    let opened = 0;
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      if (bit >> 3 === kidAt || bit >> 3 === kidAt + 1) continue;
      const flipped = bytes.slice();
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      flips += 1;
      if (opens(new TextDecoder('latin1').decode(flipped))) opened += 1;
    }
    expect(flips).toBe((token.length - 2) * 8);
    expect(opened).toBe(0);
  });

  it.each([
    '',
    'a.b.c',
    'a.b.c.d',
    '....',
    `${'a'.repeat(300)}.1.k.AAAAAAAAAAAAAAAAAAAAAA`,
    `x.01.k1.${'A'.repeat(22)}`,
    `x.zzzzzzzzzzz.k1.${'A'.repeat(22)}`,
  ])('is not read from %j', (text) => {
    expect(parseLinkToken(text)).toBeNull();
  });

  it('is not built from parts that would break its grammar', () => {
    expect(() => buildLinkToken({ ...link, linkId: 'a.b' }, key, hmacSha256)).toThrow(/link/);
    expect(() => buildLinkToken({ ...link, kid: 'k\n1' }, key, hmacSha256)).toThrow(/link/);
    expect(() => buildLinkToken({ ...link, expSeconds: 1.5 }, key, hmacSha256)).toThrow(/link/);
  });

  it('compares by digests of one length', () => {
    expect(sameDigest(sha256, key, key.slice())).toBe(true);
    expect(sameDigest(sha256, key, key.slice(0, 31))).toBe(false);
  });
});

describe('a secret', () => {
  it('is typed back from its groups, in any case and spacing, with letters misread', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: linkSecretBytes, maxLength: linkSecretBytes }), (secret) => {
        const text = groupedSecret(secret);
        expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(parseSecret(text)).toEqual(secret);
        expect(
          parseSecret(` ${text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`),
        ).toEqual(secret);
      }),
    );
  });

  it.each(['', 'ABCD', 'U'.repeat(32), '0'.repeat(33), '0'.repeat(31), '0'.repeat(500)])(
    'is not read from %j',
    (text) => {
      expect(parseSecret(text)).toBeNull();
    },
  );

  it('is stored as its SHA-256 only', () => {
    expect(secretDigest(sha256, new TextEncoder().encode('x'))).toBe(hex('x'));
  });
});
