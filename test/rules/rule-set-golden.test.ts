// The rule set is pinned: a library's upgrade or a figure edited by mistake changes what old statements rest on, and is found here.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { digestLine, goldenFile, ruleLines } from '../golden/rule-set-lines.ts';

const golden = readFileSync(resolve(import.meta.dirname, '../..', goldenFile), 'utf8')
  .trimEnd()
  .split('\n');

test('nothing that was in force is edited or taken away: add a version beside it, with the text that brought it', () => {
  const now = new Set(ruleLines());
  expect(golden.slice(0, -1).filter((line) => !now.has(line))).toEqual([]);
});

test('the bytes are those pinned: if they should change, add the version, say so in the changelog, then node test/golden/make-rule-set.ts', () => {
  expect(digestLine()).toBe(golden.at(-1));
});
