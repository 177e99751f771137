// The closed list of what the rule set holds: a figure under another name is a mistake of typing, refused when the set is loaded.
import type { Bilingual } from '../../model/text.ts';
import type { ChosenBy } from './figure.ts';

export type FigureKind = 'ratio' | 'whole' | 'word';

export interface FigureDefinition {
  readonly kind: FigureKind;
  readonly chosenBy: ChosenBy;
  readonly label: Bilingual;
  /** Where the value of a later period will be published, for keys of which the law gives one a year. */
  readonly published?: Bilingual;
}

const define = <Kind extends FigureKind>(kind: Kind, chosenBy: ChosenBy, fr: string, en: string) => ({
  kind,
  chosenBy,
  label: { fr, en },
});

/** What may count, whatever it is worth. */
export const assessmentKeys = {
  'caps.dailyMinutes': define(
    'whole',
    'date-of-work',
    'Maximum par jour, tous employeurs réunis (minutes)',
    'Most in a day, over all employers (minutes)',
  ),
  'caps.dailyHalfDays': define(
    'whole',
    'date-of-work',
    'Maximum par jour, tous employeurs réunis (demi-journées)',
    'Most in a day, over all employers (half-days)',
  ),
  'caps.dailyPolicy': define('word', 'date-of-work', 'Au-delà du maximum par jour', 'Above the most in a day'),
  'caps.weeklyMinutes': define(
    'whole',
    'date-of-work',
    'Maximum par semaine ISO (minutes)',
    'Most in an ISO week (minutes)',
  ),
  'caps.weeklyPolicy': define('word', 'date-of-work', 'Au-delà du maximum par semaine', 'Above the most in a week'),
  'caps.twelveWeekAverageMinutes': define(
    'whole',
    'date-of-work',
    'Moyenne sur douze semaines, avertissement (minutes)',
    'Average over twelve weeks, a warning (minutes)',
  ),
  'caps.contractWeekMargin': define(
    'ratio',
    'date-of-work',
    'Semaine du contrat : part au-delà de laquelle un motif est demandé',
    'Week of the contract: the share beyond which a reason is asked',
  ),
  nonWorkingDays: define(
    'word',
    'date-of-work',
    'Samedis, dimanches et jours fériés',
    'Saturdays, Sundays and public holidays',
  ),
  entryDelayDays: define('whole', 'date-of-work', 'Délai de saisie (jours)', 'Delay for writing an entry (days)'),
  'secondment.papers': define('word', 'date-of-work', 'Pièces de la mise à disposition', 'Papers of the secondment'),
  'secondment.maxYears': define(
    'whole',
    'date-of-convention',
    'Durée maximale du prêt (années)',
    'Longest loan (years)',
  ),
  'publicStaff.cgfp': define(
    'word',
    'date-of-work',
    'Agents publics : mise à disposition de leur code',
    'Public servants: mise à disposition of their code',
  ),
  'publicStaff.3ds-209': define(
    'word',
    'date-of-work',
    'Agents publics : expérimentation de la loi 3DS',
    'Public servants: experiment of the law 3DS',
  ),
  'publicStaff.3ds-209.maxYears': define(
    'whole',
    'date-of-work',
    'Agents publics : durée maximale de l’expérimentation (années)',
    'Public servants: longest loan under the experiment (years)',
  ),
  'bienCommun.criteria': define(
    'word',
    'date-of-work',
    '« Fondation de bien commun » (proposition) : nos critères',
    '“Fondation de bien commun” (a proposal): our criteria',
  ),
} as const satisfies Record<string, FigureDefinition>;

/** What each scheme says for itself of what may count: an entry of the wrong legal form or foundation is refused under it alone. */
export const admissionKeys = {
  support: define('word', 'date-of-work', 'Ce qui porte une ligne', 'What carries an entry'),
  legalForms: define('word', 'date-of-work', 'Formes juridiques admises', 'Legal forms admitted'),
  beneficiary: define('word', 'date-of-work', 'Qualité demandée à la fondation', 'Standing asked of the foundation'),
  noDoubleBenefit: define(
    'word',
    'date-of-work',
    'Voies sous lesquelles une heure déjà demandée ne compte plus',
    'Routes under which an hour already claimed counts no more',
  ),
} as const satisfies Record<string, FigureDefinition>;

