// What an auditor reads on the pages of her tools: the sample, what was known on a day, what changed since, what stands out, her questions.
import type { Words } from '../parts/words.ts';

export const linkSampleWords = {
  title: { fr: 'Échantillon', en: 'Sample' },
  lead: {
    fr: 'Des mois de ligne – une personne, un projet, un mois – tirés par l’empreinte de l’état lui-même : ni l’entreprise ni nous ne les avons choisis, et chacun peut les tirer de nouveau.',
    en: 'Months of lines – one person, one project, one month – drawn by the digest of the statement itself: neither the company nor we chose them, and anybody can draw them again.',
  },
  company: { fr: 'Entreprise', en: 'Company' },
  statement: { fr: 'État', en: 'Statement' },
  from: { fr: 'Mois de ligne dans cet état :', en: 'Months of lines in this statement:' },
  method: { fr: 'Méthode', en: 'Method' },
  size: { fr: 'Combien', en: 'How many' },
  sizeHint: {
    fr: 'Par unité monétaire, c’est le nombre de parts égales du total : un même mois peut en recevoir plusieurs.',
    en: 'By monetary unit it is the number of equal parts of the total: one month may get several.',
  },
  word: { fr: 'Un mot à vous (facultatif)', en: 'A word of yours (optional)' },
  wordHint: {
    fr: 'L’entreprise pouvait connaître l’empreinte en signant, et tirer avant vous ; avec un mot qu’elle ignorait, elle ne le pouvait pas.',
    en: 'The company could know the digest when it signed, and draw before you; with a word that it did not know, it could not.',
  },
  draw: { fr: 'Tirer', en: 'Draw' },
  drawn: { fr: 'Ce qui est tiré', en: 'What was drawn' },
  of: { fr: 'sur', en: 'of' },
  unit: {
    fr: 'mois de ligne. Chaque mois mène à ses trois preuves.',
    en: 'months of lines. Each month leads to its three proofs.',
  },
  place: { fr: 'N°', en: 'No.' },
  person: { fr: 'Personne', en: 'Person' },
  month: { fr: 'Mois', en: 'Month' },
  counted: { fr: 'Retenu', en: 'Counted' },
  cost: { fr: 'Coût', en: 'Cost' },
  hits: { fr: 'Centimes tirés', en: 'Cents drawn' },
  download: { fr: 'Télécharger (XLSX)', en: 'Download (XLSX)' },
  downloadText: { fr: 'avec des colonnes vides pour vos constats.', en: 'with empty columns for your findings.' },
  seed: { fr: 'Graine', en: 'Seed' },
  total: { fr: 'Coût total', en: 'Total cost' },
  interval: { fr: 'Intervalle, en centimes', en: 'Interval, in cents' },
  start: { fr: 'Départ, en centimes', en: 'Start, in cents' },
  again: { fr: 'Le tirer de nouveau, sans nous', en: 'Draw it again, without us' },
  againText: {
    fr: 'La commande ci-dessous tire les mêmes à partir du dossier, hors ligne ; la méthode est assez courte pour être refaite dans n’importe quel langage :',
    en: 'The command below draws the same from the bundle, offline; the method is short enough to be written again in any language:',
  },
  methodology: { fr: 'la voici', en: 'here it is' },
  back: { fr: 'Retour à l’état', en: 'Back to the statement' },
} as const satisfies Words;
