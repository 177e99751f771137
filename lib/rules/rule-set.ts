// The whole rule set as one value: what a statement names by its digest, and what an auditor recomputes from years later.
import type { Sha256 } from '../model/hashing.ts';
import { toHex } from '../model/hashing.ts';
import type { Json } from '../model/json.ts';
import type { Bilingual } from '../model/text.ts';
import { assessmentFigures } from './figures/assessment.ts';
import { checkedFigures } from './figures/check-figures.ts';
import { investorFigures } from './figures/digital-commons-investor.ts';
import type { Figure } from './figures/figure.ts';
import { assessmentKeys, investorKeys } from './figures/figure-keys.ts';
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
  readonly title: Bilingual;
  readonly readings: readonly Reading[];
  /** Keys of the figures it uses. */
  readonly figures: readonly string[];
}

export type SchemeCode = 'digital-commons-investor' | 'none';
/** `credit`: base × rate, as the CIR. `deduction`: the base deducted once more from taxable profit. */
export type Reading = 'credit' | 'deduction';

export interface RuleSet {
  readonly format: 'rule-set/1';
  readonly schemes: readonly Scheme[];
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
    title: {
      fr: 'Investisseur en Communs Numériques (proposition, notre modèle)',
      en: 'Digital Commons Investor (a proposal, our model)',
    },
    readings: ['credit', 'deduction'],
    figures: [...Object.keys(assessmentKeys), ...Object.keys(investorKeys)],
  },
  {
    code: 'none',
    standing: null,
    title: { fr: 'État de contribution, sans montant', en: 'Contribution statement, without amounts' },
    readings: [],
    figures: Object.keys(assessmentKeys),
  },
];

/** The rule set of this version. */
export const ruleSet: RuleSet = {
  format: 'rule-set/1',
  schemes,
  figures: checkedFigures([...assessmentFigures, ...investorFigures]),
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
    { point: 'ledger-credit', to: 'cent' },
    { point: 'declared-credit', to: 'euro' },
    { point: 'lines, largest remainder of the rounded total, ties by line order', to: 'cent' },
  ],
};

/**
 * @param rules figures, holidays, formulas, precedence
 * @param matching the matching policies, which another room owns and the rule set carries (design.md, The statement)
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
