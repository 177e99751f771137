// What holds for files that name people.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { bytesOf, fresh, textOf } from './gather.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

export function sealedFilesContract(ports: () => Pick<Ports, 'sealedFiles'>): void {
  describe('sealed files', () => {
    it('give back what was put, to its tenant only', async () => {
      const tenant = fresh('company');
      const name = digest('hours');
      await ports().sealedFiles.put(tenant, name, bytesOf('hours'));
      expect(textOf(await ports().sealedFiles.get(tenant, name))).toBe('hours');
      expect(await ports().sealedFiles.get(`${tenant}0`, name)).toBeNull();
      expect(await ports().sealedFiles.get(tenant, digest('other'))).toBeNull();
    });

    it('can be put again, also by many at once', async () => {
      const tenant = fresh('company');
      const name = digest('hours');
      await Promise.all(Array.from({ length: 8 }, () => ports().sealedFiles.put(tenant, name, bytesOf('hours'))));
      expect(textOf(await ports().sealedFiles.get(tenant, name))).toBe('hours');
    });

    it('are gone when destroyed, alone, and can come back', async () => {
      const tenant = fresh('company');
      const [name, other] = [digest('hours'), digest('pay')];
      await ports().sealedFiles.put(tenant, name, bytesOf('hours'));
      await ports().sealedFiles.put(tenant, other, new Uint8Array());
      await ports().sealedFiles.destroy(tenant, name);
      await ports().sealedFiles.destroy(tenant, name);
      expect(await ports().sealedFiles.get(tenant, name)).toBeNull();
      expect(await ports().sealedFiles.get(tenant, other)).toHaveLength(0);
      await ports().sealedFiles.put(tenant, name, bytesOf('hours'));
      expect(textOf(await ports().sealedFiles.get(tenant, name))).toBe('hours');
    });
  });
}
