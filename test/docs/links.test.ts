// Whatever a document leads to is there: links and their anchors, files, tests by their name, pictures.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directions } from '../architecture/map.ts';
import { anchorOf, documents, headingsOf, linksOf, root, testsNamedIn, textOf } from './documents.ts';

const anchorsOf = (file: string): Set<string> => new Set(headingsOf(textOf(file)).map(({ text }) => anchorOf(text)));

/** The links of one document that lead nowhere. */
const deadLinks = (file: string): string[] =>
  linksOf(textOf(file))
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? file : normalize(join(dirname(file), path));
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !(target.endsWith('.md') && anchorsOf(target).has(anchor));
    });

/** Paths between backquotes that begin in one of the house's folders; a room may be named before its first file. */
const missingPaths = (file: string): string[] =>
  [...textOf(file).matchAll(/`((?:bin|docs|examples|functions|lib|test|web)\/[\w./-]*)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !(/^(lib\/)?[a-z-]+\/$/.test(path) && Object.hasOwn(directions, path.replace(/^lib\/|\/$/g, ''))))
    .filter((path) => !existsSync(join(root, path)));

/** Tests by their name, as a quoted text of their file. */
const missingTests = (file: string): string[] =>
  testsNamedIn(textOf(file))
    .filter(({ file: test, name }) => {
      const source = existsSync(join(root, test)) ? readFileSync(join(root, test), 'utf8') : '';
      return !["'", '"', '`'].some((quote) => source.includes(`${quote}${name}${quote}`));
    })
    .map(({ file: test, name }) => `${test} “${name}”`);

describe('every document', () => {
  it('is found, and names links, files and tests at all', () => {
    expect(documents).toContain('README.md');
    expect(documents).toContain('docs/problems.md');
    expect(documents.flatMap((file) => linksOf(textOf(file))).length).toBeGreaterThan(20);
    expect(documents.flatMap((file) => testsNamedIn(textOf(file))).length).toBeGreaterThan(40);
  });

  it.each(documents)('%s leads only to what is there', (file) => {
    expect({ links: deadLinks(file), paths: missingPaths(file), tests: missingTests(file) }).toEqual({
      links: [],
      paths: [],
      tests: [],
    });
  });

  it('is linked from the README, or from one that is', () => {
    const reached = new Set(['README.md']);
    for (const file of reached) {
      for (const link of linksOf(textOf(file))) {
        const target = normalize(join(dirname(file), link.split('#')[0] ?? ''));
        if (documents.includes(target)) reached.add(target);
      }
    }
    expect([...reached].sort()).toEqual(documents);
  });

  it('shows no picture less than there are', () => {
    const shown = linksOf(textOf('README.md'));
    expect(globSync('docs/screenshots/*.png', { cwd: root }).filter((file) => !shown.includes(file))).toEqual([]);
  });
});
