// What holds for files named by what they hold.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { bytesOf, fresh, textOf } from './gather.ts';

export function objectsContract(ports: () => Pick<Ports, 'objects'>): void {
  describe('objects', () => {
    it('give back what was put: nothing, or two megabytes', async () => {
      const name = fresh('batches');
      const large = Uint8Array.from({ length: 2 * 1024 * 1024 }, (_, i) => (i * 7) % 256);
      await ports().objects.put(`${name}/0`, new Uint8Array());
      await ports().objects.put(`${name}/1`, large);
      expect(await ports().objects.get(`${name}/0`)).toHaveLength(0);
      expect(Buffer.from((await ports().objects.get(`${name}/1`)) ?? []).equals(large)).toBe(true);
      expect(await ports().objects.get(`${name}/2`)).toBeNull();
      expect(await ports().objects.get(name)).toBeNull();
    });

    it('keep the first file of a name, whoever puts it again', async () => {
      const name = fresh('out');
      await Promise.all(Array.from({ length: 8 }, () => ports().objects.put(name, bytesOf('first'))));
      await ports().objects.put(name, bytesOf('second'));
      expect(textOf(await ports().objects.get(name))).toBe('first');
    });

    it('take any name, and reach no other file by it', async () => {
      const name = fresh('x');
      const names = [
        `${name}/../../y`,
        `${name}/./é œ ’`,
        `${name}/CON`,
        `${name}/con`,
        `${name}/${'long'.repeat(100)}`,
        `../${name}`,
      ];
      for (const each of names) await ports().objects.put(each, bytesOf(each));
      for (const each of names) expect(textOf(await ports().objects.get(each))).toBe(each);
    });
  });
}
