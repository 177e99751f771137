// `communs keys` as an operator runs it: what signs now, another one in its place, and the former one retired.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { ListedKey } from '../../lib/use-cases/keys.ts';
import { registryFile } from '../use-cases/organisation.ts';
import { communs, communsJson, type RefusedJson } from './communs.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');

it('lists keys, makes new ones beside the former, and retires a former one', async () => {
  const keys = async (...words: string[]): Promise<readonly ListedKey[]> =>
    (await communsJson<{ keys: readonly ListedKey[] }>(['keys', '--data', data, ...words])).json.keys;
  const refused = async (...words: string[]): Promise<[number, string]> => {
    const { exitCode, json } = await communsJson<RefusedJson>(['keys', '--data', data, ...words]);
    return [exitCode, json.refused.code];
  };
  const before = await keys();
  expect(before.map(({ use, published }) => [use, published])).toEqual([
    ['log', null],
    ['registrar', null],
    ['statement', null],
  ]);
  const file = join(folder, 'registry.json');
  writeFileSync(file, JSON.stringify(registryFile));
  expect((await communs(['registry', file, '--data', data])).exitCode).toBe(0);
  for (const use of ['statement', 'log', 'registrar']) await keys('--rotate', use);
  const after = await keys();
  expect(after).toHaveLength(6);
  for (const { kid } of before) expect(after).toContainEqual(expect.objectContaining({ kid, isCurrent: false }));
  expect(
    readdirSync(join(data, 'keys'))
      .filter((name) => /^(?:statement|registrar|log)-key/.test(name))
      .sort(),
  ).toEqual([
    'log-key-2.TEST.pem',
    'log-key.TEST.pem',
    'registrar-key-1.TEST.json',
    'registrar-key-2.TEST.json',
    'statement-key-1.TEST.json',
    'statement-key-2.TEST.json',
  ]);
  const { kid } = before.find(({ use }) => use === 'statement')!;
  const now = after.find(({ use, isCurrent }) => use === 'statement' && isCurrent)!;
  expect(await refused('--retire', now.kid)).toEqual([1, 'key-in-use']);
  expect(await refused('--retire', 'nothing')).toEqual([1, 'unknown-signing-key']);
  expect(await refused('--rotate', 'seal')).toEqual([2, 'wrong-usage']);
  expect((await keys('--retire', kid)).find((key) => key.kid === kid)).toMatchObject({
    retired: expect.stringMatching(/^20/),
    retiredBy: expect.stringMatching(/^pe-/),
  });
  const { out } = await communs(['keys', '--data', data]);
  expect(out).toContain(`${kid} (TEST)`);
  expect(out).toMatch(/états, signe aujourd’hui/);
  expect((await communs(['check', '--data', data])).exitCode).toBe(0);
}, 120_000);
