// Where lines of a printed document break, and what a heading stands with.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../lib/statement/pdf/blocks.ts';
import { layOut } from '../../lib/statement/pdf/lay-out.ts';
import { metricsOf } from '../../lib/statement/pdf/measure.ts';
import type { PlacedPage } from '../../lib/statement/pdf/placed.ts';

/** Every letter is half as wide as it is high. */
const metrics = metricsOf(
  (_face, text) => text.length / 2,
  (text) => text,
);
const wrap = (text: string, letters: number) => metrics.wrap('regular', 10, text, letters * 5);

describe('a line', () => {
  it('breaks behind a hyphen before it breaks a word', () => {
    expect(wrap('neutral-governance', 17)).toEqual(['neutral-', 'governance']);
    expect(wrap('declared ties: neutral-governance', 20)).toEqual(['declared ties:', 'neutral-governance']);
  });

  it('breaks neither a day nor a word that fits, and cuts a digest where the line is full', () => {
    expect(wrap('from 2025-03-01', 12)).toEqual(['from', '2025-03-01']);
    expect(wrap('neutral-governance', 18)).toEqual(['neutral-governance']);
    expect(wrap('a'.repeat(25), 10)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]);
  });
});

const frame = { header: '', banner: null, footer: '', page: () => '' };
const table = (cell: string): Block => ({
  ...{ kind: 'table', hasHeader: true, columns: [{ header: 'Key', align: 'left' }] },
  rows: Array.from({ length: 4 }, () => ({ cells: [cell] })),
});
const textOf = ({ placed }: PlacedPage): string =>
  placed.flatMap((each) => (each.kind === 'text' ? each.lines.map(({ text }) => text) : [])).join('\n');

describe('a heading', () => {
  it('stands on the page on which its table begins, wherever the page ends', () => {
    for (let lines = 20; lines < 60; lines += 1) {
      const before = Array.from({ length: lines }, (): Block => ({ kind: 'paragraph', text: 'Line' }));
      const blocks: Block[] = [
        ...before,
        { kind: 'heading', level: 2, text: 'Parameters' },
        { kind: 'paragraph', look: 'small', text: 'Certainty' },
        table('long '.repeat(150)),
      ];
      const pages = layOut(metrics, blocks, frame).map(textOf);
      const page = pages.find((text) => text.includes('Parameters'))!;
      expect(page).toContain('Key');
      expect(page).toContain('Certainty');
    }
  });
});
