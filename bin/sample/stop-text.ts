// One line for each month of the sample: what was done in it.

import type { Counted } from '../../examples/play/carry-out.ts';
import type { Stop } from '../../examples/play/play.ts';
import { whole } from '../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import { monthInWords } from '../../web/parts/dates.ts';

/** In the order in which a row of time meets them. */
const words: Readonly<Record<Counted, Bilingual>> = {
  declarations: { fr: 'déclarations', en: 'declarations' },
  addresses: { fr: 'adresses acceptées', en: 'addresses accepted' },
  lines: { fr: 'lignes de temps', en: 'lines of time' },
  contributions: { fr: 'contributions', en: 'contributions' },
  traced: { fr: 'lignes comparées aux traces', en: 'lines set beside traces' },
  checks: { fr: 'vérifications', en: 'checks' },
  answers: { fr: 'réponses des fondations', en: 'answers of foundations' },
  corrections: { fr: 'corrections', en: 'corrections' },
  months: { fr: 'mois complets', en: 'complete months' },
  prepared: { fr: 'états préparés', en: 'statements prepared' },
  statements: { fr: 'états émis', en: 'statements issued' },
  links: { fr: 'liens', en: 'links' },
};

const lineIn = (language: Language, { month, done }: Stop): string => {
  const counts = (Object.keys(words) as Counted[]).flatMap((what) => {
    const count = done[what] ?? 0;
    return count === 0 ? [] : [`${words[what][language]} ${whole(language, count)}`];
  });
  return `${monthInWords(language, month)}${language === 'fr' ? ' : ' : ': '}${counts.join(', ')}`;
};

export const stopText = (stop: Stop): Bilingual => ({ fr: lineIn('fr', stop), en: lineIn('en', stop) });
