// The steps of a gift, one a legal gesture, each in a French and an English sentence with its article.
import { add, type Fraction, fractionText } from '../../model/fraction.ts';
import { type Step, step } from '../step.ts';
import type { CappedCost } from './capped-costs.ts';
import type { GiftYear } from './gift-year.ts';

const valuation = 'CGI 238 bis, 1; CSS L. 241-3';
const ceiling = 'CGI 238 bis, 3; BOI-BIC-RICI-20-30-20';
const carry = 'CGI 238 bis, 3; BOI-BIC-RICI-20-30-20, 40';
const reduction = 'CGI 238 bis, 1-3';

/** Of the one person of a case: the cap is printed. */
export const retainedStep = ({ label, cap, retained }: CappedCost): Step =>
  step(`retained[${label}] = min(cost, ${fractionText(cap)})`, retained, valuation, {
    fr: `Valeur retenue ${label} : le coût, dans la limite de ${fractionText(cap)} € (trois plafonds de la sécurité sociale)`,
    en: `Value kept ${label}: the cost, within EUR ${fractionText(cap)} (three social-security ceilings)`,
  });

/** Of all people of a statement in a calendar year: each within her own cap, then added up. */
export const retainedOfPeopleStep = (year: string, retained: Fraction): Step =>
  step(`retained[${year}]`, retained, valuation, {
    fr: `Valeur retenue ${year} : pour chaque personne, le coût de son temps retenu, dans la limite de trois plafonds de la sécurité sociale, par mois ou par an selon la lecture ; puis la somme`,
    en: `Value kept ${year}: for each person, the cost of her counted time, within three social-security ceilings, by month or by year as the reading says; then the sum`,
  });

/** Of all foundations together; only where there is any. */
export const reimbursedStep = (reimbursed: Fraction): Step =>
  step('reimbursed', reimbursed, 'CGI 238 bis, 1; C. trav. L. 8241-1', {
    fr: 'Remboursé par la fondation : ce qui est payé n’est pas donné',
    en: 'Paid back by the foundation: what is paid for is not given',
  });

/** ` 2024` in a sentence that stands among those of other years. */
const among = (fiscalYear: number | null): string => (fiscalYear === null ? '' : ` ${fiscalYear}`);

export const donationValueStep = (value: Fraction, of: number | null = null): Step =>
  step(of === null ? 'donationValue' : `${of} donationValue`, value, valuation, {
    fr: `Valeur du don de l’exercice${among(of)} : somme des valeurs retenues, moins ce qui est remboursé`,
    en: `Value of the gift of the year${among(of)}: sum of the values kept, less what is paid back`,
  });

const ceilingStep = (name: string, year: GiftYear, of: number | null): Step =>
  step(name, year.ceiling, ceiling, {
    fr: `Plafond de l’exercice${among(of)} : le montant fixe, ou 5 pour mille du chiffre d’affaires hors taxe s’il est plus grand`,
    en: `Ceiling of the year${among(of)}: the fixed amount, or 5 per mille of turnover excluding VAT where that is more`,
  });

const carryUsedStep = (name: string, year: GiftYear, of: number | null): Step =>
  step(name, year.carryUsed, carry, {
    fr: `Excédents d’exercices antérieurs utilisés${among(of)} : après les dons de l’exercice, le plus ancien d’abord, dans le plafond`,
    en: `Excesses of earlier years used${among(of)}: after the gifts of the year, oldest first, within the ceiling`,
  });

const expiredStep = (name: string, year: GiftYear, of: number | null): Step =>
  step(name, year.expired, carry, {
    fr: `Excédents perdus${among(of)} : le cinquième exercice suivant leur origine est passé`,
    en: `Excesses lost${among(of)}: the fifth fiscal year after their origin has passed`,
  });

const carryOutStep = (name: string, year: GiftYear, of: number | null): Step =>
  step(name, year.carriedOut, carry, {
    fr: `Excédents reportés sur les exercices suivants${among(of)}`,
    en: `Excesses carried forward to the following years${among(of)}`,
  });

const reductionStep = (name: string, year: GiftYear, of: number | null): Step =>
  step(name, year.reduction, reduction, {
    fr: `Réduction d’impôt${among(of)} : deux taux de part et d’autre du seuil de l’exercice ; un excédent porte les taux de son exercice d’origine`,
    en: `Tax reduction${among(of)}: two rates on either side of the threshold of the year; an excess bears the rates of its year of origin`,
  });

/** One year by itself, after its value. What only excesses of earlier years bring is left out where there are none. */
export const singleYearSteps = (year: GiftYear): Step[] => [
  donationValueStep(year.value),
  ceilingStep('annualCeiling', year, null),
  ...(year.uses.length === 0 ? [] : [carryUsedStep('carryUsed', year, null)]),
  step('retainedForReduction', add(year.ownRetained, year.carryUsed), reduction, {
    fr: 'Retenu pour la réduction : dons de l’exercice dans le plafond, et excédents utilisés',
    en: 'Kept for the reduction: gifts of the year within the ceiling, and excesses used',
  }),
  ...(year.uses.length === 0 ? [] : [expiredStep('expired', year, null)]),
  carryOutStep('carriedForward', year, null),
  reductionStep('reductionExact', year, null),
];

/** One year among several. */
export const yearAmongSteps = (fiscalYear: number, year: GiftYear): Step[] => [
  ceilingStep(`${fiscalYear} ceiling`, year, fiscalYear),
  step(`${fiscalYear} ownRetained`, year.ownRetained, ceiling, {
    fr: `Dons de l’exercice ${fiscalYear} dans le plafond`,
    en: `Gifts of the year ${fiscalYear} within the ceiling`,
  }),
  carryUsedStep(`${fiscalYear} carryUsed`, year, fiscalYear),
  expiredStep(`${fiscalYear} expired`, year, fiscalYear),
  carryOutStep(`${fiscalYear} carryOut`, year, fiscalYear),
  reductionStep(`${fiscalYear} reduction`, year, fiscalYear),
];
