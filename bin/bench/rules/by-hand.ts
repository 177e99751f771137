// A year assessed by hand: the rules in one function, their figures in the code, each minute in one of four places. What carries money is left to whoever asks.
import { dayNumber } from '../../../lib/model/calendar.ts';
import type { Claim } from '../../../lib/rules/assessment.ts';
import { closed, type MadeYear } from './made-year.ts';

/** Monday to Friday of 2025 on which nobody works. */
const holidays = new Set(
  ['01-01', '04-21', '05-01', '05-08', '05-29', '06-09', '07-14', '08-15', '11-11', '12-25'].map(
    (day) => `2025-${day}`,
  ),
);
const dayMost = 600;
const weekMost = 2880;
/** 1970-01-01 was a Thursday. */
const mondayBefore = 3;

const standing = ({ amount, withdrawnAmount }: Claim): number => amount - withdrawnAmount;

function dayTotals(claims: readonly Claim[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const claim of claims) {
    if (claim.repeated) continue;
    const key = `${claim.developer} ${claim.day}`;
    totals.set(key, (totals.get(key) ?? 0) + standing(claim));
  }
  return totals;
}

function isRefused(claim: Claim, totals: ReadonlyMap<string, number>): boolean {
  const { developer, day, project } = claim;
  if (claim.repeated || totals.get(`${developer} ${day}`)! > dayMost || holidays.has(day)) return true;
  if (project === closed.project && day >= closed.from && day < closed.to) return true;
  return (dayNumber(day) + mondayBefore) % 7 > 4;
}

/** Minutes above the week's most, taken from its latest entries. */
function overWeek(claims: readonly Claim[]): Map<Claim, number> {
  const weeks = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.developer} ${Math.floor((dayNumber(claim.day) + mondayBefore) / 7)}`;
    const week = weeks.get(key);
    if (week === undefined) weeks.set(key, [claim]);
    else week.push(claim);
  }
  const over = new Map<Claim, number>();
  for (const week of weeks.values()) {
    let left = week.reduce((sum, claim) => sum + standing(claim), 0) - weekMost;
    if (left <= 0) continue;
    week.sort((a, b) => (a.day > b.day || (a.day === b.day && a.entry > b.entry) ? -1 : 1));
    for (const claim of week) {
      const taken = Math.min(left, standing(claim));
      if (taken > 0) over.set(claim, taken);
      left -= taken;
    }
  }
  return over;
}

export interface Minutes {
  readonly countedMinutes: number;
  readonly refusedMinutes: number;
  readonly awaitingMinutes: number;
  readonly withdrawnMinutes: number;
}

/** @param take counted minutes of a claim */
export function assessByHand({ claims }: MadeYear, take: (claim: Claim, minutes: number) => void): Minutes {
  const totals = dayTotals(claims);
  const kept = claims.filter((claim) => !isRefused(claim, totals));
  const over = overWeek(kept);
  let [counted, awaiting, declared, withdrawn] = [0, 0, 0, 0];
  for (const { amount, withdrawnAmount } of claims) {
    declared += amount;
    withdrawn += withdrawnAmount;
  }
  for (const claim of kept) {
    const { confirmation, claimedUnder } = claim;
    if (claimedUnder !== null || confirmation?.answer === 'disputed') continue;
    const most = confirmation?.answer === 'partly' ? confirmation.confirmedAmount! : Number.POSITIVE_INFINITY;
    const left = Math.min(most, standing(claim) - (over.get(claim) ?? 0));
    const waits =
      claim.heldByConflict ||
      claim.check === 'contested' ||
      confirmation === null ||
      confirmation.answer === 'cannot-tell';
    if (waits) awaiting += left;
    else {
      counted += left;
      take(claim, left);
    }
  }
  return {
    countedMinutes: counted,
    refusedMinutes: declared - counted - awaiting - withdrawn,
    awaitingMinutes: awaiting,
    withdrawnMinutes: withdrawn,
  };
}

/** The flat rate falls from 43 % to 40 % on this day. */
export const cut = '2025-02-15';
