// A PDF that somebody made to keep whoever reads it busy: it is read once through, and no more is unpacked of it than one of ours could hold.
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { pdfAttachments } from '../../lib/statement/bundle/pdf-attachments.ts';

const pdfOf = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts.map((part) => Buffer.from(part as Uint8Array))]));
const fileOf = (number: number, bytes: Uint8Array, filter = ''): (string | Uint8Array)[] => [
  `${number} 0 obj\n<< ${filter}/Length ${bytes.length} >>\nstream\n`,
  bytes,
  '\nendstream\nendobj\n',
];
const named = (number: number, name: string, of: number): string =>
  `${number} 0 obj\n<< /Type /Filespec /F (${name}) /EF << /F ${of} 0 R >> >>\nendobj\n`;
const sizes = (pdf: Uint8Array) => [...pdfAttachments(pdf)].map(([name, { length }]) => [name, length]);

it('finds a file by its name, in a stream as it is or packed', () => {
  const small = new Uint8Array(20);
  const pdf = pdfOf(
    ...fileOf(1, small),
    ...fileOf(2, deflateSync(small), '/Filter /FlateDecode '),
    ...[named(3, 'plain.txt', 1), named(4, 'packed.txt', 2), named(5, 'none.txt', 6)],
  );
  expect(sizes(pdf)).toEqual([
    ['plain.txt', 20],
    ['packed.txt', 20],
  ]);
});

it('unpacks a stream under many names as often as there is room for, and then reads no further', () => {
  const large = deflateSync(Buffer.alloc(70_000_000));
  const pdf = pdfOf(
    ...fileOf(1, large, '/Filter /FlateDecode '),
    ...fileOf(2, new Uint8Array(20)),
    ...[named(3, 'first.txt', 1), named(4, 'second.txt', 1), named(5, 'small.txt', 2)],
  );
  expect(sizes(pdf)).toEqual([['first.txt', 70_000_000]]);
}, 60_000);

it('is read once through, however many objects begin in it and never end', () => {
  const many = (text: (number: number) => string): Uint8Array =>
    pdfOf(Array.from({ length: 60_000 }, (_, i) => text(i)).join(''));
  const long = pdfOf(
    ...[`1 0 obj\n<< ${' '.repeat(500_000)} /Length 0 >>\nstream\n\nendstream\nendobj\n`],
    ...Array.from({ length: 20_000 }, (_, i) => named(i + 2, 'same.txt', 1)),
  );
  for (const pdf of [
    many((i) => `${i} 0 obj\n`),
    many((i) => `${i > 0 ? '' : '1 0 obj\n/Type /Filespec /F (a) '}/EF << `),
    long,
  ]) {
    const start = performance.now();
    expect(sizes(pdf)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  }
}, 300_000);
