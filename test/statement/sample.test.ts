// Samples that nobody chose: the same seed draws the same, every interval has its cent, and no order of the input matters.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawSample,
  drawsFrom,
  largestSample,
  type Sample,
  type SampleAsked,
  type SampleMethod,
  type SampleUnit,
  sampleMethods,
} from '../../lib/statement/sample.ts';
import { sha256 } from './sample-statement.ts';

const digest = sha256(new TextEncoder().encode('a statement'));
const asked = (method: SampleMethod, size: number, more: Partial<SampleAsked> = {}): SampleAsked => ({
  ...{ method, size, digest, word: '' },
  ...more,
});
const draw = (units: readonly SampleUnit[], how: SampleAsked): Sample => {
  const sample = drawSample(units, how, sha256);
  if (typeof sample === 'string') throw new Error(sample);
  return sample;
};
const unitsOf = (cents: readonly (number | null)[]): SampleUnit[] =>
  cents.map((each, i) => ({
    line: 1 + Math.floor(i / 12),
    month: `2025-${String(1 + (i % 12)).padStart(2, '0')}`,
    cents: each,
  }));
/** Places from 1, in order of line and month. */
const placesOf = ({ drawn }: Sample): number[] =>
  drawn.map(({ line, month }) => (line - 1) * 12 + Number(month.slice(5)));

/** As the methodology page tells it, written once more from its words alone, with node's own hash. */
function redrawn(cents: readonly number[], size: number, seed: Buffer): { random: number[]; monetary: number[] } {
  const draws = () => {
    let counter = 0n;
    return (bound: number): number => {
      const limit = (2n ** 128n / BigInt(bound)) * BigInt(bound);
      for (;;) {
        const at = Buffer.alloc(8);
        at.writeBigUInt64BE(counter);
        counter += 1n;
        const block = createHash('sha256')
          .update(Buffer.concat([seed, at]))
          .digest();
        const number = BigInt(`0x${block.toString('hex', 0, 16)}`);
        if (number < limit) return Number(number % BigInt(bound));
      }
    };
  };
  const lines = cents.map((_, i) => i + 1);
  const forRandom = draws();
  for (let i = 0; i < Math.min(size, lines.length); i += 1) {
    const j = i + forRandom(lines.length - i);
    const kept = lines[i]!;
    lines[i] = lines[j]!;
    lines[j] = kept;
  }
  const total = cents.reduce((sum, each) => sum + each, 0);
  const start = draws()(total);
  const monetary = new Set<number>();
  for (let k = 0; k < size; k += 1) {
    const hit = Number((BigInt(start) + BigInt(k) * BigInt(total)) / BigInt(size));
    let end = 0;
    const at = cents.findIndex((each) => {
      end += each;
      return hit < end;
    });
    monetary.add(at + 1);
  }
  return { random: lines.slice(0, size), monetary: [...monetary] };
}

