// No document, source, lock file or sample holds the host of a package registry, or a path of the machine where it was written.
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './documents.ts';

const notOurs: ReadonlySet<string> = new Set(['node_modules', 'dist', 'cdk.out', 'coverage', '.communs', '.git']);
const binary = /\.(xlsx|gz|png|ico)$/;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const texts: ReadonlyMap<string, string> = new Map(
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => !notOurs.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(root, entry.name)) : [join(root, entry.name)]))
    .filter((file) => !binary.test(file))
    .map((file) => [relative(root, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
);

/** `file: what` for each thing that stands in a file. */
const found = (wanted: readonly string[]): string[] =>
  [...texts].flatMap(([file, text]) => wanted.filter((each) => text.includes(each)).map((each) => `${file}: ${each}`));

// Written in two pieces each, or this file would be found itself.
const registries = [
  ['registry.', 'npmjs'],
  ['npmjs', '.org'],
  ['yarnpkg', '.com'],
  ['deb.', 'debian.org'],
  ['proxy.', 'golang.org'],
  ['pypi', '.org'],
].map((pieces) => pieces.join(''));
const registryHere = URL.parse(process.env.npm_config_registry ?? '')?.host;
const machinePaths = [
  ['/ho', 'me/'],
  ['/Us', 'ers/'],
  ['/ro', 'ot/'],
  ['C:', '\\Users'],
].map((pieces) => pieces.join(''));
/** Where this checkout lies; a place that any test may write to says nothing. */
const around = ['/', tmpdir()].includes(dirname(root)) ? [] : [`${dirname(root)}/`];

it('looks at sources, documents, settings and the lock file', () => {
  expect([...texts.keys()]).toEqual(
    expect.arrayContaining(['README.md', 'package-lock.json', '.ci/run', '.npmrc', 'lib/ports.ts', 'LICENSE']),
  );
  expect(found(['@biomejs/biome'])).toContain('package.json: @biomejs/biome');
});

it('finds no host of a package registry, and no address in the lock file', () => {
  expect(found([...registries, ...(registryHere === undefined ? [] : [registryHere])])).toEqual([]);
  expect(texts.get('package-lock.json')).not.toContain('"resolved"');
});

it('finds no path of a machine', () => {
  expect(found([...machinePaths, ...around])).toEqual([]);
});
