// Computes a worked case (format law-cases/1) with the rules and formulas that statements use.
import { eurosOfCents, type Fraction, fraction, multiply, zero } from '../model/fraction.ts';
import { Refusal } from '../model/refusal.ts';
import { personnelFrom20200101 } from './formulas/personnel.ts';
import { type AcceptedSlice, acceptedMinutesOf, fiscalYearOf, wholeYear } from './law-case/accepted-time.ts';
import type { CaseRejection } from './law-case/assess-entries.ts';
import { type CaseInputs, complainAbout, type LawCase, readCase, readCaseHead } from './law-case/case-fields.ts';
import type { Complain } from './law-case/invalid-case.ts';
import type { RuleSet } from './rule-set.ts';
import { type CostSlice, simulateInvestor } from './simulate-investor.ts';
import type { Step } from './step.ts';

/** The result fields of the format; a field that the case gives no ground for is left out. */
export interface LawCaseResult {
  readonly id: string;
  readonly scheme: string;
  readonly acceptedMinutes?: number;
  readonly rejectedMinutes?: readonly CaseRejection[];
  readonly acceptedHalfDays?: number;
  readonly rejectedHalfDays?: CaseInputs['rejectedHalfDays'];
  readonly baseCents: number;
  readonly ledgerCreditCents: number;
  readonly declaredCreditEuros: number;
  readonly declaredCreditCents: number;
  readonly steps: readonly Step[];
}

type TimeFields = Pick<LawCaseResult, 'acceptedMinutes' | 'rejectedMinutes' | 'acceptedHalfDays' | 'rejectedHalfDays'>;

interface TimeOfCase {
  readonly slices: readonly AcceptedSlice[] | null;
  readonly timeBase: Fraction | undefined;
  readonly baseField: string;
  readonly fields: TimeFields;
}

const missing = (field: string, complain: Complain): Refusal =>
  complain(field, { fr: 'champ manquant. Ajoutez-le.', en: 'missing field. Add it.' });

const hourFields = [
  'timeBaseMinutes',
  'acceptedMinutes',
  'claimedMinutes',
  'entries',
  'minutesAlreadyClaimed',
  'otherEmployerClaims',
] as const;
const dayFields = ['daysBaseHalfDays', 'acceptedHalfDays', 'rejectedHalfDays'] as const;

function refuseOtherUnit(inputs: CaseInputs, complain: Complain): void {
  const foreign = (inputs.unit === 'half-day' ? hourFields : dayFields).find((field) => inputs[field] !== undefined);
  if (foreign === undefined) return;
  throw complain(foreign, {
    fr: 'des minutes et des demi-journées dans un même cas : l’une n’est jamais convertie en l’autre. Gardez une seule unité.',
    en: 'minutes and half-days in one case: one is never turned into the other. Keep one unit.',
  });
}

function timeOf(inputs: CaseInputs, rules: RuleSet, complain: Complain): TimeOfCase {
  refuseOtherUnit(inputs, complain);
  if (inputs.unit === 'half-day') {
    const { acceptedHalfDays, rejectedHalfDays } = inputs;
    if (acceptedHalfDays === undefined) throw missing('acceptedHalfDays', complain);
    return {
      slices: wholeYear(acceptedHalfDays, 'acceptedHalfDays', inputs, rules, complain),
      timeBase: inputs.daysBaseHalfDays,
      baseField: 'daysBaseHalfDays',
      fields: { acceptedHalfDays, ...(rejectedHalfDays === undefined ? {} : { rejectedHalfDays }) },
    };
  }
  const time = acceptedMinutesOf(inputs, rules, complain);
  return {
    slices: time?.slices ?? null,
    timeBase: inputs.timeBaseMinutes,
    baseField: 'timeBaseMinutes',
    fields: time === null ? {} : { acceptedMinutes: time.accepted, rejectedMinutes: time.rejected },
  };
}

