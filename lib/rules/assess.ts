// May this time count? Each declared minute ends in one of four places: counted, refused, awaiting, withdrawn (design.md, Assessing and matching).
import type { Day } from '../model/calendar.ts';
import type { Assessment, AssessmentInput, Claim, Part } from './assessment.ts';
import { awaitingOf } from './awaiting.ts';
import { byText } from './by-text.ts';
import type { Figure } from './figures/figure.ts';
import { wordsAt } from './figures/figure-at.ts';
import { workingCalendar } from './holidays/public-holidays.ts';
import { lateDays } from './late-days.ts';
import { unconfirmed } from './refusals/confirmation.ts';
import { dailyCap } from './refusals/daily-cap.ts';
import { eligibility, eligibleSuccessor } from './refusals/eligibility.ts';
import { type EntryRefusalCode, entryRefusalCodes, grounds } from './refusals/refusal-codes.ts';
import { secondmentReasons } from './refusals/secondment.ts';
import { lackingStanding } from './refusals/standing.ts';
import { weeklyExcess } from './refusals/weekly-cap.ts';
import { orderedDays } from './refusals/working-day.ts';
import { remembered } from './remembered.ts';
import { figuresOf } from './rule-set.ts';
import { type Support, supportUnder } from './support.ts';

/** The rules that refuse an entry whole, from the facts of its day alone. */
function wholeReasons(
  input: AssessmentInput,
  claims: readonly Claim[],
  figures: readonly Figure[],
): (claim: Claim) => EntryRefusalCode[] {
  const ofDay = dailyCap(claims, figures);
  const ofSecondment = secondmentReasons(input.secondments, figures);
  const isEligible = eligibility(input.projects);
  const lackingOn = lackingStanding(input.projects, input.standings, figures);
  const isWorkingDay = workingCalendar(input.ruleSet.holidays, input.region);
  const isOrdered = orderedDays(input.orders);
  return (claim) => [
    ...(claim.repeated ? (['duplicate'] as const) : []),
    ...ofDay(claim),
    ...ofSecondment(claim),
    ...(isEligible(claim.project, claim.day) ? [] : (['project-not-eligible-at-date'] as const)),
    ...(lackingOn(claim.project, claim.day) === null ? [] : (['foundation-standing-missing'] as const)),
    ...(isWorkingDay(claim.day) || isOrdered(claim.developer, claim.day) ? [] : (['non-working-day'] as const)),
  ];
}

/** One hour, one route: those of them under which the scheme counts an hour no more. */
function claimedElsewhere(figures: readonly Figure[]): (claim: Claim) => boolean {
  const routesOn = remembered((day) => wordsAt(figures, 'noDoubleBenefit', day));
  return ({ claimedUnder, day }) => claimedUnder !== null && routesOn(day).includes(claimedUnder);
}

/** What the sentence of a part names beside its code. */
function naming(
  { projects, standings }: AssessmentInput,
  figures: readonly Figure[],
): (claim: Claim, code: Part['code'], state: Part['state']) => string | null {
  const successorOn = eligibleSuccessor(projects);
  const lackingOn = lackingStanding(projects, standings, figures);
  return ({ project, day, claimedUnder }, code, state) => {
    if (code === 'project-not-eligible-at-date') return successorOn(project, day);
    if (code === 'foundation-standing-missing') return lackingOn(project, day);
    return code === 'already-claimed-under-other-scheme' || state === 'counted' ? claimedUnder : null;
  };
}

function supportOf({ support }: AssessmentInput, figures: readonly Figure[]): (day: Day) => Support {
  return support === undefined ? supportUnder(figures) : () => support;
}

const standing = ({ amount, withdrawnAmount }: Claim): number => amount - withdrawnAmount;

function checked(claims: readonly Claim[]): Claim[] {
  const entries = new Set<string>();
  for (const { entry, amount, withdrawnAmount } of claims) {
    if (entries.has(entry)) throw new Error(`assess: entry ${entry} is there twice`);
    entries.add(entry);
    const whole = [amount, withdrawnAmount].every(Number.isSafeInteger);
    if (!whole || amount <= 0 || withdrawnAmount < 0 || withdrawnAmount > amount)
      throw new Error(`assess: entry ${entry} has amounts that cannot be`);
  }
  return claims.toSorted((a, b) => byText(a.day, b.day) || byText(a.entry, b.entry));
}

