// What must hold for every table: written by us in any supported shape, it reads back as it was; damaged in any way, it is read or refused.
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/model/calendar.ts';
import { Refusal } from '../../../lib/model/refusal.ts';
import { read } from '../read.ts';
import { csv, encode, ods, type Table, type Value, type WrittenEncoding, xlsx } from './tables.ts';

interface Line {
  readonly person: string;
  readonly day: string;
  readonly project: string;
  readonly minutes: number;
}

// Names that no format or grammar takes for anything else; the accents are in every code page.
const name = fc.constantFrom('M0001', 'M0002', 'R-77', 'Zoé Fictif', 'Éloïse Testard', 'agent@exemple.invalid');
const project = fc.constantFrom('tdp-lib', 'socle d’échange', 'Étude 3', 'P42', 'a;b', 'a,b', 'le "grand"');
const anyDay = fc.integer({ min: 0, max: 364 }).map((count) => addDays('2026-01-01', count));
/** 7,20 h and the like: hundredths that no clock shows stand in each table, so that nothing is left to ask. */
const hundredths = fc.integer({ min: 1, max: 2400 });
const line = fc.record({ person: name, day: anyDay, project, minutes: fc.integer({ min: 1, max: 1440 }) });
const unique = (lines: readonly Line[]): Line[] => [
  ...new Map(lines.map((each) => [`${each.person}|${each.day}|${each.project}`, each])).values(),
];
const table = fc.array(line, { minLength: 1, maxLength: 25 }).map(unique);

const two = (n: number): string => String(n).padStart(2, '0');
const parts = (day: string): readonly [string, string, string] => [day.slice(0, 4), day.slice(5, 7), day.slice(8)];
const dateForms: readonly ((day: string) => string)[] = [
  (day) => day,
  (day) => parts(day).toReversed().join('/'),
  (day) => parts(day).toReversed().join('.'),
  (day) => parts(day).join(''),
  (day) => `${Number(parts(day)[2])} ${months[Number(parts(day)[1]) - 1]} ${parts(day)[0]}`,
];
const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const timeForms: readonly ((minutes: number) => string)[] = [
  (minutes) => `${Math.floor(minutes / 60)}:${two(minutes % 60)}`,
  (minutes) => `${Math.floor(minutes / 60)}h${two(minutes % 60)}`,
  (minutes) => `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`,
  (minutes) => `${minutes} min`,
];

async function expectSame(file: Uint8Array, lines: readonly Line[], total: number | null): Promise<void> {
  const { entries, problems, totals } = await read(file);
  expect(problems).toEqual([]);
  expect(entries.map(({ person, day, project: on, minutes }) => ({ person, day, project: on, minutes }))).toEqual(
    lines,
  );
  const sum = lines.reduce((minutes, each) => minutes + each.minutes, 0);
  expect(totals).toMatchObject({ minutes: sum, halfDays: 0, fileTotalMinutes: total === null ? null : sum });
}

const totalOf = (lines: readonly Line[]): number => lines.reduce((minutes, each) => minutes + each.minutes, 0);

