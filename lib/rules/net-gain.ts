// What a scheme leaves a company, net of corporate tax, against simply paying the salary: what previews compare (docs/decisions/0011).
import { centsOfEuros, exact, type Fraction, multiply, subtract } from '../model/fraction.ts';
import type { Bilingual } from '../model/text.ts';
import type { Computation } from './computation.ts';
import type { Certainty } from './figures/figure.ts';
import { figureAt } from './figures/figure-at.ts';
import { figuresOf, type RuleSet } from './rule-set.ts';

export interface NetGain {
  /** From the exact worth of the relief, rounded once. May be below 0. */
  readonly cents: number;
  /** How it is worked out, in words. */
  readonly says: Bilingual;
  /** Of the formula: what is compared with what is a choice of ours. */
  readonly certainty: Certainty;
  /** What it takes of corporate tax; null where it needs no rate. */
  readonly corporateTax: { readonly rate: string; readonly certainty: Certainty } | null;
}

/** How each net gain is worked out, in words. */
export const netGainTexts = {
  /** The salary is paid and deducted in both cases: the whole relief is gained. */
  kept: {
    fr: 'Gain net = crédit : le coût reste déductible, comme si le salaire était seulement payé.',
    en: 'Net gain = credit: the cost stays deductible, as if the salary were simply paid.',
  },
  deducted: {
    fr: 'Gain net = assiette × taux de l’impôt sur les sociétés : l’assiette se déduit une fois de plus.',
    en: 'Net gain = base × corporate tax rate: the base is deducted once more.',
  },
  givenAway: {
    fr: 'Gain net = réduction − taux de l’impôt sur les sociétés × valeur donnée, avant le plafond de l’exercice : le don est réintégré au bénéfice imposable, il ne se déduit plus. L’excédent d’exercices antérieurs utilisé cette année est dans la réduction ; celui qui est reporté n’y est pas.',
    en: 'Net gain = reduction − corporate tax rate × value given, before the year’s ceiling: the gift is added back to taxable profit, it is no longer deducted. The excess of earlier years used this year is in the reduction; what is carried forward is not.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const ours = { certainty: 'P' } as const;

function stepOf({ steps, scheme }: Computation, name: string): Fraction {
  const found = steps.find((step) => step.name === name);
  if (found === undefined) throw new Error(`net gain: ${scheme} has no step ${name}`);
  return exact(found.exactEuros);
}

/** Held once, by the reading that needs it first: the rate is the same whatever it is compared with. */
const taxRateOn = (ruleSet: RuleSet, day: string) =>
  figureAt(figuresOf(ruleSet, 'digital-commons-investor'), 'corporateTaxRate', day);

/**
 * @returns null under `none`, where nothing is worth an amount
 * @throws Refusal `no-figures-for-period` where the tax rate is needed and not held
 */
export function netGain(computation: Computation, ruleSet: RuleSet): NetGain | null {
  const { scheme, reading, period } = computation;
  if (scheme === 'none') return null;
  if (scheme === 'mecenat-de-competences-238bis') {
    const { value, certainty } = taxRateOn(ruleSet, period.to);
    const rate = exact(String(value));
    const lost = multiply(rate, stepOf(computation, 'donationValue'));
    const euros = subtract(stepOf(computation, 'reductionExact'), lost);
    return {
      ...ours,
      cents: centsOfEuros(euros),
      says: netGainTexts.givenAway,
      corporateTax: { rate: String(value), certainty },
    };
  }
  if (reading === 'deduction') {
    const { value, certainty } = taxRateOn(ruleSet, period.to);
    const cents = centsOfEuros(stepOf(computation, 'deductionExact'));
    return { ...ours, cents, says: netGainTexts.deducted, corporateTax: { rate: String(value), certainty } };
  }
  return {
    ...ours,
    cents: centsOfEuros(stepOf(computation, 'creditExact')),
    says: netGainTexts.kept,
    corporateTax: null,
  };
}
