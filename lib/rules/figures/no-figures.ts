// A gap in the figures raises: nothing is ever extrapolated from the year before.
import type { Day } from '../../model/calendar.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Bilingual } from '../../model/text.ts';

/**
 * The refusal of a computation for which the rule set holds no figure.
 * @param published the text that will bring the value, where its name is known
 */
export const noFiguresFor = (key: string, day: Day, published?: Bilingual): Refusal =>
  new Refusal('no-figures-for-period', {
    fr: `Le jeu de règles n’a pas de valeur de « ${key} » au ${day}. Choisissez une période qu’il couvre, ou installez une version de Communs dont le jeu de règles la contient ; rien n’est extrapolé.${published === undefined ? '' : ` Le texte à chercher : ${published.fr}.`}`,
    en: `The rule set has no value of '${key}' on ${day}. Choose a period that it covers, or install a version of Communs whose rule set holds it; nothing is extrapolated.${published === undefined ? '' : ` The text to look for: ${published.en}.`}`,
  });