/** What it would be worth under the proposal. */
export const investorKeys = {
  ...admissionKeys,
  legalStatus: define('word', 'date-of-work', 'Valeur juridique', 'Legal status'),
  reading: define('word', 'fiscal-year-end', 'Lecture de la proposition', 'Reading of the proposal'),
  'rate.first': define('ratio', 'fiscal-year-end', 'Taux jusqu’au seuil', 'Rate up to the threshold'),
  'rate.above': define('ratio', 'fiscal-year-end', 'Taux au-delà du seuil', 'Rate above the threshold'),
  thresholdCents: define(
    'whole',
    'fiscal-year-end',
    'Seuil, inclus, par entité juridique (centimes)',
    'Threshold, included, for each legal entity (cents)',
  ),
  corporateTaxRate: define('ratio', 'fiscal-year-end', 'Taux de l’impôt sur les sociétés', 'Corporate tax rate'),
  operatingFlatRate: define(
    'ratio',
    'date-of-work',
    'Forfait de fonctionnement, en part du personnel',
    'Operating flat rate, as a share of staff cost',
  ),
  qualification: define('word', 'date-of-work', 'Qualification demandée', 'Qualification asked for'),
  costDefinition: define('word', 'date-of-work', 'Coût retenu', 'Cost taken'),
  timeBase: define('word', 'date-of-work', 'Base de temps', 'Time base'),
  'timeBase.fallbackMinutes': define(
    'whole',
    'date-of-work',
    'Base de repli d’un temps plein, à déclarer (minutes)',
    'Fallback base of full time, to be declared (minutes)',
  ),
  'timeBase.maxHalfDays': define(
    'whole',
    'date-of-work',
    'Forfait-jours sans rachat (demi-journées par an)',
    'Days contract without buy-back (half-days a year)',
  ),
  subsidy: define('word', 'date-of-work', 'Subventions', 'Subsidies'),
  reimbursement: define('word', 'date-of-work', 'Remboursements de la fondation', 'Reimbursements by the foundation'),
  'rounding.base': define('word', 'fiscal-year-end', 'Arrondi de l’assiette', 'Rounding of the base'),
  'rounding.credit': define('word', 'fiscal-year-end', 'Arrondi de l’avantage', 'Rounding of the relief'),
  currency: define('word', 'date-of-work', 'Monnaie', 'Currency'),
  timeZone: define('word', 'date-of-work', 'Fuseau des jours', 'Zone of the days'),
} as const satisfies Record<string, FigureDefinition>;

/** What mécénat de compétences is worth (CGI 238 bis). */
export const mecenatKeys = {
  ...admissionKeys,
  'rate.upTo': define('ratio', 'fiscal-year-end', 'Taux jusqu’au seuil', 'Rate up to the threshold'),
  'rate.above': investorKeys['rate.above'],
  thresholdCents: investorKeys.thresholdCents,
  'ceiling.fixedCents': define(
    'whole',
    'fiscal-year-end',
    'Plafond de l’exercice, montant fixe (centimes)',
    'Ceiling of the year, fixed amount (cents)',
  ),
  'ceiling.turnover': define(
    'ratio',
    'fiscal-year-end',
    'Plafond de l’exercice, part du chiffre d’affaires hors taxe',
    'Ceiling of the year, share of turnover excluding VAT',
  ),
  'carry.years': define(
    'whole',
    'fiscal-year-end',
    'Exercices suivants où l’excédent sert',
    'Following years in which an excess serves',
  ),
  'carry.order': define('word', 'fiscal-year-end', 'Ordre des excédents', 'Order of the excesses'),
  'carry.rate': define('word', 'fiscal-year-end', 'Taux d’un excédent reporté', 'Rate of an excess carried forward'),
  'salaryCap.multiple': define(
    'whole',
    'date-of-work',
    'Plafond par personne, en plafonds de la sécurité sociale',
    'Cap for each person, in social-security ceilings',
  ),
  'salaryCap.reading': define(
    'word',
    'date-of-work',
    'Lecture du plafond par personne',
    'Reading of the cap for each person',
  ),
  pmssCents: {
    ...define(
      'whole',
      'date-of-work',
      'Plafond mensuel de la sécurité sociale (centimes)',
      'Monthly social-security ceiling (cents)',
    ),
    published: {
      fr: 'l’arrêté « portant fixation du plafond de la sécurité sociale » de l’année, publié au Journal officiel en décembre de l’année d’avant',
      en: 'the order fixing the social-security ceiling of the year (« portant fixation du plafond de la sécurité sociale »), published in the Journal officiel in December of the year before',
    },
  },
  beneficiaryCategories: define('word', 'date-of-work', 'Catégories de bénéficiaires', 'Categories of beneficiaries'),
  foreignApproval: define(
    'word',
    'date-of-work',
    'États dont un organisme agréé peut recevoir des dons',
    'States of which an approved body may receive gifts',
  ),
  'lender.minHeadcount': define(
    'whole',
    'date-of-convention',
    'Effectif minimal du groupe prêteur',
    'Least headcount of the lending group',
  ),
  'receipt.model': define('word', 'fiscal-year-end', 'Modèle du reçu', 'Model of the receipt'),
  'disclosure.thresholdCents': define(
    'whole',
    'fiscal-year-end',
    'Seuil de déclaration des dons (centimes par an)',
    'Gifts to be declared from (cents a year)',
  ),
  costDefinition: investorKeys.costDefinition,
  timeBase: investorKeys.timeBase,
  'rounding.credit': investorKeys['rounding.credit'],
} as const satisfies Record<string, FigureDefinition>;

