// What holds for whoever signs statements.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';

export function signerContract(ports: () => Pick<Ports, 'signer'>, isTest: boolean): void {
  describe('the signer', () => {
    it('publishes P-256 keys under their thumbprints, the same at every call', async () => {
      const keys = await ports().signer.publicKeys();
      expect(keys.length).toBeGreaterThan(0);
      for (const { kid, x, y, ...rest } of keys) {
        expect(rest).toEqual({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' });
        const thumbprint = createHash('sha256').update(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`);
        expect(kid).toBe(thumbprint.digest('base64url'));
      }
      expect(await ports().signer.publicKeys()).toEqual(keys);
      expect(ports().signer.isTest).toBe(isTest);
    });

    it('signs digests in DER, by the first key', async () => {
      const { x, y } = (await ports().signer.publicKeys())[0]!;
      const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
      for (let i = 0; i < 20; i += 1) {
        const text = Buffer.from(`statement ${i}`);
        const der = await ports().signer.signDigest(createHash('sha256').update(text).digest());
        expect(verify('sha256', text, key, der)).toBe(true);
        expect(verify('sha256', Buffer.from('another'), key, der)).toBe(false);
      }
    });
  });
}
