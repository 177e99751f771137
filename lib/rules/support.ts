// What carries an entry on its day: the foundation's word for all that is issued; in previews also the traces, or the declaration.
import type { Day } from '../model/calendar.ts';
import type { TraceVerdict } from '../model/corroboration.ts';
import { isSupport, type Support } from '../model/support.ts';
import type { Figure } from './figures/figure.ts';
import { wordAt } from './figures/figure-at.ts';
import { remembered } from './remembered.ts';

/** @returns what carries an entry of a day under a scheme's own figures @throws Refusal `no-figures-for-period` */
export const supportUnder = (figures: readonly Figure[]): ((day: Day) => Support) =>
  remembered((day) => {
    const word = wordAt(figures, 'support', day);
    if (isSupport(word)) return word;
    throw new Error(`figure support on ${day}: '${word}' is no reading`);
  });

/** The foundation said nothing, or cannot tell, and under this reading the entry does not wait for it. Its dispute is a refusal under each. */
export const isCarriedWithoutFoundation = (trace: TraceVerdict | null, support: Support): boolean =>
  support === 'declared' || (support === 'foundation-or-trace' && trace === 'agrees');
