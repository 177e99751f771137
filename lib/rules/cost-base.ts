// The base that a credit on staff cost rests on: cost by slice of days, operating flat rate, then what others paid. The CIR's, and the proposal's after it.
import type { Day } from '../model/calendar.ts';
import { add, type Fraction, fractionText, sum } from '../model/fraction.ts';
import type { Figure } from './figures/figure.ts';
import { ratioAt } from './figures/figure-at.ts';
import { netBaseFrom20200101 } from './formulas/net-base.ts';
import { operatingFlatFrom20200101 } from './formulas/operating-flat.ts';
import { youngDoctorPersonnelFrom20200101 } from './formulas/young-doctor.ts';
import { type Step, step } from './step.ts';

/** Staff cost of days on which the same figures hold: two slices are never one average. */
export interface CostSlice {
  /** `2026`, or `2025-01-01..2025-02-14`: printed in the names of its steps. */
  readonly label: string;
  /** A day of the slice: picks the figures. */
  readonly day: Day;
  /** Exact euros, counted once. */
  readonly personnel: Fraction;
  /** Whether all of it is the cost of young doctors on days when the law counted it twice; false: theirs, counted once. The CIR alone knows them. */
  readonly youngDoctor?: boolean;
}

export interface CostBaseInput {
  readonly figures: readonly Figure[];
  readonly slices: readonly CostSlice[];
  /** Subsidies and reimbursements, exact euros. */
  readonly received: Fraction;
  readonly repaidAdvances: Fraction;
}

export interface CostBase {
  readonly steps: readonly Step[];
  /** Staff cost counted once, whatever the law multiplies. */
  readonly personnel: Fraction;
  readonly grossBase: Fraction;
  readonly netBase: Fraction;
}

/** How an article is cited: as law, or as what a proposal is modelled on. */
export type Cite = (article: string) => string;
export const asLaw: Cite = (article) => article;
export const asModel: Cite = (article) => `modelled on ${article}`;

function staffStep({ label, personnel, youngDoctor }: CostSlice, cite: Cite): Step {
  const isCountedOnce = youngDoctor === false;
  return step(`personnel[${label}]`, personnel, cite('CGI 244 quater B, II b'), {
    fr: `Coût de personnel ${label} : coût éligible × temps retenu ÷ base de temps${isCountedOnce ? ' ; jeune docteur, compté une fois depuis le 15 février 2025 (loi 2025-127, art. 55)' : ''}`,
    en: `Staff cost ${label}: eligible cost × counted time ÷ time base${isCountedOnce ? '; young doctor, counted once since 15 February 2025 (law 2025-127, art. 55)' : ''}`,
  });
}

interface ExplainedSlice {
  readonly steps: readonly Step[];
  readonly total: Fraction;
}

function ordinarySlice(slice: CostSlice, figures: readonly Figure[], cite: Cite): ExplainedSlice {
  const rate = ratioAt(figures, 'operatingFlatRate', slice.day);
  const flat = operatingFlatFrom20200101(slice.personnel, rate);
  const at = fractionText(rate);
  return {
    total: add(slice.personnel, flat),
    steps: [
      staffStep(slice, cite),
      step(`operatingFlat[${slice.label}] at ${at}`, flat, cite('CGI 244 quater B, II c'), {
        fr: `Forfait de fonctionnement ${slice.label} : coût de personnel × ${at}`,
        en: `Operating flat rate ${slice.label}: staff cost × ${at}`,
      }),
    ],
  };
}

/** Until 2025-02-14 a young doctor's cost counted twice, and its operating rate stood in the place of the common one. */
function youngDoctorSlice(slice: CostSlice, figures: readonly Figure[], cite: Cite): ExplainedSlice {
  const { label, day, personnel } = slice;
  const multiple = ratioAt(figures, 'youngDoctor.personnelMultiple', day);
  const rate = ratioAt(figures, 'youngDoctor.operatingRate', day);
  const counted = youngDoctorPersonnelFrom20200101(personnel, multiple);
  const flat = operatingFlatFrom20200101(personnel, rate);
  const [times, at] = [fractionText(multiple), fractionText(rate)];
  return {
    total: add(counted, flat),
    steps: [
      step(`personnel[${label}]`, counted, cite('CGI 244 quater B, II b'), {
        fr: `Coût de personnel ${label}, jeune docteur : coût éligible × temps retenu ÷ base de temps, compté ${times} fois`,
        en: `Staff cost ${label}, young doctor: eligible cost × counted time ÷ time base, counted ${times} times`,
      }),
      step(`operatingFlat[${label}] at ${at}`, flat, cite('CGI 244 quater B, II c'), {
        fr: `Forfait de fonctionnement ${label}, jeune docteur : coût de personnel compté une fois × ${at}, sans autre forfait`,
        en: `Operating flat rate ${label}, young doctor: staff cost counted once × ${at}, and no other flat rate`,
      }),
    ],
  };
}

/**
 * @returns the trace of every legal gesture up to the base, and the exact sums
 * @throws Refusal `no-figures-for-period` where a slice is outside the figures
 */
export function costBase({ figures, slices, received, repaidAdvances }: CostBaseInput, cite: Cite): CostBase {
  const explained = slices.map((slice) =>
    slice.youngDoctor === true ? youngDoctorSlice(slice, figures, cite) : ordinarySlice(slice, figures, cite),
  );
  const grossBase = sum(explained.map(({ total }) => total));
  const netBase = netBaseFrom20200101(grossBase, received, repaidAdvances);
  return {
    steps: [
      ...explained.flatMap(({ steps }) => steps),
      step('grossBase', grossBase, cite('CGI 244 quater B, II'), {
        fr: 'Assiette avant subventions : personnel et fonctionnement',
        en: 'Base before subsidies: staff and operating costs',
      }),
      step('netBase', netBase, cite('CGI 244 quater B, III'), {
        fr: 'Assiette : moins subventions et remboursements, pas au-dessous de zéro, plus avances remboursées',
        en: 'Base: less subsidies and reimbursements, not below zero, plus repaid advances',
      }),
    ],
    personnel: sum(slices.map(({ personnel }) => personnel)),
    grossBase,
    netBase,
  };
}
