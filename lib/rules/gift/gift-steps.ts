// The steps of a gift, one a legal gesture, each in a French and an English sentence with its article.
import { add, type Fraction, fractionText } from '../../model/fraction.ts';
import { type Step, step } from '../step.ts';
import type { CappedCost } from './capped-costs.ts';
import type { GiftYear } from './gift-year.ts';

const valuation = 'CGI 238 bis, 1, last paragraph; CSS L. 241-3';
const ceiling = 'CGI 238 bis, 3; BOI-BIC-RICI-20-30-20';
const carry = 'CGI 238 bis, 3; BOI-BIC-RICI-20-30-20, 40';
const reduction = 'CGI 238 bis, 1, 2 and 3';

/** Of the one person of a case: the cap is printed. */
export const retainedStep = ({ label, cap, retained }: CappedCost): Step =>
  step(`retained[${label}] = min(cost, ${fractionText(cap)})`, retained, valuation, {
    fr: `Valeur retenue ${label} : le coût, dans la limite de ${fractionText(cap)} € (trois plafonds de la sécurité sociale)`,
    en: `Value kept ${label}: the cost, within EUR ${fractionText(cap)} (three social-security ceilings)`,
  });

/** Of all people of a statement: each within her own cap, then added up. */
export const retainedOfPeopleStep = (label: string, retained: Fraction): Step =>
  step(`retained[${label}]`, retained, valuation, {
    fr: `Valeur retenue ${label} : pour chaque personne, le coût de son temps retenu, dans la limite de trois plafonds de la sécurité sociale ; puis la somme`,
    en: `Value kept ${label}: for each person, the cost of her counted time, within three social-security ceilings; then the sum`,
  });

export const donationValueStep = (value: Fraction, prefix = ''): Step =>
  step(`${prefix}donationValue`, value, valuation, {
    fr: 'Valeur du don de l’exercice : somme des valeurs retenues',
    en: 'Value of the gift of the year: sum of the values kept',
  });

const ceilingStep = (name: string, year: GiftYear): Step =>
  step(name, year.ceiling, ceiling, {
    fr: 'Plafond de l’exercice : le montant fixe, ou 5 pour mille du chiffre d’affaires hors taxe s’il est plus grand',
    en: 'Ceiling of the year: the fixed amount, or 5 per mille of turnover excluding VAT where that is more',
  });

const carryUsedStep = (name: string, year: GiftYear): Step =>
  step(name, year.carryUsed, carry, {
    fr: 'Excédents d’exercices antérieurs utilisés : après les dons de l’exercice, le plus ancien d’abord, dans le plafond',
    en: 'Excesses of earlier years used: after the gifts of the year, oldest first, within the ceiling',
  });

const expiredStep = (name: string, year: GiftYear): Step =>
  step(name, year.expired, carry, {
    fr: 'Excédents perdus : le cinquième exercice suivant leur origine est passé',
    en: 'Excesses lost: the fifth fiscal year after their origin has passed',
  });

const carryOutStep = (name: string, year: GiftYear): Step =>
  step(name, year.carriedOut, carry, {
    fr: 'Excédents reportés sur les exercices suivants',
    en: 'Excesses carried forward to the following years',
  });

const reductionStep = (name: string, year: GiftYear): Step =>
  step(name, year.reduction, reduction, {
    fr: 'Réduction d’impôt : deux taux de part et d’autre du seuil de l’exercice ; un excédent porte les taux de son exercice d’origine',
    en: 'Tax reduction: two rates on either side of the threshold of the year; an excess bears the rates of its year of origin',
  });

/** One year by itself, after its value. What only excesses of earlier years bring is left out where there are none. */
export const singleYearSteps = (year: GiftYear): Step[] => [
  donationValueStep(year.value),
  ceilingStep('annualCeiling', year),
  ...(year.uses.length === 0 ? [] : [carryUsedStep('carryUsed', year)]),
  step('retainedForReduction', add(year.ownRetained, year.carryUsed), reduction, {
    fr: 'Retenu pour la réduction : dons de l’exercice dans le plafond, et excédents utilisés',
    en: 'Kept for the reduction: gifts of the year within the ceiling, and excesses used',
  }),
  ...(year.uses.length === 0 ? [] : [expiredStep('expired', year)]),
  carryOutStep('carriedForward', year),
  reductionStep('reductionExact', year),
];

/** One year among several. */
export const yearAmongSteps = (fiscalYear: number, year: GiftYear): Step[] => [
  ceilingStep(`${fiscalYear} ceiling`, year),
  step(`${fiscalYear} ownRetained`, year.ownRetained, ceiling, {
    fr: 'Dons de l’exercice dans le plafond',
    en: 'Gifts of the year within the ceiling',
  }),
  carryUsedStep(`${fiscalYear} carryUsed`, year),
  expiredStep(`${fiscalYear} expired`, year),
  carryOutStep(`${fiscalYear} carryOut`, year),
  reductionStep(`${fiscalYear} reduction`, year),
];