const amounts = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 60 });
const sizes = fc.integer({ min: 1, max: 80 });
const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a sample', () => {
  it('is drawn again by whoever reads the method: the lines of this digest are these', () => {
    const units = unitsOf([120_000, 80_000, 0, 950_000, 33_333, 71_200, 5]);
    expect(placesOf(draw(units, asked('random', 3)))).toEqual(
      redrawn(
        units.map(({ cents }) => cents!),
        3,
        Buffer.from(digest),
      ).random,
    );
    expect(placesOf(draw(units, asked('largest', 3)))).toEqual([4, 1, 2]);
    expect(draw(units, asked('random', 3)).seed).toBe(Buffer.from(digest).toString('hex'));
  });

  it('comes out as another hand draws it from the words of the method', () => {
    fc.assert(
      fc.property(amounts, sizes, seeds, (cents, size, seed) => {
        fc.pre(cents.some((each) => each > 0));
        const units = unitsOf(cents);
        const other = redrawn(cents, size, Buffer.from(seed));
        expect(placesOf(draw(units, asked('random', size, { digest: seed })))).toEqual(other.random);
        expect(placesOf(draw(units, asked('monetary-unit', size, { digest: seed })))).toEqual(other.monetary);
      }),
    );
  });

  it('is the same for the same seed, whatever the order of the lines', () => {
    fc.assert(
      fc.property(
        amounts.chain((cents) =>
          fc.tuple(fc.constant(cents), fc.shuffledSubarray(unitsOf(cents), { minLength: cents.length })),
        ),
        sizes,
        seeds,
        fc.constantFrom(...sampleMethods),
        ([cents, mixed], size, seed, method) => {
          const how = asked(method, size, { digest: seed });
          expect(drawSample(mixed, how, sha256)).toEqual(drawSample(unitsOf(cents), how, sha256));
        },
      ),
    );
  });

  it('is another one with another digest, or with a word of the auditor’s own', () => {
    const units = unitsOf(Array.from({ length: 200 }, (_, i) => i));
    const one = placesOf(draw(units, asked('random', 20)));
    expect(placesOf(draw(units, asked('random', 20, { word: 'dossier 2026-014' })))).not.toEqual(one);
    expect(placesOf(draw(units, asked('random', 20, { digest: sha256(digest) })))).not.toEqual(one);
    // Composed or not, a letter is the same word.
    expect(draw(units, asked('random', 20, { word: 'e\u0301te\u0301' }))).toEqual(
      draw(units, asked('random', 20, { word: '\u00e9t\u00e9' })),
    );
  });

  it('at random never draws a line twice, and draws all where more are asked than there are', () => {
    fc.assert(
      fc.property(amounts, sizes, seeds, (cents, size, seed) => {
        const lines = placesOf(draw(unitsOf(cents), asked('random', size, { digest: seed })));
        expect(new Set(lines).size).toBe(Math.min(size, cents.length));
      }),
    );
  });

  it('by monetary unit has one cent in every interval, inside its line', () => {
    fc.assert(
      fc.property(amounts, sizes, seeds, (cents, size, seed) => {
        fc.pre(cents.some((each) => each > 0));
        const { drawn, interval } = draw(unitsOf(cents), asked('monetary-unit', size, { digest: seed }));
        const hits = drawn.flatMap((each) => each.hits);
        const total = BigInt(interval!.cents);
        expect(hits).toHaveLength(size);
        hits.forEach((hit, k) => {
          // k·T/n ≤ hit + 1 and hit < (k+1)·T/n, in whole numbers.
          expect(BigInt(hit + 1) * BigInt(size) > BigInt(k) * total).toBe(true);
          expect(BigInt(hit) * BigInt(size) < BigInt(k + 1) * total).toBe(true);
        });
        for (const unit of drawn) {
          const line = (unit.line - 1) * 12 + Number(unit.month.slice(5));
          const own = unit.hits;
          const from = cents.slice(0, line - 1).reduce((sum, each) => sum + each, 0);
          for (const hit of own) expect(hit >= from && hit < from + cents[line - 1]!).toBe(true);
        }
      }),
    );
  });

  it('by monetary unit always draws a line as large as the interval', () => {
    fc.assert(
      fc.property(amounts, sizes, seeds, (cents, size, seed) => {
        const total = cents.reduce((sum, each) => sum + each, 0);
        fc.pre(total > 0);
        const lines = new Set(placesOf(draw(unitsOf(cents), asked('monetary-unit', size, { digest: seed }))));
        cents.forEach((each, i) => {
          if (each * size >= total) expect(lines.has(i + 1)).toBe(true);
        });
      }),
    );
  });

  it('draws each line about as often as any other: no remainder comes up more', () => {
    const counts = new Array<number>(3).fill(0);
    const below = drawsFrom(sha256, digest);
    for (let i = 0; i < 6000; i += 1) counts[below(3)]! += 1;
    // Six standard deviations of a fair draw.
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(220);
  });

  it.each([
    ['no lines', [], asked('random', 1), 'no-lines'],
    ['none asked', unitsOf([1]), asked('random', 0), 'size-out-of-range'],
    ['more than anybody reads', unitsOf([1]), asked('random', largestSample + 1), 'size-out-of-range'],
    ['no amounts, by monetary unit', unitsOf([null, null]), asked('monetary-unit', 1), 'no-amounts'],
    ['no amounts, the largest', unitsOf([null]), asked('largest', 1), 'no-amounts'],
    ['amounts of nothing', unitsOf([0, 0]), asked('monetary-unit', 1), 'no-amounts'],
  ] as const)('is refused with %s', (_what, units, how, code) => {
    expect(drawSample(units, how, sha256)).toBe(code);
  });

  it('draws at random where there are no amounts', () => {
    expect(placesOf(draw(unitsOf([null, null, null]), asked('random', 2)))).toHaveLength(2);
  });

  it('takes no line twice and no negative cost: they are no months of a statement', () => {
    const twice = [...unitsOf([1]), ...unitsOf([2])];
    expect(() => drawSample(twice, asked('random', 1), sha256)).toThrow('months of a statement');
    expect(() => drawSample(unitsOf([-1]), asked('random', 1), sha256)).toThrow('months of a statement');
  });
});
