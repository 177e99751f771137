// Quantities and dates as people read them, from whole numbers.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, duration, euros, figure, minutes, whole } from '../../lib/model/quantity-text.ts';
import { say } from '../../lib/model/typeset.ts';
import { dayInWords, fullDayInWords, instantInWords, periodInWords } from '../../web/parts/dates.ts';
import { time } from '../../web/parts/format.ts';

const plain = (text: string): string => text.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ');

describe('time', () => {
  it.each([
    [450, '7 h 30', '7h30'],
    [420, '7 h', '7h'],
    [5, '0 h 05', '0h05'],
    [0, '0 h', '0h'],
    [-90, '−1 h 30', '−1h30'],
    [96_420, '1 607 h', '1,607h'],
  ])('%i minutes', (amount, fr, en) => {
    expect(plain(minutes('fr', amount))).toBe(fr);
    expect(minutes('en', amount)).toBe(en);
  });

  it('half-days are never turned into hours', () => {
    expect(plain(duration('fr', { unit: 'half-day', amount: 1 }))).toBe('1 demi‑journée');
    expect(plain(duration('en', { unit: 'half-day', amount: 0 }))).toBe('0 half‑days');
    expect(plain(time('fr', { minutes: 450, halfDays: 3 }))).toBe('7 h 30 + 3 demi‑journées');
    expect(plain(time('fr', { minutes: 0, halfDays: 3 }))).toBe('3 demi‑journées');
  });

  it('reads back as the minutes it was made of', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (amount) => {
        const [hours = '', rest = ''] = minutes('en', amount).replaceAll(',', '').split('h');
        expect(Number(hours) * 60 + Number(rest)).toBe(amount);
      }),
    );
  });
});

describe('money', () => {
  it.each([
    [123_450, '1 234,50 €', '€1,234.50'],
    [5, '0,05 €', '€0.05'],
    [-100, '−1,00 €', '−€1.00'],
    [100_000_000, '1 000 000,00 €', '€1,000,000.00'],
  ])('%i cents', (amount, fr, en) => {
    expect(plain(cents('fr', amount))).toBe(fr);
    expect(cents('en', amount)).toBe(en);
  });

  it('keeps the cents of the largest amount that can be written exactly', () => {
    expect(cents('en', Number.MAX_SAFE_INTEGER)).toBe('€90,071,992,547,409.91');
  });

  it('euros and counts are grouped the same way, by a narrow space in French', () => {
    expect(euros('fr', 16_852)).toBe('16\u202f852\u202f€');
    expect(whole('fr', -1_234_567)).toBe('−1\u202f234\u202f567');
  });
});

it('a figure is a percentage only where that is exact', () => {
  expect(plain(figure('fr', '43/100'))).toBe('43 %');
  expect(figure('en', '2/5')).toBe('40%');
  expect(figure('en', '1/3')).toBe('1/3');
  expect(figure('en', '10000000000')).toBe('10,000,000,000');
  expect(figure('en', 'euro-half-away')).toBe('euro-half-away');
});

it('days, instants and periods in words, an instant with its zone', () => {
  expect(plain(fullDayInWords('fr', '2026-01-12'))).toBe('lundi 12 janvier 2026');
  expect(plain(fullDayInWords('en', '2026-02-01'))).toBe('Sunday 1 February 2026');
  expect(dayInWords('fr', '2026-02-01')).toBe('1er février 2026');
  expect(plain(instantInWords('en', '2026-03-02T10:00:00.000Z'))).toBe('2 March 2026, 10:00 UTC');
  expect(periodInWords('fr', { from: '2025-01-01', to: '2025-12-31' })).toBe('du 1er janvier au 31 décembre 2025');
  expect(periodInWords('en', { from: '2024-07-01', to: '2025-06-30' })).toBe('1 July 2024 to 30 June 2025');
});

it('French sentences get their narrow spaces, English ones stay', () => {
  const text = { fr: 'Est-ce « vrai » ? Oui : 5 %', en: 'Is it “true”? Yes: 5%' };
  expect(say('fr', text)).toBe('Est-ce «\u202fvrai\u202f»\u202f? Oui\u202f: 5\u202f%');
  expect(say('en', text)).toBe(text.en);
});
