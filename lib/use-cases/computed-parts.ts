// What assessed parts are worth: what counts of each person, with her pay and secondments, put before the formulas.
import type { Period } from '../model/calendar.ts';
import type { Pay, Subsidy } from '../model/pay.ts';
import type { Secondment } from '../model/secondment.ts';
import type { Part } from '../rules/assessment.ts';
import { type Computation, type ComputationInput, eligibleCostCents } from '../rules/computation.ts';
import { compute } from '../rules/compute.ts';
import { type Reading, ruleSet, type SchemeCode } from '../rules/rule-set.ts';
import { byDeveloper } from './stated-projects.ts';

/** @throws Refusal as `compute` does */
export function computed(
  asked: { readonly scheme: SchemeCode; readonly reading: Reading | null; readonly period: Period },
  parts: readonly Part[],
  pay: readonly Pay[],
  otherAid: readonly Subsidy[],
  gift: {
    /** Null under another scheme, and where it is not declared. */
    readonly giftYear: NonNullable<ComputationInput['giftYear']> | null;
    readonly secondments: readonly Secondment[];
  },
): Computation {
  const received = (kind: Subsidy['kind']): number =>
    otherAid.filter((each) => each.kind === kind).reduce((sum, { amountCents }) => sum + amountCents, 0);
  const secondedOf = Map.groupBy(gift.secondments, ({ developer }) => developer);
  const payOf = Map.groupBy(pay, ({ developer }) => developer);
  return compute({
    ...asked,
    subsidiesCents: received('subsidy'),
    reimbursementsCents: received('reimbursement'),
    ...(gift.giftYear === null ? {} : { giftYear: gift.giftYear }),
    ruleSet,
    people: byDeveloper(parts).map(([developer, own]) => ({
      developer,
      pays: (payOf.get(developer) ?? []).map((each) => ({
        period: each.period,
        eligibleCostCents: eligibleCostCents(each),
        timeBase: each.timeBase === null ? null : { unit: each.timeBase.unit, amount: each.timeBase.amount },
      })),
      counted: own
        .filter(({ state }) => state === 'counted')
        .map(({ day, project, unit, amount }) => ({ day, project, unit, amount })),
      seconded: (secondedOf.get(developer) ?? []).map(({ from, to, endedOn, share }) => ({
        ...{ from, share },
        to: endedOn ?? to,
      })),
    })),
  });
}
