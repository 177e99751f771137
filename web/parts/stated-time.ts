// Sums of declared time by where it ended, in minutes and in half-days.
import { countedOf } from '../../lib/model/counted.ts';
import type { Amounts, RefusedTime } from '../../lib/statement/payload.ts';
import type { Time } from './format.ts';

/** Time by state: what a statement, a project and a line have in common. */
export interface StatedTime {
  readonly minutes: Amounts;
  readonly halfDays?: Amounts | undefined;
  readonly refused: readonly RefusedTime[];
}

const none: Amounts = {
  declared: 0,
  counted: { agrees: 0, partly: 0, noTrace: 0 },
  awaiting: 0,
  withdrawn: 0,
};

const both = (stated: StatedTime, of: (amounts: Amounts) => number): Time => ({
  minutes: of(stated.minutes),
  halfDays: of(stated.halfDays ?? none),
});

/** The five sums, each in both units. */
export const sumsOf = (stated: StatedTime) => ({
  declared: both(stated, ({ declared }) => declared),
  counted: both(stated, countedOf),
  refused: {
    minutes: stated.refused.reduce((sum, each) => sum + each.minutes, 0),
    halfDays: stated.refused.reduce((sum, each) => sum + (each.halfDays ?? 0), 0),
  },
  awaiting: both(stated, ({ awaiting }) => awaiting),
  withdrawn: both(stated, ({ withdrawn }) => withdrawn),
});
