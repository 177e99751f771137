// The closed list of what the rule set holds: a figure under another name is a mistake of typing, refused when the set is loaded.
import type { Bilingual } from '../../model/text.ts';
import type { ChosenBy } from './figure.ts';

export type FigureKind = 'ratio' | 'whole' | 'word';

export interface FigureDefinition {
  readonly kind: FigureKind;
  readonly chosenBy: ChosenBy;
  readonly label: Bilingual;
}

const define = <Kind extends FigureKind>(kind: Kind, chosenBy: ChosenBy, fr: string, en: string) => ({
  kind,
  chosenBy,
  label: { fr, en },
});

/** What may count, under every scheme and under none. */
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
  support: define('word', 'date-of-work', 'Ce qui porte une ligne', 'What carries an entry'),
  entryDelayDays: define('whole', 'date-of-work', 'Délai de saisie (jours)', 'Delay for writing an entry (days)'),
  noDoubleBenefit: define('word', 'date-of-work', 'Temps déjà demandé ailleurs', 'Time already claimed elsewhere'),
  'secondment.papers': define('word', 'date-of-work', 'Pièces de la mise à disposition', 'Papers of the secondment'),
  'secondment.maxYears': define(
    'whole',
    'date-of-convention',
    'Durée maximale du prêt (années)',
    'Longest loan (years)',
  ),
} as const satisfies Record<string, FigureDefinition>;

/** What it would be worth under the proposal. */
export const investorKeys = {
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

export const figureDefinitions = { ...assessmentKeys, ...investorKeys };
export type FigureKey = keyof typeof figureDefinitions;

/** Keys whose value is of one kind: a ratio is not read as a number of days. */
export type KeyOf<Kind extends FigureKind> = {
  [Key in FigureKey]: (typeof figureDefinitions)[Key]['kind'] extends Kind ? Key : never;
}[FigureKey];

export const isFigureKey = (text: string): text is FigureKey => Object.hasOwn(figureDefinitions, text);
