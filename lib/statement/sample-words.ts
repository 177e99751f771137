// What a sample is called and why none can be drawn: on the page, in the workbook and by the command.
import type { Bilingual } from '../model/text.ts';
import { largestSample, type NoSample, type SampleMethod } from './sample.ts';

export const sampleMethodTexts: Readonly<Record<SampleMethod, Bilingual>> = {
  random: { fr: 'Au hasard', en: 'Random' },
  'monetary-unit': { fr: 'Par unité monétaire', en: 'Monetary unit' },
  largest: { fr: 'Les plus grands', en: 'Largest' },
};

export const sampleMethodHints: Readonly<Record<SampleMethod, Bilingual>> = {
  random: {
    fr: 'Chaque mois de ligne a la même chance.',
    en: 'Each month of a line has the same chance.',
  },
  'monetary-unit': {
    fr: 'Chaque centime a la même chance : un mois qui coûte davantage est tiré plus souvent, et un mois aussi grand que l’intervalle l’est toujours.',
    en: 'Each cent has the same chance: a month that costs more is drawn more often, and one as large as the interval always is.',
  },
  largest: {
    fr: 'Par coût décroissant ; le hasard n’y est pour rien.',
    en: 'By falling cost; chance has no part in it.',
  },
};

export const noSampleTexts: Readonly<Record<NoSample, Bilingual>> = {
  'no-lines': {
    fr: 'Rien ne peut être tiré : ce niveau de lecture ne montre pas de ligne. Demandez à l’entreprise un lien ou un dossier au niveau « lignes » ou « noms ».',
    en: 'Nothing can be drawn: this level shows no line. Ask the company for a link or a bundle at level `lines` or `names`.',
  },
  'no-amounts': {
    fr: 'Cet état n’a pas de montants, ou aucun au-dessus de zéro : tirez au hasard.',
    en: 'This statement has no amounts, or none above zero: draw at random.',
  },
  'size-out-of-range': {
    fr: `La taille va de 1 à ${largestSample}. Corrigez-la.`,
    en: `The size goes from 1 to ${largestSample}. Correct it.`,
  },
};
