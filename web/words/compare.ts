// Schemes set side by side, on the page of finance and on the command line.
import type { Words } from '../parts/words.ts';

export const compareWords = {
  title: { fr: 'Comparer les dispositifs', en: 'Compare the schemes' },
  preview: { fr: 'Aperçu', en: 'Preview' },
  previewText: {
    fr: 'Aperçu : ni numéro, ni signature, et rien n’est enregistré. Ce n’est pas un état certifié, et rien ici ne vaut conseil fiscal.',
    en: 'Preview: no number, no signature, and nothing is recorded. This is no certified statement, and nothing here is tax advice.',
  },
  ask: { fr: 'Ce qui est comparé', en: 'What is compared' },
  fiscalYear: { fr: 'Exercice clos en', en: 'Fiscal year that ends in' },
  support: { fr: 'Ce qui porte une ligne', en: 'What carries an entry' },
  supportHint: {
    fr: 'Un état émis se fonde toujours sur la parole de la fondation.',
    en: 'An issued statement always rests on the word of the foundation.',
  },
  ownSupport: { fr: 'la règle de chaque dispositif', en: 'the rule of each scheme' },
  show: { fr: 'Comparer', en: 'Compare' },
  company: { fr: 'Entreprise', en: 'Company' },
  period: { fr: 'Exercice', en: 'Fiscal year' },
  proposed: { fr: 'Proposé : simulation, aucun effet juridique', en: 'Proposed: simulation, no legal effect' },
  inForce: { fr: 'En vigueur', en: 'In force' },
  comparator: { fr: 'Pour comparaison, par année civile', en: 'For comparison, by calendar year' },
  timeOnly: { fr: 'Temps seul', en: 'Time alone' },
  timeOnlyText: {
    fr: 'Cet organisme ne paie pas l’impôt sur les sociétés : rien ne peut en être déduit. Seul le temps est montré.',
    en: 'This body pays no corporate tax: nothing can be deducted from it. Only time is shown.',
  },
  scheme: { fr: 'Dispositif et lecture', en: 'Scheme and reading' },
  counted: { fr: 'Retenu', en: 'Counted' },
  cost: { fr: 'Coût', en: 'Cost' },
  base: { fr: 'Assiette', en: 'Base' },
  relief: { fr: 'Avantage', en: 'Relief' },
  simulatedRelief: { fr: 'Avantage simulé', en: 'Simulated relief' },
  net: { fr: 'Gain net', en: 'Net gain' },
  simulatedNet: { fr: 'Gain net simulé', en: 'Simulated net gain' },
  nothing: { fr: '–', en: '–' },
  calendarYear: { fr: 'année civile', en: 'calendar year' },
  missing: { fr: 'Il manque :', en: 'Missing:' },
  how: { fr: 'Comment le gain net est calculé', en: 'How the net gain is worked out' },
  howText: {
    fr: 'Contre le simple paiement du salaire, net d’impôt sur les sociétés. Ces formules sont les nôtres (certitude P : choix de ce projet).',
    en: 'Against simply paying the salary, net of corporate tax. These formulas are ours (certainty P: this project’s own choice).',
  },
  taxRate: { fr: 'Taux de l’impôt sur les sociétés', en: 'Corporate tax rate' },
  certainty: { fr: 'certitude', en: 'certainty' },
  noHours: {
    fr: 'Aucune heure n’est encore au grand livre : il n’y a rien à comparer. Les ressources humaines envoient les feuilles de temps.',
    en: 'No hour is in the ledger yet: there is nothing to compare. HR sends the timesheets.',
  },
  back: { fr: 'Tous les états', en: 'All statements' },
} as const satisfies Words;
