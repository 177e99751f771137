// The proposed status, computed: staff cost by slice of days, operating flat rate, base, then its worth under one reading. A simulation, never law.
import type { Day } from '../model/calendar.ts';
import { add, centsOfEuros, type Fraction, fraction, fractionText, sum, wholeEuros } from '../model/fraction.ts';
import type { Figure } from './figures/figure.ts';
import { ratioAt, wholeAt } from './figures/figure-at.ts';
import { creditFrom20200101 } from './formulas/brackets.ts';
import { deductionFrom20220101 } from './formulas/deduction.ts';
import { netBaseFrom20200101 } from './formulas/net-base.ts';
import { operatingFlatFrom20200101 } from './formulas/operating-flat.ts';
import type { InvestorReading } from './rule-set.ts';
import { type Step, step } from './step.ts';

/** Staff cost of days on which the same figures hold: two slices are never one average. */
export interface CostSlice {
  /** `2026`, or `2025-01-01..2025-02-14`: printed in the names of its steps. */
  readonly label: string;
  /** A day of the slice: picks the figures. */
  readonly day: Day;
  /** Exact euros. */
  readonly personnel: Fraction;
}

export interface InvestorInput {
  readonly figures: readonly Figure[];
  readonly slices: readonly CostSlice[];
  /** Subsidies and reimbursements, exact euros. */
  readonly received: Fraction;
  readonly repaidAdvances: Fraction;
  readonly reading: InvestorReading;
  /** Picks rates and threshold. */
  readonly fiscalYearEnd: Day;
}

export interface InvestorSimulation {
  readonly steps: readonly Step[];
  readonly personnel: Fraction;
  readonly grossBase: Fraction;
  readonly netBase: Fraction;
  readonly baseCents: number;
  /** The exact worth rounded to the cent, for the ledger. */
  readonly creditCents: number;
  /** The exact worth rounded to the euro, as a return would carry it. */
  readonly declaredEuros: number;
}

function sliceSteps(slice: CostSlice, figures: readonly Figure[]): { steps: Step[]; total: Fraction } {
  const rate = ratioAt(figures, 'operatingFlatRate', slice.day);
  const flat = operatingFlatFrom20200101(slice.personnel, rate);
  const at = fractionText(rate);
  return {
    total: add(slice.personnel, flat),
    steps: [
      step(`personnel[${slice.label}]`, slice.personnel, 'modelled on CGI 244 quater B, II b', {
        fr: `Coût de personnel ${slice.label} : coût éligible × temps retenu ÷ base de temps`,
        en: `Staff cost ${slice.label}: eligible cost × counted time ÷ time base`,
      }),
      step(`operatingFlat[${slice.label}] at ${at}`, flat, 'modelled on CGI 244 quater B, II c', {
        fr: `Forfait de fonctionnement ${slice.label} : coût de personnel × ${at}`,
        en: `Operating flat rate ${slice.label}: staff cost × ${at}`,
      }),
    ],
  };
}

function worth(input: InvestorInput, base: Fraction): { euros: Fraction; step: Step } {
  const { figures, fiscalYearEnd } = input;
  if (input.reading === 'deduction') {
    const rate = ratioAt(figures, 'corporateTaxRate', fiscalYearEnd);
    const euros = deductionFrom20220101(base, rate);
    const says = {
      fr: `Valeur de la déduction supplémentaire : assiette × ${fractionText(rate)}`,
      en: `Worth of the additional deduction: base × ${fractionText(rate)}`,
    };
    return { euros, step: step('deductionExact', euros, 'CGI 219, I', says) };
  }
  const first = ratioAt(figures, 'rate.first', fiscalYearEnd);
  const above = ratioAt(figures, 'rate.above', fiscalYearEnd);
  const threshold = fraction(wholeAt(figures, 'thresholdCents', fiscalYearEnd), 100);
  const euros = creditFrom20200101(base, first, above, threshold);
  const says = {
    fr: `Crédit : ${fractionText(first)} de l’assiette jusqu’à ${fractionText(threshold)} € inclus, ${fractionText(above)} au-delà`,
    en: `Credit: ${fractionText(first)} of the base up to EUR ${fractionText(threshold)} included, ${fractionText(above)} above`,
  };
  return { euros, step: step('creditExact', euros, 'modelled on CGI 244 quater B, I', says) };
}

/**
 * @returns the trace of every legal gesture in order, and the totals, each rounded once from its exact value
 * @throws Refusal `no-figures-for-period` where a slice or the fiscal year is outside the figures
 */
export function simulateInvestor(input: InvestorInput): InvestorSimulation {
  const slices = input.slices.map((slice) => sliceSteps(slice, input.figures));
  const grossBase = sum(slices.map(({ total }) => total));
  const netBase = netBaseFrom20200101(grossBase, input.received, input.repaidAdvances);
  const relief = worth(input, netBase);
  const steps = [
    ...slices.flatMap(({ steps }) => steps),
    step('grossBase', grossBase, 'modelled on CGI 244 quater B, II', {
      fr: 'Assiette avant subventions : personnel et fonctionnement',
      en: 'Base before subsidies: staff and operating costs',
    }),
    step('netBase', netBase, 'modelled on CGI 244 quater B, III', {
      fr: 'Assiette : moins subventions et remboursements, pas au-dessous de zéro, plus avances remboursées',
      en: 'Base: less subsidies and reimbursements, not below zero, plus repaid advances',
    }),
    relief.step,
  ];
  return {
    steps,
    personnel: sum(input.slices.map(({ personnel }) => personnel)),
    grossBase,
    netBase,
    baseCents: centsOfEuros(netBase),
    creditCents: centsOfEuros(relief.euros),
    declaredEuros: wholeEuros(relief.euros),
  };
}
