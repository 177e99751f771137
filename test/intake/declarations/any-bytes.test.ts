// Whatever bytes arrive, a reader answers: a declaration, or problems that say why there is none.
import fc from 'fast-check';
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

// A message quotes what it refuses: a word of ours that is missing shows only where the file itself does not say it.
const gap = /undefined|NaN/;

function expectAnswer(kind: DeclarationKind, name: string, bytes: Uint8Array): void {
  const { declaration, problems } = readers[kind]({ name, bytes });
  expect(declaration === null).toBe(problems.some(({ blocking }) => blocking));
  const fileSaysIt = gap.test(new TextDecoder().decode(bytes));
  for (const { where, detail } of problems) {
    expect(where).not.toBe('');
    if (!fileSaysIt) expect(`${detail.fr} ${detail.en}`).not.toMatch(gap);
  }
}

describe.each(declarationKinds)('the reader of %s', (kind) => {
  test('answers to any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => expectAnswer(kind, 'x', bytes)));
  });

  test('answers to any JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), (text) => expectAnswer(kind, 'x.json', new TextEncoder().encode(text))),
    );
  });

  test('answers to its own template with one stretch replaced', () => {
    const { name, text } = template(kind, 'fr');
    const replacement = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom(';', '"', ',', '-', '29/02/9999', '0'));
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(20), replacement, (start, length, put) => {
        const changed = text.slice(0, start) + put + text.slice(start + length);
        expectAnswer(kind, name, new TextEncoder().encode(changed));
      }),
      { numRuns: 400 },
    );
  });
});
