// What holds for the log's key, its files, and the places of facts in it.
import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { OtherPlace } from '../../lib/ports/log.ts';
import type { Ports } from '../../lib/ports.ts';
import { all, bytesOf, fresh, textOf } from './gather.ts';

type LogPorts = Pick<
  Ports,
  'logSigner' | 'logKeys' | 'logFiles' | 'readLogFiles' | 'logPlaces' | 'readLogPlaces' | 'primitives'
>;

export function logContract(ports: () => LogPorts, isTest: boolean): void {
  describe('the log’s signer', () => {
    it('publishes Ed25519 keys of 32 bytes, and signs up to 4,096 bytes by the first', async () => {
      const keys = await ports().logSigner.publicKeys();
      expect(keys.map(({ length }) => length)).toEqual(keys.map(() => 32));
      expect(await ports().logKeys.publicKeys()).toEqual(keys);
      expect(ports().logSigner.isTest).toBe(isTest);
      const x = Buffer.from(keys[0]!).toString('base64url');
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
      for (const length of [1, 120, 4096]) {
        const message = new Uint8Array(length).fill(length % 256);
        const signature = await ports().logSigner.sign(message);
        expect(signature).toHaveLength(64);
        expect(verify(null, message, key, signature)).toBe(true);
        const { verifyEd25519 } = ports().primitives;
        expect(await verifyEd25519(keys[0]!, message, signature)).toBe(true);
        expect(await verifyEd25519(keys[0]!, bytesOf('another'), signature)).toBe(false);
        expect(await verifyEd25519(keys[0]!, message, signature.subarray(1))).toBe(false);
      }
    });
  });

  describe('the log’s files', () => {
    it('keep the first tile of a name, whoever puts another', async () => {
      const name = `${fresh('2026')}/tile/0/x001/234.p/5`;
      expect(await ports().logFiles.tile(name)).toBeNull();
      const outcomes = await Promise.all(Array.from({ length: 6 }, () => ports().logFiles.putTile(name, bytesOf('a'))));
      expect(outcomes.filter((outcome) => outcome === 'put')).toHaveLength(1);
      expect(await ports().logFiles.putTile(name, bytesOf('b'))).toBe('taken');
      expect(textOf(await ports().readLogFiles.tile(name))).toBe('a');
      const full = name.replace('.p/5', '');
      await ports().logFiles.putTile(full, bytesOf('full'));
      expect(textOf(await ports().readLogFiles.tile(full))).toBe('full');
    });

    it('keep what was staged under its name', async () => {
      const name = `${fresh('2026')}/staged/8-12-ab`;
      expect(await ports().logFiles.put(name, bytesOf('first'))).toBe('put');
      expect(await ports().logFiles.put(name, bytesOf('second'))).toBe('taken');
      expect(textOf(await ports().readLogFiles.get(name))).toBe('first');
      expect(await ports().logFiles.get(`${name}0`)).toBeNull();
    });

    it('swap a head only for the one that was read', async () => {
      const name = `${fresh('2026')}/head`;
      const { swap, get } = ports().logFiles;
      expect(await swap(name, bytesOf('none'), bytesOf('1'))).toBe(false);
      expect(await get(name)).toBeNull();
      expect(await swap(name, null, bytesOf('1'))).toBe(true);
      expect(await swap(name, null, bytesOf('2'))).toBe(false);
      expect(await swap(name, bytesOf('0'), bytesOf('2'))).toBe(false);
      expect(await swap(name, bytesOf('1'), bytesOf('2'))).toBe(true);
      expect(textOf(await get(name))).toBe('2');
    });

    it('let one of many who swap the same head at once be first', async () => {
      const name = `${fresh('2026')}/head`;
      await ports().logFiles.swap(name, null, bytesOf('0'));
      for (let round = 0; round < 3; round += 1) {
        const now = (await ports().logFiles.get(name))!;
        const tries = Array.from({ length: 8 }, (_, i) =>
          ports().logFiles.swap(name, now, bytesOf(`${round} by ${i}`)),
        );
        const won = await Promise.all(tries);
        expect(won.filter(Boolean)).toHaveLength(1);
        expect(textOf(await ports().logFiles.get(name))).toBe(`${round} by ${won.indexOf(true)}`);
      }
    });
  });

  describe('the places of facts in the log', () => {
    it('find the run that holds a fact, and the last one of its book', async () => {
      const book = fresh('company');
      const { put, of, last, runs } = ports().logPlaces;
      expect([await last(book), await of(book, 0)]).toEqual([-1, null]);
      const made = [
        { book, first: 0, last: 9, year: 2025, index: 100 },
        { book, first: 10, last: 10, year: 2026, index: 0 },
        { book, first: 11, last: 300, year: 2026, index: 5 },
      ];
      for (const run of made) await put(run);
      for (const [seq, run] of [
        [0, 0],
        [9, 0],
        [10, 1],
        [11, 2],
        [300, 2],
      ] as const) {
        expect(await of(book, seq)).toEqual(made[run]);
      }
      expect([await last(book), await of(book, 301)]).toEqual([300, null]);
      expect(await all(runs(book))).toEqual(made);
      expect(await ports().readLogPlaces.of(`${book}0`, 0)).toBeNull();
    });

    it('take the same run again, and never another in its place', async () => {
      const run = { book: fresh('company'), first: 0, last: 3, year: 2026, index: 7 };
      for (let i = 0; i < 3; i += 1) await ports().logPlaces.put(run);
      await expect(ports().logPlaces.put({ ...run, index: 8 })).rejects.toThrow(OtherPlace);
      await expect(ports().logPlaces.put({ ...run, year: 2027 })).rejects.toThrow(OtherPlace);
      expect(await ports().readLogPlaces.of(run.book, 2)).toEqual(run);
    });

    it('know the years, each as large as it ever was', async () => {
      const year = 1000 + Math.floor(Math.random() * 900);
      const { putYear, years } = ports().logPlaces;
      await Promise.all([putYear(year, 4), putYear(year, 12), putYear(year, 7)]);
      await putYear(year, 3);
      expect((await all(years())).find((each) => each.year === year)).toEqual({ year, size: 12 });
    });
  });
}
