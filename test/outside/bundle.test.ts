// The commands of a bundle's read-me, word for word, run by a shell with Debian's programs: each holds, and fails on a copy with one changed bit.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Recipe, recipes } from '../../lib/statement/bundle/recipes.ts';
import { leaveOut } from '../shared.ts';
import { type Files, smallBundles } from '../statement/small-bundle.ts';

let folder: string;
let files: Files;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'communs-bundle-'));
  files = await (await smallBundles('outside')).at('names');
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
      if (!recipe.needs.every((name) => files.has(name))) {
        // Only where nobody dates the checkpoint is a file of a recipe missing.
        expect(recipe.needs).toContain('checkpoint.tsr');
        return;
      }
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
    for (const { command, needs } of recipes) {
      expect(page).toContain(command);
      if (needs.every((name) => files.has(name))) for (const text of [fr, en]) expect(text).toContain(command);
    }
  });
});
