// The log, checked by Go's checksum-database code and by openssl: nothing of it was written here. Each twin with a flipped bit fails.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tilePath, tilesOf } from '../../lib/ledger/log/tiles.ts';
import { flipped } from '../ledger/bytes.ts';
import { type IssuedLog, issueLog } from './issued-log.ts';
import { buildLogCheck, describeWithProgram, programs, succeeds } from './programs.ts';

let log: IssuedLog;
beforeAll(async () => {
  log = await issueLog();
});
afterAll(() => rmSync(log.folder, { recursive: true, force: true }));

/** Flips one bit of each of so many bytes, spread over the file. @returns where it was taken all the same */
function taken(bytes: Uint8Array, tries: number, accepts: (twin: Uint8Array) => boolean): number[] {
  const step = Math.max(1, Math.floor(bytes.length / tries));
  const places = Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) => i * step);
  expect(places.length).toBeGreaterThanOrEqual(Math.min(tries, bytes.length));
  return places.filter((at) => accepts(flipped(bytes, at, 1 << (at % 8))));
}

describeWithProgram('openssl', programs.openssl, () => {
  const verify = (body: string, signature: string): boolean =>
    succeeds(
      ...(['openssl', 'pkeyutl', '-verify', '-pubin', '-inkey', log.path('log.pub.pem'), '-rawin'] as const),
      ...['-in', body, '-sigfile', signature],
    );

  it('verifies the checkpoint with the log’s public key', () => {
    expect(verify(log.path('checkpoint.body'), log.path('checkpoint.sig'))).toBe(true);
  });

  it('refuses it after a flip in any byte of its text or of its signature', () => {
    const twin = log.path('twin');
    const accepts = (arguments_: readonly [string, string]) => (bytes: Uint8Array) => {
      writeFileSync(twin, bytes);
      return verify(...arguments_);
    };
    const body = readFileSync(log.path('checkpoint.body'));
    const signature = readFileSync(log.path('checkpoint.sig'));
    expect(taken(body, body.length, accepts([twin, log.path('checkpoint.sig')]))).toEqual([]);
    expect(taken(signature, signature.length, accepts([log.path('checkpoint.body'), twin]))).toEqual([]);
  }, 120_000);
});

describeWithProgram('Go’s note and tlog', programs.goSumdb, () => {
  let program: string;
  beforeAll(() => {
    program = buildLogCheck(log.folder);
  }, 240_000);

  const check = (files: {
    readonly proof?: string;
    readonly entry?: string;
    readonly served?: string;
    readonly old?: string;
  }) =>
    spawnSync(
      program,
      [
        log.path('log.vkey'),
        files.proof ?? log.path('statement.tlog-proof'),
        files.entry ?? log.path('entry'),
        files.served ?? log.served,
        files.old ?? log.path('old-checkpoint'),
      ],
      { encoding: 'utf8' },
    );

  it('finds the entry in the tree, and the tree to go on from the older checkpoint', () => {
    const { stdout, stderr, status } = check({});
    expect([stdout, stderr, status]).toEqual(['inclusion OK\nconsistency OK\n', '', 0]);
  });

  it('refuses every proof with one flipped bit', () => {
    const proof = readFileSync(log.path('statement.tlog-proof'));
    const twin = log.path('twin');
    const accepts = (bytes: Uint8Array): boolean => {
      writeFileSync(twin, bytes);
      return check({ proof: twin }).status === 0;
    };
    // Go reads base64 whose unused bits are not zero: the last letter of the signature alone. Ours refuses that as well.
    const text = proof.toString();
    const lastLetter = Buffer.byteLength(text.slice(0, text.trimEnd().replace(/=+$/, '').length)) - 1;
    expect(taken(proof, proof.length, accepts).filter((at) => at !== lastLetter)).toEqual([]);
  }, 120_000);

  it('refuses another entry, and another checkpoint as the older one', () => {
    const twin = log.path('twin');
    writeFileSync(twin, flipped(readFileSync(log.path('entry')), 5));
    expect(check({ entry: twin }).status).toBe(1);
    const old = readFileSync(log.path('old-checkpoint'));
    const accepts = (bytes: Uint8Array): boolean => {
      writeFileSync(twin, bytes);
      return check({ old: twin }).status === 0;
    };
    expect(taken(old, 60, accepts)).toEqual([]);
  }, 120_000);

  it('refuses a log in which one bit of any tile or bundle was flipped', () => {
    const served = log.path('twin-served');
    cpSync(log.served, served, { recursive: true });
    // The full tiles of leaves under the older tree are read for the entries in them, hence all of them are.
    for (const place of tilesOf(622)) {
      const path = join(served, tilePath(place));
      const bytes = readFileSync(path);
      const accepts = (twin: Uint8Array): boolean => {
        writeFileSync(path, twin);
        return check({ served }).status === 0;
      };
      expect(taken(bytes, 24, accepts), tilePath(place)).toEqual([]);
      writeFileSync(path, bytes);
    }
    expect(check({ served }).status).toBe(0);
  }, 120_000);
});

describe('the log that is checked', () => {
  it('has entries in two tiles and more, so that partial and full tiles are among what is read', () => {
    expect(readFileSync(log.path('checkpoint.body'), 'utf8')).toContain('\n622\n');
  });
});