/** What the CIR would give on the same time: a comparator. */
export const cirKeys = {
  ...admissionKeys,
  'rate.first': investorKeys['rate.first'],
  'rate.above': investorKeys['rate.above'],
  thresholdCents: investorKeys.thresholdCents,
  'rate.overseas': define(
    'ratio',
    'fiscal-year-end',
    'Taux outre-mer jusqu’au seuil',
    'Overseas rate up to the threshold',
  ),
  operatingFlatRate: investorKeys.operatingFlatRate,
  depreciationFlatRate: define(
    'ratio',
    'date-of-work',
    'Forfait sur amortissements (sans emploi ici)',
    'Flat rate on depreciation (unused here)',
  ),
  'youngDoctor.personnelMultiple': define(
    'ratio',
    'date-of-work',
    'Jeunes docteurs : coût de personnel compté',
    'Young doctors: staff cost counted',
  ),
  'youngDoctor.operatingRate': define(
    'ratio',
    'date-of-work',
    'Jeunes docteurs : forfait de fonctionnement, en part du coût simple',
    'Young doctors: operating flat rate, as a share of the single cost',
  ),
  'youngDoctor.months': define(
    'whole',
    'date-of-work',
    'Jeunes docteurs : durée (mois)',
    'Young doctors: term (months)',
  ),
  qualification: investorKeys.qualification,
  costDefinition: investorKeys.costDefinition,
  timeBase: investorKeys.timeBase,
  subsidy: investorKeys.subsidy,
  reimbursement: investorKeys.reimbursement,
  taxPeriod: define('word', 'fiscal-year-end', 'Période', 'Period'),
  lentStaff: define('word', 'date-of-work', 'Personnel mis à disposition', 'Lent staff'),
  'rounding.base': investorKeys['rounding.base'],
  'rounding.credit': investorKeys['rounding.credit'],
  'cii.rate': define('ratio', 'fiscal-year-end', 'CII : taux', 'CII: rate'),
  'cii.baseCents': define(
    'whole',
    'fiscal-year-end',
    'CII : assiette maximale (centimes)',
    'CII: largest base (cents)',
  ),
} as const satisfies Record<string, FigureDefinition>;

export const figureDefinitions = { ...assessmentKeys, ...investorKeys, ...mecenatKeys, ...cirKeys };
export type FigureKey = keyof typeof figureDefinitions;

/** The definition of a key, whatever its kind. */
export const definitionOf = (key: FigureKey): FigureDefinition => figureDefinitions[key];

/** Keys whose value is of one kind: a ratio is not read as a number of days. */
export type KeyOf<Kind extends FigureKind> = {
  [Key in FigureKey]: (typeof figureDefinitions)[Key]['kind'] extends Kind ? Key : never;
}[FigureKey];

export const isFigureKey = (text: string): text is FigureKey => Object.hasOwn(figureDefinitions, text);
