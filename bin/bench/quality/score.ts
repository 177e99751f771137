// How good a way of deciding is: what it lets through wrongly, what it asks about needlessly, whether it says why.
import type { LabelledLine, SetLabel } from '../../../lib/intake/triage-set/labels-file.ts';
import type { TriageReason } from '../../../lib/rules/triage.ts';
import type { TriagedEntry } from '../../../lib/use-cases/triage-set.ts';

export type Decided = Pick<
  TriagedEntry,
  'file' | 'sheet' | 'row' | 'day' | 'amount' | 'decision' | 'clearAmount' | 'reasons'
>;

type Answer = readonly [TriagedEntry['decision'], TriageReason];

/** What an entry of each label should be told, and by which decision; `over_10h` by either limit (forges.md, section 6). */
const rightAnswers: Readonly<Record<SetLabel, readonly Answer[]>> = {
  supported: [
    ['clear', 'traces-agree'],
    ['question', 'identity-proposed'],
  ],
  no_evidence: [['question', 'no-public-trace']],
  over_claimed: [['question', 'thin-trace']],
  wrong_project: [['question', 'no-public-trace']],
  weekend_holiday: [['refused', 'non-working-day']],
  before_secondment: [['refused', 'outside-secondment']],
  after_secondment: [['refused', 'outside-secondment']],
  after_licence_change: [['refused', 'project-not-eligible-at-date']],
  over_10h: [
    ['refused', 'daily-max-exceeded'],
    ['refused', 'daily-max-exceeded-across-employers'],
  ],
  duplicate_claim: [['question', 'conflict-of-claims']],
  duplicate_line: [['question', 'duplicate']],
};

/** The limit of a day comes first among all that apply; of other answers the reason may be any. */
const isRight = (label: SetLabel, { decision, reasons }: Decided): boolean =>
  rightAnswers[label].some(
    ([asked, reason]) =>
      asked === decision && (label === 'over_10h' ? reasons[0] === reason : reasons.includes(reason)),
  );

/** Quarter hours and rounded days leave so much between a line and what is eligible of it: 0.26 h, in whole minutes. */
const slackMinutes = 15;

export interface Score {
  readonly clearMinutes: number;
  readonly wronglyClearMinutes: number;
  readonly supportedMinutes: number;
  readonly needlesslyAskedMinutes: number;
  readonly labels: readonly { readonly label: SetLabel; readonly lines: number; readonly rightReason: number }[];
}

export type Labels = (entry: Decided) => LabelledLine;

/** @throws Error for an entry that the labels do not know: a figure about other lines is none */
export function labelsOf(lines: readonly LabelledLine[]): Labels {
  const byPlace = new Map(lines.map((line) => [`${line.file} ${line.row}`, line]));
  return ({ file, sheet, row, day }) => {
    const found = byPlace.get(`${file} ${sheet}!${row}:${Number(day.slice(8))}`) ?? byPlace.get(`${file} ${row}`);
    if (found === undefined) throw new Error(`no label for ${file} ${sheet ?? ''} ${row} ${day}`);
    return found;
  };
}

export function score(decided: readonly Decided[], labelOf: Labels): Score {
  const sums = { clearMinutes: 0, wronglyClearMinutes: 0, supportedMinutes: 0, needlesslyAskedMinutes: 0 };
  const labels = new Map<SetLabel, { lines: number; rightReason: number }>();
  for (const entry of decided) {
    const { label, subtype, eligibleMinutes } = labelOf(entry);
    sums.clearMinutes += entry.clearAmount;
    if (label !== 'supported' && entry.clearAmount > eligibleMinutes + slackMinutes) {
      sums.wronglyClearMinutes += entry.clearAmount - eligibleMinutes;
    }
    if (label === 'supported') {
      sums.supportedMinutes += entry.amount;
      // Another address of hers that she did not declare is rightly asked about.
      const isProposal = subtype === 'alias' && entry.reasons.includes('identity-proposed');
      if (entry.decision !== 'clear' && !isProposal) sums.needlesslyAskedMinutes += entry.amount;
    }
    const of = labels.get(label) ?? { lines: 0, rightReason: 0 };
    labels.set(label, of);
    of.lines += 1;
    if (isRight(label, entry)) of.rightReason += 1;
  }
  return {
    ...sums,
    labels: [...labels].map(([label, counts]) => ({ label, ...counts })).sort((a, b) => b.lines - a.lines),
  };
}

/** Wrongly let through of all that was let through; asked about of all that is supported: 0 to 1. */
export const ratesOf = (one: Score): { readonly wrong: number; readonly asked: number } => ({
  wrong: one.clearMinutes === 0 ? 0 : one.wronglyClearMinutes / one.clearMinutes,
  asked: one.supportedMinutes === 0 ? 0 : one.needlesslyAskedMinutes / one.supportedMinutes,
});
