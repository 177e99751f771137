// What holds for whoever signs statements, and for the registrar.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';

export function signerContract(ports: () => Pick<Ports, 'signer' | 'registrar'>, isTest: boolean): void {
  it('the registrar signs with keys of its own', async () => {
    const [ours, theirs] = await Promise.all([ports().signer.publicKeys(), ports().registrar.publicKeys()]);
    expect(ours.filter(({ kid }) => theirs.some((key) => key.kid === kid))).toEqual([]);
  });

  describe.each(['signer', 'registrar'] as const)('the %s', (who) => {
    it('publishes P-256 keys under their thumbprints, the same at every call', async () => {
      const keys = await ports()[who].publicKeys();
      expect(keys.length).toBeGreaterThan(0);
      for (const { kid, x, y, ...rest } of keys) {
        expect(rest).toEqual({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' });
        const thumbprint = createHash('sha256').update(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`);
        expect(kid).toBe(thumbprint.digest('base64url'));
      }
      expect(await ports()[who].publicKeys()).toEqual(keys);
      expect(ports()[who].isTest).toBe(isTest);
    });

    it('signs digests in DER, by the first key', async () => {
      const { x, y } = (await ports()[who].publicKeys())[0]!;
      const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
      for (let i = 0; i < 20; i += 1) {
        const text = Buffer.from(`statement ${i}`);
        const der = await ports()[who].signDigest(createHash('sha256').update(text).digest());
        expect(verify('sha256', text, key, der)).toBe(true);
        expect(verify('sha256', Buffer.from('another'), key, der)).toBe(false);
      }
    });
  });
}
