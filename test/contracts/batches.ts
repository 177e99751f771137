// What holds for readBatches and writeBatches.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { bytesOf, fresh, textOf } from './gather.ts';

const root = 'ab'.repeat(32);

export function batchesContract(ports: () => Pick<Ports, 'readBatches' | 'writeBatches'>): void {
  describe('batches', () => {
    it('give back a chunk of 16 kB as it was put, and nothing for another tenant, root or number', async () => {
      const tenant = fresh('company');
      const chunk = Uint8Array.from({ length: 16 * 1024 }, (_, i) => i % 251);
      await ports().writeBatches.putChunk(tenant, root, 1, chunk);
      expect(Buffer.from((await ports().readBatches.chunk(tenant, root, 1)) ?? []).equals(chunk)).toBe(true);
      expect(await ports().readBatches.chunk(tenant, root, 0)).toBeNull();
      expect(await ports().readBatches.chunk(tenant, root, 11)).toBeNull();
      expect(await ports().readBatches.chunk(tenant, 'cd'.repeat(32), 1)).toBeNull();
      expect(await ports().readBatches.chunk(`${tenant}0`, root, 1)).toBeNull();
      await expect(ports().readBatches.chunk(`${tenant}#${root}`, root, 1)).rejects.toThrow('cannot own a key');
    });

    it('keep the first chunk of a name, however often it is put', async () => {
      const tenant = fresh('company');
      await Promise.all(
        Array.from({ length: 8 }, () => ports().writeBatches.putChunk(tenant, root, 0, bytesOf('first'))),
      );
      await ports().writeBatches.putChunk(tenant, root, 0, bytesOf('second'));
      expect(textOf(await ports().readBatches.chunk(tenant, root, 0))).toBe('first');
    });
  });
}
