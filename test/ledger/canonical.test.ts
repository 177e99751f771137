// One value, one text: the examples of RFC 8785, what a ledger refuses beyond it, and the way back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalText, type Json, parseCanonical } from '../../lib/ledger/canonical.ts';
import { utf8 } from './bytes.ts';

const nfc = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.normalize('NFC'));
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((whole) => whole + 0),
    nfc,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(nfc, tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('the canonical text', () => {
  it.each<[string, Json, string]>([
    ['literals (3.2.2)', { literals: [null, true, false] }, '{"literals":[null,true,false]}'],
    // The example of 3.2.2.2 says the same string twice over.
    ['escapes (3.2.2.2)', '\u20ac$\u000f\u000aA\'\u0042"\u005c\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    ['short escapes', '\b\t\n\f\r', '"\\b\\t\\n\\f\\r"'],
    ['what needs no escape', '</script>\u007f\u0080\u2028', '"</script>\u007f\u0080\u2028"'],
    [
      'nested objects (cyberphone, structures.json)',
      { '1': { f: { f: 'hi', F: 5 }, '\n': 56 }, '10': {}, '': 'empty', a: {}, '111': [{ e: 'yes', E: 'no' }], A: {} },
      '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
    ],
    [
      'no locale (cyberphone, french.json)',
      { sin: 'ignore locale', pêche: 'but canonicalization MUST', péché: 'is wrong according to French', peach: '1' },
      '{"peach":"1","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}',
    ],
    ['the largest whole numbers', [2 ** 53 - 1, -(2 ** 53 - 1), 0], '[9007199254740991,-9007199254740991,0]'],
  ])('of %s', (_, value, text) => {
    expect(canonicalText(value)).toBe(text);
  });

  it('orders members by UTF-16 code units, not by code points (3.2.3)', () => {
    // U+1F600 begins with the unit D83D, below U+FF01; the RFC’s own U+FB33 has no NFC form of its own.
    const value = { '\u20ac': 1, '\r': 2, '\uff01': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    const text = '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\uff01":3}';
    expect(canonicalText(value)).toBe(text);
  });

  it.each<[string, unknown]>([
    ['a float', 0.5],
    ['a whole number written as a float of more digits than it has', 2 ** 53],
    ['minus zero', -0],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a big integer', 1n],
    ['undefined', undefined],
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['bytes', Uint8Array.of(1)],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what this is about
    ['an array with a hole', [1, , 2]],
    ['a letter and its accent apart', 'e\u0301'],
    ['a lone surrogate', 'a\ud83d'],
  ])('is refused to %s, as a value, in an array and in a member', (_, value) => {
    for (const holder of [value, [value], { member: value }]) {
      expect(() => canonicalText(holder as Json)).toThrow(/^canonical: /);
    }
  });

  it.each(['e\u0301', '\ud83d'])('is refused to the member name %j', (name) => {
    expect(() => canonicalText({ [name]: 1 })).toThrow(/^canonical: /);
  });
});

describe('the way back', () => {
  it('gives the value, and the value gives the same bytes', () => {
    fc.assert(
      fc.property(json, (value) => {
        const bytes = canonicalBytes(value);
        const read = parseCanonical(bytes);
        expect(canonicalBytes(read)).toEqual(bytes);
        expect(JSON.stringify(read)).toBe(canonicalText(value));
      }),
    );
  });

  it('is closed to every other spelling', () => {
    const others = [
      '',
      ' {}',
      '{}\n',
      '\ufeff{}',
      '{"b":1,"a":2}',
      '{"a":1,"a":1}',
      '{"a": 1}',
      '[1.0]',
      '[1e2]',
      '[-0]',
      '[01]',
      '[9007199254740993]',
      '"\\u0041"',
      '"\\/"',
      '"\\u000F"',
      '"e\u0301"',
      '"\\ud83d"',
      '{"__proto__":1,"A":2}',
    ];
    for (const text of others) expect(() => parseCanonical(utf8(text)), text).toThrow();
    expect(() => parseCanonical(Uint8Array.of(0x22, 0xc3, 0x22)), 'not UTF-8').toThrow();
    expect(() => parseCanonical(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)), 'a surrogate in UTF-8').toThrow();
  });

  it('never gives one value for two texts', () => {
    fc.assert(
      fc.property(json, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, place, mask) => {
        const bytes = canonicalBytes(value);
        const other = bytes.map((byte, i) => (i === place % bytes.length ? byte ^ mask : byte));
        let read: Json;
        try {
          read = parseCanonical(other);
        } catch {
          return;
        }
        expect(canonicalBytes(read)).toEqual(other);
        expect(canonicalText(read)).not.toBe(canonicalText(value));
      }),
    );
  });
});
