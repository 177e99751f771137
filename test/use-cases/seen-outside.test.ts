// Who outside saw a statement: told by a real log, a witness and a time stamp, and by none of them once its key is not pinned.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { primitives } from '../../lib/adapters/primitives.ts';
import { checkTimeStamp } from '../../lib/adapters/time-stamp/check-time-stamp.ts';
import { timeStamps } from '../../lib/adapters/time-stamp/time-stamps.ts';
import { parseCheckpoint } from '../../lib/ledger/log/checkpoint.ts';
import { formatSignatureLine } from '../../lib/ledger/log/note.ts';
import { formatVkey, keyTypes } from '../../lib/ledger/log/vkey.ts';
import type { Verification } from '../../lib/statement/verify.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { addCosignature } from '../../lib/use-cases/log/add-cosignature.ts';
import { stampLog } from '../../lib/use-cases/log/stamp-log.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { statementFiles } from '../../lib/use-cases/statement-files.ts';
import { startAuthority, type TestAuthority } from '../adapters/time-stamp/test-authority.ts';
import { cosign, madeKey } from '../ledger/log/made-log.ts';
import { type Files, smallBundles } from '../statement/small-bundle.ts';
import { processOn } from '../whole/process.ts';

const witness = madeKey('witness.example/w1', keyTypes.cosignature);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const seconds = Date.parse('2026-03-02T10:00:00.000Z') / 1000;
const witnessVkey = utf8(`${formatVkey(witness.key)}\n`);

let authority: TestAuthority;
let made: Awaited<ReturnType<typeof smallBundles>>;
/** By a witness alone, then by an authority too. */
let cosigned: Files;
let stamped: Files;

const said = async (): Promise<Verification> => {
  const { ports } = processOn(made.world);
  return (await readStatement(ports, made.company, '2025-0001', 'totals')).verification;
};
const plainSaid: Verification[] = [];

beforeAll(async () => {
  authority = await startAuthority();
  made = await smallBundles('seen outside');
  const { world } = made;
  const plain = await made.at('totals');
  plainSaid.push(await said());
  world.witnesses = { keys: [witness.key], submitting: [] };
  const { note } = parseCheckpoint(plain.get('checkpoint')!)!;
  const line = cosign(witness, note.text, seconds);
  await addCosignature(processOn(world).ports, utf8(`${formatSignatureLine(line)}\n`));
  plainSaid.push(await said());
  const again = async (): Promise<Files> => {
    const asked = { company: made.company, number: '2025-0001', level: 'totals', language: 'fr', by: made.by } as const;
    return statementFiles(processOn(world).ports, asked);
  };
  cosigned = await again();
  world.timeStamps = timeStamps(authority.url, authority.ca, { bytes: () => Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) });
  await stampLog(processOn(world).ports);
  stamped = await again();
}, 60_000);
afterAll(() => authority.close());

const verify = (file: Files, pins: { vkey?: Uint8Array; tsaCa?: string; logPinned?: boolean }): Promise<Verification> =>
  verifyFile(
    {
      ...{ file, jwks: file.get('jwks.json')!, keysPinned: true, logPinned: pins.logPinned ?? true },
      vkey: pins.vkey ?? null,
      tsaCa: pins.tsaCa === undefined ? null : utf8(pins.tsaCa),
    },
    {
      ...primitives,
      verifyTimeStamp: async (token, text, ca) => {
        const found = await checkTimeStamp(token, { text, nonce: null }, ca);
        return typeof found === 'string' ? null : new Date(found.at);
      },
    },
  );
const logVkey = (files: Files): Uint8Array => files.get('log.vkey')!;
const both = (files: Files): Uint8Array => Uint8Array.of(...logVkey(files), ...witnessVkey);

describe('a reader of a bundle', () => {
  it('is told when a witness whose key she pinned saw it, and of nobody by keys that came along', async () => {
    const seenAt = '2026-03-02T10:00:00.000Z';
    expect(await verify(cosigned, { vkey: both(cosigned) })).toMatchObject({
      result: 'authentic',
      seenAt,
      trust: 'self',
    });
    expect((await verify(cosigned, { vkey: logVkey(cosigned) })).seenAt).toBeNull();
    expect((await verify(cosigned, { vkey: both(cosigned), logPinned: false })).seenAt).toBeNull();
    expect((await verify(cosigned, {})).seenAt).toBeNull();
    const stranger = madeKey('witness.example/other', keyTypes.cosignature).key;
    const other = Uint8Array.of(...logVkey(cosigned), ...utf8(`${formatVkey(stranger)}\n`));
    expect((await verify(cosigned, { vkey: other })).seenAt).toBeNull();
  });

  it('is told of a time stamp under the authority that she pinned, over the checkpoint that proves the statement', async () => {
    const seen = await verify(stamped, { vkey: logVkey(stamped), tsaCa: authority.ca });
    expect(seen.result).toBe('authentic');
    expect(Date.parse(seen.seenAt!)).toBeGreaterThan(Date.parse('2020-01-01'));
    expect((await verify(stamped, { vkey: logVkey(stamped) })).seenAt).toBeNull();
    expect((await verify(stamped, { tsaCa: authority.ca })).seenAt).toBeNull();
    const wrong = await verify(stamped, { vkey: logVkey(stamped), tsaCa: authority.strangerCa });
    expect(wrong).toMatchObject({ result: 'invalid', seenAt: null });
  });

  it('is told of no date where the stamp is over another checkpoint than the one of the proof', async () => {
    const moved = new Map([...stamped].filter(([name]) => !['MANIFEST', 'checkpoint', 'statement.pdf'].includes(name)));
    const body = utf8('another.example/log\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n');
    const { response } = await timeStamps(authority.url, authority.ca, {
      bytes: () => Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 9),
    }).authority!.stamp(body);
    moved.set('checkpoint.body', body).set('checkpoint.tsr', response);
    expect((await verify(moved, { vkey: logVkey(stamped), tsaCa: authority.ca })).seenAt).toBeNull();
  });
});

describe('the pages of a statement', () => {
  it('say who saw it by the witnesses that the operator pinned, and nobody before', () => {
    const [before, after] = plainSaid;
    expect(before).toMatchObject({ result: 'authentic', seenAt: null, trust: 'self' });
    expect(after).toMatchObject({ result: 'authentic', seenAt: '2026-03-02T10:00:00.000Z' });
    expect(after?.notProven.map(({ en }) => en).join()).not.toMatch(/no third party vouches for them/);
  });

  it('still stand, without proof, where the log is out of order', async () => {
    const { ports } = processOn(made.world);
    const { readLogFiles } = ports;
    const damaged = {
      ...readLogFiles,
      tile: async (name: string) => (await readLogFiles.tile(name))?.map((byte) => byte ^ 1) ?? null,
    };
    const asked = [made.company, '2025-0001', 'totals'] as const;
    const { verification } = await readStatement({ ...ports, readLogFiles: damaged }, ...asked);
    expect(verification).toMatchObject({ result: 'authentic', seenAt: null });
    expect(verification.notProven.map(({ en }) => en).join()).toMatch(/no proof of it was checked/);
    for (const garbled of ['2026/marked-sizes', /^2026\/marked\/\d+$/]) {
      const get = async (name: string) => (name.match(garbled)?.[0] === name ? utf8('{}') : readLogFiles.get(name));
      const read = await readStatement({ ...ports, readLogFiles: { ...readLogFiles, get } }, ...asked);
      expect(read.verification).toMatchObject({ result: 'authentic', seenAt: null });
    }
  });
});
