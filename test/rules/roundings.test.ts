// Exact until a declared point: where the rules round is a closed list, and each place is one of the rounding points that the rule set names.
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ruleSet } from '../../lib/rules/rule-set.ts';

const root = resolve(import.meta.dirname, '../..');

/** By file: the beginning of each rounding point that it keeps, and how many calls. Another call needs its point in the rule set first. */
const places: Readonly<Record<string, { readonly points: readonly string[]; readonly calls: number }>> = {
  'lib/rules/step.ts': { points: ['step'], calls: 1 },
  'lib/rules/compute/cir.ts': { points: ['cost'], calls: 1 },
  'lib/rules/compute/investor.ts': { points: ['cost'], calls: 1 },
  'lib/rules/compute/mecenat.ts': { points: ['cost', 'base', 'ledger-credit', 'declared-credit', 'lines'], calls: 6 },
  'lib/rules/compute/month-cents.ts': { points: ['lines'], calls: 1 },
  'lib/rules/compute/priced-lines.ts': { points: ['lines'], calls: 2 },
  'lib/rules/simulate-investor.ts': { points: ['base', 'ledger-credit', 'declared-credit'], calls: 3 },
  'lib/rules/research-credit.ts': { points: ['base', 'ledger-credit', 'declared-credit'], calls: 3 },
  'lib/rules/formulas/declared-base.ts': { points: ['declared-base'], calls: 1 },
  'lib/rules/gift/gift-figures.ts': { points: ['gift figures'], calls: 5 },
  'lib/rules/law-case/gift-case.ts': { points: ['base', 'ledger-credit', 'declared-credit', 'gift figures'], calls: 9 },
  'lib/rules/net-gain.ts': { points: ['net gain'], calls: 3 },
};

const call = /\b(?:centsOfEuros|wholeEuros|roundHalfAwayFromZero|splitCents)\(/g;
/** What would round in another way, or leave whole numbers and fractions. */
const otherWays = /\bMath\.(?:round|trunc|ceil)\b|\btoFixed\(|\bparseFloat\(|\bfloor\(/;

const files = globSync('lib/rules/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

test('the rules round in these places, so many times, and nowhere else', () => {
  const found = files.flatMap((file) => {
    const calls = textOf(file).match(call)?.length ?? 0;
    return calls === 0 ? [] : [[file, calls] as const];
  });
  const declared = Object.entries(places).map(([file, { calls }]) => [file, calls] as const);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(declared));
});

test('each place is a rounding point of the rule set, and each point has its place', () => {
  const points = ruleSet.roundings.map(({ point }) => point);
  const kept = Object.values(places).flatMap((place) => place.points);
  expect(kept.filter((begin) => !points.some((point) => point.startsWith(begin)))).toEqual([]);
  expect(points.filter((point) => !kept.some((begin) => point.startsWith(begin)))).toEqual([]);
});

test('no other way of rounding touches money: findings ask about time, and holidays are days', () => {
  const ofMoney = files.filter((file) => !/^lib\/rules\/(?:findings|holidays)\//.test(file));
  expect(ofMoney.filter((file) => otherWays.test(textOf(file)))).toEqual([]);
});
