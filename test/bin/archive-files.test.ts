// A zip that somebody hands over as a book: what would fill the machine up is refused before it is unpacked.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { readArchive, writeArchive } from '../../bin/frame/archive-files.ts';
import { refusalOf } from '../use-cases/ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-book-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('comes back as it was written', async () => {
  const files = new Map([
    ['book.json', new TextEncoder().encode('{}')],
    ['sealed/ab', new Uint8Array(70_000).map((_, i) => i % 251)],
    ['empty', new Uint8Array(0)],
  ]);
  const path = join(folder, 'book.zip');
  await writeArchive(path, files);
  expect(await readArchive(path)).toEqual(files);
});

it.each([
  ['grows a thousand times', zipSync({ 'facts.jsonl': new Uint8Array(20_000_000) })],
  ['names a part outside of it', zipSync({ '../facts.jsonl': new Uint8Array(4) })],
  ['is cut short', zipSync({ 'facts.jsonl': new Uint8Array(400) }).subarray(0, 60)],
])('is refused where it %s', async (_, bytes) => {
  const path = join(folder, 'odd.zip');
  writeFileSync(path, bytes);
  const { code, detail } = await refusalOf(readArchive(path));
  expect(code).toBe('unreadable-file');
  expect(detail.en).toContain('at most 1 GB');
  expect(detail.fr).toContain('au plus 1 Go');
});

it('is not written as a zip that would not be read back: a folder takes more', async () => {
  const files = new Map(Array.from({ length: 65_535 }, (_, i) => [`chunks/${i}`, new Uint8Array(1)] as const));
  const path = join(folder, 'large.zip');
  const { code, detail } = await refusalOf(writeArchive(path, files));
  expect(code).toBe('unwritable-file');
  expect(detail.en).toContain(`--out ${join(folder, 'large')}`);
  expect(detail.fr).toContain(`--out ${join(folder, 'large')}`);
  expect(existsSync(path)).toBe(false);
  const steep = new Map([['facts.jsonl', new Uint8Array(20_000_000)]]);
  expect((await refusalOf(writeArchive(path, steep))).code).toBe('unwritable-file');
  expect(existsSync(path)).toBe(false);
});
