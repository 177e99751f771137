// The README's two commands are scripts of package.json, and its table of commands is that of the command line.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { root, sectionOf, tableRowsOf, textOf } from './documents.ts';

const readme = textOf('README.md');
const commandTable = join(root, 'bin/commands.ts');

describe('the README', () => {
  it('begins with two commands that are scripts here, the second of which is the full check', () => {
    const [, fenced = ''] = /```sh\n(.*?)```/s.exec(sectionOf(readme, 'Two commands')) ?? [];
    const scripts = fenced
      .trim()
      .split('\n')
      .map((line) => /^npm ci && npm ([a-z]+)$/.exec(line)?.[1] ?? line);
    expect(scripts).toEqual(['start', 'test']);
    expect(Object.keys(packageFile.scripts)).toEqual(expect.arrayContaining(scripts));
    expect(textOf('.ci/run')).toMatch(/^npm ci\b.*\nnpm test\b/m);
  });

  it('has a list of commands to be held against as soon as there is a command line', () => {
    expect(existsSync(commandTable)).toBe(existsSync(join(root, packageFile.bin.communs)));
  });

  it.skipIf(!existsSync(commandTable))('tells every command of the command line, and no other', async () => {
    const { commandNames }: { commandNames: readonly string[] } = await import(commandTable);
    const told = tableRowsOf(sectionOf(readme, 'The command line')).map(
      ([cell = '']) => /^`communs ([a-z-]+)/.exec(cell)?.[1],
    );
    expect(told.sort()).toEqual([...commandNames].sort());
  });
});

it('the changelog has the version of package.json on top', () => {
  const [, version] = /^## \[([\d.]+)\] - /m.exec(textOf('CHANGELOG.md')) ?? [];
  expect(version).toBe(packageFile.version);
});
