// Lines about to be posted and lines that stand, as the claims that they will be when the time is assessed: one shape for every rule.
import type { Day } from '../../model/calendar.ts';
import type { TimeUnit } from '../../model/duration.ts';
import type { Claim } from '../assessment.ts';
import { lineKey } from '../repeated-lines.ts';
import type { FindingInput, LineToPost } from './finding.ts';
import type { Weeks } from './weeks.ts';

/** One line, and the claim that assessment would see. */
export interface AtHand {
  readonly claim: Claim;
  /** Null for a line of the book. */
  readonly line: LineToPost | null;
  /** Where the same line stands already; null if nowhere. */
  readonly repeats: { readonly entry: string | null } | null;
}

/** A person's day with at least one line about to be posted: those lines, and what stands of it. */
export interface DayAtHand {
  readonly developer: string;
  readonly day: Day;
  readonly all: readonly AtHand[];
}

/** An ISO week with at least one line in minutes about to be posted: people at forfait-jours count no hours, hence no weeks. */
export interface WeekAtHand {
  readonly developer: string;
  readonly monday: Day;
  /** In minutes. */
  readonly all: readonly AtHand[];
}

/** Of one person. */
export interface TimeAtHand {
  readonly developer: string;
  readonly input: FindingInput;
  readonly calendar: Weeks;
  /** About to be posted, in the order given. */
  readonly lines: readonly AtHand[];
  /** What stands, then those lines. */
  readonly all: readonly AtHand[];
  readonly days: readonly DayAtHand[];
  readonly weeks: readonly WeekAtHand[];
}

function claimOf(
  line: Pick<
    Claim,
    'developer' | 'day' | 'project' | 'unit' | 'amount' | 'withdrawnAmount' | 'repeated' | 'writtenDay'
  >,
  entry: string,
  { otherEmployers, receivedDay }: FindingInput,
): Claim {
  const { developer, day, project, unit, amount, withdrawnAmount, repeated, writtenDay } = line;
  return {
    ...{ entry, developer, day, project, unit, amount, withdrawnAmount, repeated, writtenDay, receivedDay },
    otherEmployersAmount: otherEmployers(developer, day, unit),
    heldByConflict: false,
    check: null,
    confirmation: null,
    trace: null,
    claimedUnder: null,
  };
}

function standingAtHand(input: FindingInput): AtHand[] {
  return input.standing
    .filter(({ amount, withdrawnAmount }) => withdrawnAmount < amount)
    .map((line) => ({
      claim: claimOf({ ...line, writtenDay: null }, line.entry, input),
      line: null,
      repeats: null,
    }));
}

function linesAtHand(input: FindingInput, standing: readonly AtHand[]): AtHand[] {
  const seen = new Map<string, string | null>(standing.map(({ claim }) => [lineKey(claim), claim.entry]));
  return input.lines.map((line) => {
    const key = lineKey(line);
    const entry = seen.get(key);
    if (entry === undefined) seen.set(key, null);
    const repeated = entry !== undefined;
    return {
      claim: claimOf({ ...line, withdrawnAmount: 0, repeated }, line.ref, input),
      line,
      repeats: repeated ? { entry } : null,
    };
  });
}

/** @returns the groups in which at least one line is about to be posted */
const withLines = (all: readonly AtHand[], dayOf: (day: Day) => Day): (readonly [Day, readonly AtHand[]])[] =>
  [...Map.groupBy(all, ({ claim }) => dayOf(claim.day))].filter(([, group]) => group.some(({ line }) => line !== null));

/** @param input lines and standing lines of this person alone */
export function timeAtHand(developer: string, input: FindingInput, calendar: Weeks): TimeAtHand {
  const standing = standingAtHand(input);
  const lines = linesAtHand(input, standing);
  const all = [...standing, ...lines];
  const minutes = all.filter(({ claim }) => claim.unit === 'minute');
  return {
    ...{ developer, input, calendar, lines, all },
    days: withLines(all, (day) => day).map(([day, ofDay]) => ({ developer, day, all: ofDay })),
    weeks: withLines(minutes, calendar.mondayOf).map(([monday, ofWeek]) => ({ developer, monday, all: ofWeek })),
  };
}

/** What stands of a line or is about to, 0 for one that repeats another: as the limits of assessment count it. */
export const countedAmount = ({ claim }: AtHand): number => (claim.repeated ? 0 : claim.amount - claim.withdrawnAmount);

export const totalOf = (all: readonly AtHand[], unit: TimeUnit): number =>
  all.reduce((total, one) => total + (one.claim.unit === unit ? countedAmount(one) : 0), 0);
