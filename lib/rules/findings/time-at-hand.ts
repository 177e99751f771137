// Lines about to be posted and lines that stand, as the claims that they will be when the time is assessed: one shape for every rule.
import type { Day } from '../../model/calendar.ts';
import type { TimeUnit } from '../../model/duration.ts';
import type { Claim } from '../assessment.ts';
import { lineKey } from '../repeated-lines.ts';
import type { FindingInput, LineToPost } from './finding.ts';

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

export interface TimeAtHand {
  readonly input: FindingInput;
  /** About to be posted, in the order given. */
  readonly lines: readonly AtHand[];
  /** What stands, then those lines. */
  readonly all: readonly AtHand[];
  readonly days: readonly DayAtHand[];
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

const dayKey = ({ claim }: AtHand): string => `${claim.developer} ${claim.day}`;

export function timeAtHand(input: FindingInput): TimeAtHand {
  const standing = standingAtHand(input);
  const lines = linesAtHand(input, standing);
  const all = [...standing, ...lines];
  const withLines = new Set(lines.map(dayKey));
  const days = Map.groupBy(
    all.filter((one) => withLines.has(dayKey(one))),
    dayKey,
  );
  return {
    ...{ input, lines, all },
    days: [...days.values()].flatMap((ofDay): DayAtHand[] => {
      const [first] = ofDay;
      return first === undefined ? [] : [{ developer: first.claim.developer, day: first.claim.day, all: ofDay }];
    }),
  };
}

/** What stands of a line or is about to, 0 for one that repeats another: as the limits of assessment count it. */
export const countedAmount = ({ claim }: AtHand): number => (claim.repeated ? 0 : claim.amount - claim.withdrawnAmount);

export const totalOf = (all: readonly AtHand[], unit: TimeUnit): number =>
  all.reduce((total, one) => total + (one.claim.unit === unit ? countedAmount(one) : 0), 0);
