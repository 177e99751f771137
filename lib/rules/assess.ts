// May this time count? Each declared minute ends in one of four places: counted, refused, awaiting, withdrawn.
import type { Day } from '../model/calendar.ts';
import type { Support } from '../model/support.ts';
import type { Assessment, AssessmentInput, Claim, Part } from './assessment.ts';
import { awaitingOf } from './awaiting.ts';
import { byText } from './by-text.ts';
import type { Figure } from './figures/figure.ts';
import { workingCalendar } from './holidays/public-holidays.ts';
import { lateDays } from './late-days.ts';
import { claimedElsewhere } from './refusals/claimed-elsewhere.ts';
import { unconfirmed } from './refusals/confirmation.ts';
import { dailyCap } from './refusals/daily-cap.ts';
import { eligibility } from './refusals/eligibility.ts';
import { type Naming, naming } from './refusals/naming.ts';
import { type EntryRefusalCode, entryRefusalCodes, grounds } from './refusals/refusal-codes.ts';
import { secondmentReasons } from './refusals/secondment.ts';
import { lackingStanding } from './refusals/standing.ts';
import { weeklyExcess } from './refusals/weekly-cap.ts';
import { orderedDays } from './refusals/working-day.ts';
import { figuresOf } from './rule-set.ts';
import { supportUnder } from './support.ts';

// Of a million entries most have none: they share this one.
const noReason: readonly EntryRefusalCode[] = [];

/** The rules that refuse an entry whole, from the facts of its day alone. */
function wholeReasons(
  input: AssessmentInput,
  claims: readonly Claim[],
  figures: readonly Figure[],
): (claim: Claim) => readonly EntryRefusalCode[] {
  const ofDay = dailyCap(claims, figures);
  const ofSecondment = secondmentReasons(input.secondments, figures);
  const isEligible = eligibility(input.projects);
  const lackingOn = lackingStanding(input.projects, input.standings, figures);
  const isWorkingDay = workingCalendar(input.ruleSet.holidays, input.region);
  const isOrdered = orderedDays(input.orders);
  return (claim) => {
    const codes: EntryRefusalCode[] = [];
    if (claim.repeated) codes.push('duplicate');
    codes.push(...ofDay(claim), ...ofSecondment(claim));
    if (!isEligible(claim.project, claim.day)) codes.push('project-not-eligible-at-date');
    if (lackingOn(claim.project, claim.day) !== null) codes.push('foundation-standing-missing');
    if (!isWorkingDay(claim.day) && !isOrdered(claim.developer, claim.day)) codes.push('non-working-day');
    return codes.length === 0 ? noReason : codes;
  };
}

function supportOf({ support }: AssessmentInput, figures: readonly Figure[]): (day: Day) => Support {
  return support === undefined ? supportUnder(figures) : () => support;
}

const standing = ({ amount, withdrawnAmount }: Claim): number => amount - withdrawnAmount;

/** @param claims of one person */
function check(claims: readonly Claim[]): void {
  const entries = new Set<string>();
  for (const { entry, amount, withdrawnAmount } of claims) {
    if (entries.has(entry)) throw new Error(`assess: entry ${entry} is there twice`);
    entries.add(entry);
    const whole = Number.isSafeInteger(amount) && Number.isSafeInteger(withdrawnAmount);
    if (!whole || amount <= 0 || withdrawnAmount < 0 || withdrawnAmount > amount)
      throw new Error(`assess: entry ${entry} has amounts that cannot be`);
  }
}

/** In order of day, then entry. A year has few days: they are put in order, then the entries of each, which texts alone do fastest. */
function byDay(judged: readonly Judged[]): Judged[] {
  const days = [...Map.groupBy(judged, ({ claim }) => claim.day)].sort(([a], [b]) => byText(a, b));
  return days.flatMap(([, ofDay]) => {
    const found = new Map(ofDay.map((each) => [each.claim.entry, each]));
    if (found.size < ofDay.length) throw new Error('assess: an entry is there twice, with two people');
    return [...found.keys()].sort().map((entry) => found.get(entry)!);
  });
}

/** Person by person, each in order of day, then entry: all that the rules ask of a claim is about the same person. */
const byPerson = (claims: readonly Claim[]): Claim[] =>
  [...Map.groupBy(claims, ({ developer }) => developer).values()].flatMap((own) => {
    check(own);
    return own.sort((a, b) => byText(a.day, b.day) || byText(a.entry, b.entry));
  });

/** A claim on its way through the rules. */
interface Judged {
  readonly claim: Claim;
  /** Codes that refuse it whole, in order of precedence. */
  readonly whole: readonly EntryRefusalCode[];
  /** What is left for the foundation's word: a minute that a rule refused takes nothing of a partly confirmed amount. */
  readonly left: number;
  readonly overWeek: number;
  /** Under another route, where the scheme counts an hour once. */
  readonly isClaimed: boolean;
}

