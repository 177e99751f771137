// The words of a computation: what goes in, and the explained result that a statement prints.
import type { Day, Period } from '../model/calendar.ts';
import type { Duration, TimeUnit } from '../model/duration.ts';
import type { Json } from '../model/json.ts';
import type { Pay } from '../model/pay.ts';
import type { Certainty, ChosenBy } from './figures/figure.ts';
import type { CarriedExcess, GiftFigures } from './gift/gift-figures.ts';
import type { Reading, RuleSet, SchemeCode, Standing } from './rule-set.ts';
import type { Step } from './step.ts';

export interface CountedTime {
  readonly day: Day;
  readonly project: string;
  readonly unit: TimeUnit;
  readonly amount: number;
}

export interface PersonPay {
  /** Both ends included; the periods of one person do not overlap. */
  readonly period: Period;
  readonly eligibleCostCents: number;
  /** null = not given. */
  readonly timeBase: Duration | null;
}

export interface ComputedPerson {
  readonly developer: string;
  readonly pays: readonly PersonPay[];
  readonly counted: readonly CountedTime[];
  /** Her secondments, both ends included, with their share of her time as `p/q`: the reading `prorata-time` asks. */
  readonly seconded?: readonly { readonly from: Day; readonly to: Day | null; readonly share: string }[];
}

export interface ComputationInput {
  readonly ruleSet: RuleSet;
  readonly scheme: SchemeCode;
  /** One of the scheme's; null: its first. */
  readonly reading: Reading | null;
  /** The fiscal year, both ends included. */
  readonly period: Period;
  /** Each developer once. */
  readonly people: readonly ComputedPerson[];
  readonly subsidiesCents: number;
  readonly reimbursementsCents: number;
  /** What a year of gifts asks of the company; the other schemes do not. */
  readonly giftYear?: {
    /** Excluding VAT, of this fiscal year. */
    readonly turnoverCents: number;
    /** Excesses of earlier years, in any order. */
    readonly carryIn: readonly CarriedExcess[];
  };
}

/** Counted time of one person over one of her pays, on days under the same figures: with cost and base, what her staff cost is worked out from. */
export interface PaidTime {
  readonly developer: string;
  /** Of the pay. */
  readonly period: Period;
  /** Days under the same figures, both ends included. */
  readonly slice: Period;
  /** Above 0, in the unit of the pay's time base. */
  readonly amount: number;
}

/** Counted time of one person on one project. Under `none` the cents are null. */
export interface ComputationLine {
  readonly developer: string;
  readonly project: string;
  readonly unit: TimeUnit;
  readonly amount: number;
  readonly costCents: number | null;
  readonly baseCents: number | null;
}

/** A version of a figure, as a statement prints it. */
export interface Parameter {
  readonly key: string;
  readonly value: string | number;
  readonly from: Day;
  readonly to: Day | null;
  readonly chosenBy: ChosenBy;
  readonly reference: string;
  readonly certainty: Certainty;
  readonly source: string;
}

export interface Computation {
  readonly scheme: SchemeCode;
  readonly standing: Standing | null;
  readonly reading: Reading | null;
  readonly period: Period;
  readonly steps: readonly Step[];
  /** In order of developer, project, unit; their cents add up to the totals. */
  readonly lines: readonly ComputationLine[];
  /** In order of developer, pay, slice; none where no cost is worked out. */
  readonly paidTime: readonly PaidTime[];
  /** Staff cost of the counted time, before the operating flat rate. All cents are null under `none`. */
  readonly costCents: number | null;
  readonly baseCents: number | null;
  /** The exact worth to the cent; under a proposed scheme a simulation. */
  readonly creditCents: number | null;
  readonly declaredEuros: number | null;
  /** Under mécénat: the year's ceiling, what of the value it keeps, and the excesses carried in and out. */
  readonly gift?: GiftFigures;
  readonly parameters: readonly Parameter[];
}

/** A computation is canonical JSON as it stands: whole numbers, texts and nulls only. */
export const computationJson = (computation: Computation): Json => computation as unknown as Json;

/** What of a pay enters the base (figure `costDefinition`): excluded charges do not. */
export const eligibleCostCents = (pay: Pick<Pay, 'grossCents' | 'accessoriesCents' | 'eligibleChargesCents'>): number =>
  pay.grossCents + pay.accessoriesCents + pay.eligibleChargesCents;
