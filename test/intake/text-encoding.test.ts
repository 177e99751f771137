// Code pages: what each byte means, and when a file says too little to choose.
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../lib/intake/file-facts.ts';
import { makeEncodingProbe } from '../../lib/intake/text-encoding.ts';
import { Refusal } from '../../lib/model/refusal.ts';

const encodingOf = (bytes: readonly number[] | Uint8Array): Encoding => {
  const probe = makeEncodingProbe();
  probe.add(Uint8Array.from(bytes));
  return probe.close();
};
const textOf = (bytes: number[]): string => new TextDecoder(encodingOf(bytes)).decode(Uint8Array.from(bytes));
const refusalOf = (bytes: number[]): string => {
  try {
    encodingOf(bytes);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
};

describe('Windows-1252', () => {
  const upper =
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
    Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index)).join('');

  it('means the 128 upper characters of the code page, € œ Ž ’ included', () => {
    const bytes = Array.from({ length: 128 }, (_, index) => 0x80 + index);
    // Letters of French Windows in front, so that the Mac reading is not the likelier one.
    const french = [0xe9, 0xe8, 0xe0, 0xea, 0xe9, 0xe8];
    expect(textOf([...french, ...bytes])).toBe(`éèàêéè${upper}`);
  });

  it('gives way to the old Mac code page when its letters are the French ones', () => {
    const bytes = [...'Pr'].map((letter) => letter.charCodeAt(0));
    expect(encodingOf([...bytes, 0x8e, 0x6e, 0x6f, 0x6d])).toBe('macintosh');
    expect(textOf([...bytes, 0x8e, 0x6e, 0x6f, 0x6d])).toBe('Prénom');
  });

  it('is not chosen for a file that is half UTF-8', () => {
    expect(refusalOf([0xc3, 0xa9, 0x20, 0xe9, 0x20])).toBe('undecodable-text');
  });
});

describe('Unicode', () => {
  it('drops the mark of UTF-8 and of UTF-16LE', () => {
    expect(textOf([0xef, 0xbb, 0xbf, 0xc3, 0xa9])).toBe('é');
    expect(textOf([0xff, 0xfe, 0xe9, 0x00])).toBe('é');
  });

  it('reads a character that straddles two pieces of a large file', () => {
    const bytes = new Uint8Array(1_000_001).fill(0x61);
    bytes.set([0xc3, 0xa9], 999_999);
    expect(encodingOf(bytes)).toBe('utf-8');
  });

  it('refuses marked UTF-8 that is not, and big-endian UTF-16', () => {
    expect(refusalOf([0xef, 0xbb, 0xbf, 0xe9, 0x20])).toBe('undecodable-text');
    expect(refusalOf([0xfe, 0xff, 0x00, 0x41])).toBe('undecodable-text');
  });

  it('refuses bytes that no text holds', () => {
    expect(refusalOf([0x41, 0x00, 0x01, 0x02])).toBe('not-a-spreadsheet');
  });
});