/** Every code that applies, whichever is printed. */
function codesOf({ claim, whole, overWeek, isClaimed }: Judged, unsaid: number): readonly EntryRefusalCode[] {
  const answer = claim.confirmation?.answer;
  if (whole.length + overWeek + unsaid === 0 && !isClaimed && answer !== 'disputed') return noReason;
  const codes = [...whole];
  if (overWeek > 0) codes.push('weekly-max-exceeded');
  if (isClaimed) codes.push('already-claimed-under-other-scheme');
  if (unsaid > 0 || answer === 'disputed') codes.push('foundation-refused');
  return codes.length < 2 ? codes : entryRefusalCodes.filter((code) => codes.includes(code));
}

/** Refused amounts, in order of precedence. */
function refusedOf(
  { claim, whole, overWeek, isClaimed }: Judged,
  unsaid: number,
): readonly (readonly [EntryRefusalCode, number])[] {
  const [first] = whole;
  const refused: [EntryRefusalCode, number][] = [];
  if (first !== undefined) refused.push([first, standing(claim)]);
  else {
    if (overWeek > 0) refused.push(['weekly-max-exceeded', overWeek]);
    if (isClaimed) refused.push(['already-claimed-under-other-scheme', standing(claim) - overWeek]);
    if (unsaid > 0) refused.push(['foundation-refused', unsaid]);
  }
  return refused.filter(([, amount]) => amount > 0);
}

type Ending = Pick<Part, 'state' | 'amount'> & Partial<Pick<Part, 'code' | 'ground' | 'about' | 'awaits' | 'since'>>;

/** What a part is told with. */
interface Told {
  readonly figures: readonly Figure[];
  readonly nameOf: Naming;
  readonly supportOn: (day: Day) => Support;
}

/** Withdrawn, refused, awaiting, counted: those that hold anything. @param parts where they go */
function addParts(parts: Part[], judged: Judged, unsaid: number, { figures, nameOf, supportOn }: Told): void {
  const { claim, left } = judged;
  const late = lateDays(claim, figures);
  // Written out: a million parts of one shape, where spreading would copy each of them twice.
  const part = ({
    state,
    amount,
    code = null,
    ground = null,
    about = null,
    awaits = null,
    since = null,
  }: Ending): Part => ({
    entry: claim.entry,
    developer: claim.developer,
    project: claim.project,
    day: claim.day,
    unit: claim.unit,
    trace: claim.trace,
    lateDays: late,
    code,
    ground,
    about,
    awaits,
    since,
    amount,
    state,
  });
  if (claim.withdrawnAmount > 0) parts.push(part({ state: 'withdrawn', amount: claim.withdrawnAmount }));
  for (const [code, amount] of refusedOf(judged, unsaid)) {
    parts.push(part({ state: 'refused', amount, code, ground: grounds[code], about: nameOf(claim, code) }));
  }
  const amount = left - unsaid;
  if (amount <= 0) return;
  const wait = awaitingOf(claim, supportOn(claim.day));
  parts.push(
    wait === null
      ? part({ state: 'counted', amount, about: nameOf(claim, null) })
      : part({ state: 'awaiting', amount, ...wait, since: claim.receivedDay }),
  );
}

/**
 * @param input claims in any order
 * @returns the parts, which add up to each entry's amount exactly, and all reasons of each refused entry. Equal for equal claims in any
 * order, and, under `foundation` and `declared`, whatever the traces say
 * @throws Refusal `no-figures-for-period` for a day that the rule set does not cover
 */
export function assess(input: AssessmentInput): Assessment {
  const figures = figuresOf(input.ruleSet, input.scheme);
  const told = { figures, nameOf: naming(input, figures), supportOn: supportOf(input, figures) };
  const isClaimedElsewhere = claimedElsewhere(figures);
  const claims = byPerson(input.claims);
  const reasonsOf = wholeReasons(input, claims, figures);
  const reasons = claims.map(reasonsOf);
  const excess = weeklyExcess(
    claims.filter((_, at) => reasons[at]!.length === 0),
    figures,
  );
  const judged = byDay(
    claims.map((claim, at): Judged => {
      const [whole, overWeek] = [reasons[at]!, excess.get(claim) ?? 0];
      const isClaimed = isClaimedElsewhere(claim);
      const isRefused = whole.length > 0 || isClaimed;
      return { claim, whole, overWeek, isClaimed, left: isRefused ? 0 : standing(claim) - overWeek };
    }),
  );
  const notConfirmed = unconfirmed(judged);

  const allReasons: { entry: string; codes: readonly EntryRefusalCode[] }[] = [];
  const parts: Part[] = [];
  for (const each of judged) {
    const { entry } = each.claim;
    const unsaid = notConfirmed.get(each.claim) ?? 0;
    const codes = codesOf(each, unsaid);
    if (codes.length > 0 && standing(each.claim) > 0) allReasons.push({ entry, codes });
    addParts(parts, each, unsaid, told);
  }
  return { parts, allReasons };
}
