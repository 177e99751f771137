// Refuses to guess a cost: counted time without pay, or over a time base that cannot carry it, names the people and the command that mends it.
import { isWithin } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import { byText } from './by-text.ts';
import type { ComputedPerson, CountedTime, PersonPay } from './computation.ts';

export const payOf = (person: ComputedPerson, { day }: CountedTime): PersonPay | undefined =>
  person.pays.find(({ period }) => isWithin(day, period));

function hasUsableBases(person: ComputedPerson): boolean {
  const countedOf = new Map<PersonPay, number>();
  for (const time of person.counted) {
    const pay = payOf(person, time);
    if (pay === undefined) continue;
    if (pay.timeBase?.unit !== time.unit) return false;
    countedOf.set(pay, (countedOf.get(pay) ?? 0) + time.amount);
  }
  // More time counted than worked would cost more than the person did.
  return countedOf.entries().every(([{ timeBase }, counted]) => timeBase !== null && counted <= timeBase.amount);
}

const named = (people: readonly ComputedPerson[]): string =>
  people
    .map(({ developer }) => developer)
    .sort(byText)
    .join(', ');

/** @throws Refusal `missing-pay` or `missing-time-base`, with all the people concerned */
export function refuseMissingPay(people: readonly ComputedPerson[]): void {
  const counting = people.map((person) => ({ ...person, counted: person.counted.filter(({ amount }) => amount > 0) }));
  const unpaid = counting.filter((person) => person.counted.some((time) => payOf(person, time) === undefined));
  if (unpaid.length > 0) {
    throw new Refusal('missing-pay', {
      fr: `La paie manque pour du temps retenu de : ${named(unpaid)}. Donnez-la pour toute la période avec « communs pay », puis recommencez.`,
      en: `Pay is missing for counted time of: ${named(unpaid)}. Give it for the whole period with 'communs pay', then try again.`,
    });
  }
  const baseless = counting.filter((person) => !hasUsableBases(person));
  if (baseless.length > 0) {
    throw new Refusal('missing-time-base', {
      fr: `La base de temps manque, n’est pas dans l’unité du temps retenu, ou est plus petite que lui, pour : ${named(baseless)}. Donnez le temps travaillé sur la période de paie, dans la même unité, avec « communs pay ».`,
      en: `The time base is missing, not in the unit of the counted time, or smaller than it, for: ${named(baseless)}. Give the time worked in the pay period, in the same unit, with 'communs pay'.`,
    });
  }
}
