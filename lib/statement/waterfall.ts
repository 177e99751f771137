// From declared to counted time, block by block: every reason that took time out, with the level before and after it.
import type { AwaitedTime, RefusedTime, TimeByState } from './payload.ts';

export type TimeBlockKind =
  | 'declared'
  | 'refused'
  | 'awaiting'
  | 'withdrawn'
  | 'counted'
  | 'agrees'
  | 'partly'
  | 'noTrace';

/** One block of a waterfall. What a refused or awaiting block would have been worth is not guessed: time only. */
export interface TimeBlock {
  readonly kind: TimeBlockKind;
  /** Why it is refused, or why it waits. */
  readonly code: string | null;
  /** Of refused time: what made the rule. */
  readonly ground: RefusedTime['ground'] | null;
  /** Of awaiting time: on whom it waits. */
  readonly awaits: AwaitedTime['awaits'] | null;
  readonly amount: number;
  /** The block stands between these two levels; declared and counted stand on 0. */
  readonly bottom: number;
  readonly top: number;
}

/** Minutes and half-days are two waterfalls: one is never turned into the other. */
export interface Waterfall {
  readonly minutes: readonly TimeBlock[];
  /** Null where nobody’s time is counted so. */
  readonly halfDays: readonly TimeBlock[] | null;
}

type Unit = keyof Waterfall;
export type AwaitedTimeByState = TimeByState & { readonly awaits: readonly AwaitedTime[] };

const nobody = { code: null, ground: null, awaits: null } as const;

function blocksOf(time: AwaitedTimeByState, unit: Unit): TimeBlock[] {
  const amounts = time[unit];
  if (amounts === undefined) return [];
  const { declared, counted, withdrawn } = amounts;
  let level = declared;
  const taken = (
    kind: TimeBlockKind,
    amount: number,
    why: Pick<TimeBlock, 'code' | 'ground' | 'awaits'>,
  ): TimeBlock => {
    const top = level;
    level -= amount;
    return { kind, ...why, amount, bottom: level, top };
  };
  const out = [
    ...time.refused.map(({ code, ground, [unit]: amount }) =>
      taken('refused', amount ?? 0, { code, ground, awaits: null }),
    ),
    ...time.awaits.map(({ code, awaits, [unit]: amount }) =>
      taken('awaiting', amount ?? 0, { code, ground: null, awaits }),
    ),
    taken('withdrawn', withdrawn, nobody),
  ].filter(({ amount }) => amount > 0);
  let carried = 0;
  const split = (['agrees', 'partly', 'noTrace'] as const).map((kind): TimeBlock => {
    const bottom = carried;
    carried += counted[kind];
    return { kind, ...nobody, amount: counted[kind], bottom, top: carried };
  });
  return [
    { kind: 'declared', ...nobody, amount: declared, bottom: 0, top: declared },
    ...out,
    { kind: 'counted', ...nobody, amount: carried, bottom: 0, top: carried },
    ...split.filter(({ amount }) => amount > 0),
  ];
}

/**
 * @param time of a statement, or of a year before it is stated; its refused and awaiting blocks keep their order
 * @returns declared, each refused block, each awaiting block, withdrawn, counted, then counted by what the traces say; blocks of nothing are left out
 */
export const waterfall = (time: AwaitedTimeByState): Waterfall => ({
  minutes: blocksOf(time, 'minutes'),
  halfDays: time.halfDays === undefined ? null : blocksOf(time, 'halfDays'),
});
