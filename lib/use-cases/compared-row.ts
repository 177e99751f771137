// One row of a comparison: one scheme under one reading over one period, computed as a statement would be. What it lacks is said, and the others stand.
import { isWithin, overlap, type Period } from '../model/calendar.ts';
import type { Pay, Subsidy } from '../model/pay.ts';
import { Refusal } from '../model/refusal.ts';
import type { Secondment } from '../model/secondment.ts';
import type { Support } from '../model/support.ts';
import type { Bilingual } from '../model/text.ts';
import type { Assessment, AwaitingCode, Part } from '../rules/assessment.ts';
import { awaitingTexts } from '../rules/awaiting.ts';
import type { Computation, ComputationInput } from '../rules/computation.ts';
import { type NetGain, netGain } from '../rules/net-gain.ts';
import type { EntryRefusalCode } from '../rules/refusals/refusal-codes.ts';
import { refusalText } from '../rules/refusals/refusal-text.ts';
import { figuresOf, type Reading, ruleSet, type Scheme, type SchemeCode, type Standing } from '../rules/rule-set.ts';
import { supportUnder } from '../rules/support.ts';
import type { Profile } from './company-profile.ts';
import { computed } from './computed-parts.ts';
import { giftScheme } from './gift-sources.ts';
import type { DirectoryPorts } from './people.ts';
import { withNames } from './prepare-statement.ts';

export interface ComparedAmounts {
  readonly baseCents: number;
  readonly creditCents: number;
  readonly declaredEuros: number;
  readonly net: NetGain;
}

export interface NotCounted {
  readonly state: 'refused' | 'awaiting';
  readonly code: string;
  readonly says: Bilingual;
  readonly minutes: number;
  readonly halfDays: number;
}

export interface ComparedRow {
  readonly scheme: SchemeCode;
  readonly standing: Standing | null;
  readonly use: Scheme['use'];
  readonly reading: Reading | null;
  /** What carries an entry in this row. */
  readonly support: Support;
  readonly period: Period;
  /** null where not even that can be said: see `missing`. */
  readonly counted: { readonly minutes: number; readonly halfDays: number } | null;
  /** Declared time that does not count in this row, by reason: what a rule, the foundation or a person stands in the way of. */
  readonly notCounted: readonly NotCounted[];
  readonly costCents: number | null;
  /** Under a scheme in force. */
  readonly relief: ComparedAmounts | null;
  /** Under a proposed one: no legal effect. */
  readonly simulation: ComparedAmounts | null;
  /** What this row lacks, and how it is given. */
  readonly missing: Bilingual | null;
  /** What must be read beside its amounts. */
  readonly note: Bilingual | null;
}

/** Read once for all rows: of every year that the comparison touches. */
export interface ComparedSources {
  /** The company's id. */
  readonly company: string;
  readonly assess: (scheme: SchemeCode) => Assessment;
  readonly pay: readonly Pay[];
  readonly otherAid: readonly Subsidy[];
  readonly secondments: readonly Secondment[];
  /** What a year of gifts asks of the company; null: not declared. May refuse. */
  readonly giftYear: () => Promise<NonNullable<ComputationInput['giftYear']> | null>;
}

const lentStaff: Bilingual = {
  fr: 'Le personnel mis à disposition ne peut très probablement pas entrer dans le CIR de l’entreprise qui le prête (CE, 25 janvier 2017, n° 390652) : ce montant ne sert qu’à comparer. Toute l’année civile est comptée, et personne comme jeune docteur.',
  en: 'Lent staff very probably cannot enter the CIR of the company that lends them (CE, 25 January 2017, no. 390652): this amount only serves to compare. The whole calendar year is counted, and nobody as a young doctor.',
};

