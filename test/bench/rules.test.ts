// The rules bench: its ways answer the same, and the published answer; what refuses a run, and which goals are told as missed.
import { expect, it } from 'vitest';
import { isMet } from '../../bin/bench/beside/goals.ts';
import { goalsOf as goalsOfJobs, type Line, otherAnswers } from '../../bin/bench/beside/jobs.ts';
import { linesByHand } from '../../bin/bench/rules/lines-bigint.ts';
import { linesOurs } from '../../bin/bench/rules/lines-ours.ts';
import { publishedAnswer } from '../../bin/bench/rules/made-lines.ts';
import { madeYear } from '../../bin/bench/rules/made-year.ts';
import { byHand, decimal, notPublished, ours, rulesJobs } from '../../bin/bench/rules/rules-jobs.ts';
import { yearByHand } from '../../bin/bench/rules/year-bigint.ts';
import { assessOurs, yearOurs } from '../../bin/bench/rules/year-ours.ts';
import { ruleSet } from '../../lib/rules/rule-set.ts';

it('a million tax lines come to the published sums, under the rates of the rule set and by hand', () => {
  expect(linesOurs(1_000_000, ruleSet)).toEqual(publishedAnswer);
  expect(linesByHand(1_000_000)).toEqual(publishedAnswer);
});

it('the rates are read: another one in the rule set is another answer', () => {
  const schemes = ruleSet.schemes.map((scheme) => ({
    ...scheme,
    figures: scheme.figures.map((figure) =>
      figure.key === 'operatingFlatRate' ? { ...figure, value: '40/100' } : figure,
    ),
  }));
  expect(linesOurs(1000, { ...ruleSet, schemes })).not.toEqual(linesByHand(1000));
});

it('a year assessed and computed comes to what the rules written out by hand come to', () => {
  const made = madeYear(6000);
  expect(yearOurs(made).answer).toEqual(yearByHand(made));
});

it('the year holds every ending that the hand knows', () => {
  const { parts } = assessOurs(madeYear(6000));
  const codes = new Set(parts.map(({ state, code }) => code ?? state));
  expect([...codes].sort()).toEqual([
    'already-claimed-under-other-scheme',
    'cannot-tell',
    'conflict-of-claims',
    'contested',
    'counted',
    'daily-max-exceeded',
    'duplicate',
    'foundation-refused',
    'non-working-day',
    'not-confirmed',
    'project-not-eligible-at-date',
    'weekly-max-exceeded',
    'withdrawn',
  ]);
});

const failuresOf = (lines: readonly Line[]) => [...otherAnswers(lines), ...notPublished(lines)];
const goalsOf = (lines: readonly Line[]) => goalsOfJobs(rulesJobs, lines);

const line = (way: string, changes: Partial<Line> = {}): Line => ({
  ...{ job: 'lines', way, size: 100_000, peakMebibytes: 60, parts: { lines: 10 }, answer: { costCents: 1 } },
  ...{ medianMs: 10, leastMs: 10, mostMs: 10, oursOverIt: 1 },
  ...changes,
});

it('a run is refused for another answer, and for a million lines with another answer than the published one; never for a time', () => {
  expect(failuresOf([line(ours), line(byHand, { medianMs: 0.01, oursOverIt: 1000 })])).toEqual([]);
  const differs = failuresOf([line(ours), line(decimal, { answer: { costCents: 2 } })]);
  expect(differs.map(({ code }) => code)).toEqual(['answers-differ']);
  expect(failuresOf([line(ours, { size: 1_000_000 })])).toHaveLength(1);
  expect(failuresOf([line(ours, { size: 1_000_000, answer: publishedAnswer })])).toEqual([]);
});

it('goals: three times a BigInt loop, a twentieth of decimal.js, ten times the lines in eleven times the time', () => {
  const goals = goalsOf([
    ...[line(ours), line(byHand, { oursOverIt: 3.1 }), line(decimal, { oursOverIt: 0.05 })],
    ...[line(ours, { size: 1_000_000, medianMs: 111 }), line(byHand, { size: 1_000_000, oursOverIt: 2.9 })],
    line(ours, { size: 1000, medianMs: 1 }),
  ]);
  expect(goals.filter((goal) => !isMet(goal)).map(({ name, size }) => `${name} ${size}`)).toEqual([
    `lines: ${byHand} 100000`,
    'lines: growth 1000000',
  ]);
});
