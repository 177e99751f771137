// What the document on privacy says of terms is what the code holds, in both languages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptUntil, retentionTerms } from '../../lib/rules/retention.ts';
import { retentionTable } from './retention-table.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/privacy.md'), 'utf8');

it.each(['en', 'fr'] as const)('the retention table (%s) is that of the code', (language) => {
  const [, table] = new RegExp(`<!-- retention:${language} -->\\n([^]*?)\\n?<!-- /retention -->`).exec(text) ?? [];
  expect(table).toBe(retentionTable(language));
});

it('every term has a source, an address and a length', () => {
  for (const { legalReference, sourceUrl, years, lastChecked } of retentionTerms) {
    expect(legalReference).not.toBe('');
    expect(sourceUrl).toMatch(/^https:/);
    expect(years).toBeGreaterThan(0);
    expect(lastChecked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});

it.each([
  ['tax-evidence', '2026-01-15', '2032-01-15'],
  ['tax-evidence', '2024-02-29', '2030-03-01'],
  ['special-return', '2026-12-31', '2029-12-31'],
  ['corporate-tax', '2025-12-31', '2028-12-31'],
  ['gift-carry', '2025-06-30', '2033-12-31'],
  ['working-time', '2025-03-31', '2030-03-31'],
  ['pay-records', '2025-12-31', '2030-12-31'],
] as const)('%s counted from %s ends on %s', (code, since, until) => {
  expect(keptUntil(code, since)).toBe(until);
});
