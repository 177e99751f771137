// Every word and every reference of the rule set reads in French: what has no French beside it must be the name of a text, a code or a number.
import { describe, expect, it } from 'vitest';
import { referenceText, valueText } from '../../lib/rules/figures/figure-text.ts';
import { frenchReferences, valueTexts } from '../../lib/rules/figures/value-words.ts';
import { retentionTerms } from '../../lib/rules/retention.ts';
import { ruleSet } from '../../lib/rules/rule-set.ts';

const figures = [...ruleSet.figures, ...ruleSet.schemes.flatMap((scheme) => scheme.figures)];
const values = new Set(figures.map(({ value }) => String(value)));
const references = new Set(figures.map(({ legalReference }) => legalReference));

/** Words that no French reader expects in a French sentence. */
const english =
  /(?<!\p{L})(?:the|of|law|decree|order|before|last|house|rate|year|years|first|then|no|not|what|which|modelled|form|practice|proposal|its|like|ff|days?|month|paragraph|and|or|deducted|to|on)(?!\p{L})/iu;

/** Letters of categories, codes of countries, a number, a zone of time, a form: the same everywhere. */
const isTheSame = (value: string): boolean =>
  /^(?:[-\d/]+|(?:[A-Za-z]{1,2}(?:, )?)+|Europe\/Paris|2041-MEC-SD, Cerfa 16216)$/.test(value);

describe('in French', () => {
  it.each([...values].filter((value) => !isTheSame(value)))('the value %s is read without English', (value) => {
    expect(valueTexts, value).toHaveProperty([value]);
    expect(valueText('fr', value)).not.toMatch(english);
    expect(valueText('fr', value)).not.toMatch(/\b[a-z]+-(?:of|until|half|excess|day|gift|work|employer|grant)\b/);
  });

  it.each([...references])('the reference %s is read without English', (reference) => {
    expect(referenceText('fr', reference)).not.toMatch(english);
    // Digits of a text are never lost on the way; days may be turned round.
    const numbers = (text: string): string[] => (text.match(/\d+/g) ?? []).map(Number).map(String).sort();
    expect(numbers(referenceText('fr', reference))).toEqual(numbers(reference));
  });

  it.each(retentionTerms)('the text of the term $code is read without English', ({ legalReference }) => {
    // Pages print it in both languages as it stands.
    expect(legalReference).not.toMatch(english);
  });
});

it('has no words for what the rule set does not say any more, but for readings of the proposal', () => {
  expect(Object.keys(valueTexts).filter((value) => !values.has(value))).toEqual(['deduction']);
  expect(Object.keys(frenchReferences).filter((reference) => !references.has(reference))).toEqual([]);
});

it('leaves what it does not know as it was signed', () => {
  expect(valueText('fr', 'something-older')).toBe('something-older');
  expect(referenceText('fr', 'a text of another year')).toBe('a text of another year');
  expect(valueText('en', '43/100')).toBe('43%');
});
