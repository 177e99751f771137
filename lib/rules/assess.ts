// May this time count? Each declared minute ends in one of four places: counted, refused, awaiting, withdrawn (design.md, Assessing and matching).
import type { Day } from '../model/calendar.ts';
import type { Assessment, AssessmentInput, Claim, Part } from './assessment.ts';
import { awaitingOf } from './awaiting.ts';
import { byText } from './by-text.ts';
import type { Figure } from './figures/figure.ts';
import { workingCalendar } from './holidays/public-holidays.ts';
import { lateDays } from './late-days.ts';
import { unconfirmed } from './refusals/confirmation.ts';
import { dailyCap } from './refusals/daily-cap.ts';
import { eligibility } from './refusals/eligibility.ts';
import { type EntryRefusalCode, entryRefusalCodes, grounds } from './refusals/refusal-codes.ts';
import { secondmentReasons } from './refusals/secondment.ts';
import { weeklyExcess } from './refusals/weekly-cap.ts';
import { figuresOf } from './rule-set.ts';
import { type Support, supportUnder } from './support.ts';

/** The rules that refuse an entry whole, from the facts of its day alone. */
function wholeReasons(input: AssessmentInput, claims: readonly Claim[]): (claim: Claim) => EntryRefusalCode[] {
  const { figures, holidays } = input.ruleSet;
  const ofDay = dailyCap(claims, figures);
  const ofSecondment = secondmentReasons(input.secondments, figures);
  const isEligible = eligibility(input.projects);
  const isWorkingDay = workingCalendar(holidays, input.region);
  return (claim) => [
    ...(claim.repeated ? (['duplicate'] as const) : []),
    ...ofDay(claim),
    ...ofSecondment(claim),
    ...(isEligible(claim.project, claim.day) ? [] : (['project-not-eligible-at-date'] as const)),
    ...(isWorkingDay(claim.day) ? [] : (['non-working-day'] as const)),
  ];
}

function supportOf({ ruleSet, scheme, support }: AssessmentInput): (day: Day) => Support {
  return support === undefined ? supportUnder(figuresOf(ruleSet, scheme)) : () => support;
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

function partsOf({ claim, refused, left }: Judged, figures: readonly Figure[], support: Support): Part[] {
  const { entry, developer, project, day, unit, trace } = claim;
  const ofEntry = { entry, developer, project, day, unit, trace, lateDays: lateDays(claim, figures) };
  const settled = { ...ofEntry, code: null, ground: null, awaits: null, since: null };
  const wait = awaitingOf(claim, support);
  const parts: Part[] = [
    { ...settled, amount: claim.withdrawnAmount, state: 'withdrawn' },
    ...refused.map(({ code, amount }): Part => ({ ...settled, amount, state: 'refused', code, ground: grounds[code] })),
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
  const { figures } = input.ruleSet;
  const supportOn = supportOf(input);
  const claims = checked(input.claims);
  const reasonsOf = wholeReasons(input, claims);
  const reasons = new Map(claims.map((claim) => [claim.entry, reasonsOf(claim)]));
  const excess = weeklyExcess(
    claims.filter(({ entry }) => reasons.get(entry)!.length === 0),
    figures,
  );
  // What is left for the foundation's word: a minute that a rule refused takes nothing of a partly confirmed amount.
  const leftForFoundation = claims.map((claim) => {
    const refused = reasons.get(claim.entry)!.length > 0 || claim.claimedUnder !== null;
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
    if (claim.claimedUnder !== null) codes.add('already-claimed-under-other-scheme');
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
              amount: claim.claimedUnder === null ? 0 : standing(claim) - overWeek,
            },
            { code: 'foundation-refused', amount: unsaid },
          ];
    return partsOf({ claim, refused, left: beforeFoundation - unsaid }, figures, supportOn(claim.day));
  });
  return { parts, allReasons };
}
