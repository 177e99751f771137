// Counted time as lines of one person on one project, with the staff cost of each slice of days: what every priced scheme starts from.
import { type Day, isWithin, type Period } from '../../model/calendar.ts';
import type { TimeUnit } from '../../model/duration.ts';
import { type Fraction, sum } from '../../model/fraction.ts';
import { byText } from '../by-text.ts';
import type { ComputationLine, ComputedPerson, PersonPay } from '../computation.ts';
import type { CostSlice } from '../cost-base.ts';
import { shareOfCost } from '../formulas/personnel.ts';
import { payOn } from '../missing-pay.ts';
import { remembered, rememberedPair } from '../remembered.ts';
import { periodLabel } from '../slices.ts';

/** A line before its cents. */
export interface ExactLine {
  readonly line: Omit<ComputationLine, 'costCents' | 'baseCents'>;
  /** Its time under each pay, in each slice; under undefined what no pay carries. */
  readonly ofPay: ReadonlyMap<PersonPay | undefined, readonly number[]>;
  /** Staff cost in each slice, exact euros. */
  readonly costs: readonly Fraction[];
}

/** Time of one person on one project, added up by pay and by slice: what of a million entries is divided, each once. */
interface Added {
  readonly project: string;
  readonly unit: TimeUnit;
  amount: number;
  readonly ofPay: Map<PersonPay | undefined, number[]>;
}

/** Cost × time ÷ base, pay by pay, in the slice at a place. */
function costIn({ ofPay }: Added, at: number, developer: string): Fraction {
  const shares = ofPay.entries().map(([pay, counted]) => {
    const share = shareOfCost(pay?.eligibleCostCents ?? 0, counted[at]!, pay?.timeBase?.amount ?? 0);
    if (share === null) throw new Error(`compute: time of ${developer} over no time base`);
    return share;
  });
  return sum(shares);
}

/** One pass over the entries of a person. @param sliceOf the place of a day's slice; -1 in none */
function addedOf(person: ComputedPerson, slices: number, sliceOf: (day: Day) => number): Added[] {
  const all: Added[] = [];
  const lineOf = rememberedPair((project, unit: TimeUnit) => {
    const line: Added = { project, unit, amount: 0, ofPay: new Map() };
    all.push(line);
    return line;
  });
  const payOf = payOn(person);
  for (const { day, project, unit, amount } of person.counted) {
    if (amount <= 0) continue;
    const line = lineOf(project, unit);
    line.amount += amount;
    const slice = sliceOf(day);
    if (slice < 0) continue;
    const pay = payOf(day);
    const counted = line.ofPay.get(pay) ?? new Array<number>(slices).fill(0);
    line.ofPay.set(pay, counted);
    counted[slice]! += amount;
  }
  return all;
}

const textOf = ({ project, unit }: Added): string => JSON.stringify([project, unit]);

/**
 * @param slices days under the same figures; none where no cost is asked
 * @returns in order of developer, project, unit
 */
export function exactLines(people: readonly ComputedPerson[], slices: readonly Period[]): ExactLine[] {
  const sliceOf = remembered((day) => slices.findIndex((slice) => isWithin(day, slice)));
  return people
    .toSorted((a, b) => byText(a.developer, b.developer))
    .flatMap((person) =>
      addedOf(person, slices.length, sliceOf)
        .sort((a, b) => byText(textOf(a), textOf(b)))
        .map((added): ExactLine => {
          const { project, unit, amount } = added;
          const { developer } = person;
          return {
            line: { developer, project, unit, amount },
            ofPay: added.ofPay,
            costs: slices.map((_, at) => costIn(added, at, developer)),
          };
        }),
    );
}

/** The staff cost of all lines in each slice. */
export const costSlices = (lines: readonly ExactLine[], slices: readonly Period[]): CostSlice[] =>
  slices.map((slice, at) => ({
    label: periodLabel(slice),
    day: slice.from,
    personnel: sum(lines.map(({ costs }) => costs[at]!)),
  }));
