// The house's documents as the tests read them: headings, links, tables, the tests and files that they name.
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** Every document, from the root of the checkout. */
export const documents: readonly string[] = ['*.md', 'docs/**/*.md', 'examples/**/*.md']
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .map((file) => file.replaceAll('\\', '/'))
  .sort();

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** What stands between fences is not headings, links or tables. */
const withoutFences = (text: string): string => text.replace(/^```.*?^```/gms, '');

export interface Heading {
  readonly level: number;
  readonly text: string;
}

export const headingsOf = (text: string): Heading[] =>
  [...withoutFences(text).matchAll(/^(#{1,6}) (.+)$/gm)].map(([, marks = '', heading = '']) => ({
    level: marks.length,
    text: heading,
  }));

/** As forges make it of a heading: lower case, no punctuation, a dash for each blank. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

/** Where the links of a document lead, as they are written. */
export const linksOf = (text: string): string[] =>
  [...withoutFences(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

/** What stands under a heading, up to the next one of its level or above. @throws Error if there is no such heading */
export function sectionOf(text: string, heading: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && line.startsWith('#'));
  if (at === -1) throw new Error(`no heading "${heading}"`);
  const level = lines[at]!.indexOf(' ');
  const next = lines.findIndex((line, i) => i > at && /^#+ /.test(line) && line.indexOf(' ') <= level);
  return lines.slice(at + 1, next === -1 ? undefined : next).join('\n');
}

/** The cells of the rows of each table, without its header, in order. */
export const tableRowsOf = (text: string): string[][] =>
  [...withoutFences(text).matchAll(/^\|.*\|\n\|[-| :]+\|\n((?:\|.*\|\n?)*)/gm)]
    .flatMap(([, rows = '']) => rows.split('\n'))
    .filter((row) => row !== '')
    .map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

export interface NamedTest {
  readonly file: string;
  readonly name: string;
}

/** `test/x.test.ts` “name” · “another of the same file” */
export const testsNamedIn = (text: string): NamedTest[] =>
  [...text.matchAll(/`(test\/[\w./-]+\.test\.ts)`((?: (?:· )?“[^”]+”)+)/g)].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ file, name })),
  );
