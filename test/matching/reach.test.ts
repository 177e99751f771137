// Points in windows, counted into cells: the same as looking at every point for every window. Rows brought together keep their order.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byKey, groupRows, inGroups } from '../../lib/matching/group-rows.ts';
import { reach } from '../../lib/matching/reach.ts';

const place = fc.nat(5);
const day = fc.integer({ min: -400, max: 20_500 });
const near = fc.integer({ min: 19_990, max: 20_030 });

const column = <T>(rows: readonly T[], of: (row: T) => number): Int32Array => Int32Array.from(rows, of);

it('finds what looking at every point for every window finds, by day and then by row', () => {
  const point = fc.record({ place, day: fc.oneof(near, day) });
  const window = fc.record({ place, from: near, length: fc.nat(9) });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), fc.array(window, { maxLength: 20 }), (points, windows) => {
      const { order, low, high } = reach(
        { place: column(points, (each) => each.place), day: column(points, (each) => each.day) },
        {
          place: column(windows, (each) => each.place),
          from: column(windows, ({ from }) => from),
          to: column(windows, ({ from, length }) => from + length),
        },
      );
      for (const [row, { place: at, from, length }] of windows.entries()) {
        const expected = points
          .map((each, index) => ({ ...each, index }))
          .filter((each) => each.place === at && each.day >= from && each.day <= from + length)
          .sort((a, b) => a.day - b.day || a.index - b.index);
        expect([...order.subarray(low[row], high[row])]).toEqual(expected.map(({ index }) => index));
      }
    }),
  );
});

it('holds no cell for days that no window asks for', () => {
  const { order, low, high } = reach(
    { place: Int32Array.of(0, 0), day: Int32Array.of(-2_000_000_000, 20_000) },
    { place: Int32Array.of(0), from: Int32Array.of(19_999), to: Int32Array.of(20_001) },
  );
  expect([...order.subarray(low[0], high[0])]).toEqual([1]);
});

it('brings rows together by group, in their order', () => {
  const groups = groupRows(Int32Array.of(2, 0, 2, 0, 3), 4);
  expect([...groups.starts]).toEqual([0, 2, 2, 4, 5]);
  expect([...inGroups(Int32Array.of(10, 11, 12, 13, 14), groups)]).toEqual([11, 13, 10, 12, 14]);
});

it('gives the values of a key, those without a key to nobody', () => {
  const of = byKey(['b1', 'a1', '-', 'b2'], (value) => (value === '-' ? null : value[0]!));
  expect([of('b'), of('a'), of('-')]).toEqual([['b1', 'b2'], ['a1'], []]);
});
