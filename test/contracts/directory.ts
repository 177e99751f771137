// What holds for the directory of names and addresses.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { all, fresh } from './gather.ts';

export function directoryContract(ports: () => Pick<Ports, 'directory'>): void {
  describe('the directory', () => {
    it('gives back what was put, in any spelling, and the last of it', async () => {
      const tenant = fresh('company');
      const value = { name: 'Zoe\u0301 d’Exemple', 'sent/at': [1, 'a#b'] };
      expect(await ports().directory.put(tenant, 'person', 'zoe#1@example.org', value, false)).toEqual(value);
      expect(await ports().directory.get(tenant, 'person', 'zoe#1@example.org')).toEqual(value);
      await ports().directory.put(tenant, 'person', 'zoe#1@example.org', 'other', false);
      expect(await ports().directory.get(tenant, 'person', 'zoe#1@example.org')).toBe('other');
    });

    it('lets the first of many have a key, and tells the others what stands there', async () => {
      const tenant = fresh('company');
      const put = (value: number) => ports().directory.put(tenant, 'person', 'zoe', value, true);
      const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => put(i)));
      expect(new Set(answers).size).toBe(1);
      expect(await ports().directory.get(tenant, 'person', 'zoe')).toBe(answers[0]);
      await ports().directory.remove(tenant, 'person', 'zoe');
      expect(await put(99)).toBe(99);
    });

    it('lists one kind of one tenant in order of key, and removes for good', async () => {
      const tenant = fresh('company');
      for (const key of ['b', 'a', 'ä']) await ports().directory.put(tenant, 'person', key, key, false);
      await ports().directory.put(tenant, 'person2', 'c', 'c', false);
      await ports().directory.put(`${tenant}0`, 'person', 'd', 'd', false);
      for (const list of [ports().directory.list, ports().directory.listSettled]) {
        expect(await all(list(tenant, 'person'))).toEqual(['a', 'b', 'ä'].map((key) => ({ key, value: key })));
      }
      await ports().directory.remove(tenant, 'person', 'a');
      await ports().directory.remove(tenant, 'person', 'a');
      expect(await ports().directory.get(tenant, 'person', 'a')).toBeNull();
      expect(await all(ports().directory.list(tenant, 'person'))).toHaveLength(2);
    });

    it('takes no tenant that could pass for another', async () => {
      const tenant = fresh('company');
      await expect(ports().directory.get(`${tenant}#person`, 'x', 'y')).rejects.toThrow('cannot own a key');
      await expect(ports().directory.put('', 'person', 'y', 1, false)).rejects.toThrow('cannot own a key');
      await expect(ports().directory.put(tenant, 'person', '', 1, false)).rejects.toThrow('an empty name');
    });
  });
}
