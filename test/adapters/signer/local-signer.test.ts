// Keys of an embedded run: made once, kept for ever, readable by their owner only, marked TEST.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signP256Digest } from '../../../lib/adapters/signer/ecdsa-digest.ts';
import { localLinkKeys } from '../../../lib/adapters/signer/local-link-keys.ts';
import { localSigner } from '../../../lib/adapters/signer/local-signer.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'communs-signer-')), 'keys');
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();
const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

describe('the signer', () => {
  it('makes one key at first use, mode 600, marked TEST in name and content', async () => {
    const signer = localSigner(folder);
    expect(signer.isTest).toBe(true);
    await signer.publicKeys();
    const names = await readdir(folder);
    expect(names).toEqual(['statement-key-1.TEST.json']);
    expect(await modeOf(folder)).toBe('700');
    expect(await modeOf(join(folder, names[0]!))).toBe('600');
    expect(await readFile(join(folder, names[0]!), 'utf8')).toContain('TEST key');
  });

  it('gives DER that node verifies over the message of the digest', async () => {
    const signer = localSigner(folder);
    const [jwk] = await signer.publicKeys();
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: jwk!.x, y: jwk!.y }, format: 'jwk' });
    for (let i = 0; i < 100; i += 1) {
      const der = await signer.signDigest(sha256(`message ${i}`));
      expect(verify('sha256', Buffer.from(`message ${i}`), key, der)).toBe(true);
      expect(verify('sha256', Buffer.from(`message ${i + 1}`), key, der)).toBe(false);
    }
  });

  it('keeps its key over a restart, and among processes that start at once', async () => {
    const signers = Array.from({ length: 8 }, () => localSigner(folder));
    const kids = await Promise.all(signers.map(async (signer) => (await signer.publicKeys()).map((key) => key.kid)));
    expect(new Set(kids.flat()).size).toBe(1);
    expect((await localSigner(folder).publicKeys())[0]?.kid).toBe(kids[0]?.[0]);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('signs with the newest key and keeps publishing the former ones', async () => {
    const signer = localSigner(folder);
    const [former] = await signer.publicKeys();
    await signer.rotate();
    expect(await signer.publicKeys()).toEqual(await localSigner(folder).publicKeys());
    const keys = await localSigner(folder).publicKeys();
    expect(keys).toHaveLength(2);
    expect(keys[1]).toEqual(former);
    expect(keys[0]?.kid).not.toBe(former?.kid);
  });

  it('keeps the registrar’s keys in files of their own, each rotated by itself', async () => {
    const [statement] = await localSigner(folder, 'statement').publicKeys();
    const [registrar] = await localSigner(folder, 'registrar').publicKeys();
    expect(registrar?.kid).not.toBe(statement?.kid);
    await localSigner(folder, 'registrar').rotate();
    expect((await readdir(folder)).sort()).toEqual([
      'registrar-key-1.TEST.json',
      'registrar-key-2.TEST.json',
      'statement-key-1.TEST.json',
    ]);
    expect(await localSigner(folder, 'statement').publicKeys()).toEqual([statement]);
    expect((await localSigner(folder, 'registrar').publicKeys())[1]).toEqual(registrar);
    await writeFile(
      join(folder, 'registrar-key-3.TEST.json'),
      await readFile(join(folder, 'statement-key-1.TEST.json')),
    );
    await expect(localSigner(folder, 'registrar').publicKeys()).rejects.toThrow(/is not a key file/);
  });

  it('ignores what a crash left half written, and refuses a key file that is not one', async () => {
    await localSigner(folder).publicKeys();
    await writeFile(join(folder, 'statement-key-2.TEST.json.0000.tmp'), '{"warn');
    expect(await localSigner(folder).publicKeys()).toHaveLength(1);
    await writeFile(join(folder, 'statement-key-2.TEST.json'), '{"warning":"","privateKey":{"x":"","y":"","d":""}}');
    await expect(localSigner(folder).publicKeys()).rejects.toThrow(/statement-key-2\.TEST\.json is not a key file/);
  });

  it('signs the vectors of RFC 6979 for P-256 and SHA-256', () => {
    // RFC 6979, appendix A.2.5.
    const key = Buffer.from('C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721', 'hex');
    const vectors = [
      [
        'sample',
        'EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716',
        'F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8',
      ],
      [
        'test',
        'F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367',
        '019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083',
      ],
    ] as const;
    for (const [message, r, s] of vectors) {
      const der = Buffer.from(signP256Digest(key, sha256(message)))
        .toString('hex')
        .toUpperCase();
      expect(der).toContain(r);
      expect(der).toContain(s.replace(/^00/, ''));
    }
  });
});

describe('link keys', () => {
  const day = 86_400_000;

  it('rotate after 90 days, and check links for 400 days more', async () => {
    let now = Date.UTC(2026, 0, 1);
    const keys = localLinkKeys(folder, { now: () => now });
    const first = await keys.current();
    expect(first.key).toHaveLength(32);
    now += 90 * day - 1;
    expect((await keys.current()).kid).toBe(first.kid);
    now += 1;
    const second = await keys.current();
    expect(second.kid).not.toBe(first.kid);
    expect(second.key).not.toEqual(first.key);
    now += 400 * day - 1;
    expect(await keys.byKid(first.kid)).toEqual(first.key);
    now += 1;
    expect(await keys.byKid(first.kid)).toBeNull();
    expect(await keys.byKid(second.kid)).toEqual(second.key);
  });

  it('are one for processes that ask at once, mode 600, and the same after a restart', async () => {
    const clock = { now: () => Date.UTC(2026, 0, 1) };
    const asked = await Promise.all(Array.from({ length: 8 }, () => localLinkKeys(folder, clock).current()));
    expect(new Set(asked.map((each) => Buffer.from(each.key).toString('hex'))).size).toBe(1);
    expect(await readdir(folder)).toEqual(['link-key-1.TEST.json']);
    expect(await modeOf(join(folder, 'link-key-1.TEST.json'))).toBe('600');
    expect(await localLinkKeys(folder, clock).byKid(asked[0]!.kid)).toEqual(asked[0]!.key);
  });

  it.each(['k0', 'k2', '1', '', 'k1/../../x', 'k01'])('know no key %j', async (kid) => {
    const keys = localLinkKeys(folder, { now: () => 0 });
    await keys.current();
    expect(await keys.byKid(kid)).toBeNull();
  });
});
