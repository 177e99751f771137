import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalBytes } from '../../lib/ledger/canonical.ts';
import { addDays, isoWeekday } from '../../lib/model/calendar.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import { checkedFigures } from '../../lib/rules/figures/check-figures.ts';
import type { Figure } from '../../lib/rules/figures/figure.ts';
import { figureAt, wholeAt } from '../../lib/rules/figures/figure-at.ts';
import { figureDefinitions } from '../../lib/rules/figures/figure-keys.ts';
import { entryRefusalTexts } from '../../lib/rules/refusals/refusal-codes.ts';
import { figuresOf, ruleSet, ruleSetBytes, ruleSetDigest, ruleSetJson } from '../../lib/rules/rule-set.ts';

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const figures = figuresOf(ruleSet, 'digital-commons-investor');
const flat = figures.filter(({ key }) => key === 'operatingFlatRate');

describe('a dated figure', () => {
  test('changes on its day: 43 % until 2025-02-14, 40 % from the next', () => {
    expect(figureAt(figures, 'operatingFlatRate', '2025-02-14').value).toBe('43/100');
    expect(figureAt(figures, 'operatingFlatRate', '2025-02-15').value).toBe('40/100');
    expect(wholeAt(figures, 'secondment.maxYears', '2024-04-16')).toBe(2);
    expect(wholeAt(figures, 'secondment.maxYears', '2024-04-17')).toBe(3);
  });

  test('that is missing raises, naming the key and the day', () => {
    try {
      figureAt(figures, 'operatingFlatRate', '2019-12-31');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      const { code, detail } = error as Refusal;
      expect(code).toBe('no-figures-for-period');
      for (const text of [detail.fr, detail.en]) expect(text).toMatch(/operatingFlatRate.*2019-12-31/);
    }
  });

  test('of every key is there', () => {
    const all = [...ruleSet.figures, ...ruleSet.schemes.flatMap((scheme) => scheme.figures)];
    expect(new Set(all.map(({ key }) => key))).toEqual(new Set(Object.keys(figureDefinitions)));
  });
});

describe('the load check', () => {
  const [first, second] = flat as [Figure, Figure];

  test.each<[string, Figure[], string]>([
    ['an unknown key', [{ ...first, key: 'operatingFlatrate' }], 'unknown key'],
    ['an overlap', [{ ...first, to: '2025-03-01' }, second], 'overlap'],
    ['a hole', [{ ...first, to: '2025-02-01' }, second], 'hole'],
    ['a version after an open one', [{ ...first, to: null }, second], 'no day'],
    ['an interval that ends before it begins', [{ ...first, to: '2019-01-01' }], 'ends before'],
    ['a day that does not exist', [{ ...second, from: '2025-02-30' }], 'does not exist'],
    ['a ratio that is none', [{ ...second, value: '0.4' }], 'not a ratio'],
    ['a number for a ratio', [{ ...second, value: 40 }], 'not a ratio'],
    ['an empty source', [{ ...second, sourceUrl: ' ' }], 'source is empty'],
    ['another way of choosing', [{ ...second, chosenBy: 'fiscal-year-end' }], 'chosen by'],
    ['a key without a value', [], 'no value'],
  ])('refuses %s', (_, list, what) => {
    expect(() => checkedFigures(list, { operatingFlatRate: figureDefinitions.operatingFlatRate })).toThrow(what);
  });
});

/** Gauss's Easter, as Butcher wrote it in 1876: another road than the frozen days. */
function easterOf(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)];
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`;
}

describe('the frozen holidays', () => {
  const years = Array.from({ length: 23 }, (_, at) => 2005 + at);

  test.each(years)(
    'of %i are the eleven of France (ten days where Ascension is 1 May) and the two of Alsace-Moselle',
    (year) => {
      const easter = easterOf(year);
      expect(isoWeekday(easter)).toBe(7);
      const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map(
        (day) => `${year}-${day}`,
      );
      const movable = [1, 39, 50].map((days) => addDays(easter, days));
      expect(ruleSet.holidays.metropole![year]).toEqual([...new Set([...fixed, ...movable])].sort());
      expect(ruleSet.holidays['alsace-moselle']![year]).toEqual([addDays(easter, -2), `${year}-12-26`]);
    },
  );

  test.each([
    ['971', '05-27'],
    ['972', '05-22'],
    ['973', '06-10'],
    ['974', '12-20'],
    ['976', '04-27'],
  ])('of %s remember the abolition on %s', (region, day) => {
    expect(ruleSet.holidays[region]).toEqual(Object.fromEntries(years.map((year) => [year, [`${year}-${day}`]])));
  });
});

describe('the rule set', () => {
  test('is canonical JSON: its bytes and its digest are the same each time, and another policy gives another digest', () => {
    const bytes = ruleSetBytes(canonicalBytes, ruleSet, []);
    expect(ruleSetBytes(canonicalBytes, structuredClone(ruleSet), [])).toEqual(bytes);
    const digest = ruleSetDigest(sha256, bytes);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(ruleSetDigest(sha256, ruleSetBytes(canonicalBytes, ruleSet, ['other']))).not.toBe(digest);
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(JSON.parse(JSON.stringify(ruleSetJson(ruleSet, []))));
  });

  test('says that the proposal is one, and has no amount under none', () => {
    expect(ruleSet.schemes.map(({ code, standing }) => [code, standing])).toEqual([
      ['digital-commons-investor', 'proposed'],
      ['mecenat-de-competences-238bis', 'in-force'],
      ['cir-244-quater-b', 'in-force'],
      ['none', null],
    ]);
  });

  test('every formula carries its first day in its name, every refusal its text', () => {
    for (const { name, from } of ruleSet.formulas) expect(name.endsWith(`-${from}`)).toBe(true);
    expect(Object.keys(entryRefusalTexts)).toEqual(ruleSet.refusals.map(({ code }) => code));
  });
});
