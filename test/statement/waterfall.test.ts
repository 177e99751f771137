// The waterfall of time: no minute is lost between declared and counted, and each reason is a block of its own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AwaitedTime, RefusedTime } from '../../lib/statement/payload.ts';
import { type TimeBlock, waterfall } from '../../lib/statement/waterfall.ts';
import { sampleInput } from './sample-statement.ts';

const told = ({ kind, code, amount, bottom, top }: TimeBlock) => [kind, code, amount, bottom, top];

describe('the waterfall of the sample', () => {
  const { minutes, halfDays } = waterfall(sampleInput);

  it('goes from declared through each refused and awaiting block to counted, and splits that by what the traces say', () => {
    expect(minutes.map(told)).toEqual([
      ['declared', null, 60_000, 0, 60_000],
      ['refused', 'project-not-eligible-at-date', 3_000, 57_000, 60_000],
      ['refused', 'daily-max-exceeded', 920, 56_080, 57_000],
      ['awaiting', 'not-confirmed', 3_000, 53_080, 56_080],
      ['awaiting', 'contested', 600, 52_480, 53_080],
      ['withdrawn', null, 480, 52_000, 52_480],
      ['counted', null, 52_000, 0, 52_000],
      ['agrees', null, 30_001, 0, 30_001],
      ['partly', null, 9_999, 30_001, 40_000],
      ['noTrace', null, 12_000, 40_000, 52_000],
    ]);
  });

  it('keeps half-days apart from minutes, and says who made a rule and on whom time waits', () => {
    expect(halfDays?.map(told)).toEqual([
      ['declared', null, 20, 0, 20],
      ['refused', 'daily-max-exceeded', 1, 19, 20],
      ['awaiting', 'not-confirmed', 3, 16, 19],
      ['counted', null, 16, 0, 16],
      ['agrees', null, 12, 0, 12],
      ['noTrace', null, 4, 12, 16],
    ]);
    expect(minutes.map(({ ground, awaits }) => ground ?? awaits).slice(1, 5)).toEqual([
      'policy',
      'policy',
      'foundation',
      'employer',
    ]);
    const { halfDays: _, ...inMinutes } = sampleInput;
    expect(waterfall(inMinutes).halfDays).toBeNull();
  });
});

describe('any waterfall', () => {
  const count = fc.nat({ max: 1_000_000 });
  const refused = fc.array(fc.record({ code: fc.string(), ground: fc.constantFrom('law', 'policy'), minutes: count }));
  const awaits = fc.array(
    fc.record({ code: fc.string(), awaits: fc.constantFrom('foundation', 'employer', 'employers'), minutes: count }),
  );
  const counted = fc.record({ agrees: count, partly: count, noTrace: count });

  it('steps down without a gap and ends on what is counted', () => {
    fc.assert(
      fc.property(refused, awaits, counted, count, (out, waiting, kept, withdrawn) => {
        const sum = (list: readonly (RefusedTime | AwaitedTime)[]): number =>
          list.reduce((total, { minutes }) => total + minutes, 0);
        const keptSum = kept.agrees + kept.partly + kept.noTrace;
        const awaiting = sum(waiting as AwaitedTime[]);
        const declared = keptSum + sum(out as RefusedTime[]) + awaiting + withdrawn;
        const { minutes } = waterfall({
          minutes: { declared, counted: kept, awaiting, withdrawn },
          refused: out as RefusedTime[],
          awaits: waiting as AwaitedTime[],
        });
        const end = minutes.findIndex(({ kind }) => kind === 'counted');
        const taken = minutes.slice(1, end);
        let level = declared;
        for (const { top, bottom, amount } of taken) {
          expect([top, top - bottom]).toEqual([level, amount]);
          level = bottom;
        }
        expect(level).toBe(keptSum);
        expect(minutes.slice(end + 1).reduce((total, { amount }) => total + amount, 0)).toBe(keptSum);
      }),
    );
  });
});
