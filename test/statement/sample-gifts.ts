// An invented year of gifts (mécénat) with excesses of earlier years: one is lost, one is used up, one is used in part.
import type { ComputationInput, ComputedPerson } from '../../lib/rules/computation.ts';
import { compute } from '../../lib/rules/compute.ts';
import { ruleSet } from '../../lib/rules/rule-set.ts';
import type { Gift, StatementPayload } from '../../lib/statement/payload.ts';
import { build } from './sample-statement.ts';

const period = { from: '2026-01-01', to: '2026-12-31' };
const person: ComputedPerson = {
  developer: 'de-1',
  pays: [{ period, eligibleCostCents: 9_700_000, timeBase: { unit: 'minute', amount: 96_420 } }],
  counted: ['01', '02'].map((month) => ({ day: `2026-${month}-12`, project: 'lib', unit: 'minute', amount: 4_321 })),
  seconded: [{ from: '2020-01-01', to: null, share: '1' }],
};
export const carryIn = [
  { origin: '2020-12-31', cents: 100_000, aboveThresholdCents: 0, yearsLeft: 0 },
  { origin: '2021-12-31', cents: 400_001, aboveThresholdCents: 100_000, yearsLeft: 1 },
  { origin: '2024-12-31', cents: 900_000, aboveThresholdCents: 600_000, yearsLeft: 4 },
];

/** The statement room’s sample with a year of gifts in the place of its amounts. */
export function giftStatement(
  brought: NonNullable<ComputationInput['giftYear']>['carryIn'],
  paidBack = 0,
): StatementPayload {
  const result = compute({
    ...{ ruleSet, scheme: 'mecenat-de-competences-238bis', reading: null, period, people: [person] },
    ...{ giftYear: { turnoverCents: 0, carryIn: brought }, subsidiesCents: 0, reimbursementsCents: paidBack },
  });
  const { simulation: _, ...rest } = build().payload;
  const { steps, baseCents, creditCents, declaredEuros, gift } = result;
  return {
    ...rest,
    period,
    scheme: {
      ...rest.scheme,
      ...{ code: result.scheme, standing: 'in-force' },
      parameters: result.parameters.map(({ key, value, from, to, reference, certainty }) => ({
        ...{ key, value: String(value), from, to, reference, certainty },
      })),
    },
    relief: {
      ...{ steps: [...steps], baseCents: baseCents!, creditCents: creditCents!, declaredEuros: declaredEuros! },
      reading: 'month-of-secondment',
      gift: structuredClone(gift) as Gift,
    },
    declared: {
      ...rest.declared,
      otherAid:
        paidBack === 0 ? [] : [{ kind: 'reimbursement', grantor: 'Fondation A', period, amountCents: paidBack }],
    },
  };
}