function costOf(inputs: CaseInputs, complain: Complain): Fraction {
  if (inputs.annualCostExact !== undefined) return inputs.annualCostExact;
  if (inputs.annualCostCents === undefined) throw missing('annualCostCents', complain);
  return eurosOfCents(inputs.annualCostCents);
}

function refuseTwoCosts(inputs: CaseInputs, complain: Complain): void {
  const given = (['annualCostCents', 'annualCostExact', 'personnelCostExact'] as const).filter(
    (field) => inputs[field] !== undefined,
  );
  if (given[1] === undefined) return;
  throw complain(given[1], {
    fr: `« ${given[0]} » donne déjà le coût. Gardez l’un des deux.`,
    en: `'${given[0]}' already gives the cost. Keep one of the two.`,
  });
}

function costSlices(inputs: CaseInputs, time: TimeOfCase, rules: RuleSet, complain: Complain): CostSlice[] {
  refuseTwoCosts(inputs, complain);
  if (inputs.personnelCostExact !== undefined) {
    const personnel = inputs.personnelCostExact;
    const [year] = wholeYear(personnel.num === 0n ? 0 : 1, 'personnelCostExact', inputs, rules, complain);
    return [{ label: year!.label, day: year!.day, personnel }];
  }
  const { slices, timeBase, baseField } = time;
  if (slices === null) throw missing('acceptedMinutes', complain);
  if (timeBase === undefined) throw missing(baseField, complain);
  const cost = costOf(inputs, complain);
  return slices.map(({ label, day, amount }) => {
    const personnel = personnelFrom20200101(cost, fraction(amount), timeBase);
    if (personnel === null) {
      throw complain(baseField, {
        fr: 'du temps est accepté sur une base de zéro. Donnez le temps travaillé dans l’année.',
        en: 'time is accepted over a base of zero. Give the time worked in the year.',
      });
    }
    return { label, day, personnel };
  });
}

function computeInvestorCase(lawCase: LawCase, rules: RuleSet): LawCaseResult {
  const { id, scheme, inputs } = lawCase;
  const complain = complainAbout(lawCase);
  const time = timeOf(inputs, rules, complain);
  const cents = fraction(1, 100);
  const simulation = simulateInvestor({
    figures: rules.figures,
    slices: costSlices(inputs, time, rules, complain),
    received: multiply(inputs.subsidiesCents ?? zero, cents),
    repaidAdvances: multiply(inputs.repaidAdvanceCents ?? zero, cents),
    reading: 'credit',
    fiscalYearEnd: fiscalYearOf(inputs).to,
  });
  return {
    id,
    scheme,
    ...time.fields,
    baseCents: simulation.baseCents,
    ledgerCreditCents: simulation.creditCents,
    declaredCreditEuros: simulation.declaredEuros,
    declaredCreditCents: simulation.declaredEuros * 100,
    steps: simulation.steps,
  };
}

/**
 * @param value one element of `cases` of a law-cases/1 file, as parsed from JSON
 * @returns the result fields of the format; compare them with `expected` by `firstDifference`
 * @throws Refusal `invalid-declaration` naming the case and the field, `scheme-not-computed`, `no-figures-for-period`
 */
export function computeLawCase(value: unknown, rules: RuleSet): LawCaseResult {
  const { id, scheme } = readCaseHead(value);
  if (scheme !== 'digital-commons-investor') {
    throw new Refusal('scheme-not-computed', {
      fr: `Cas ${id} : cette version ne calcule pas les cas du dispositif « ${scheme} ». Elle calcule ceux de « digital-commons-investor » ; retirez ce cas du fichier, ou prenez une version qui le calcule.`,
      en: `Case ${id}: this version does not compute cases of the scheme '${scheme}'. It computes those of 'digital-commons-investor'; take this case out of the file, or use a version that computes it.`,
    });
  }
  return computeInvestorCase(readCase(value), rules);
}
