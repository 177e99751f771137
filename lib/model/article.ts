// A text of law as each language cites it; what is only modelled on it says so.
import type { Bilingual } from './text.ts';

const modelled = 'modelled on ';

export const articleText = (article: string): Bilingual =>
  article.startsWith(modelled)
    ? { fr: `sur le modèle du ${article.slice(modelled.length)}`, en: article }
    : { fr: article, en: article };
