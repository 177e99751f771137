// Sealed files on a directory: what lies on the disk, what a changed bit does, and what each crash leaves.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Blobs } from '../../../lib/adapters/files/blobs.ts';
import { directoryBlobs } from '../../../lib/adapters/files/directory-blobs.ts';
import { sealedFiles } from '../../../lib/adapters/files/sealed-files.ts';
import { systemRandom } from '../../../lib/adapters/primitives.ts';
import { bytesOf, textOf } from '../../contracts/gather.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'communs-sealed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keys = (): Blobs => directoryBlobs(join(folder, 'keys'));
const files = (): Blobs => directoryBlobs(join(folder, 'files'));
const sealed = (withKeys = keys(), withFiles = files()) => sealedFiles(withKeys, withFiles, systemRandom);
const filesBelow = (part: string): string[] =>
  readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, part, name))
    .filter((path) => statSync(path).isFile());
const fails = (): Promise<never> => Promise.reject(new Error('died'));
const hours = bytesOf('Alix Exemple; 7,5');

describe('sealed files', () => {
  it('lie on the disk with mode 600, sealed, the key in another place', async () => {
    await sealed().put('company/c1', 'ab', hours);
    const [file, key] = [...filesBelow('files'), ...filesBelow('keys')];
    for (const path of [file, key]) expect((statSync(path ?? '').mode & 0o777).toString(8)).toBe('600');
    expect(readFileSync(file ?? '', 'latin1')).not.toContain('Alix');
    expect(readFileSync(key ?? '')).toHaveLength(32);
    expect(`${file}${key}`).not.toContain('company');
  });

  it('are refused where a bit was changed, cut off, or another file was put in their place', async () => {
    await sealed().put('company/c1', 'ab', hours);
    await sealed().put('company/c1', 'cd', hours);
    const [path, other] = filesBelow('files') as [string, string];
    const before = readFileSync(path);
    for (let at = 0; at < before.length; at += 1) {
      writeFileSync(path, before.with(at, before[at]! ^ 1));
      await expect(Promise.all([sealed().get('company/c1', 'ab'), sealed().get('company/c1', 'cd')])).rejects.toThrow();
    }
    for (const wrong of [before.subarray(0, -1), before.subarray(0, 20), readFileSync(other)]) {
      writeFileSync(path, wrong);
      await expect(Promise.all([sealed().get('company/c1', 'ab'), sealed().get('company/c1', 'cd')])).rejects.toThrow();
    }
    writeFileSync(path, before);
    expect(textOf(await sealed().get('company/c1', 'ab'))).toBe(textOf(hours));
  });

  it('come back whole after a crash between key and file', async () => {
    const dying = sealed(keys(), { ...files(), replace: fails });
    await expect(dying.put('company/c1', 'ab', hours)).rejects.toThrow('died');
    expect(await sealed().get('company/c1', 'ab')).toBeNull();
    const [key] = filesBelow('keys').map((path) => readFileSync(path));
    await sealed().put('company/c1', 'ab', hours);
    expect(readFileSync(filesBelow('keys')[0] ?? '')).toEqual(key);
    expect(textOf(await sealed().get('company/c1', 'ab'))).toBe(textOf(hours));
  });

  it('cannot be opened after a crash between the destruction of key and file, and can be put again', async () => {
    await sealed().put('company/c1', 'ab', hours);
    const dying = sealed(keys(), { ...files(), remove: fails });
    await expect(dying.destroy('company/c1', 'ab')).rejects.toThrow('died');
    expect(filesBelow('keys')).toEqual([]);
    expect(filesBelow('files')).toHaveLength(1);
    expect(await sealed().get('company/c1', 'ab')).toBeNull();
    await sealed().put('company/c1', 'ab', hours);
    expect(textOf(await sealed().get('company/c1', 'ab'))).toBe(textOf(hours));
  });

  it('once destroyed cannot be opened with a copy of the file', async () => {
    await sealed().put('company/c1', 'ab', hours);
    const copy = readFileSync(filesBelow('files')[0] ?? '');
    await sealed().destroy('company/c1', 'ab');
    expect([...filesBelow('files'), ...filesBelow('keys')]).toEqual([]);
    await sealed().put('company/c1', 'ab', hours);
    writeFileSync(filesBelow('files')[0] ?? '', copy);
    await expect(sealed().get('company/c1', 'ab')).rejects.toThrow();
  });
});
