// The value that a receipt states: the statement's own for one foundation, and parts that never add up to more for several.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueFor } from '../../lib/statement/receipt/receipt.ts';
import { carryIn, giftStatement } from './sample-gifts.ts';

const payload = giftStatement(carryIn);
const [first, second] = payload.projects;

describe('the value on a receipt', () => {
  it('is the statement’s where there is one foundation', () => {
    const projects = payload.projects.map((project) => ({ ...project, foundation: first!.foundation }));
    expect(valueFor({ ...payload, projects }, first!.foundation.id)).toEqual({
      valueCents: payload.relief!.baseCents,
      valuedBy: 'statement',
    });
  });

  it('is a part by cost for each of several, never more together than the statement says', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 12), fc.nat(10 ** 12), fc.nat(10 ** 12), (a, b, baseCents) => {
        const some = {
          ...payload,
          relief: { ...payload.relief!, baseCents },
          projects: [
            { ...first!, costCents: a },
            { ...second!, costCents: b },
          ],
        };
        const parts = [first!, second!].map(({ foundation }) => valueFor(some, foundation.id));
        const sum = parts.reduce((total, { valueCents }) => total + valueCents, 0);
        expect(parts.every(({ valuedBy }) => valuedBy === 'share')).toBe(true);
        expect(sum).toBeLessThanOrEqual(baseCents);
        if (a + b > 0) expect(baseCents - sum).toBeLessThanOrEqual(1);
      }),
    );
  });
});
