// What the benches beside others refuse a run for (another answer, too much memory), and which goals they tell as missed: never refused for a time.
import { expect, it } from 'vitest';
import { isMet } from '../../bin/bench/beside/goals.ts';
import { goalsOf, type Job, type Line as JobLine, otherAnswers } from '../../bin/bench/beside/jobs.ts';
import type { Line as MatchingLine } from '../../bin/bench/matching/matching-run.ts';
import * as matching from '../../bin/bench/matching/matching-verdict.ts';
import type { Line as PullLine } from '../../bin/bench/pull/pull-run.ts';
import * as pull from '../../bin/bench/pull/pull-verdict.ts';

const times = { medianMs: 10, leastMs: 10, mostMs: 10, oursOverIt: 1 };
const pairs = (way: string, changes: Partial<MatchingLine> = {}): MatchingLine => ({
  ...{ way, entries: 100_000, contributions: 500_000, bytesARow: 20, againMicroseconds: null, ...times },
  answer: { pairs: 5, none: 1, orphan: 2 },
  ...changes,
});
const history = (way: string, changes: Partial<PullLine> = {}): PullLine => ({
  ...{ way, commits: 1000, peakMebibytes: 100, ...times },
  answer: { events: 1000, coAuthors: 300, shas: 7 },
  ...changes,
});
const missed = (goals: Parameters<typeof isMet>[0][]): string[] =>
  goals.filter((goal) => !isMet(goal)).map(({ name, size }) => `${name} ${size}`);

it('matching: another answer, and more than 24 bytes a row above the input', () => {
  const ours = pairs('communs');
  expect(matching.failuresOf([ours, pairs('other', { medianMs: 0.001, bytesARow: 999 })])).toEqual([]);
  const other = pairs('other', { answer: { pairs: 6, none: 1, orphan: 2 } });
  expect(matching.failuresOf([ours, other]).map(({ code, says }) => `${code}: ${says.en}`)).toEqual([
    'answers-differ: 100000: communs 5 pairs, 1 none, 2 orphan; other 6 pairs, 1 none, 2 orphan',
  ]);
  expect(matching.failuresOf([pairs('communs', { bytesARow: 24.5 })]).map(({ code }) => code)).toEqual([
    'memory-bound',
  ]);
});

it('matching: goals beside DuckDB, of growth, and of one developer again among ten times as many', () => {
  const lines = [
    pairs('communs', { againMicroseconds: 9 }),
    pairs('duckdb query', { oursOverIt: 0.16 }),
    pairs('communs', { entries: 1_000_000, againMicroseconds: 12, medianMs: 111 }),
    pairs('duckdb query', { entries: 1_000_000, oursOverIt: 0.1 }),
  ];
  expect(missed(matching.goalsOf(lines, []))).toEqual([
    'duckdb-query 100000',
    'growth 1000000',
    'again-growth 1000000',
  ]);
});

it('jobs: goals beside each way, of growth and of memory, from the size on at which they are held; another answer refuses', () => {
  const way = { entry: 'x', packages: [] };
  const job: Job = {
    ...{ job: 'proof', name: { fr: 'preuve', en: 'proof' }, title: { fr: 'preuve', en: 'proof' }, goalsFrom: 10 },
    ways: [
      { way: 'communs', ...way },
      { way: 'other', ...way, oursAtMost: 1 },
    ],
    ...{ mebibytesAtMost: 80, growth: { times: 100, atMost: 2 } },
  };
  const line = (changes: Partial<JobLine>): JobLine => ({
    ...{ job: 'proof', way: 'communs', size: 10, peakMebibytes: 60, parts: {}, answer: { good: 1 }, ...times },
    ...changes,
  });
  const lines = [
    ...[line({ size: 1, peakMebibytes: 999 }), line({}), line({ way: 'other', oursOverIt: 1.1 })],
    ...[line({ size: 1000, medianMs: 21, peakMebibytes: 81 }), line({ size: 1000, way: 'other', oursOverIt: 1 })],
  ];
  expect(missed(goalsOf([job], lines))).toEqual(['proof: other 10', 'proof: growth 1000', 'proof: memory 1000']);
  expect(otherAnswers([line({}), line({ way: 'floor', answer: null }), line({ way: 'other' })])).toEqual([]);
  const differs = otherAnswers([line({}), line({ way: 'other', answer: { good: 0 } })]);
  expect(differs.map(({ says }) => says.en)).toEqual(['proof × 10: other {"good":0}; communs {"good":1}']);
});

it('pull: another answer, and more than 128 MiB of ours, at any size', () => {
  const ours = history(pull.ours.events);
  expect(pull.failuresOf([ours, history(pull.floor, { answer: null }), history('x', { peakMebibytes: 999 })])).toEqual(
    [],
  );
  const failures = pull.failuresOf([
    history(pull.ours.events, { peakMebibytes: 128.5 }),
    history('x', { answer: { events: 1000, coAuthors: 299, shas: 7 } }),
  ]);
  expect(failures.map(({ code }) => code)).toEqual(['answers-differ', 'memory-bound']);
});

it('pull: goals beside git log and simple-git, and for what is new on top of ten times as many', () => {
  const lines = [
    history(pull.ours.events),
    history(pull.floor, { answer: null, oursOverIt: 1.16 }),
    history(pull.simpleGit, { oursOverIt: 0.59 }),
  ];
  const onlyNew = [100, 151].map((medianMs, at) => ({ commits: at === 0 ? 1000 : 10_000, isNew: 1000, medianMs }));
  expect(missed(pull.goalsOf(lines, onlyNew))).toEqual(['git log 1000', 'new-growth 10000']);
});
