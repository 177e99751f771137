// A gap in the figures raises: nothing is ever extrapolated from the year before.
import type { Day } from '../../model/calendar.ts';
import { Refusal } from '../../model/refusal.ts';

/** The refusal of a computation for which the rule set holds no figure. */
export const noFiguresFor = (key: string, day: Day): Refusal =>
  new Refusal('no-figures-for-period', {
    fr: `Le jeu de règles n’a pas de valeur de « ${key} » au ${day}. Choisissez une période qu’il couvre, ou installez une version de Communs dont le jeu de règles la contient ; rien n’est extrapolé.`,
    en: `The rule set has no value of '${key}' on ${day}. Choose a period that it covers, or install a version of Communs whose rule set holds it; nothing is extrapolated.`,
  });
