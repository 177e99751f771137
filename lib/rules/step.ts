// One legal gesture of a computation, with its exact value and its own rounding.
import { centsOfEuros, type Fraction, fractionText } from '../model/fraction.ts';
import type { Bilingual } from '../model/text.ts';

export interface Step {
  readonly name: string;
  /** `p/q`, reduced. */
  readonly exactEuros: string;
  /** That, rounded half away from zero: steps need not add up to the rounded total. */
  readonly cents: number;
  /** The text it is modelled on. */
  readonly article: string;
  readonly fr: string;
  readonly en: string;
}

export const step = (name: string, euros: Fraction, article: string, says: Bilingual): Step => ({
  name,
  exactEuros: fractionText(euros),
  cents: centsOfEuros(euros),
  article,
  ...says,
});
