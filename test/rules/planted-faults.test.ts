// A fault planted in any scheme's list of figures is found when the list is loaded, and named.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkedFigures } from '../../lib/rules/figures/check-figures.ts';
import type { Figure } from '../../lib/rules/figures/figure.ts';
import {
  admissionKeys,
  assessmentKeys,
  cirKeys,
  type FigureDefinition,
  figureDefinitions,
  investorKeys,
  isFigureKey,
  mecenatKeys,
} from '../../lib/rules/figures/figure-keys.ts';
import { ruleSet, schemeOf } from '../../lib/rules/rule-set.ts';

type Keys = Readonly<Record<string, FigureDefinition>>;
const lists: readonly (readonly [name: string, figures: readonly Figure[], keys: Keys])[] = [
  ['every scheme', ruleSet.figures, assessmentKeys],
  ['digital-commons-investor', schemeOf(ruleSet, 'digital-commons-investor').figures, investorKeys],
  ['mecenat-de-competences-238bis', schemeOf(ruleSet, 'mecenat-de-competences-238bis').figures, mecenatKeys],
  ['cir-244-quater-b', schemeOf(ruleSet, 'cir-244-quater-b').figures, cirKeys],
  ['none', schemeOf(ruleSet, 'none').figures, admissionKeys],
];

/** One change of the first figure. */
const changes: readonly (readonly [fault: string, change: Partial<Figure>, says: string])[] = [
  ['an unknown key', { key: 'suport' }, 'unknown key'],
  ['a day that does not exist', { from: '2020-02-30' }, 'does not exist'],
  ['an end before its beginning', { to: '1999-01-01' }, 'ends before it begins'],
  ['another way of choosing', { chosenBy: 'date-of-convention' }, 'chosen by'],
  ['no day of checking', { lastChecked: '' }, 'last checked'],
  ['an empty reference', { legalReference: ' ' }, 'source is empty'],
  ['an empty title', { sourceTitle: '' }, 'source is empty'],
  ['an address without https', { sourceUrl: 'http://bofip.impots.gouv.fr/' }, 'no address'],
  ['words for an address', { sourceUrl: 'Journal officiel' }, 'no address'],
  ['a certainty of its own', { certainty: 'Z' as Figure['certainty'] }, 'certainty'],
];

const wrongKind = ({ key, value }: Figure): string | number =>
  isFigureKey(key) && figureDefinitions[key].kind === 'whole' ? '1/2' : typeof value === 'number' ? 'ten' : 0.5;

describe.each(lists)('the list of %s', (_, figures, keys) => {
  const load = (list: readonly Figure[]): readonly Figure[] => checkedFigures(list, keys);
  const [first, ...others] = figures as [Figure, ...Figure[]];

  test('is sound as it stands', () => {
    expect(load(figures)).toBe(figures);
  });

  test.each(changes)('with %s is a fault', (_fault, change, says) => {
    expect(() => load([{ ...first, ...change }, ...others])).toThrow(says);
  });

  test('with a value of another kind, at any place, is a fault that names the figure', () => {
    for (const [at, figure] of figures.entries()) {
      const planted = figures.with(at, { ...figure, value: wrongKind(figure) });
      expect(() => load(planted)).toThrow(`figure ${figure.key} from ${figure.from}: its value is not a`);
    }
  });

  test('without any one value, with a hole or an overlap, or with a version before its time is a fault', () => {
    for (const [key, versions] of Map.groupBy(figures, (figure) => figure.key)) {
      const without = figures.filter((figure) => figure.key !== key);
      expect(() => load(without)).toThrow(`figure ${key}: no value`);
      const last = versions.at(-1)!;
      const cut = { ...last, to: '2030-01-01' };
      const next = { ...last, from: '2030-01-01', to: null };
      const withNext = (from: string) => [...without, ...versions.slice(0, -1), cut, { ...next, from }];
      expect(load(withNext('2030-01-01'))).toHaveLength(figures.length + 1);
      for (const from of ['2030-01-02', '2029-12-31', last.from])
        expect(() => load(withNext(from))).toThrow('overlap or leave a hole');
      expect(() => load([...figures, { ...next, from: last.to ?? '2031-01-01', to: last.from }])).toThrow();
    }
  });
});

test('every address of a file in this repository leads to one', () => {
  const root = resolve(import.meta.dirname, '../..');
  const own = lists.flatMap(([, figures]) => figures).filter(({ sourceUrl }) => !sourceUrl.startsWith('https://'));
  expect(own.length).toBeGreaterThan(0);
  for (const { sourceUrl } of own) expect(existsSync(join(root, sourceUrl)), sourceUrl).toBe(true);
});