interface Judged {
  readonly claim: Claim;
  /** Refused amounts, in order of precedence. */
  readonly refused: readonly { readonly code: EntryRefusalCode; readonly amount: number }[];
  readonly left: number;
}

function partsOf(
  { claim, refused, left }: Judged,
  figures: readonly Figure[],
  support: Support,
): Omit<Part, 'about'>[] {
  const { entry, developer, project, day, unit, trace } = claim;
  const ofEntry = { entry, developer, project, day, unit, trace, lateDays: lateDays(claim, figures) };
  const settled = { ...ofEntry, code: null, ground: null, awaits: null, since: null };
  const wait = awaitingOf(claim, support);
  const parts: Omit<Part, 'about'>[] = [
    { ...settled, amount: claim.withdrawnAmount, state: 'withdrawn' },
    ...refused.map(({ code, amount }) => ({
      ...settled,
      amount,
      state: 'refused' as const,
      code,
      ground: grounds[code],
    })),
    wait === null
      ? { ...settled, amount: left, state: 'counted' }
      : { ...settled, ...wait, amount: left, state: 'awaiting', since: claim.receivedDay },
  ];
  return parts.filter(({ amount }) => amount > 0);
}

/**
 * @param input claims in any order
 * @returns the parts, which add up to each entry's amount exactly, and all reasons of each refused entry. Equal for equal claims in any
 * order, and, under `foundation` and `declared`, whatever the traces say
 * @throws Refusal `no-figures-for-period` for a day that the rule set does not cover
 */
export function assess(input: AssessmentInput): Assessment {
  const figures = figuresOf(input.ruleSet, input.scheme);
  const supportOn = supportOf(input, figures);
  const claims = checked(input.claims);
  const reasonsOf = wholeReasons(input, claims, figures);
  const isClaimed = claimedElsewhere(figures);
  const nameOf = naming(input, figures);
  const reasons = new Map(claims.map((claim) => [claim.entry, reasonsOf(claim)]));
  const excess = weeklyExcess(
    claims.filter(({ entry }) => reasons.get(entry)!.length === 0),
    figures,
  );
  // What is left for the foundation's word: a minute that a rule refused takes nothing of a partly confirmed amount.
  const leftForFoundation = claims.map((claim) => {
    const refused = reasons.get(claim.entry)!.length > 0 || isClaimed(claim);
    return { claim, left: refused ? 0 : standing(claim) - (excess.get(claim.entry) ?? 0) };
  });
  const notConfirmed = unconfirmed(leftForFoundation);

  const allReasons: { entry: string; codes: EntryRefusalCode[] }[] = [];
  const parts = leftForFoundation.flatMap(({ claim, left: beforeFoundation }) => {
    const { entry } = claim;
    const whole = reasons.get(entry)!;
    const overWeek = excess.get(entry) ?? 0;
    const unsaid = notConfirmed.get(entry) ?? 0;
    const codes = new Set<EntryRefusalCode>(whole);
    if (overWeek > 0) codes.add('weekly-max-exceeded');
    if (isClaimed(claim)) codes.add('already-claimed-under-other-scheme');
    if (unsaid > 0 || claim.confirmation?.answer === 'disputed') codes.add('foundation-refused');
    if (codes.size > 0 && standing(claim) > 0) {
      allReasons.push({ entry, codes: entryRefusalCodes.filter((code) => codes.has(code)) });
    }
    const first = whole[0];
    const refused: { code: EntryRefusalCode; amount: number }[] =
      first !== undefined
        ? [{ code: first, amount: standing(claim) }]
        : [
            { code: 'weekly-max-exceeded', amount: overWeek },
            {
              code: 'already-claimed-under-other-scheme',
              amount: isClaimed(claim) ? standing(claim) - overWeek : 0,
            },
            { code: 'foundation-refused', amount: unsaid },
          ];
    return partsOf({ claim, refused, left: beforeFoundation - unsaid }, figures, supportOn(claim.day)).map((part) => ({
      ...part,
      about: nameOf(claim, part.code, part.state),
    }));
  });
  return { parts, allReasons };
}