/** Each scheme with each of its readings; without corporate tax the contribution statement alone, which has none. */
export const schemesToCompare = ({
  corporateTax,
}: Pick<Profile, 'corporateTax'>): { readonly scheme: Scheme; readonly reading: Reading | null }[] =>
  ruleSet.schemes
    .filter(({ standing }) => corporateTax === (standing !== null))
    .flatMap((scheme) => (corporateTax ? scheme.readings : [null]).map((reading) => ({ scheme, reading })));

function timeOf(parts: readonly Part[]): { readonly minutes: number; readonly halfDays: number } {
  const of = (unit: Part['unit']): number =>
    parts.reduce((sum, part) => sum + (part.unit === unit ? part.amount : 0), 0);
  return { minutes: of('minute'), halfDays: of('half-day') };
}

/** In order of first appearance; what was withdrawn is not declared any more. */
function notCountedOf(parts: readonly Part[]): NotCounted[] {
  const groups = Map.groupBy(
    parts.filter(({ state }) => state === 'refused' || state === 'awaiting'),
    ({ code, about }) => JSON.stringify([code, about]),
  );
  return [...groups.values()].map((group) => {
    const { state, code, about } = group[0]!;
    const time = timeOf(group);
    return state === 'refused'
      ? { state, code: String(code), says: refusalText(code as EntryRefusalCode, about), ...time }
      : { state: 'awaiting', code: String(code), says: awaitingTexts[code as AwaitingCode], ...time };
  });
}

function amountsOf(computation: Computation): Pick<ComparedRow, 'costCents' | 'relief' | 'simulation'> {
  const { standing, costCents, baseCents, creditCents, declaredEuros } = computation;
  const net = netGain(computation, ruleSet);
  if (baseCents === null || creditCents === null || declaredEuros === null || net === null) {
    return { costCents, relief: null, simulation: null };
  }
  const amounts = { baseCents, creditCents, declaredEuros, net };
  return standing === 'in-force'
    ? { costCents, relief: amounts, simulation: null }
    : { costCents, relief: null, simulation: amounts };
}

/** @returns what `act` gives, or what it was refused for */
async function orMissing<T extends object>(act: () => Promise<T>): Promise<T | { readonly missing: Bilingual }> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal) return { missing: error.detail };
    throw error;
  }
}

/** As a statement of this scheme and period would be computed. */
async function computedRow(
  { pay, otherAid, secondments, giftYear }: ComparedSources,
  parts: readonly Part[],
  asked: { readonly scheme: SchemeCode; readonly reading: Reading | null; readonly period: Period },
): Promise<Computation> {
  return computed(
    asked,
    parts,
    pay.filter(({ period }) => overlap(asked.period, period)),
    otherAid.filter(({ period }) => isWithin(period.to, asked.period)),
    { giftYear: asked.scheme === giftScheme ? await giftYear() : null, secondments },
  );
}

export async function comparedRow(
  ports: DirectoryPorts,
  sources: ComparedSources,
  asked: {
    readonly scheme: Scheme;
    readonly reading: Reading | null;
    readonly period: Period;
    readonly support: Support | null;
  },
): Promise<ComparedRow> {
  const { scheme, reading, period } = asked;
  const { code, standing, use } = scheme;
  const row = {
    ...{ scheme: code, standing, use, reading, period },
    support: asked.support ?? supportUnder(figuresOf(ruleSet, code))(period.to),
    note: use === 'comparator' ? lentStaff : null,
    ...{ counted: null, notCounted: [], costCents: null, relief: null, simulation: null, missing: null },
  };
  const parts = await orMissing(async () => sources.assess(code).parts.filter(({ day }) => isWithin(day, period)));
  if ('missing' in parts) return { ...row, ...parts };
  const amounts = await orMissing(() =>
    withNames(ports, sources.company, async () =>
      amountsOf(await computedRow(sources, parts, { scheme: code, reading, period })),
    ),
  );
  const counted = timeOf(parts.filter(({ state }) => state === 'counted'));
  return { ...row, counted, notCounted: notCountedOf(parts), ...amounts };
}
