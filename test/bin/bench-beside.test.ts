// communs bench matching and communs bench pull as a person runs them, as small as they get: every way that is there gives the same answer.
import { describe, expect, it } from 'vitest';
import { communs, communsJson, type RefusedJson } from './communs.ts';

interface Measured<Answer> {
  readonly runs: readonly { readonly way: string; readonly medianMs: number; readonly answer: Answer }[];
  readonly peersNotMeasured: readonly string[];
  readonly failures: readonly unknown[];
  readonly goals: readonly { readonly goal: string; readonly met: boolean }[];
}

describe('communs bench matching', () => {
  it('finds the same pairs in three ways, matches all of it with reasons, and says loudly that nobody else was measured', async () => {
    interface Whole {
      readonly entries: number;
      readonly again: number;
      readonly verdicts: Readonly<Record<string, number>>;
    }
    const { exitCode, json, err } = await communsJson<Measured<object> & { readonly whole: readonly Whole[] }>([
      ...['bench', 'matching', '--size', '200', '--size', '2000', '--rounds', '1'],
    ]);
    expect(err).toContain('ours × 2000, 1/1');
    expect(json.failures).toEqual([]);
    expect(exitCode).toBe(0);
    const ways = ['communs', 'objects, sort + merge', 'objects + Map'];
    expect(json.runs.map(({ way }) => way)).toEqual([...ways, ...ways]);
    const answers = json.runs.map(({ answer }) => answer);
    expect(answers).toEqual([0, 0, 0, 1, 1, 1].map((size) => answers[3 * size]));
    expect(json.whole.map(({ entries }) => entries)).toEqual([200, 2000]);
    for (const { entries, again, verdicts } of json.whole) {
      expect(again).toBeGreaterThan(0);
      expect(Object.values(verdicts).reduce((sum, count) => sum + count, 0)).toBe(entries);
    }
    expect(json.peersNotMeasured).toEqual(['duckdb']);
  });
});

describe('communs bench pull', () => {
  it('reads the same commits as events and as rows, and what is new on top of them', async () => {
    const { exitCode, json } = await communsJson<
      Measured<{ readonly events: number; readonly coAuthors: number } | null> & {
        readonly onlyNew: readonly { readonly commits: number; readonly isNew: number }[];
      }
    >(['bench', 'pull', '--size', '300', '--rounds', '1']);
    expect(json.failures).toEqual([]);
    expect(exitCode).toBe(0);
    expect(json.runs.map(({ way, answer }) => [way, answer?.events, answer?.coAuthors])).toEqual([
      ['communs', 300, 100],
      ['communs, rows', 300, 100],
      ['git log', undefined, undefined],
    ]);
    expect(json.onlyNew).toMatchObject([{ commits: 300, isNew: 1000 }]);
    expect(json.goals.map(({ goal }) => goal)).toEqual(['git log', 'memory', 'memory']);
    expect(json.peersNotMeasured).toEqual(['simple-git']);
  });

  it('prints tables', async () => {
    const { out } = await communs(['bench', 'pull', '--size', '20', '--rounds', '1', '--lang', 'en']);
    expect(out).toMatch(/^ {2}communs +20 .*^ {2}git log +20 .*^goals$.*PEERS NOT MEASURED: simple-git/ms);
  });
});

it.each([
  ['lines of files', ['matching', '--rows', '5'], '--rows'],
  ['another case', ['pull', 'read'], 'pull'],
])('is refused with %s', async (_, words, named) => {
  const { exitCode, json } = await communsJson<RefusedJson>(['bench', ...words, '--lang', 'en']);
  expect(exitCode).toBe(2);
  expect(json.refused).toMatchObject({ code: 'wrong-usage', detail: expect.stringContaining(named) });
});
