// The whole rule set as one value: what a statement names by its digest, and what an auditor recomputes from years later.
import type { Sha256 } from '../model/hashing.ts';
import { toHex } from '../model/hashing.ts';
import type { Json } from '../model/json.ts';
import type { Bilingual } from '../model/text.ts';
import { assessmentFigures } from './figures/assessment.ts';
import { checkedFigures } from './figures/check-figures.ts';
import { cirFigures } from './figures/cir-244-quater-b.ts';
import { investorFigures } from './figures/digital-commons-investor.ts';
import type { Figure } from './figures/figure.ts';
import { admissionKeys, assessmentKeys, cirKeys, investorKeys, mecenatKeys } from './figures/figure-keys.ts';
import { mecenatFigures } from './figures/mecenat-de-competences-238bis.ts';
import { noneFigures } from './figures/none.ts';
import { type Formula, formulas } from './formulas/formulas.ts';
import { alsaceMoselle } from './holidays/alsace-moselle.ts';
import { metropole } from './holidays/metropole.ts';
import { overseas } from './holidays/overseas.ts';
import type { PublicHolidays } from './holidays/public-holidays.ts';
import { entryRefusalCodes, type Ground, grounds } from './refusals/refusal-codes.ts';

export type Standing = 'proposed' | 'in-force' | 'repealed';

export interface Scheme {
  readonly code: SchemeCode;
  /** null: nothing is computed, so there is nothing to be in force. */
  readonly standing: Standing | null;
  /** A comparator is shown beside the others in previews; no statement is issued under it. */
  readonly use: 'statement' | 'comparator';
  readonly title: Bilingual;
  /** The first is the one taken where none is asked for. */
  readonly readings: readonly Reading[];
  /** Its own; those of the whole rule set hold under it too. */
  readonly figures: readonly Figure[];
}

export type SchemeCode = 'digital-commons-investor' | 'mecenat-de-competences-238bis' | 'cir-244-quater-b' | 'none';

/** `credit`: base × rate, as the CIR. `deduction`: the base deducted once more from taxable profit. */
export type InvestorReading = 'credit' | 'deduction';
/** What three times the social-security ceiling is held against (docs/decisions/0010). */
export type CapReading = 'month-of-secondment' | 'prorata-time' | 'annual-flat' | 'monthly-flat-year';
export type Reading = InvestorReading | CapReading;

export const capReadings = [
  'month-of-secondment',
  'prorata-time',
  'annual-flat',
  'monthly-flat-year',
] as const satisfies readonly CapReading[];

export interface RuleSet {
  readonly format: 'rule-set/2';
  readonly schemes: readonly Scheme[];
  /** What may count, under every scheme and under none. */
  readonly figures: readonly Figure[];
  readonly holidays: PublicHolidays;
  readonly formulas: readonly Formula[];
  /** In order of precedence. */
  readonly refusals: readonly { readonly code: string; readonly ground: Ground }[];
  readonly units: Readonly<Record<string, string>>;
  /** Where, and only where, something is rounded: each time from the exact value, half away from zero. */
  readonly roundings: readonly { readonly point: string; readonly to: 'cent' | 'euro' }[];
}

export const schemes: readonly Scheme[] = [
  {
    code: 'digital-commons-investor',
    standing: 'proposed',
    use: 'statement',
    title: {
      fr: 'Investisseur en Communs Numériques (proposition, notre modèle)',
      en: 'Digital Commons Investor (a proposal, our model)',
    },
    readings: ['credit', 'deduction'],
    figures: checkedFigures(investorFigures, investorKeys),
  },
  {
    code: 'mecenat-de-competences-238bis',
    standing: 'in-force',
    use: 'statement',
    title: { fr: 'Mécénat de compétences (CGI, art. 238 bis)', en: 'Gift of skills (mécénat, CGI art. 238 bis)' },
    readings: capReadings,
    figures: checkedFigures(mecenatFigures, mecenatKeys),
  },
  {
    code: 'cir-244-quater-b',
    standing: 'in-force',
    use: 'comparator',
    title: {
      fr: 'Crédit d’impôt recherche (CGI, art. 244 quater B), pour comparaison',
      en: 'Research tax credit (CIR, CGI art. 244 quater B), for comparison',
    },
    readings: ['credit'],
    figures: checkedFigures(cirFigures, cirKeys),
  },
  {
    code: 'none',
    standing: null,
    use: 'statement',
    title: { fr: 'État de contribution, sans montant', en: 'Contribution statement, without amounts' },
    readings: [],
    figures: checkedFigures(noneFigures, admissionKeys),
  },
];

/** The rule set of this version. */
export const ruleSet: RuleSet = {
  format: 'rule-set/2',
  schemes,
  figures: checkedFigures(assessmentFigures, assessmentKeys),
  holidays: { metropole, 'alsace-moselle': alsaceMoselle, ...overseas },
  formulas,
  refusals: entryRefusalCodes.map((code) => ({ code, ground: grounds[code] })),
  units: {
    time: 'minute | half-day, never converted',
    money: 'euro cents, or exact fractions p/q of euros',
    day: 'Europe/Paris',
  },
  roundings: [
    { point: 'step', to: 'cent' },
    { point: 'cost', to: 'cent' },
    { point: 'base', to: 'cent' },
    { point: 'declared-base of cir-244-quater-b, before its rate', to: 'euro' },
    { point: 'ledger-credit', to: 'cent' },
    { point: 'declared-credit', to: 'euro' },
    {
      point: 'gift figures: ceiling, excesses used, carried forward and expired, their parts by largest remainder',
      to: 'cent',
    },
    { point: 'net gain of a preview', to: 'cent' },
    { point: 'lines, largest remainder of the rounded total, ties by line order', to: 'cent' },
  ],
};

/** @throws Error (a fault) if the rule set has no such scheme */
export function schemeOf(rules: Pick<RuleSet, 'schemes'>, code: SchemeCode): Scheme {
  const scheme = rules.schemes.find((candidate) => candidate.code === code);
  if (scheme === undefined) throw new Error(`the rule set has no scheme ${code}`);
  return scheme;
}

/** @returns the figures that hold under a scheme: those of the whole rule set, then its own */
export const figuresOf = (rules: Pick<RuleSet, 'schemes' | 'figures'>, code: SchemeCode): readonly Figure[] => [
  ...rules.figures,
  ...schemeOf(rules, code).figures,
];

/**
 * @param rules figures, holidays, formulas, precedence
 * @param matching the matching policies, which another room owns and the rule set carries, so that one digest names all that decides
 */
export const ruleSetJson = (rules: RuleSet, matching: Json): Json => ({
  ...(rules as unknown as Record<string, Json>),
  matching,
});

/** @param canonicalBytes RFC 8785 of a value, as the ledger writes it */
export const ruleSetBytes = (canonicalBytes: (value: Json) => Uint8Array, rules: RuleSet, matching: Json): Uint8Array =>
  canonicalBytes(ruleSetJson(rules, matching));

/** @returns lower-case hex SHA-256 of the rule set's bytes: what a statement names */
export const ruleSetDigest = (sha256: Sha256, bytes: Uint8Array): string => toHex(sha256(bytes));
