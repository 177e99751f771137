// What may carry an entry that no rule refuses: the foundation's word for all that is issued; in previews also the traces, or the declaration.
import type { Day } from '../model/calendar.ts';
import type { TraceVerdict } from '../model/corroboration.ts';
import type { Bilingual } from '../model/text.ts';
import type { Figure } from './figures/figure.ts';
import { wordAt } from './figures/figure-at.ts';
import { remembered } from './remembered.ts';

/**
 * `foundation`: the foundation confirmed it. `foundation-or-trace`: or the traces agree, for previews only. `declared`: it was declared, and neither the developer
 * contests it nor the foundation disputes it.
 */
export const supports = ['foundation', 'foundation-or-trace', 'declared'] as const;
export type Support = (typeof supports)[number];

export const supportTexts: Readonly<Record<Support, Bilingual>> = {
  foundation: { fr: 'la fondation a confirmé', en: 'the foundation confirmed' },
  'foundation-or-trace': {
    fr: 'la fondation a confirmé, ou les traces concordent (lecture pour aperçus seulement)',
    en: 'the foundation confirmed, or the traces agree (a reading for previews only)',
  },
  declared: {
    fr: 'le temps est déclaré, et personne ne le conteste',
    en: 'the time is declared, and nobody contests it',
  },
};

export const isSupport = (text: string): text is Support => supports.some((one) => one === text);

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
