// communs bench matching, pull, statement and verify as a person runs them, as small as they get: every way that is there gives the same answer.
import { describe, expect, it } from 'vitest';
import { communs, communsJson, type RefusedJson } from './communs.ts';

interface Measured<Answer> {
  readonly runs: readonly {
    readonly job?: string;
    readonly way: string;
    readonly medianMs: number;
    readonly answer: Answer;
  }[];
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

describe('communs bench statement', () => {
  it('makes the same root by hand, workbooks with all their rows, and names everybody who was not there', async () => {
    const { exitCode, json } = await communsJson<Measured<object | null>>([
      'bench',
      'statement',
      '--size',
      '1000',
      '--rounds',
      '1',
    ]);
    expect(json.failures).toEqual([]);
    expect(exitCode).toBe(0);
    expect(json.runs.map(({ job, way }) => `${job}: ${way}`)).toEqual([
      ...['merkle: communs', 'merkle: crypto.hash, by hand', 'json: communs', 'json: JSON.stringify (floor)'],
      ...['xlsx: communs', 'xlsx: text + deflate (floor)', 'pdf: communs'],
    ]);
    const [root, byHand, , , workbook] = json.runs.map(({ answer }) => answer);
    expect(root).toEqual({ root: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(byHand).toEqual(root);
    expect(workbook).toEqual({ rows: 1000 });
    expect(json.peersNotMeasured).toEqual(['hash-wasm', 'canonicalize', 'exceljs', 'pdfkit', 'pdf-lib']);
  });
});

describe('communs bench verify', () => {
  it('checks every signature and proof, works the same root out by hand, and runs the command as a user does', async () => {
    const { exitCode, json } = await communsJson<Measured<object | null>>([
      ...['bench', 'verify', '--size', '64', '--rounds', '1'],
    ]);
    expect(json.failures).toEqual([]);
    expect(exitCode).toBe(0);
    const [one, floor, proof, rows, byHand] = json.runs.map(({ answer }) => answer);
    expect([one, floor]).toEqual([{ good: 64 }, { good: 64 }]);
    expect(proof).toEqual({ good: 10_000, proofBytes: 6 * 32 });
    expect(byHand).toEqual(rows);
    expect(json.goals.map(({ goal }) => goal)).toEqual(['cli: node -e 0 (floor)', 'cli: memory', 'script']);
    expect(json.peersNotMeasured).toEqual(['jose']);
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
