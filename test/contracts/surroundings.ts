// What holds for primitives, clock and chance.
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { bytesOf } from './gather.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export function surroundingsContract(ports: () => Pick<Ports, 'primitives' | 'clock' | 'random'>): void {
  describe('the primitives', () => {
    it('hash as FIPS 180-4 and RFC 4231 say', () => {
      const { sha256, hmacSha256 } = ports().primitives;
      expect(hex(sha256(bytesOf('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
      expect(hex(hmacSha256(bytesOf('Jefe'), bytesOf('what do ya want for nothing?')))).toBe(
        '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
      );
    });

    it('compress to the same bytes, and back', () => {
      const { compress, decompress } = ports().primitives;
      const rows = bytesOf('row\n'.repeat(1_000));
      expect(hex(compress(rows))).toBe(hex(compress(rows)));
      expect(compress(rows).length).toBeLessThan(rows.length / 10);
      expect(hex(decompress(compress(rows)))).toBe(hex(rows));
    });

    it('check a signature of ES256, and throw for a key that is no point of the curve', async () => {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string };
      const raw = sign('sha256', bytesOf('text'), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      const { verifyEs256 } = ports().primitives;
      expect(await verifyEs256({ x, y }, bytesOf('text'), raw)).toBe(true);
      expect(await verifyEs256({ x, y }, bytesOf('texT'), raw)).toBe(false);
      expect(await verifyEs256({ x, y }, bytesOf('text'), raw.subarray(1))).toBe(false);
      await expect(verifyEs256({ x, y: x }, bytesOf('text'), raw)).rejects.toThrow();
    });
  });

  describe('clock and chance', () => {
    it('give whole milliseconds of this age that do not go back', () => {
      const [first, second] = [ports().clock.now(), ports().clock.now()];
      expect(Number.isSafeInteger(first)).toBe(true);
      expect(first).toBeGreaterThan(Date.UTC(2025, 0, 1));
      expect(second).toBeGreaterThanOrEqual(first);
    });

    it('give as many bytes as asked for, others every time', () => {
      const draws = [0, 1, 32, 33, 100].map((length) => ports().random.bytes(length, 'test'));
      expect(draws.map(({ length }) => length)).toEqual([0, 1, 32, 33, 100]);
      const many = Array.from({ length: 50 }, (_, i) => hex(ports().random.bytes(16, i % 2 === 0 ? 'a' : 'b')));
      expect(new Set(many).size).toBe(50);
    });
  });
}
