// The ceiling of a year of gifts asks for its turnover: without it nothing is computed, and the command that gives it is named.
import type { Period } from '../../model/calendar.ts';
import { Refusal } from '../../model/refusal.ts';

export const missingTurnover = ({ from, to }: Period): Refusal =>
  new Refusal('missing-turnover', {
    fr: `Le chiffre d’affaires hors taxe de l’exercice du ${from} au ${to} n’est pas déclaré, et le plafond du mécénat en dépend. Donnez-le avec « communs fiscal-year FICHIER » (modèle : communs fiscal-year --template).`,
    en: `The turnover excluding VAT of the fiscal year from ${from} to ${to} is not declared, and the ceiling of gifts depends on it. Give it with 'communs fiscal-year FILE' (template: communs fiscal-year --template).`,
  });
