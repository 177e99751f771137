// The names of the formulas in force, each with its first day. A formula is never edited: the next one is added beside it.
import type { Day } from '../../model/calendar.ts';
import type { Bilingual } from '../../model/text.ts';

export interface Formula {
  readonly name: string;
  readonly from: Day;
  readonly to: Day | null;
  /** The text it is modelled on. */
  readonly modelledOn: string;
  /** The formula in words, exact until its declared rounding. */
  readonly says: Bilingual;
}

export const formulas: readonly Formula[] = [
  {
    name: 'personnel-2020-01-01',
    from: '2020-01-01',
    to: null,
    modelledOn: 'CGI 244 quater B, II b; annexe III, 49 septies I',
    says: {
      fr: 'coût éligible × temps retenu ÷ base de temps, pour chaque paie et chaque tranche de jours aux mêmes chiffres ; 0 sans temps retenu',
      en: 'eligible cost × counted time ÷ time base, for each pay and each slice of days under the same figures; 0 where no time counted',
    },
  },
  {
    name: 'operating-flat-2020-01-01',
    from: '2020-01-01',
    to: null,
    modelledOn: 'CGI 244 quater B, II c',
    says: {
      fr: 'coût de personnel de la tranche × operatingFlatRate en vigueur ces jours-là',
      en: 'personnel of the slice × operatingFlatRate in force on its days',
    },
  },
  {
    name: 'young-doctor-2020-01-01',
    from: '2020-01-01',
    to: '2025-02-15',
    modelledOn: 'CGI 244 quater B, II b and c, before law 2025-127, art. 55',
    says: {
      fr: 'jeunes docteurs : personnel × youngDoctor.personnelMultiple, et pour seul forfait personnel compté une fois × youngDoctor.operatingRate',
      en: 'young doctors: personnel × youngDoctor.personnelMultiple, and as only flat rate personnel counted once × youngDoctor.operatingRate',
    },
  },
  {
    name: 'net-base-2020-01-01',
    from: '2020-01-01',
    to: null,
    modelledOn: 'CGI 244 quater B, III',
    says: {
      fr: 'max(0, personnel + fonctionnement − subventions − remboursements) + avances remboursées',
      en: 'max(0, personnel + operating flat − subsidies − reimbursements) + repaid advances',
    },
  },
  {
    name: 'declared-base-2020-01-01',
    from: '2020-01-01',
    to: null,
    modelledOn: 'CGI 1649 undecies',
    says: {
      fr: 'CIR : assiette arrondie à l’euro, une moitié s’éloignant de zéro, avant le taux',
      en: 'CIR: base to the whole euro, a half going away from zero, before its rate',
    },
  },
  {
    name: 'credit-2020-01-01',
    from: '2020-01-01',
    to: null,
    modelledOn: 'CGI 244 quater B, I',
    says: {
      fr: 'rate.first × assiette jusqu’au seuil, inclus, + rate.above × ce qui dépasse',
      en: 'rate.first × base up to the threshold, included, + rate.above × what is above',
    },
  },
  {
    name: 'deduction-2022-01-01',
    from: '2022-01-01',
    to: null,
    modelledOn: 'CGI 219, I',
    says: { fr: 'corporateTaxRate × assiette', en: 'corporateTaxRate × base' },
  },
  {
    name: 'salary-cap-2020-01-01',
    from: '2020-01-01',
    to: null,
    modelledOn: 'CGI 238 bis, 1, last paragraph; CSS L. 241-3',
    says: {
      fr: 'don : pour chaque personne, min(coût du temps retenu, salaryCap.multiple × pmssCents), par mois ou par année civile selon la lecture',
      en: 'gift: for each person, min(cost of the counted time, salaryCap.multiple × pmssCents), by month or calendar year as the reading says',
    },
  },
  {
    name: 'gift-value-2019-12-31',
    from: '2019-12-31',
    to: null,
    modelledOn: 'CGI 238 bis, 1',
    says: {
      fr: 'max(0, somme des valeurs retenues − remboursements de la fondation)',
      en: 'max(0, sum of the values kept − reimbursements by the foundation)',
    },
  },
  {
    name: 'gift-ceiling-2019-12-31',
    from: '2019-12-31',
    to: null,
    modelledOn: 'CGI 238 bis, 3; BOI-BIC-RICI-20-30-20',
    says: {
      fr: 'max(ceiling.fixedCents, ceiling.turnover × chiffre d’affaires hors taxe de l’exercice)',
      en: 'max(ceiling.fixedCents, ceiling.turnover × turnover of the year excluding VAT)',
    },
  },
  {
    name: 'carry-forward-2019-12-31',
    from: '2019-12-31',
    to: null,
    modelledOn: 'BOI-BIC-RICI-20-30-20, 40',
    says: {
      fr: 'dons de l’exercice d’abord, puis les excédents du plus ancien au plus récent, dans le plafond ; un excédent sert carry.years exercices, puis il est perdu',
      en: 'gifts of the year first, then excesses from the oldest on, within the ceiling; an excess serves carry.years fiscal years, then it is lost',
    },
  },
  {
    name: 'gift-reduction-2019-12-31',
    from: '2019-12-31',
    to: null,
    modelledOn: 'CGI 238 bis, 1 and 2',
    says: {
      fr: 'rate.upTo × dons retenus de l’exercice jusqu’au seuil, inclus, + rate.above × ce qui dépasse',
      en: 'rate.upTo × gifts of the year kept up to the threshold, included, + rate.above × what is above',
    },
  },
  {
    name: 'carried-rate-2019-12-31',
    from: '2019-12-31',
    to: null,
    modelledOn: 'CGI 238 bis, 3',
    says: {
      fr: 'un excédent utilisé porte les taux de son exercice d’origine : ce qu’il y aurait porté de part et d’autre du seuil',
      en: 'an excess used bears the rates of its year of origin: what it would have borne there on either side of the threshold',
    },
  },
];