describe('a table reads back as it was written', () => {
  it('as text, with any separator, encoding, and way to write days and durations', { timeout: 60_000 }, async () => {
    const encodings: WrittenEncoding[] = ['utf-8', 'utf-8-bom', 'windows-1252', 'macintosh', 'utf-16le'];
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(...encodings),
        fc.constantFrom(';', ',', '\t'),
        fc.constantFrom('\r\n', '\n', '\r'),
        fc.constantFrom(...dateForms),
        fc.constantFrom(...timeForms),
        fc.boolean(),
        async (lines, encoding, delimiter, end, dated, timed, withTotal) => {
          // A header with accents, so that every code page shows itself.
          const rows = [
            ['Salarié', 'Date', 'Projet', 'Durée', 'Prénom du créateur'],
            ...lines.map(({ person, day, project: on, minutes }) => [person, dated(day), on, timed(minutes), '']),
            ...(withTotal ? [['TOTAL', '', '', timed(totalOf(lines)), '']] : []),
          ];
          const file = encode(csv(rows, delimiter, end), encoding);
          await expectSame(file, lines, withTotal ? totalOf(lines) : null);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('as text, in hours with either decimal sign', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyDay, hundredths), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(',', '.'),
        async (amounts, sign) => {
          const days = [...new Map(amounts)];
          const written = (amount: number): string => `${Math.floor(amount / 100)}${sign}${two(amount % 100)}`;
          // One duration that only hundredths make settles what 7,30 means.
          const rows = [
            ['Matricule', 'Date', 'Projet', 'Heures'],
            ['M0', '2026-01-01', 'p', written(733)],
            ...days.map(([day, amount]) => ['M1', day, 'p', written(amount)]),
          ];
          const { entries, problems } = await read(encode(csv(rows), 'utf-8'));
          expect(problems).toEqual([]);
          expect(entries.map(({ minutes }) => minutes)).toEqual(
            [733, ...days.map(([, amount]) => amount)].map((amount) => Math.floor((amount * 60 + 50) / 100)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('as a list in a workbook of either program, of either epoch', { timeout: 60_000 }, async () => {
    const writers: readonly ((tables: readonly Table[]) => Uint8Array)[] = [xlsx, ods, (tables) => xlsx(tables, true)];
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(...writers),
        fc.boolean(),
        fc.boolean(),
        async (lines, write, clock, withTotal) => {
          const time = (minutes: number): Value => (clock && minutes < 1440 ? { minutes, clock: true } : { minutes });
          const rows: Value[][] = [
            ['Relevé'],
            ['Salarié', 'Date', 'Projet', 'Durée'],
            ...lines.map(({ person, day, project: on, minutes }): Value[] => [person, { day }, on, time(minutes)]),
            ...(withTotal ? [['Total', null, null, { minutes: totalOf(lines) }] as Value[]] : []),
          ];
          await expectSame(write([{ name: 'Temps', rows }]), lines, withTotal ? totalOf(lines) : null);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('as a monthly grid in a workbook of either program', { timeout: 60_000 }, async () => {
    const cells = fc.array(fc.option(fc.integer({ min: 1, max: 1440 })), { minLength: 31, maxLength: 31 });
    const grid = fc.uniqueArray(fc.record({ person: name, project, cells }), {
      minLength: 1,
      maxLength: 6,
      selector: ({ person, project: on }) => `${person}|${on}`,
    });
    await fc.assert(
      fc.asyncProperty(grid, fc.constantFrom(xlsx, ods), async (rows, write) => {
        const lines = rows.flatMap(({ person, project: on, cells: of }) =>
          of.flatMap((minutes, index): Line[] =>
            minutes === null ? [] : [{ person, day: `2026-10-${two(index + 1)}`, project: on, minutes }],
          ),
        );
        const days = Array.from({ length: 31 }, (_, index) => index + 1);
        const body = rows.map(({ person, project: on, cells: of }): Value[] => {
          const sum = of.reduce((minutes: number, each) => minutes + (each ?? 0), 0);
          return [person, on, ...of.map((minutes) => (minutes === null ? null : { minutes })), { minutes: sum }];
        });
        const total: Value[] = ['TOTAL', null, ...days.map(() => null), { minutes: totalOf(lines) }];
        const file = write([
          { name: 'Octobre 2026', rows: [['Relevé'], ['Agent', 'Projet', ...days, 'Total'], ...body, total] },
        ]);
        if (lines.length === 0) return;
        await expectSame(file, lines, totalOf(lines));
      }),
      { numRuns: 40 },
    );
  });
});

/** Anything but a reading or a refusal is a fault. */
async function readOrRefused(bytes: Uint8Array): Promise<void> {
  try {
    await read(bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

const sample: Value[][] = [
  ['Agent : Zoé'],
  ['Matricule', 'Date', 'Projet', 'Heures', 'Commentaire'],
  ['M1', { day: '2026-10-12' }, 'p', 7.2, { rich: ['deux ', 'mots'] }],
  [null, { day: '2026-10-13' }, 'q', { minutes: 450 }, null],
  ['M2', '14/10/2026', 'q', { formula: 'SUM(D3:D4)', result: 7 }, null],
  ['Total', null, null, { formula: 'SUM(D3:D5)' }, null],
];
const merged: Table[] = [{ name: 'Oct', rows: sample, merges: ['A3:A4'], hiddenRows: [5], hiddenColumns: [4] }];
const workbooks = [xlsx(merged), ods(merged)];
const texts = [
  encode(
    csv([
      ['Salarié', 'Date', 'Projet', 'Heures'],
      ['Zoé', '12/10/2026', 'a;b', '7,2'],
    ]),
    'utf-8',
  ),
];

describe('whatever is done to a file, it is read or refused', () => {
  it('of random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), readOrRefused), { numRuns: 300 });
  });

  it('of random text', async () => {
    const field = fc.oneof(
      fc.constantFrom(
        'Matricule',
        'Date',
        'Projet',
        'Heures',
        'Total',
        '12/10/2026',
        '7,5',
        '½',
        '=1+1',
        '"',
        '',
        ' ',
        '31',
      ),
      fc.string({ maxLength: 12 }),
    );
    const rows = fc.array(fc.array(field, { maxLength: 8 }), { maxLength: 12 });
    const head = [['Matricule', 'Date', 'Projet', 'Heures']];
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), fc.constantFrom(';', ',', '\t'), (body, withHead, delimiter) =>
        readOrRefused(
          encode([...(withHead ? head : []), ...body].map((row) => row.join(delimiter)).join('\n'), 'utf-8'),
        ),
      ),
      { numRuns: 300 },
    );
  });

  it('with some bytes changed, cut off or doubled', async () => {
    const file = fc.constantFrom(...workbooks, ...texts);
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(file, flips, fc.option(fc.nat()), fc.option(fc.nat()), (original, changes, cut, copied) => {
        const bytes = original.slice();
        for (const [at, mask] of changes) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ mask;
        const shorter = cut === null ? bytes : bytes.subarray(0, cut % bytes.length);
        if (copied === null || shorter.length === 0) return readOrRefused(shorter);
        const from = copied % shorter.length;
        return readOrRefused(Uint8Array.from([...shorter, ...shorter.subarray(from)]));
      }),
      { numRuns: 300 },
    );
  });

  it('with its XML changed, its parts taken out, doubled or swapped', { timeout: 60_000 }, async () => {
    const book = fc.constantFrom(...workbooks);
    const pieces = fc.constantFrom(
      '<',
      '>',
      '</row>',
      '<c t="s"><v>9</v></c>',
      't="d"',
      'r="A1"',
      's="99"',
      '&lt;',
      '&#0;',
      '"',
      '<mergeCell ref="A1:XFD1048576"/>',
      'number-columns-repeated="99999"',
      'table:number-rows-repeated="9999999"',
      '-1',
      '1e99',
      'NaN',
      '<v/>',
      '\u0000',
    );
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 }), pieces), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        book,
        edits,
        fc.nat(),
        fc.constantFrom('edit', 'drop', 'swap'),
        (original, changes, which, act) => {
          const unpacked = unzipSync(original);
          const names = Object.keys(unpacked);
          const target = names[which % names.length] ?? '';
          if (act === 'drop') delete unpacked[target];
          else if (act === 'swap')
            unpacked[target] = unpacked[names[(which + 1) % names.length] ?? ''] ?? new Uint8Array();
          else {
            let xml = new TextDecoder().decode(unpacked[target]);
            for (const [at, length, piece] of changes) {
              const from = at % (xml.length + 1);
              xml = xml.slice(0, from) + piece + xml.slice(from + length);
            }
            unpacked[target] = new TextEncoder().encode(xml);
          }
          return readOrRefused(zipSync(unpacked));
        },
      ),
      { numRuns: 300 },
    );
  });
});
