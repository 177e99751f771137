// What may carry an entry that no rule refuses: the named readings of a policy that each scheme dates.
import type { Bilingual } from './text.ts';

/**
 * `foundation`: the foundation confirmed it. `foundation-or-trace`: or the traces agree, for previews only. `declared`: it was declared, and neither the developer
 * contests it nor the foundation disputes it.
 */
export const supports = ['foundation', 'foundation-or-trace', 'declared'] as const;
export type Support = (typeof supports)[number];

export const supportTexts: Readonly<Record<Support, Bilingual>> = {
  foundation: { fr: 'la fondation a confirmé', en: 'the foundation confirmed' },
  'foundation-or-trace': {
    fr: 'la fondation a confirmé, ou les traces concordent',
    en: 'the foundation confirmed, or the traces agree',
  },
  declared: {
    fr: 'le temps est déclaré, et personne ne le conteste',
    en: 'the time is declared, and nobody contests it',
  },
};

export const isSupport = (text: string): text is Support => supports.some((one) => one === text);
