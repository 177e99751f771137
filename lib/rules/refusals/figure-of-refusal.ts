// The figure behind a refusal, where a figure of the rule set is: it bears the text, its days and how sure we are of it.
import type { FigureKey } from '../figures/figure-keys.ts';
import type { EntryRefusalCode } from './refusal-codes.ts';

/** What rests on the secondment or on the registry itself has no figure. */
export const figureOfRefusal: Readonly<Partial<Record<EntryRefusalCode, FigureKey>>> = {
  'daily-max-exceeded': 'caps.dailyMinutes',
  'daily-max-exceeded-across-employers': 'caps.dailyMinutes',
  'weekly-max-exceeded': 'caps.weeklyMinutes',
  'non-working-day': 'nonWorkingDays',
  'secondment-papers-missing': 'secondment.papers',
  'secondment-term-exceeded': 'secondment.maxYears',
  'legal-form-not-admitted': 'legalForms',
  'foundation-standing-missing': 'beneficiary',
  'already-claimed-under-other-scheme': 'noDoubleBenefit',
  'foundation-refused': 'support',
  unsupported: 'support',
};
