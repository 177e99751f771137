// Refuses to guess a cost: counted time without pay, or over a time base that cannot carry it, names the people and the command that mends it.
import { type Day, isWithin } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import { byText } from './by-text.ts';
import type { ComputedPerson, PersonPay } from './computation.ts';

/**
 * Which pay carries a day. The pays of one person do not overlap, and her entries mostly come in order: the one found last is asked first.
 * @returns undefined on days without pay
 */
export function payOn({ pays }: Pick<ComputedPerson, 'pays'>): (day: Day) => PersonPay | undefined {
  let last: PersonPay | undefined;
  return (day) => {
    if (last === undefined || !isWithin(day, last.period)) last = pays.find(({ period }) => isWithin(day, period));
    return last;
  };
}

/** @returns null if every counted time has its pay and fits into its time base */
function lackOf(person: ComputedPerson): 'pay' | 'time-base' | null {
  const payOf = payOn(person);
  const countedOf = new Map<PersonPay, number>();
  let isBaseless = false;
  for (const { day, unit, amount } of person.counted) {
    if (amount <= 0) continue;
    const pay = payOf(day);
    if (pay === undefined) return 'pay';
    if (pay.timeBase?.unit !== unit) isBaseless = true;
    countedOf.set(pay, (countedOf.get(pay) ?? 0) + amount);
  }
  // More time counted than worked would cost more than the person did.
  const fits = countedOf.entries().every(([{ timeBase }, counted]) => timeBase !== null && counted <= timeBase.amount);
  return isBaseless || !fits ? 'time-base' : null;
}

const named = (people: readonly ComputedPerson[]): string =>
  people
    .map(({ developer }) => developer)
    .sort(byText)
    .join(', ');

/** @throws Refusal `missing-pay` or `missing-time-base`, with all the people concerned */
export function refuseMissingPay(people: readonly ComputedPerson[]): void {
  const lacking = Map.groupBy(people, lackOf);
  const unpaid = lacking.get('pay') ?? [];
  if (unpaid.length > 0) {
    throw new Refusal('missing-pay', {
      fr: `La paie manque pour du temps retenu de : ${named(unpaid)}. Donnez-la pour toute la période avec « communs pay », puis recommencez.`,
      en: `Pay is missing for counted time of: ${named(unpaid)}. Give it for the whole period with 'communs pay', then try again.`,
    });
  }
  const baseless = lacking.get('time-base') ?? [];
  if (baseless.length > 0) {
    throw new Refusal('missing-time-base', {
      fr: `La base de temps manque, n’est pas dans l’unité du temps retenu, ou est plus petite que lui, pour : ${named(baseless)}. Donnez le temps travaillé sur la période de paie, dans la même unité, avec « communs pay ».`,
      en: `The time base is missing, not in the unit of the counted time, or smaller than it, for: ${named(baseless)}. Give the time worked in the pay period, in the same unit, with 'communs pay'.`,
    });
  }
}
