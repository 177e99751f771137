// The grammar of quantities: what is read, what is refused, and what must hold for every number.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addQuantity, columnFacts, noQuantities } from '../../lib/intake/column-facts.ts';
import { parseQuantity, quantityOfCell } from '../../lib/intake/quantity.ts';
import { settleQuantity } from '../../lib/intake/settle-quantity.ts';

const settle = (text: string, unit: 'hour' | 'day' | null = 'hour', dayMinutes: number | null = null) => {
  const quantity = parseQuantity(text);
  return settleQuantity(quantity, { unit, decimals: null, signs: new Set<',' | '.'>(), marks: false }, dayMinutes);
};

describe('a quantity in hours', () => {
  it.each([
    ['7,5', 450],
    ['7.5', 450],
    ['7,20', 432],
    ['7', 420],
    ['7h30', 450],
    ['7 h 30', 450],
    ['7h30min', 450],
    ['7:30', 450],
    ['07:30:00', 450],
    ['7 h', 420],
    ['3,5\u202fh', 210],
    ['7,5\u00a0', 450],
    ['450 min', 450],
    ['0h45', 45],
    ["'7,5", 450],
    ['24:00', 1440],
  ])('reads %s as %i minutes', (text, minutes) => {
    expect(settle(text)).toEqual({ minutes });
  });

  it.each([
    ['7h75', 'not-a-duration'],
    ['7:60', 'not-a-duration'],
    ['', 'not-a-duration'],
    ['RTT', 'not-a-duration'],
    ['?', 'not-a-duration'],
    ['=7+1', 'not-a-duration'],
    ['7,5,0', 'not-a-duration'],
    ['7 5', 'not-a-duration'],
    ['1e3', 'not-a-duration'],
    ['Infinity', 'not-a-duration'],
    ['x', 'not-a-duration'],
    ['0,001', 'not-a-duration'],
    ['-2', 'negative-duration'],
    ['−7h30', 'negative-duration'],
    ['-x', 'not-a-duration'],
    ['25', 'over-24h'],
    ['24:01', 'over-24h'],
    ['1\u202f234,50', 'over-24h'],
    ['0', 'zero-duration'],
    ['0:00', 'zero-duration'],
  ])('answers %j with %s', (text, code) => {
    expect(settle(text)).toEqual({ code });
  });
});

describe('a quantity in days', () => {
  it.each(['½', '1/2', '0,5', '0,50 j', 'matin', 'AM'])('keeps %s as one half-day', (text) => {
    expect(settle(text, 'day')).toEqual({ halfDays: 1 });
  });

  it('asks for the length of the day for other fractions, and rounds half up once with it', () => {
    expect(settle('0,857', 'day')).toEqual({ code: 'ambiguous-duration' });
    expect(settle('0,857', 'day', 420)).toEqual({ minutes: 360 });
    expect(settle('0,75', 'day', 402)).toEqual({ minutes: 302 });
    expect(settle('1', 'day', 420)).toEqual({ minutes: 420 });
  });

  it('takes more than one day on a line for too much only where the day length is not known', () => {
    expect(settle('1,5', 'day')).toEqual({ code: 'over-24h' });
    expect(settle('1,5', 'day', 420)).toEqual({ minutes: 630 });
  });

  it('needs the day length for per cents', () => {
    expect(settle('50 %', null)).toEqual({ code: 'ambiguous-duration' });
    expect(settle('50 %', null, 420)).toEqual({ minutes: 210 });
  });
});

describe('a cell of a workbook', () => {
  const shapes = { plain: { shape: 'plain', zeros: 0 }, time: { shape: 'time', zeros: 0 } } as const;
  it('reads what the person saw, not the binary float behind it', () => {
    const cell = { kind: 'number', text: '7.1999999999999993', format: shapes.plain, sum: false } as const;
    const column = { unit: 'hour', decimals: null, signs: new Set<',' | '.'>(), marks: false } as const;
    expect(settleQuantity(quantityOfCell(cell), column, null)).toEqual({ minutes: 432 });
  });

  it('reads every minute of two days back from its fraction of 24 hours', () => {
    for (let minutes = 0; minutes <= 2880; minutes += 1) {
      const cell = { kind: 'number', text: String(minutes / 1440), format: shapes.time, sum: false } as const;
      expect(quantityOfCell(cell)).toEqual({ kind: 'clock', minutes: BigInt(minutes) });
    }
  });
});

describe('what a column says together', () => {
  const nothing = { unit: null, decimals: null, isClock: false, marks: false } as const;
  const evidenceOf = (...texts: string[]) => {
    const evidence = noQuantities();
    for (const text of texts) addQuantity(evidence, parseQuantity(text));
    return evidence;
  };
  const facts = (...texts: string[]) => columnFacts(evidenceOf(...texts), nothing);

  it('asks whether 7,30 is hours and minutes unless one other decimal settles it', () => {
    expect(facts('7,30', '7,00', '6,45').decimals).toBe('unclear');
    expect(facts('7,3', '7').decimals).toBe('unclear');
    expect(facts('7,30', '7,20').decimals).toBe('hundredths');
    expect(facts('7,00', '8').decimals).toBeNull();
    const stated = { ...nothing, unit: 'hour', decimals: 'hundredths' } as const;
    expect(columnFacts(evidenceOf('7,30'), stated).decimals).toBe('hundredths');
  });

  it('takes bare numbers for hours only if one cannot be a day', () => {
    expect(facts('7,5', '1').unit).toBe('hour');
    expect(facts('0,5', '1').unit).toBeNull();
    expect(facts('450', '7').unit).toBeNull();
    expect(facts('450', '420').unit).toBeNull();
  });
});

describe('properties', () => {
  const written = fc.tuple(fc.nat(23), fc.nat(99)).map(([hours, hundredths]) => ({ hours, hundredths }));

  it('gives the exact half-up minutes of any hours with two decimals, whatever the decimal sign', () => {
    fc.assert(
      fc.property(written, fc.constantFrom(',', '.'), ({ hours, hundredths }, sign) => {
        const exact = (hours * 100 + hundredths) * 60;
        const minutes = Math.floor((exact + 50) / 100);
        const expected = hours + hundredths === 0 ? { code: 'zero-duration' } : { minutes };
        expect(settle(`${hours}${sign}${String(hundredths).padStart(2, '0')}`)).toEqual(expected);
      }),
    );
  });

  it('reads h:mm, hhmm and minutes alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), (minutes) => {
        const hours = Math.floor(minutes / 60);
        const rest = String(minutes % 60).padStart(2, '0');
        for (const text of [`${hours}:${rest}`, `${hours}h${rest}`, `${minutes} min`]) {
          expect(settle(text)).toEqual({ minutes });
        }
      }),
    );
  });

  it('never throws, and never makes time of a text without a digit or a word for half a day', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const settled = settle(text);
        if ('minutes' in settled) expect(text).toMatch(/\d/);
      }),
    );
  });
});
