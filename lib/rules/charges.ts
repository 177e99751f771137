// How payroll splits what the employer pays on top of wages: compulsory contributions enter the cost, taxes on wages and the rest do not.
import type { Bilingual } from '../model/text.ts';
import type { Certainty } from './figures/figure.ts';

export type ChargeTreatment = 'eligible' | 'excluded';

/** What of a payroll goes into the one column or the other of the pay file. */
export interface ChargeClass {
  readonly code: string;
  readonly treatment: ChargeTreatment;
  readonly label: Bilingual;
  /** The text by which the class is in or out. */
  readonly reference: string;
  /** Of the treatment. A levy that insures nobody on the payroll is left out from memory (M): that only lowers the amount. */
  readonly certainty: Certainty;
}

const article = 'CGI annexe III, 49 septies I';

export const chargeClasses = [
  {
    code: 'social-security',
    treatment: 'eligible',
    label: {
      fr: 'Sécurité sociale, part patronale : maladie, vieillesse, allocations familiales, accidents du travail',
      en: 'Social security, employer’s part: health, old age, family, accidents at work',
    },
    reference: `${article}; CSS L. 241-1 ff`,
    certainty: 'B',
  },
  {
    code: 'unemployment',
    treatment: 'eligible',
    label: {
      fr: 'Assurance chômage et garantie des salaires (AGS)',
      en: 'Unemployment insurance and wage guarantee (AGS)',
    },
    reference: `${article}; C. trav. L. 5422-9, L. 3253-18`,
    certainty: 'B',
  },
  {
    code: 'complementary-pension',
    treatment: 'eligible',
    label: {
      fr: 'Retraite complémentaire obligatoire : Agirc-Arrco, CEG, CET, APEC',
      en: 'Compulsory complementary pension: Agirc-Arrco, CEG, CET, APEC',
    },
    reference: `${article}; CSS L. 921-1`,
    certainty: 'C',
  },
  {
    code: 'collective-insurance',
    treatment: 'eligible',
    label: {
      fr: 'Frais de santé et prévoyance collectifs et obligatoires',
      en: 'Collective and compulsory health and death or disability insurance',
    },
    reference: `${article}; CSS L. 911-7`,
    certainty: 'M',
  },
  {
    code: 'wage-taxes',
    treatment: 'excluded',
    label: {
      fr: 'Taxes assises sur les salaires : taxe sur les salaires, apprentissage, formation professionnelle, effort de construction',
      en: 'Taxes on wages: payroll tax, apprenticeship, vocational training, housing effort',
    },
    reference: `${article}; Guide CIR 2014`,
    certainty: 'C',
  },
  {
    code: 'transport-levy',
    treatment: 'excluded',
    label: { fr: 'Versement mobilité', en: 'Transport levy' },
    reference: `${article}; Guide CIR 2014`,
    certainty: 'C',
  },
  {
    code: 'solidarity-levies',
    treatment: 'excluded',
    label: {
      fr: 'Fnal, contribution solidarité autonomie, contribution au dialogue social',
      en: 'Housing-aid fund (FNAL), solidarity and autonomy contribution, social-dialogue contribution',
    },
    reference: `${article}: no contribution of the person’s own insurance`,
    certainty: 'M',
  },
  {
    code: 'forfait-social',
    treatment: 'excluded',
    label: { fr: 'Forfait social', en: 'Flat social levy (forfait social)' },
    reference: 'CSS L. 137-15',
    certainty: 'M',
  },
  {
    code: 'profit-sharing',
    treatment: 'excluded',
    label: {
      fr: 'Participation, intéressement, abondement',
      en: 'Profit-sharing, incentive pay, employer’s top-up of savings plans',
    },
    reference: `${article}; Guide CIR 2014`,
    certainty: 'C',
  },
] as const satisfies readonly ChargeClass[];

export type ChargeClassCode = (typeof chargeClasses)[number]['code'];
