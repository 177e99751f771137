// What holds for whoever seals PDFs: the certificate is of the key that signs, and the signature is over all but itself.
import { createHash, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { printPdf } from '../../lib/statement/pdf/print.ts';
import { placeOf, signatureOf } from '../statement/sealed-pdf.ts';

export function sealContract(
  ports: () => Pick<Ports, 'seal' | 'signer' | 'fonts' | 'clock' | 'primitives'>,
  isTest: boolean,
): void {
  const page = async (): Promise<Uint8Array> =>
    printPdf({
      blocks: [{ kind: 'paragraph', text: 'Une page.' }],
      frame: { header: '', banner: null, footer: '', page: (place, count) => `${place} / ${count}` },
      ...{ fonts: await ports().fonts.ofDocuments(), attachments: [], language: 'fr' },
      ...{ title: 'Une page', author: 'Exemple', subject: '', at: new Date(0) },
      seal: { at: new Date(ports().clock.now()), name: 'Exemple', bytes: 4096 },
    });

  describe('the seal', () => {
    it('shows a certificate of the key that signs now, the same at every call', async () => {
      const [der, ...more] = await ports().seal.certificates();
      const certificate = new X509Certificate(der!);
      const { x, y } = (await ports().signer.publicKeys())[0]!;
      expect(certificate.publicKey.export({ format: 'jwk' })).toMatchObject({ crv: 'P-256', x, y });
      expect(certificate.verify(certificate.publicKey)).toBe(true);
      expect(certificate.subject).toContain(`CN=${isTest ? 'TEST' : 'SELF-MADE'} \u2013 not a qualified seal`);
      expect(more).toEqual([]);
      expect((await ports().seal.certificates())[0]).toEqual(der);
    });

    it('signs the whole file but the signature, by that key, and changes nothing else', async () => {
      const before = await page();
      const after = await ports().seal.sealPdf(before);
      // The library drops the last line end.
      expect(after.length).toBe(before.length - 1);
      const { start, end } = placeOf(after);
      // The ranges are filled in, and the signature.
      const changed = before.findIndex((byte, i) => byte !== after[i]);
      expect(Buffer.from(after.slice(changed - 20, changed)).toString('latin1')).toContain('/ByteRange [0 ');
      expect(Buffer.compare(before.slice(end, -1), after.slice(end))).toBe(0);
      const { signedAttributes, messageDigest, verifies } = signatureOf(after, await ports().seal.certificates());
      expect(signedAttributes).toEqual(['contentType', 'messageDigest', 'signingCertificateV2']);
      const rest = Buffer.concat([after.slice(0, start), after.slice(end)]);
      expect(messageDigest).toEqual(createHash('sha256').update(rest).digest());
      expect(verifies).toBe(true);
    });

    it('refuses a file without a place for it', async () => {
      await expect(ports().seal.sealPdf(Buffer.from('%PDF-1.7\n%%EOF\n'))).rejects.toThrow(/ByteRange/);
    });
  });
}
