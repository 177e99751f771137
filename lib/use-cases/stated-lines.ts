// The lines of a statement: one person on one project, month by month, with the cents of her counted time and the words that carry it.
import { type Month, monthOf } from '../model/calendar.ts';
import type { ConfirmationRow } from '../model/confirmation.ts';
import type { Pay } from '../model/pay.ts';
import type { Part } from '../rules/assessment.ts';
import { type Computation, eligibleCostCents } from '../rules/computation.ts';
import { monthCents } from '../rules/compute/month-cents.ts';
import type { LineMonth } from '../statement/payload.ts';
import { type ContentLine, timeByState } from './statement-content.ts';

export interface StatedTime {
  readonly parts: readonly Part[];
  readonly computation: Computation;
  readonly pay: readonly Pay[];
  /** The foundation's last word on each entry. */
  readonly answerOf: ReadonlyMap<string, Pick<ConfirmationRow, 'cause'>>;
}

/** Cents by whatever a line is looked up by. */
export function costBy(
  { lines }: Computation,
  keyOf: (line: Computation['lines'][number]) => string,
): ReadonlyMap<string, number> {
  const cents = new Map<string, number>();
  for (const line of lines) cents.set(keyOf(line), (cents.get(keyOf(line)) ?? 0) + (line.costCents ?? 0));
  return cents;
}

const isCounted = ({ state }: Part): boolean => state === 'counted';

/** @param cents of each month with counted time; null under scheme `none` */
function monthsOfLine(
  parts: readonly Part[],
  cents: ReadonlyMap<Month, number> | null,
  answerOf: StatedTime['answerOf'],
): LineMonth[] {
  return [...Map.groupBy(parts, ({ day }) => monthOf(day))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, ofMonth]) => {
      const causes = ofMonth.filter(isCounted).flatMap(({ entry }) => answerOf.get(entry)?.cause ?? []);
      return {
        month,
        ...timeByState(ofMonth),
        ...(cents === null ? {} : { costCents: cents.get(month) ?? 0 }),
        confirmations: [...new Set(causes)].sort(),
      };
    });
}

/** @returns in order of developer, then project */
export function statedLines({ parts, computation, pay, answerOf }: StatedTime): ContentLine[] {
  const keyOf = ({ developer, project }: { developer: string; project: string }): string => `${developer} ${project}`;
  const isPriced = computation.scheme !== 'none';
  const costs = costBy(computation, keyOf);
  const payOf = Map.groupBy(pay, ({ developer }) => developer);
  return [...Map.groupBy(parts, keyOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, ofLine]) => {
      const { developer, project } = ofLine[0]!;
      const costCents = costs.get(key) ?? 0;
      const pays = (payOf.get(developer) ?? []).map(({ period, timeBase, ...each }) => ({
        ...{ period, timeBase, eligibleCostCents: eligibleCostCents(each) },
      }));
      const cents = isPriced ? monthCents(pays, ofLine.filter(isCounted), costCents) : null;
      return {
        ...{ developer, project, ...timeByState(ofLine) },
        ...(isPriced ? { costCents } : {}),
        months: monthsOfLine(ofLine, cents, answerOf),
      };
    });
}
