// The formulas of a statement’s steps, scheme by scheme; a scheme that has none here keeps its steps as signed.
import type { Period } from '../../model/calendar.ts';
import type { NameDisclosure, StatedStep, StatementPayload } from '../payload.ts';
import { giftFormulas } from './gift-formulas.ts';
import { investorFormulas } from './investor-formulas.ts';
import type { FormulaSources, StepFormula } from './step-formula.ts';

export type KnownFormula = StepFormula | 'as-signed' | 'unknown';

type FormulasOf = (sources: Pick<FormulaSources, 'payload' | 'names' | 'steps'>) => KnownFormula[];

// A map: the code comes from a file that anybody may have written, and an object has more members than its own.
const formulasUnder: ReadonlyMap<string, FormulasOf> = new Map([
  ['digital-commons-investor', investorFormulas],
  ['mecenat-de-competences-238bis', giftFormulas],
]);

/** @returns the runs of days whose share of each pay a step is the sum of; none where no step is worked out from pay */
export const paidSlices = (payload: StatementPayload, names: readonly NameDisclosure[]): readonly Period[] =>
  (formulasOfSteps(payload, names) ?? []).flatMap(({ formula }) =>
    typeof formula === 'object' && formula.kind === 'paid' ? [formula.slice] : [],
  );

/** @param names null below level `names`: what rests on pay is then taken as signed @returns null where the statement has no amounts */
export function formulasOfSteps(
  payload: StatementPayload,
  names: readonly NameDisclosure[] | null,
): readonly { readonly step: StatedStep; readonly formula: KnownFormula }[] | null {
  const steps = (payload.simulation ?? payload.relief)?.steps;
  if (steps === undefined) return null;
  const formulas = formulasUnder.get(payload.scheme.code)?.({ payload, names, steps });
  return steps.map((step, at) => ({ step, formula: formulas === undefined ? 'as-signed' : formulas[at]! }));
}
