// One term for one thing: no term stands twice, in either language, and each says what it is.
import { expect, it } from 'vitest';
import { tableRowsOf, textOf } from './documents.ts';

const rows = tableRowsOf(textOf('docs/glossary.md'));

it('has an English term, a French one and what it is on every row', () => {
  expect(rows.length).toBeGreaterThan(60);
  for (const row of rows)
    expect(row, row[0]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./), expect.stringMatching(/./)]);
});

it.each([
  ['English', 0],
  ['French', 1],
])('has no %s term twice', (_language, column) => {
  const terms = rows.map((row) => row[column]!.toLowerCase());
  expect(terms.filter((term, i) => terms.indexOf(term) !== i)).toEqual([]);
});
