// The stamp over a checkpoint, verified by openssl: over its text alone, under that authority alone.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemRandom } from '../../lib/adapters/primitives.ts';
import { timeStamps } from '../../lib/adapters/time-stamp/time-stamps.ts';
import { startAuthority, type TestAuthority } from '../adapters/time-stamp/test-authority.ts';
import { flipped } from '../ledger/bytes.ts';
import { type IssuedLog, issueLog } from './issued-log.ts';
import { describeWithProgram, programs, succeeds } from './programs.ts';

describeWithProgram('openssl ts', programs.openssl, () => {
  let log: IssuedLog;
  let authority: TestAuthority;
  beforeAll(async () => {
    [log, authority] = await Promise.all([issueLog(), startAuthority()]);
    const stamps = timeStamps(authority.url, authority.ca, systemRandom);
    const { response } = await stamps.authority!.stamp(readFileSync(log.path('checkpoint.body')));
    writeFileSync(log.path('checkpoint.tsr'), response);
    writeFileSync(log.path('tsa-ca.pem'), authority.ca);
    writeFileSync(log.path('stranger.pem'), authority.strangerCa);
  }, 60_000);
  afterAll(async () => {
    await authority.close();
    rmSync(log.folder, { recursive: true, force: true });
  });

  const verify = (body: string, ca = log.path('tsa-ca.pem'), stamp = log.path('checkpoint.tsr')): boolean =>
    succeeds('openssl', 'ts', '-verify', '-data', body, '-in', stamp, '-CAfile', ca);

  it('verifies the stamp over the text of the checkpoint', () => {
    expect(verify(log.path('checkpoint.body'))).toBe(true);
    expect(verify(log.path('checkpoint.body'), log.path('stranger.pem'))).toBe(false);
    expect(verify(log.path('checkpoint'))).toBe(false);
  });

  it('refuses it over the text with a flip in any byte', () => {
    const body = readFileSync(log.path('checkpoint.body'));
    const twin = log.path('twin');
    const taken = [...body.keys()].filter((at) => {
      writeFileSync(twin, flipped(body, at, 1 << (at % 8)));
      return verify(twin);
    });
    expect(body.length).toBeGreaterThan(70);
    expect(taken).toEqual([]);
  }, 60_000);

  it('agrees with us on which changed stamps are none', async () => {
    const stamp = readFileSync(log.path('checkpoint.tsr'));
    const body = readFileSync(log.path('checkpoint.body'));
    const { check } = timeStamps('', '', systemRandom);
    const twin = log.path('twin');
    let oursAlone = 0;
    for (let at = 0; at < stamp.length; at += 9) {
      const changed = flipped(stamp, at, 1 << (at % 8));
      writeFileSync(twin, changed);
      const theirs = verify(log.path('checkpoint.body'), log.path('tsa-ca.pem'), twin);
      const ours = (await check(body, changed, authority.ca)) !== null;
      if (ours && !theirs) oursAlone += 1;
    }
    // What only they hold against it is in parts that nobody signed: which certificate is meant, how the chain is sent.
    expect(oursAlone).toBeLessThan(stamp.length / 9 / 3);
  }, 120_000);
});
