// Whatever is sent, the answer is a reading or a refusal: never a fault, and never the memory of the house.
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { caps } from '../../lib/intake/caps.ts';
import { firstRows } from '../../lib/intake/first-rows.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import { read } from './read.ts';
import { rowOf, text, xlsxParts } from './workbook.ts';

/** @returns 'read', or the code of the refusal; anything else is thrown on */
async function answerTo(bytes: Uint8Array): Promise<string> {
  try {
    await read(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const header = rowOf(text('Matricule'), text('Date'), text('Projet'), text('Heures'));
const line = rowOf(text('M1'), '<c s="1"><v>46300</v></c>', text('p'), '<c><v>7.5</v></c>');
const sheet = `<cols><col min="5" max="9" hidden="1"/></cols><sheetData>${header}${line.repeat(9)}</sheetData><mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>`;
const parts = xlsxParts([{ name: 'Octobre 2026', xml: sheet }]);
const names = Object.keys(parts);

/** Bytes put in the place of others, somewhere. */
const patch = fc.record({
  at: fc.nat(100_000),
  length: fc.nat(12),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom(
        '<',
        '>',
        '"',
        '&',
        '&#0;',
        '</c>',
        '<row>',
        '<!--',
        '<![CDATA[',
        '<!DOCTYPE x>',
        '1e99',
        '-',
        'A',
        '\r',
      )
      .map(strToU8),
  ),
});

function patched(
  bytes: Uint8Array,
  { at, length, bytes: others }: typeof patch extends fc.Arbitrary<infer T> ? T : never,
) {
  const from = at % (bytes.length + 1);
  return Uint8Array.from([...bytes.subarray(0, from), ...others, ...bytes.subarray(from + length)]);
}

describe('any bytes', () => {
  it('are read or refused', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => void (await answerTo(bytes))));
  });

  it('behind the beginning of a zip, of an OLE file, of a text with a mark are read or refused', async () => {
    const starts = [
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0],
      [0xff, 0xfe],
      [0xef, 0xbb, 0xbf],
    ].map((bytes) => Uint8Array.from(bytes));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
        await answerTo(Uint8Array.from([...start, ...rest]));
      }),
    );
  });

  it('as a text of a timesheet, with stray signs, are read or refused, and so are their first rows', async () => {
    const sign = fc.constantFrom(
      '"',
      ';',
      ',',
      '\t',
      '\n',
      '\r',
      'Total',
      '7,30',
      '03/04/26',
      'é',
      '\u00a0',
      'x',
      '1/2',
      '=A1',
      '-1',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { maxLength: 80 }), async (signs) => {
        const bytes = strToU8(`Matricule;Date;Projet;Heures\nM1;12/10/2026;p;7\n${signs.join('')}`);
        await answerTo(bytes);
        await firstRows({ name: 'x.csv', bytes }, {}).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
        });
      }),
    );
  });
});

describe('a workbook with a part spoilt before it was packed', () => {
  it('is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(patch, { minLength: 1, maxLength: 3 }),
        async (name, patches) => {
          const spoilt = patches.reduce(patched, strToU8(parts[name] ?? ''));
          const files = Object.fromEntries(
            names.map((each) => [each, each === name ? spoilt : strToU8(parts[each] ?? '')]),
          );
          await answerTo(zipSync(files));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('after it was packed is read or refused', async () => {
    const good = zipSync(Object.fromEntries(names.map((each) => [each, strToU8(parts[each] ?? '')])));
    await fc.assert(
      fc.asyncProperty(fc.array(patch, { minLength: 1, maxLength: 3 }), async (patches) => {
        await answerTo(patches.reduce(patched, good));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a file of nothing but faults', () => {
  it('lists ten thousand of them, and tells of each code how many more there are', async () => {
    const rows = 12_000;
    const { problems, totals } = await read(`Matricule;Date;Projet;Heures\n${'M1;32/10/2026;p;?\n'.repeat(rows)}`);
    expect(totals).toMatchObject({ rows, ready: 0, toFix: rows });
    expect(problems).toHaveLength(caps.problemsListed + 2);
    const more = problems.slice(caps.problemsListed);
    expect(more.map(({ code, row, value }) => [code, row, value])).toEqual([
      ['not-a-date', null, String(rows - caps.problemsListed / 2)],
      ['not-a-duration', null, String(rows - caps.problemsListed / 2)],
    ]);
    expect(more.every(({ blocking }) => blocking)).toBe(true);
    expect(more[0]?.detail.fr).toContain('encore 7000 fois le problème « not-a-date »');
  });

  it('lists a hundred thousand rows that are set aside, and counts the others', async () => {
    const { ignored, totals } = await read(`Matricule;Date;Projet;Heures\n${';\n'.repeat(120_000)}M1;12/10/2026;p;7\n`);
    expect(ignored).toHaveLength(caps.ignoredListed);
    expect(totals).toMatchObject({ ignored: 120_000, ready: 1 });
  });

  it('of one row of millions of separators is refused without being kept', async () => {
    expect(await answerTo(strToU8(`Matricule;Date;Projet;Heures\n${';'.repeat(5_000_000)}x\n`))).toBe('too-large');
  });
});
