// Each template is read by its own reader, in both languages, without a blocking problem.
import { describe, expect, test } from 'vitest';
import { readClaimed } from '../../../lib/intake/declarations/claimed.ts';
import { readCompany } from '../../../lib/intake/declarations/company.ts';
import type { DeclarationFile } from '../../../lib/intake/declarations/file-text.ts';
import { readFiscalYear } from '../../../lib/intake/declarations/fiscal-year.ts';
import { readIdentities } from '../../../lib/intake/declarations/identities.ts';
import { readOrders } from '../../../lib/intake/declarations/orders.ts';
import { readPay } from '../../../lib/intake/declarations/pay.ts';
import type { DeclarationReading } from '../../../lib/intake/declarations/problem.ts';
import { readRegistry } from '../../../lib/intake/declarations/registry.ts';
import { readSecondments } from '../../../lib/intake/declarations/secondments.ts';
import { type DeclarationKind, declarationKinds, template } from '../../../lib/intake/declarations/templates.ts';
import { readYearDeclarations } from '../../../lib/intake/declarations/year-declarations.ts';

const readers: Readonly<Record<DeclarationKind, (file: DeclarationFile) => DeclarationReading<unknown>>> = {
  registry: readRegistry,
  company: readCompany,
  secondments: readSecondments,
  pay: readPay,
  identities: readIdentities,
  orders: readOrders,
  claimed: readClaimed,
  'fiscal-year': readFiscalYear,
  declarations: readYearDeclarations,
};

describe.each(declarationKinds)('the template of %s', (kind) => {
  const read = (language: 'fr' | 'en') => {
    const { name, text } = template(kind, language);
    return readers[kind]({ name, bytes: new TextEncoder().encode(text) });
  };

  test.each(['fr', 'en'] as const)('is read as it stands (%s)', (language) => {
    const { declaration, problems } = read(language);
    expect(problems.filter(({ blocking }) => blocking)).toEqual([]);
    expect(declaration).not.toBeNull();
  });

  test('says the same in both languages', () => {
    const words = ['reason', 'capacity', 'purpose'];
    const withoutWords = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, inner: unknown) => (words.includes(key) ? '' : inner)));
    expect(withoutWords(read('fr').declaration)).toEqual(withoutWords(read('en').declaration));
  });

  test('has no line that is too long to read on a screen of explanations', () => {
    for (const language of ['fr', 'en'] as const) {
      for (const line of template(kind, language).text.split('\n')) expect(line.length).toBeLessThan(240);
    }
  });
});
