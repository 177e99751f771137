// What a statement says before it has a number, a date and a signature: the same heads and rules give the same bytes for ever.
import { canonicalBytes, type Json } from '../ledger/canonical.ts';
import type { Head } from '../ledger/kinds.ts';
import { leafHash, merkleRoot } from '../ledger/merkle.ts';
import type { Period } from '../model/calendar.ts';
import { type Sha256, toHex } from '../model/hashing.ts';
import type { Pay, Subsidy } from '../model/pay.ts';
import type { Part } from '../rules/assessment.ts';
import { type Computation, eligibleCostCents, type PaidTime } from '../rules/computation.ts';
import type {
  Amounts,
  AwaitedTime,
  LineMonth,
  NameDisclosure,
  RefusedTime,
  StatementPayload,
  TimeByState,
} from '../statement/payload.ts';
import type { StatedAnswers } from './year-declarations.ts';

type StatedProject = StatementPayload['projects'][number];

/** One person on one project. */
export interface ContentLine extends TimeByState {
  readonly developer: string;
  readonly project: string;
  readonly costCents?: number;
  /** In order; they add up to the line. */
  readonly months: LineMonth[];
}

interface StatedPay extends Omit<Pay, 'developer' | 'payrollDigest'> {
  readonly eligibleCostCents: number;
  /** Time counted over it, by days under the same figures. */
  readonly counted: NameDisclosure['pay'][number]['counted'];
}

/** One person; her name is looked up when the statement is issued, and is not in here. */
export interface ContentPerson {
  readonly developer: string;
  readonly pay: readonly StatedPay[];
  /** Commit ids that the corroborations of her counted time name. */
  readonly contributions: readonly string[];
}

export const contentFormat = 'statement-content/2';

/** The sealed file of a preparation, under its digest, because it names pay: everything but number, date, salts, names and signature. */
export interface StatementContent {
  readonly format: typeof contentFormat;
  readonly company: { readonly id: string; readonly siren: string; readonly name: string };
  readonly period: Period;
  readonly fiscalYear: number;
  readonly scheme: StatementPayload['scheme'];
  readonly computation: Computation;
  readonly time: TimeByState;
  /** The awaiting time by why and on whom it waits, in order of code. */
  readonly awaits: readonly AwaitedTime[];
  readonly cost: StatementPayload['cost'] | null;
  /** Null where there is no cost. */
  readonly filing: NonNullable<StatementPayload['filing']> | null;
  readonly projects: readonly StatedProject[];
  readonly lines: readonly ContentLine[];
  readonly people: readonly ContentPerson[];
  readonly evidence: StatementPayload['evidence'];
  readonly otherAid: readonly Subsidy[];
  readonly answers: StatedAnswers;
}

/** Where it was read: not part of what is compared when somebody asks whether anything changed. */
export interface ContentHeads {
  readonly heads: readonly Head[];
  readonly otherHeads: readonly Head[];
}

export const contentBytes = (content: StatementContent): Uint8Array => canonicalBytes(content as unknown as Json);

/** RFC 6962 root of canonical values: of no values, SHA-256 of nothing. */
export const rootOf = (sha256: Sha256, values: readonly Json[]): string =>
  toHex(
    merkleRoot(
      sha256,
      values.map((value) => leafHash(sha256, canonicalBytes(value))),
    ),
  );

const noAmounts = (): Amounts => ({
  declared: 0,
  counted: { agrees: 0, partly: 0, noTrace: 0 },
  awaiting: 0,
  withdrawn: 0,
});

function addPart(amounts: Amounts, { state, amount, trace }: Part): void {
  amounts.declared += amount;
  if (state === 'awaiting') amounts.awaiting += amount;
  if (state === 'withdrawn') amounts.withdrawn += amount;
  if (state !== 'counted') return;
  // A conflict and silence of the traces are the same for the split: nothing public carries the time.
  const place = trace === 'agrees' || trace === 'partly' ? trace : 'noTrace';
  amounts.counted[place] += amount;
}

/** Adds up parts by state and unit; refused ones by code. */
export function timeByState(parts: readonly Part[]): TimeByState {
  const minutes = noAmounts();
  const halfDays = noAmounts();
  const refused = new Map<string, RefusedTime>();
  for (const part of parts) {
    const isMinutes = part.unit === 'minute';
    addPart(isMinutes ? minutes : halfDays, part);
    if (part.state !== 'refused' || part.code === null || part.ground === null) continue;
    const found = refused.get(part.code) ?? { code: part.code, ground: part.ground, minutes: 0 };
    if (isMinutes) found.minutes += part.amount;
    else found.halfDays = (found.halfDays ?? 0) + part.amount;
    refused.set(part.code, found);
  }
  const byCode = [...refused.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  return { minutes, ...(halfDays.declared === 0 ? {} : { halfDays }), refused: byCode };
}

/** Adds up what waits, by why and on whom. @returns in order of code, then of who is awaited */
export function awaitedTime(parts: readonly Part[]): AwaitedTime[] {
  const found = new Map<string, AwaitedTime>();
  for (const { state, code, awaits, unit, amount } of parts) {
    if (state !== 'awaiting' || code === null || awaits === null) continue;
    const key = `${code} ${awaits}`;
    const awaited = found.get(key) ?? { code, awaits, minutes: 0 };
    if (unit === 'minute') awaited.minutes += amount;
    else awaited.halfDays = (awaited.halfDays ?? 0) + amount;
    found.set(key, awaited);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, awaited]) => awaited);
}

/** `<repository>#<kind>#<sha>…` → the commit id. */
export const shaOf = (contribution: string): string => contribution.split('#')[2] ?? '';

/** @param paidTime of the person */
export const statedPay = (pay: Pay, paidTime: readonly PaidTime[]): StatedPay => {
  const { developer: _developer, payrollDigest: _digest, ...rest } = pay;
  const counted = paidTime
    .filter(({ period }) => period.from === pay.period.from)
    .map(({ slice, amount }) => ({ ...slice, amount }));
  return { ...rest, eligibleCostCents: eligibleCostCents(pay), counted };
};
