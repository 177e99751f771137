// A bundle checked by programs that nobody here wrote: the commands of its read-me, word for word, and readers of its signatures and of its log.
// Each holds, and fails on a copy with one changed bit.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemRandom } from '../../lib/adapters/primitives.ts';
import { timeStamps } from '../../lib/adapters/time-stamp/time-stamps.ts';
import { parseCheckpoint } from '../../lib/ledger/log/checkpoint.ts';
import { type Recipe, recipes } from '../../lib/statement/bundle/recipes.ts';
import { yearOfOrigin } from '../../lib/use-cases/log/log-of-year.ts';
import { sequenceLog } from '../../lib/use-cases/log/sequence-log.ts';
import { stampLog } from '../../lib/use-cases/log/stamp-log.ts';
import { startAuthority, type TestAuthority } from '../adapters/time-stamp/test-authority.ts';
import { flipped } from '../ledger/bytes.ts';
import { leaveOut } from '../shared.ts';
import { type Files, smallBundles } from '../statement/small-bundle.ts';
import { writeServed } from './issued-log.ts';
import { buildLogCheck, describeWithProgram, jwcryptoVerify, programs, python, run, succeeds } from './programs.ts';

let folder: string;
let files: Files;
let authority: TestAuthority;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'communs-bundle-'));
  const { ports, at } = await smallBundles('outside');
  const earlier = await at('names');
  // The renderings that were made are facts too: the log goes on, and the bundle read again has its newer checkpoint.
  await sequenceLog(ports);
  authority = await startAuthority();
  await stampLog({ ...ports, timeStamps: timeStamps(authority.url, authority.ca, systemRandom) });
  files = await at('names');
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'old-checkpoint'), earlier.get('checkpoint')!);
  await writeServed(ports, yearOfOrigin(parseCheckpoint(files.get('checkpoint')!)!.origin)!, join(folder, 'served'));
}, 60_000);
afterAll(async () => {
  await authority.close();
  rmSync(folder, { recursive: true, force: true });
});

const shell = (command: string): boolean =>
  spawnSync('bash', ['-o', 'pipefail', '-c', command], { cwd: folder, stdio: 'ignore' }).status === 0;
const isThere = (program: string): boolean => spawnSync('bash', ['-c', `command -v ${program}`]).status === 0;

/** The program that a recipe stands or falls with. */
const programOf: Readonly<Record<string, string>> = {
  jose: 'jose',
  openssl: 'openssl',
  'poppler-utils': 'pdfsig',
  coreutils: 'sha256sum',
};

const flips = 12;

