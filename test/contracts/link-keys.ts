// What holds for the keys of auditor links.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';

export function linkKeysContract(ports: () => Pick<Ports, 'linkKeys'>): void {
  describe('link keys', () => {
    it('have 32 bytes, stay, and are found by their kid', async () => {
      const { kid, key } = await ports().linkKeys.current();
      expect(key).toHaveLength(32);
      expect(kid).toMatch(/^k[1-9]\d*$/);
      expect(await ports().linkKeys.current()).toEqual({ kid, key });
      expect(await ports().linkKeys.byKid(kid)).toEqual(key);
    });

    it.each(['k0', 'k999999', '1', '', 'k1/../k1', 'k01', 'constructor'])('are not found by %j', async (kid) => {
      expect(await ports().linkKeys.byKid(kid)).toBeNull();
    });
  });
}
