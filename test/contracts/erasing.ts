// What holds for the one port that changes what stands.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { all, bytesOf, fresh, textOf } from './gather.ts';

const root = 'ab'.repeat(32);
type Erasing = Pick<Ports, 'erasing' | 'readBatches' | 'writeBatches' | 'objects' | 'accessList'>;

export function erasingContract(ports: () => Erasing): void {
  describe('erasing', () => {
    it('puts a chunk in place of the one that stands there, and of no other', async () => {
      const tenant = fresh('company');
      for (const index of [0, 1]) await ports().writeBatches.putChunk(tenant, root, index, bytesOf(`chunk ${index}`));
      for (const _twice of [1, 2]) await ports().erasing.replaceChunk(tenant, root, 1, bytesOf('without her'));
      expect(textOf(await ports().readBatches.chunk(tenant, root, 1))).toBe('without her');
      expect(textOf(await ports().readBatches.chunk(tenant, root, 0))).toBe('chunk 0');
    });

    it('puts a file in place of one that is otherwise written once', async () => {
      const name = `batches/${fresh('repo')}/${root}/0`;
      await ports().objects.put(name, bytesOf('first'));
      await ports().objects.put(`${name}0`, bytesOf('another'));
      for (const _twice of [1, 2]) await ports().erasing.replaceObject(name, bytesOf('without her'));
      expect(textOf(await ports().objects.get(name))).toBe('without her');
      expect(textOf(await ports().objects.get(`${name}0`))).toBe('another');
    });

    it('removes all lines about a subject, and of no other', async () => {
      const subject = fresh('developer');
      const line = { at: '2026-01-15T09:00:00.000Z', by: 'pe-1', act: 'opened' };
      for (const act of ['opened', 'read']) await ports().accessList.add(subject, { ...line, act });
      await ports().accessList.add(`${subject}0`, line);
      for (const _twice of [1, 2]) await ports().erasing.removeAccess(subject);
      expect(await all(ports().accessList.list(subject))).toEqual([]);
      expect(await all(ports().accessList.list(`${subject}0`))).toEqual([line]);
    });
  });
}