/** So many places over the file; of a PDF none inside the seal, whose own bytes nothing can sign. */
function places({ guards }: Recipe, bytes: Uint8Array): number[] {
  const text = Buffer.from(bytes).toString('latin1');
  const [, before = 0, after = 0] = (/\/ByteRange\s*\[\s*0 (\d+) (\d+)/.exec(text) ?? []).map(Number);
  const step = bytes.length / flips;
  return Array.from({ length: flips }, (_, i) => Math.floor((i + 0.5) * step)).filter(
    (at) => guards !== 'statement.pdf' || at < before || at >= after,
  );
}

/** @returns how many of the changed copies the recipe refused */
function refused(recipe: Recipe): { readonly refused: number; readonly flips: number } {
  const path = join(folder, recipe.guards);
  const bytes = readFileSync(path);
  const at = places(recipe, bytes);
  const passed = at.filter((place) => {
    const twin = Buffer.from(bytes);
    twin[place]! ^= 1;
    writeFileSync(path, twin);
    return shell(recipe.command);
  });
  writeFileSync(path, bytes);
  return { refused: at.length - passed.length, flips: at.length };
}

describe('the commands of the read-me', () => {
  const table: string[] = [];
  afterAll(() => console.log(['check | file | refused / flipped', ...table].join('\n')));

  for (const recipe of recipes) {
    const program = programOf[recipe.debian]!;
    if (!isThere(program)) {
      leaveOut(`the check ‘${recipe.name}’ of a bundle`, `apt-get install ${recipe.debian}`);
      continue;
    }
    it(`hold, and refuse every changed copy: ${recipe.name}`, () => {
      expect(shell(recipe.command)).toBe(true);
      const found = refused(recipe);
      table.push(`${recipe.name} | ${recipe.guards} | ${found.refused} / ${found.flips}`);
      expect(found.refused).toBe(found.flips);
      expect(found.flips).toBeGreaterThan(flips / 2);
    });
  }

  it('stand in both read-mes and in docs/verify.md, as they are run', () => {
    const [fr, en] = ['LISEZ-MOI.txt', 'README.txt'].map((name) => new TextDecoder().decode(files.get(name)));
    const page = readFileSync(join(import.meta.dirname, '../../docs/verify.md'), 'utf8');
    for (const { command } of recipes) for (const text of [page, fr, en]) expect(text).toContain(command);
  });
});

/** @returns in how many copies of a file, each with one changed bit, it was taken all the same; the file is as before then */
function taken(name: string, accepts: () => boolean): number {
  const path = join(folder, name);
  const bytes = readFileSync(path);
  const places = Array.from({ length: flips }, (_, i) => Math.floor(((i + 0.5) * bytes.length) / flips));
  const passed = places.filter((at) => {
    writeFileSync(path, flipped(bytes, at, 1 << (at % 8)));
    return accepts();
  });
  writeFileSync(path, bytes);
  return passed.length;
}

describeWithProgram('python3-jwcrypto, on a bundle', programs.jwcrypto, () => {
  const signed = (name: string): readonly [string, ...string[]] => [
    python,
    ...['-c', jwcryptoVerify, join(folder, name), join(folder, 'jwks.json')],
  ];

  it('verifies the statement, whose content is statement.json, and its status', () => {
    expect(run(...signed('statement.jws'))).toBe(readFileSync(join(folder, 'statement.json'), 'utf8'));
    expect(JSON.parse(run(...signed('status.jws')))).toMatchObject({ number: '2025-0001', state: 'issued' });
    for (const name of ['statement.jws', 'status.jws']) {
      expect([name, taken(name, () => succeeds(...signed(name)))]).toEqual([name, 0]);
    }
  }, 60_000);
});

describeWithProgram('Debian’s jose, on a bundle', programs.jose, () => {
  it('gives each key of jwks.json the name that it has there', () => {
    const { keys } = JSON.parse(readFileSync(join(folder, 'jwks.json'), 'utf8')) as { keys: { kid: string }[] };
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      writeFileSync(join(folder, 'key.jwk'), JSON.stringify(key));
      expect(run('jose', 'jwk', 'thp', '-i', join(folder, 'key.jwk')).trim()).toBe(key.kid);
    }
  });
});

describeWithProgram('Go’s note and tlog, on a bundle', programs.goSumdb, () => {
  beforeAll(() => {
    buildLogCheck(folder);
  }, 240_000);

  const entry = 'cat statement.salt statement.fact | openssl dgst -sha256 -binary > entry';
  const proof = `${entry} && ./log-check log.vkey statement.tlog-proof entry`;
  const check = (): boolean => shell(proof);
  const checkWithLog = (): boolean => shell(`${proof} served old-checkpoint`);

  it('find the fact of the issue in the log, by the files of the bundle alone', () => {
    expect(check()).toBe(true);
    for (const name of ['statement.fact', 'statement.salt', 'statement.tlog-proof', 'log.vkey']) {
      expect([name, taken(name, check)]).toEqual([name, 0]);
    }
  }, 60_000);

  it('find the log that is served to be that of the bundle, and to go on from the checkpoint of an earlier one', () => {
    expect(readFileSync(join(folder, 'old-checkpoint')).equals(readFileSync(join(folder, 'checkpoint')))).toBe(false);
    expect(checkWithLog()).toBe(true);
    expect(taken('old-checkpoint', checkWithLog)).toBe(0);
  }, 60_000);
});
