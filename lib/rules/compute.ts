// What the counted time is worth under a scheme: exact fractions to the last step, lines that add up to the cent.
import { isWithin } from '../model/calendar.ts';
import type { Computation, ComputationInput } from './computation.ts';
import { computeCir } from './compute/cir.ts';
import { computeInvestor } from './compute/investor.ts';
import { computeMecenat } from './compute/mecenat.ts';
import { computeNone } from './compute/none.ts';
import { capReadings, type Reading, schemeOf } from './rule-set.ts';

function checkPeople({ people, period }: ComputationInput): void {
  const developers = new Set(people.map(({ developer }) => developer));
  if (developers.size !== people.length) throw new Error('compute: a developer is there twice');
  for (const { counted } of people) {
    const outside = counted.find(({ day }) => !isWithin(day, period));
    if (outside !== undefined) throw new Error(`compute: ${outside.day} is outside ${period.from}..${period.to}`);
  }
}

/** The one asked for if the scheme has it, else its first. */
function readingOf<R extends Reading>({ ruleSet, scheme, reading }: ComputationInput, readings: readonly R[]): R {
  const asked = reading ?? schemeOf(ruleSet, scheme).readings[0];
  const found = readings.find((one) => one === asked);
  if (found === undefined) throw new Error(`compute: ${scheme} has no reading ${asked}`);
  return found;
}

/**
 * @param input people in any order; counted time inside the period
 * @returns the explained computation: equal for equal input in any order, and canonical JSON as it stands (`computationJson`)
 * @throws Refusal `missing-pay`, `missing-time-base`, `missing-turnover`, `no-figures-for-period`
 */
export function compute(input: ComputationInput): Computation {
  checkPeople(input);
  switch (input.scheme) {
    case 'none':
      return computeNone(input);
    case 'digital-commons-investor':
      return computeInvestor(input, readingOf(input, ['credit', 'deduction']));
    case 'mecenat-de-competences-238bis':
      return computeMecenat(input, readingOf(input, capReadings));
    case 'cir-244-quater-b':
      readingOf(input, ['credit']);
      return computeCir(input);
  }
}
