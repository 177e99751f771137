// What holds for whoever gives the letters of printed documents.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';

export function fontsContract(ports: () => Pick<Ports, 'fonts'>): void {
  describe('the fonts of documents', () => {
    it('are two TrueType files, the same at every call', async () => {
      const { regular, bold } = await ports().fonts.ofDocuments();
      for (const font of [regular, bold]) {
        // OpenType 1.9, the table directory: version 1.0.
        expect([...font.slice(0, 4)]).toEqual([0, 1, 0, 0]);
        expect(font.length).toBeGreaterThan(100_000);
      }
      expect(Buffer.compare(regular, bold)).not.toBe(0);
      expect(await ports().fonts.ofDocuments()).toEqual({ regular, bold });
    });
  });
}
