// What holds for the keys of salts.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { fresh } from './gather.ts';

export function saltKeysContract(ports: () => Pick<Ports, 'saltKeys'>): void {
  const hex = async (owner: string) => Buffer.from(await ports().saltKeys.of(owner)).toString('hex');

  describe('salt keys', () => {
    it('are 32 bytes, the same ever after, one for each owner', async () => {
      const owner = fresh('company/1');
      const key = await hex(owner);
      expect(key).toMatch(/^[0-9a-f]{64}$/);
      expect(await hex(owner)).toBe(key);
      expect(await hex(`${owner}0`)).not.toBe(key);
    });

    it('are one for all who ask for the first time at once', async () => {
      const owner = fresh('person');
      expect(new Set(await Promise.all(Array.from({ length: 16 }, () => hex(owner)))).size).toBe(1);
    });

    it('are gone for good when destroyed', async () => {
      const [owner, other] = [fresh('person'), fresh('person')];
      const [key, kept] = [await hex(owner), await hex(other)];
      await ports().saltKeys.destroy(owner);
      await ports().saltKeys.destroy(owner);
      expect(await hex(owner)).not.toBe(key);
      expect(await hex(other)).toBe(kept);
    });
  });
}
