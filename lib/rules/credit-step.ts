// Base × rate on either side of the threshold, explained: the credit of the CIR, and of the proposal after it.
import type { Day } from '../model/calendar.ts';
import { type Fraction, fraction, fractionText } from '../model/fraction.ts';
import type { Cite } from './cost-base.ts';
import type { Figure } from './figures/figure.ts';
import { ratioAt, wholeAt } from './figures/figure-at.ts';
import { creditFrom20200101 } from './formulas/brackets.ts';
import { type Step, step } from './step.ts';

/** Digits in groups of three: a threshold has nine. */
const grouped = (euros: Fraction, gap: string): string => fractionText(euros).replace(/\B(?=(?:\d{3})+$)/g, gap);

/**
 * @param yearEnd picks rates and threshold
 * @returns exact euros, with the step that says so
 * @throws Refusal `no-figures-for-period`
 */
export function explainedCredit(
  base: Fraction,
  figures: readonly Figure[],
  yearEnd: Day,
  cite: Cite,
): { readonly euros: Fraction; readonly step: Step } {
  const first = ratioAt(figures, 'rate.first', yearEnd);
  const above = ratioAt(figures, 'rate.above', yearEnd);
  const threshold = fraction(wholeAt(figures, 'thresholdCents', yearEnd), 100);
  const euros = creditFrom20200101(base, first, above, threshold);
  const says = {
    fr: `Crédit : ${fractionText(first)} de l’assiette jusqu’à ${grouped(threshold, '\u202f')}\u00a0€ inclus, ${fractionText(above)} au-delà`,
    en: `Credit: ${fractionText(first)} of the base up to EUR ${grouped(threshold, ',')} included, ${fractionText(above)} above`,
  };
  return { euros, step: step('creditExact', euros, cite('CGI 244 quater B, I'), says) };
}
