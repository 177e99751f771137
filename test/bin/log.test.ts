// `communs log` on a real data directory: shows, proves, monitors, and tells what was changed.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { primitives } from '../../lib/adapters/primitives.ts';
import { verifyTlogProof } from '../../lib/ledger/log/tlog-proof.ts';
import { formatVkey, keyTypes, parseVkey } from '../../lib/ledger/log/vkey.ts';
import { flipped } from '../ledger/bytes.ts';
import { madeKey, verifyEd25519 } from '../ledger/log/made-log.ts';
import { communs, communsJson, type RefusedJson } from './communs.ts';

let folder: string;
const inFolder = (...names: readonly string[]): string => join(folder, ...names);
const log = (...words: readonly string[]) => communs(['log', ...words, '--data', inFolder('data'), '--lang', 'en']);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'communs-log-'));
  const template = await communs(['registry', '--template']);
  writeFileSync(inFolder('registry.json'), template.out);
  const registered = await communs(['registry', inFolder('registry.json'), '--data', inFolder('data')]);
  expect([registered.exitCode, registered.err]).toEqual([0, expect.any(String)]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('communs log', () => {
  it('shows what a command has just written: it is in the log when the command ends', async () => {
    const { exitCode, json } = await communsJson<{ years: { size: number; origin: string }[] }>([
      ...['log', 'show', '--data', inFolder('data')],
    ]);
    expect(exitCode).toBe(0);
    expect(json.years).toHaveLength(1);
    expect(json.years[0]?.size).toBeGreaterThan(1);
    expect(json.years[0]?.origin).toMatch(/^urn:communs:embedded\/log\/\d{4}$/);
  });

  it('prints a checkpoint that can be kept, and finds later that the log goes on from it', async () => {
    const { out } = await log('checkpoint');
    writeFileSync(inFolder('kept'), out);
    const { exitCode, out: said } = await log('monitor', '--since', inFolder('kept'));
    expect(said).toMatch(/findings 0\.[\s\S]*goes on from the checkpoint that was kept/);
    expect(exitCode).toBe(0);
    writeFileSync(inFolder('kept'), out.replace(/\n\d+\n/, '\n1\n'));
    expect(await log('monitor', '--since', inFolder('kept'))).toMatchObject({ exitCode: 1 });
  });

  it('proves a fact by files that verify without the ledger', async () => {
    const { exitCode } = await log('prove', '--book', 'registry', '--seq', '1', '--out', inFolder('proof'));
    expect(exitCode).toBe(0);
    const file = (name: string) => readFileSync(inFolder('proof', name));
    const { sha256 } = primitives;
    const keys = file('log.vkey')
      .toString()
      .trim()
      .split('\n')
      .map((text) => parseVkey(sha256, text)!);
    const entry = sha256(Buffer.concat([file('salt'), file('fact')]));
    const proven = await verifyTlogProof({ sha256, verifyEd25519 }, file('fact.tlog-proof'), entry, keys);
    expect(proven).toMatchObject({ index: expect.any(Number) });
    const other = sha256(Buffer.concat([file('salt'), flipped(file('fact'), 9)]));
    expect(await verifyTlogProof({ sha256, verifyEd25519 }, file('fact.tlog-proof'), other, keys)).toBe('not-in-tree');
  });

  it.each([
    [['prove', '--book', 'registry', '--seq', '99999'], 'not-in-log', 1],
    [['prove', '--book', 'registry'], 'wrong-usage', 2],
    [['proof'], 'wrong-usage', 2],
    [['show', '--year', '1999'], 'log-empty', 1],
    [['stamp'], 'time-stamp-not-set-up', 1],
    [['add-cosignature'], 'wrong-usage', 2],
  ] as const)('%s is refused in words: %s', async (words, code, exitCode) => {
    const answer = await communsJson<RefusedJson>(['log', ...words, '--data', inFolder('data')]);
    expect(answer.json.refused.code).toBe(code);
    expect(answer.exitCode).toBe(exitCode);
  });

  it('stamps nothing where nothing is, and says so', async () => {
    const pinned = {
      vkey: formatVkey(madeKey('witness.example/w1', keyTypes.cosignature).key),
      url: 'http://localhost:9',
    };
    const answer = await communs(['log', 'stamp', '--data', inFolder('empty'), '--lang', 'en'], {
      COMMUNS_WITNESSES: JSON.stringify([pinned]),
    });
    expect(answer.exitCode).toBe(1);
    expect(answer.err).toContain('This log is empty');
  });

  it('names a file of the log that was changed, and takes no more facts into it', async () => {
    const { json } = await communsJson<{ years: { year: number; size: number }[] }>([
      ...['log', 'show', '--data', inFolder('data')],
    ]);
    const { year, size } = json.years[0]!;
    const path = inFolder('data', 'log', String(year), 'tile', '0', `000.p`, String(size));
    writeFileSync(path, flipped(readFileSync(path), 3));
    const { exitCode, out } = await log('monitor');
    expect(exitCode).toBe(1);
    expect(out).toContain(`tile/entries/000.p/${size}: an entry is not the one of the tile`);
    const proof = await log('prove', '--book', 'registry', '--seq', '1');
    expect(proof.exitCode).toBe(1);
    expect(proof.err).toMatch(
      /The log does not hold: .*restore the file that is named here, or by 'communs log monitor'/,
    );
    const registry = readFileSync(inFolder('registry.json'), 'utf8');
    writeFileSync(inFolder('more.json'), registry.replaceAll('exemple', 'autre'));
    const more = await communs(['registry', inFolder('more.json'), '--data', inFolder('data'), '--lang', 'fr']);
    expect(more.exitCode).toBe(0);
    expect(more.err).toMatch(
      /^communs: Ce que vous avez fait est enregistré, mais le journal public n’a pas pris ces faits\. Le journal ne tient pas : /,
    );
  });
});
