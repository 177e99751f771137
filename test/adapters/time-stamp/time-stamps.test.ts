// Time stamps: what is asked and what is taken, against openssl as the authority. What a bad one answers is refused.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { systemRandom } from '../../../lib/adapters/primitives.ts';
import { timeStampRequest } from '../../../lib/adapters/time-stamp/time-stamp-request.ts';
import { timeStamps } from '../../../lib/adapters/time-stamp/time-stamps.ts';
import { flipped, sha256, utf8 } from '../../ledger/bytes.ts';
import { describeWithProgram, programs } from '../../outside/programs.ts';
import { startAuthority, type TestAuthority } from './test-authority.ts';

const text = utf8('communs.example/log/2026\n12\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n');

describeWithProgram('time stamps, by openssl as the authority', programs.openssl, () => {
  let authority: TestAuthority;
  beforeAll(async () => {
    authority = await startAuthority();
  });
  afterAll(() => authority.close());
  beforeEach(() => {
    authority.mode = 'good';
  });
  const stamps = (ca = authority.ca) => timeStamps(authority.url, ca, systemRandom);
  const stamp = (ca?: string) => stamps(ca).authority!.stamp(text);

  it('ask with 69 bytes or so, as openssl reads them: SHA-256, a nonce, the certificates', () => {
    const request = timeStampRequest({ digest: sha256(text), nonce: systemRandom.bytes(16, 'nonce') });
    expect(request.length).toBeGreaterThan(60);
    expect(request.length).toBeLessThan(90);
    const file = join(tmpdir(), `communs-${process.pid}.tsq`);
    writeFileSync(file, request);
    const { stdout } = spawnSync('openssl', ['ts', '-query', '-in', file, '-text'], { encoding: 'utf8' });
    expect(stdout).toMatch(/Hash Algorithm: sha256/);
    expect(stdout).toMatch(/Nonce: 0x[0-9A-F]{32}/);
    expect(stdout).toMatch(/Certificate required: yes/);
  });

  it('are taken where text, nonce, signature and authority are right, and tell the instant', async () => {
    const before = Date.now();
    const { response, at } = await stamp();
    expect(Math.abs(Date.parse(at) - before)).toBeLessThan(60_000);
    expect(await stamps().check(text, response, authority.ca)).toEqual({ at });
    // The certificate may be given as the name of a file, too.
    expect(await stamp(authority.caPath)).toMatchObject({ at: expect.any(String) });
  });

  it('are none over another text, nor under another authority', async () => {
    const { response } = await stamp();
    const { check } = stamps();
    expect(await check(flipped(text, 3), response, authority.ca)).toBeNull();
    expect(await check(text, response, authority.strangerCa)).toBeNull();
    expect(await check(text, response.subarray(1), authority.ca)).toBeNull();
    expect(await check(text, Uint8Array.of(...response, 0), authority.ca)).toBeNull();
    await expect(stamp(authority.strangerCa)).rejects.toMatchObject({ code: 'time-stamp-failed' });
  });

  it('say the same of the same text after any flip of one bit, or are none', async () => {
    const { response, at } = await stamp();
    const { check } = stamps();
    let refused = 0;
    for (let i = 0; i < response.length; i += 1) {
      const checked = await check(text, flipped(response, i, 1 << (i % 8)), authority.ca);
      if (checked === null) refused += 1;
      // The answer has parts that nobody signed: its meaning is what must not change.
      else expect(checked).toEqual({ at });
    }
    expect(refused).toBeGreaterThan(response.length * 0.5);
  }, 120_000);

  it.each([
    ['down', /does not answer/],
    ['endless', /does not answer/],
    ['refuses', /it refused/],
    ['other-request', /another question/],
    ['not-for-stamps', /does not answer|not one for time stamps/],
  ] as const)('are refused in words where the authority is %s', async (mode, words) => {
    authority.mode = mode;
    await expect(stamp()).rejects.toMatchObject({
      code: 'time-stamp-failed',
      detail: { en: words, fr: /Le journal continue/ },
    });
  });

  it('are not asked for where none is set; a setting that cannot be meant is refused', () => {
    expect(timeStamps('', '', systemRandom).authority).toBeNull();
    for (const [url, ca] of [
      ['ftp://tsa.example', authority.ca],
      ['tsa.example', authority.ca],
      [authority.url, ''],
      [authority.url, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'],
    ] as const) {
      expect(() => timeStamps(url, ca, systemRandom)).toThrow(/invalid-settings/);
    }
  });
});
