import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { type Support, supports } from '../../lib/model/support.ts';
import { assess } from '../../lib/rules/assess.ts';
import type { Assessment, Claim } from '../../lib/rules/assessment.ts';
import { figuresOf, ruleSet, schemes } from '../../lib/rules/rule-set.ts';
import { supportUnder } from '../../lib/rules/support.ts';
import type { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import type { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import type { StatementAsked } from '../../lib/use-cases/statement-asked.ts';
import { claim, claims, inputOf } from './claims.ts';

const brief = ({ parts }: Assessment) => parts.map(({ entry, state, code, amount }) => [entry, state, code, amount]);

const verdicts: fc.Arbitrary<Claim['trace']> = fc.constantFrom(
  null,
  'agrees' as const,
  'partly' as const,
  'no-public-trace' as const,
  'conflict' as const,
);
const retraced = claims.chain((all) =>
  fc.tuple(fc.constant(all), fc.array(verdicts, { minLength: all.length, maxLength: all.length })),
);

describe('always', () => {
  test.each(['foundation', 'declared'] as const)('under %s traces move no minute', (support) => {
    fc.assert(
      fc.property(retraced, ([all, traces]) => {
        const other = all.map((one, at) => ({ ...one, trace: traces[at] ?? null }));
        expect(brief(assess(inputOf(other, { support })))).toEqual(brief(assess(inputOf(all, { support }))));
      }),
    );
  });

  test.each(schemes.map(({ code }) => code))('under the own figures of %s they move none either', (scheme) => {
    fc.assert(
      fc.property(retraced, ([all, traces]) => {
        const other = all.map((one, at) => ({ ...one, trace: traces[at] ?? null }));
        expect(brief(assess(inputOf(other, { scheme })))).toEqual(brief(assess(inputOf(all, { scheme }))));
      }),
    );
  });

  test('a wider reading counts what a narrower one does, and refuses and withdraws the same', () => {
    const amount = (all: readonly Claim[], support: Support, state: string) =>
      assess(inputOf(all, { support })).parts.reduce((sum, part) => sum + (part.state === state ? part.amount : 0), 0);
    fc.assert(
      fc.property(claims, (all) => {
        const counted = supports.map((support) => amount(all, support, 'counted'));
        expect(counted).toEqual(counted.toSorted((a, b) => a - b));
        for (const state of ['refused', 'withdrawn']) {
          expect(new Set(supports.map((support) => amount(all, support, state))).size).toBe(1);
        }
      }),
    );
  });
});

describe('what carries an entry', () => {
  const state = (changed: Partial<Claim>, support: Support) =>
    assess(inputOf([claim(changed)], { support })).parts.map((part) => part.code ?? part.state);
  const word = (answer: 'disputed' | 'cannot-tell') => ({ answer, confirmedAmount: null, group: 'g' });

  test('where the foundation is silent: nothing, a trace that agrees, or the declaration', () => {
    const silent = { confirmation: null };
    expect(state(silent, 'foundation')).toEqual(['not-confirmed']);
    expect(state({ ...silent, trace: 'agrees' }, 'foundation')).toEqual(['not-confirmed']);
    expect(state({ ...silent, trace: 'agrees' }, 'foundation-or-trace')).toEqual(['counted']);
    expect(state({ ...silent, trace: 'partly' }, 'foundation-or-trace')).toEqual(['not-confirmed']);
    expect(state(silent, 'declared')).toEqual(['counted']);
    expect(state({ confirmation: word('cannot-tell') }, 'declared')).toEqual(['counted']);
    expect(state({ confirmation: word('cannot-tell') }, 'foundation-or-trace')).toEqual(['cannot-tell']);
  });

  test.each(supports)('under %s a contest, a dispute, a rule and a double claim still stand in the way', (support) => {
    const agrees = { trace: 'agrees' } as const;
    expect(state({ ...agrees, check: 'contested' }, support)).toEqual(['contested']);
    expect(state({ ...agrees, confirmation: word('disputed') }, support)).toEqual(['foundation-refused']);
    expect(state({ ...agrees, day: '2025-03-08' }, support)).toEqual(['non-working-day']);
    expect(state({ ...agrees, heldByConflict: true }, support)).toEqual(['conflict-of-claims']);
  });
});

describe('what is issued', () => {
  const days = ['2005-01-01', '2019-12-31', '2025-02-15', '2030-01-01'];

  test.each(schemes.filter(({ use }) => use === 'statement').map(({ code }) => code))(
    'under %s counts on the word of the foundation, on every day',
    (scheme) => {
      const supportOn = supportUnder(figuresOf(ruleSet, scheme));
      expect(days.map(supportOn)).toEqual(days.map(() => 'foundation'));
    },
  );

  test('cannot be asked for under another reading: neither preparing nor issuing takes one', () => {
    expectTypeOf<StatementAsked>().not.toHaveProperty('support');
    expectTypeOf<Parameters<typeof prepareStatement>[1]>().not.toHaveProperty('support');
    expectTypeOf<Parameters<typeof issueStatement>[1]>().not.toHaveProperty('support');
  });

  test('the research tax credit compares what is declared', () => {
    expect(supportUnder(figuresOf(ruleSet, 'cir-244-quater-b'))('2026-01-01')).toBe('declared');
  });

  test('a reading that nobody wrote down is a fault', () => {
    const figures = figuresOf(ruleSet, 'none').map((figure) =>
      figure.key === 'support' ? { ...figure, value: 'hearsay' } : figure,
    );
    expect(() => supportUnder(figures)('2026-01-01')).toThrow('hearsay');
  });
});
