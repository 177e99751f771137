// What a statement of gifts (mécénat) asks of the company beside its hours: the year's turnover, and the excess that its last such statement carries out.
import type { StatementView } from '../ledger/views/company-views.ts';
import { addDays, type Period } from '../model/calendar.ts';
import { eurosOfCents, zero } from '../model/fraction.ts';
import { Refusal } from '../model/refusal.ts';
import type { ComputationInput } from '../rules/computation.ts';
import { wholeAt } from '../rules/figures/figure-at.ts';
import { type CarriedExcess, excessOfCents, giftFigures } from '../rules/gift/gift-figures.ts';
import { giftYear } from '../rules/gift/gift-year.ts';
import { missingTurnover } from '../rules/gift/missing-turnover.ts';
import { figuresOf, ruleSet, type SchemeCode } from '../rules/rule-set.ts';
import type { BookPorts, BookState } from './book-state.ts';
import { declaredYear, declaredYears } from './declare-fiscal-year.ts';
import { issuedPayload } from './issued-payload.ts';

export const giftScheme = 'mecenat-de-competences-238bis' satisfies SchemeCode;

type GiftYearInput = NonNullable<ComputationInput['giftYear']>;
type Brought = Pick<CarriedExcess, 'origin' | 'cents' | 'aboveThresholdCents'>;

/** The statement of gifts in force whose fiscal year is the latest to end before this one begins. */
async function earlierStatement(company: BookState, before: Period): Promise<StatementView | null> {
  const earlier = (await company.list('statements'))
    .map(({ value }) => value as unknown as StatementView)
    .filter((one) => one.scheme === giftScheme && one.state === 'issued' && one.period.to < before.from)
    .sort((a, b) => (a.period.to < b.period.to ? -1 : 1));
  return earlier.at(-1) ?? null;
}

/** The years in which an excess from before the ledger may still serve, by the calendar years in which fiscal years end. */
function yearsLeft({ origin }: Brought, { to }: Period): number {
  const passed = Number(to.slice(0, 4)) - Number(origin.slice(0, 4)) - 1;
  return Math.max(wholeAt(figuresOf(ruleSet, giftScheme), 'carry.years', to) - Math.max(passed, 0), 0);
}

/**
 * Fiscal years between the last statement and this one, without hours: nothing was given through Communs, and the excess was used or lost all the same.
 * @throws Refusal `missing-turnover`, `earlier-year-not-stated`
 */
async function throughYearsBetween(
  company: BookState,
  carried: readonly CarriedExcess[],
  after: Period,
  until: Period,
): Promise<readonly CarriedExcess[]> {
  const years = await declaredYears(company);
  let [last, carry] = [after, carried];
  while (carry.length > 0 && addDays(last.to, 1) < until.from) {
    const gap = { from: addDays(last.to, 1), to: addDays(until.from, -1) };
    const year = years.find(({ period }) => period.from === gap.from && period.to <= gap.to);
    if (year === undefined) throw missingTurnover(gap);
    await refuseHours(company, year.period);
    const between = giftYear({
      ...{ figures: figuresOf(ruleSet, giftScheme), end: year.period.to, value: zero },
      turnover: eurosOfCents(year.turnoverCents),
      excesses: carry.map(excessOfCents),
    });
    [last, carry] = [year.period, giftFigures(year.turnoverCents, between).carryOut];
  }
  return carry;
}

async function refuseHours(company: BookState, { from, to }: Period): Promise<void> {
  const months = (await company.list('month-names')).map(({ name }) => name.slice(name.lastIndexOf('/') + 1));
  if (!months.some((month) => from.slice(0, 7) <= month && month <= to.slice(0, 7))) return;
  throw new Refusal('earlier-year-not-stated', {
    fr: `Un excédent traverse l’exercice du ${from} au ${to}, qui a des heures et pas d’état de mécénat. Préparez et émettez d’abord cet état (« communs prepare --year ${to.slice(0, 4)} --scheme ${giftScheme} »).`,
    en: `An excess goes through the fiscal year from ${from} to ${to}, which has hours and no statement of gifts. Prepare and issue that statement first ('communs prepare --year ${to.slice(0, 4)} --scheme ${giftScheme}').`,
  });
}

const byOrigin = (list: readonly Brought[]): string =>
  list.map(({ origin, cents, aboveThresholdCents }) => `${origin}: ${cents} (${aboveThresholdCents})`).join(', ') ||
  '–';

/** Once a statement carries an excess, the declaration may repeat it and nothing else. @throws Refusal `carry-contradicts` */
function refuseContradiction(declared: readonly Brought[], carried: readonly CarriedExcess[], number: string): void {
  const known = new Set(carried.map((one) => byOrigin([one])));
  if (declared.every((one) => known.has(byOrigin([one])))) return;
  throw new Refusal('carry-contradicts', {
    fr: `La déclaration de l’exercice reporte en centimes ${byOrigin(declared)}, et l’état ${number} en reporte ${byOrigin(carried)}. Retirez « broughtForward » du fichier de « communs fiscal-year » : l’état fait foi ; ou rectifiez l’état.`,
    en: `The declaration of the fiscal year brings forward, in cents, ${byOrigin(declared)}, and statement ${number} carries out ${byOrigin(carried)}. Take 'broughtForward' out of the file of 'communs fiscal-year': the statement stands; or rectify the statement.`,
  });
}

/**
 * @param company its book at the heads of the statement
 * @returns null where the turnover of the period is not declared: the computation says so
 * @throws Refusal `missing-turnover`, `earlier-year-not-stated` for a year between, `carry-contradicts`
 */
export async function giftSources(ports: BookPorts, company: BookState, period: Period): Promise<GiftYearInput | null> {
  const declared = await declaredYear(company, period);
  if (declared === null) return null;
  const { turnoverCents, broughtForward } = declared;
  const earlier = await earlierStatement(company, period);
  if (earlier === null) {
    return { turnoverCents, carryIn: broughtForward.map((one) => ({ ...one, yearsLeft: yearsLeft(one, period) })) };
  }
  const { relief } = await issuedPayload(ports, earlier);
  const carried = await throughYearsBetween(company, relief?.gift?.carryOut ?? [], earlier.period, period);
  refuseContradiction(broughtForward, carried, earlier.number);
  return { turnoverCents, carryIn: carried };
}
