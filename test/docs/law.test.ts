// docs/law.md says what the rule set holds: its tables are made from it, and this fails where one of the two moved alone.
import { expect, test } from 'vitest';
import { textOf } from './documents.ts';
import { lawPage, withTables } from './law-tables.ts';

test('the tables of docs/law.md are those of the rule set: node test/golden/make-rule-set.ts writes them', () => {
  const page = textOf(lawPage);
  expect(page).toBe(withTables(page));
});
