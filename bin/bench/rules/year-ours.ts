// Our own way: the year assessed and computed by the functions that issue statements, under the rules of the rule set.
import { assess } from '../../../lib/rules/assess.ts';
import type { Assessment, Part, PartState } from '../../../lib/rules/assessment.ts';
import type { Computation, ComputedPerson } from '../../../lib/rules/computation.ts';
import { compute } from '../../../lib/rules/compute.ts';
import { ruleSet } from '../../../lib/rules/rule-set.ts';
import type { Answer, Done, Prepare } from '../beside/way.ts';
import { type MadeYear, madeYear, year } from './made-year.ts';

function peopleOf(parts: readonly Part[], { pays }: MadeYear): ComputedPerson[] {
  const countedOf = Map.groupBy(
    parts.filter(({ state }) => state === 'counted'),
    ({ developer }) => developer,
  );
  return [...countedOf].map(([developer, counted]) => {
    const { costCents, timeBaseMinutes } = pays.get(developer)!;
    const timeBase = { unit: 'minute', amount: timeBaseMinutes } as const;
    return { developer, counted, pays: [{ period: year, eligibleCostCents: costCents, timeBase }] };
  });
}

function answerOf(parts: readonly Part[], { costCents, baseCents, creditCents, declaredEuros }: Computation): Answer {
  const minutes: Record<PartState, number> = { counted: 0, refused: 0, awaiting: 0, withdrawn: 0 };
  for (const { state, amount } of parts) minutes[state] += amount;
  return {
    countedMinutes: minutes.counted,
    refusedMinutes: minutes.refused,
    awaitingMinutes: minutes.awaiting,
    withdrawnMinutes: minutes.withdrawn,
    ...{ costCents: costCents!, baseCents: baseCents!, creditCents: creditCents!, declaredEuros: declaredEuros! },
  };
}

const scheme = 'digital-commons-investor';

export const assessOurs = ({ claims, secondments, projects }: MadeYear): Assessment =>
  assess({ claims, secondments, projects, standings: [], orders: [], region: 'metropole', ruleSet, scheme });

/** @param made a year, invented */
export function yearOurs(made: MadeYear): Done {
  const start = performance.now();
  const { parts } = assessOurs(made);
  const assessed = performance.now();
  const people = peopleOf(parts, made);
  const grouped = performance.now();
  const computation = compute({
    ...{ ruleSet, scheme, reading: 'credit', period: year, people, subsidiesCents: 0, reimbursementsCents: 0 },
  });
  const computed = performance.now();
  return {
    answer: answerOf(parts, computation),
    parts: { assess: assessed - start, group: grouped - assessed, compute: computed - grouped },
  };
}

export const prepare: Prepare = async (_load, size) => {
  const made = madeYear(size);
  return () => yearOurs(made);
};
