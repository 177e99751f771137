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
];
