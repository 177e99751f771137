// The files of an issue: all from the one signed text, each level its own disclosures, nothing from another statement.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localSigner } from '../../lib/adapters/signer/local-signer.ts';
import { toHex } from '../../lib/model/hashing.ts';
import type { PublicJwk, Signer } from '../../lib/ports/keys.ts';
import { renderJson } from '../../lib/statement/render-json.ts';
import { readCells } from './cells.ts';
import { type IssuedSample, issuedFiles } from './issued-files.ts';
import { build, sampleInput, sha256, sign } from './sample-statement.ts';

let folder: string;
let keys: readonly PublicJwk[];
let signer: Signer;
let issued: IssuedSample;
const { payload, disclosures } = build();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'communs-issued-'));
  signer = localSigner(join(folder, 'keys'));
  keys = await signer.publicKeys();
  const jws = await sign(signer, 'communs-statement+jwt', payload);
  issued = {
    jws,
    statusJws: 'status',
    keys,
    disclosures,
    level: 'names',
    language: 'fr',
    trust: 'self',
    isTest: true,
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const files = (changed: Partial<IssuedSample> = {}) => issuedFiles({ ...issued, ...changed }, sha256);

describe('the files of an issue', () => {
  it('are these, and the content is the signed bytes', async () => {
    const found = await files();
    expect([...found.keys()]).toEqual([
      'statement.jws',
      'statement.json',
      'status.jws',
      'jwks.json',
      'disclosures.txt',
      'statement.xlsx',
    ]);
    expect(textOf(found.get('statement.jws'))).toBe(issued.jws);
    expect(textOf(found.get('statement.json'))).toBe(textOf(renderJson(payload)));
    expect(JSON.parse(textOf(found.get('jwks.json')))).toEqual({ keys });
  });

  it('carry no private key, even where one comes along by mistake', async () => {
    const withPrivate = keys.map((key) => ({ ...key, d: 'secret' }));
    for (const [name, bytes] of await files({ keys: withPrivate })) {
      if (name !== 'statement.xlsx') expect([name, textOf(bytes)]).toEqual([name, expect.not.stringContaining('"d"')]);
    }
  });

  it('name the signed text by its SHA-256 in the workbook, and say that the key is for tests', async () => {
    const found = await files();
    const cells = readCells(found.get('statement.xlsx')!).map(({ value }) => value);
    expect(cells).toContain(toHex(sha256(found.get('statement.jws')!)));
    expect(cells).toContain(toHex(sha256(found.get('statement.json')!)));
    expect(cells).toContain(keys[0]?.kid);
    expect(cells.filter((value) => String(value).startsWith('ESSAI'))).toHaveLength(1);
  });

  it.each([
    ['totals', 0],
    ['lines', 3],
    ['names', 6],
  ] as const)('hold the disclosures of the level %s', async (level, count) => {
    const text = textOf((await files({ level })).get('disclosures.txt'));
    expect(text.split('\n').length - 1).toBe(count);
  });

  it('are not made of parts that do not belong together', async () => {
    const stranger = localSigner(join(folder, 'stranger'));
    await expect(files({ keys: await stranger.publicKeys() })).rejects.toThrow(/not among those published/);
    await expect(files({ jws: 'x' })).rejects.toThrow(/no statement/);
    const other = build({ ...sampleInput, lines: sampleInput.lines.toReversed() });
    await expect(files({ disclosures: other.disclosures })).rejects.toThrow(/disclosure-unknown/);
    await expect(files({ disclosures: disclosures.slice(1) })).rejects.toThrow(/disclosures-partial/);
    await expect(files({ disclosures: [] })).rejects.toThrow(/do not make the level names/);
  });
});
