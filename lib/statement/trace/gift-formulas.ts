// What each step of a year of gifts (mécénat) is made of; the value kept of each year rests on pay, person by person, and is read as signed.
import type { Gift, StatementPayload } from '../payload.ts';
import { type CarriedFormulas, carriedFormulas } from './gift-carry.ts';
import { euros, type FormulaSources, figureOn, type StepFormula, step, whole } from './step-formula.ts';

type Known = StepFormula | 'as-signed' | 'unknown';

/** In force on the last day of the fiscal year; every statement prints it. */
const figureOf = (payload: StatementPayload, key: string): StepFormula | null =>
  figureOn(payload, key, payload.period.to);

const inEuros = (cents: StepFormula): StepFormula => ({ kind: 'quotient', of: [cents, whole(100)] });

/** Of the year's own gifts; then what the excesses that are used bring. */
function reduction(payload: StatementPayload, kept: StepFormula, carried: readonly CarriedFormulas[]): Known {
  const [upTo, above, cents] = ['rate.upTo', 'rate.above', 'thresholdCents'].map((key) => figureOf(payload, key));
  if (upTo == null || above == null || cents == null) return 'unknown';
  const threshold = inEuros(cents);
  const over: StepFormula = { kind: 'greater', of: [whole(0), { kind: 'difference', of: [kept, threshold] }] };
  const ofOrigin = carried.flatMap((each) => (each.reduction === null ? [] : [each.reduction]));
  // The rates of a year of origin that the statement does not print: no level shows them.
  if (ofOrigin.length < carried.length) return 'as-signed';
  return {
    kind: 'sum',
    of: [
      { kind: 'product', of: [upTo, { kind: 'lesser', of: [kept, threshold] }] },
      { kind: 'product', of: [above, over] },
      ...ofOrigin,
    ],
  };
}

/** What the foundation paid back: no gift. */
const reimbursements = ({ declared }: StatementPayload): number =>
  declared.otherAid.reduce((total, { kind, amountCents }) => total + (kind === 'reimbursement' ? amountCents : 0), 0);

const sumOf = (of: readonly StepFormula[]): StepFormula => ({ kind: 'sum', of });

/** A year of gifts: what its steps are made of, and what its amounts in cents are rounded from. */
export interface GiftYearFormulas {
  /** The steps after the values kept of each year, in order. */
  readonly steps: readonly (readonly [string, Known])[];
  readonly ceiling: StepFormula;
  /** Own gifts within the ceiling, and above it. */
  readonly kept: StepFormula;
  readonly excess: StepFormula;
  readonly carried: readonly CarriedFormulas[];
}

/** @param keptYears how many steps say what is kept of a calendar year */
export function giftYearFormulas(payload: StatementPayload, gift: Gift, keptYears: number): GiftYearFormulas {
  const isPaidBack = reimbursements(payload) > 0;
  const values = keptYears + (isPaidBack ? 1 : 0);
  const keptOfYears = sumOf(Array.from({ length: keptYears }, (_, at) => step(at)));
  const given: StepFormula = { kind: 'difference', of: [keptOfYears, step(keptYears)] };
  const [value, ceiling] = [step(values), step(values + 1)];
  const [fixed, share] = [figureOf(payload, 'ceiling.fixedCents'), figureOf(payload, 'ceiling.turnover')];
  const kept: StepFormula = { kind: 'lesser', of: [value, ceiling] };
  const excess: StepFormula = { kind: 'difference', of: [value, kept] };
  const carried = carriedFormulas(payload, gift, { kind: 'difference', of: [ceiling, kept] });
  const isCarried = carried.length > 0;
  const restOf = (isLast: boolean): StepFormula[] =>
    carried.flatMap(({ carry, rest }) => (carry.yearsLeft <= 1 === isLast ? [rest] : []));
  return {
    ...{ ceiling, kept, excess, carried },
    steps: [
      ...(isPaidBack ? [['reimbursed', euros(reimbursements(payload))] as const] : []),
      ['donationValue', isPaidBack ? { kind: 'greater', of: [whole(0), given] } : keptOfYears],
      [
        'annualCeiling',
        fixed === null || share === null
          ? 'unknown'
          : { kind: 'greater', of: [inEuros(fixed), { kind: 'product', of: [share, euros(gift.turnoverCents)] }] },
      ],
      ...(isCarried ? [['carryUsed', sumOf(carried.map(({ used }) => used))] as const] : []),
      ['retainedForReduction', isCarried ? sumOf([kept, step(values + 2)]) : kept],
      ...(isCarried ? [['expired', sumOf(restOf(true))] as const] : []),
      ['carriedForward', isCarried ? sumOf([...restOf(false), excess]) : excess],
      ['reductionExact', reduction(payload, kept, carried)],
    ],
  };
}

/** How many steps say what is kept of a calendar year: all those before the first of another name. */
export function keptYearsOf({ steps }: Pick<FormulaSources, 'steps'>): number {
  const first = steps.findIndex(({ name }) => !name.startsWith('retained['));
  return first === -1 ? steps.length : first;
}

/** @returns as `investorFormulas` does */
export function giftFormulas({ payload, steps }: Pick<FormulaSources, 'payload' | 'steps'>): Known[] {
  const gift = payload.relief?.gift;
  if (gift === undefined) return steps.map(() => 'unknown');
  const keptYears = keptYearsOf({ steps });
  const year = giftYearFormulas(payload, gift, keptYears).steps;
  return steps.map(({ name }, at): Known => {
    if (at < keptYears) return isKeptYear(payload, steps, at) ? 'as-signed' : 'unknown';
    const [expected, formula] = year[at - keptYears] ?? [null, 'unknown' as const];
    return expected === name && steps.length === keptYears + year.length ? formula : 'unknown';
  });
}

/** A calendar year that the fiscal year touches, each once and in order. */
function isKeptYear({ period }: StatementPayload, steps: FormulaSources['steps'], at: number): boolean {
  const { name } = steps[at]!;
  const year = /^retained\[(\d{4})\]$/.exec(name)?.[1];
  if (year === undefined || year < period.from.slice(0, 4) || year > period.to.slice(0, 4)) return false;
  return at === 0 || steps[at - 1]!.name < name;
}
