// communs bench intake as a person runs it, with files as small as they get: every reader that is there gives the same answer.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { communs, communsJson, type RefusedJson } from './communs.ts';

interface Measured {
  readonly rounds: number;
  readonly runs: readonly {
    readonly job: string;
    readonly reader: string;
    readonly rows: number;
    readonly medianMs: number;
    readonly oursOverIt: number;
    readonly peakMebibytes: number;
    readonly answer: { readonly ok: number; readonly bad: number; readonly minutes: number } | null;
  }[];
  readonly growth: readonly {
    readonly job: string;
    readonly reader: string;
    readonly from: number;
    readonly to: number;
  }[];
  readonly peersNotMeasured: readonly string[];
  readonly failures: readonly unknown[];
}

describe('communs bench intake', () => {
  it('reads the same lines as CSV and as a workbook, and says loudly that nobody else was measured', async () => {
    const { exitCode, json, err } = await communsJson<Measured>([
      'bench',
      'intake',
      '--rows',
      '1000',
      '--rows',
      '2000',
      '--rounds',
      '1',
    ]);
    expect(err).toContain('csv × 2000, 1/1');
    expect(json.failures).toEqual([]);
    expect(exitCode).toBe(0);
    expect(json.runs.map(({ job, reader, rows }) => `${job} ${reader} ${rows}`)).toEqual([
      'csv communs 1000',
      'csv floor-scan 1000',
      'csv communs 2000',
      'csv floor-scan 2000',
      'xlsx communs 1000',
      'xlsx floor-inflate+walk 1000',
      'xlsx communs 2000',
      'xlsx floor-inflate+walk 2000',
    ]);
    // Of the first two bad lines, one has an address that no rule of ours for workbooks sees.
    const ours = json.runs.filter(({ reader }) => reader === 'communs').map(({ answer }) => answer);
    expect(ours).toMatchObject([
      { ok: 999, bad: 1 },
      { ok: 1998, bad: 2, minutes: 495_615 },
      { ok: 999, bad: 1 },
      { ok: 1999, bad: 1, minutes: 495_795 },
    ]);
    expect(json.runs.every(({ medianMs, peakMebibytes }) => medianMs > 0 && peakMebibytes > 20)).toBe(true);
    expect(json.growth).toContainEqual(
      expect.objectContaining({ job: 'xlsx', reader: 'communs', from: 1000, to: 2000 }),
    );
    expect(json.peersNotMeasured).toEqual([
      'udsv+zod',
      'csv-parse-stream+zod',
      'papaparse+zod',
      'duckdb',
      'hucre',
      'exceljs-stream',
    ]);
  });

  it('prints a table', async () => {
    const { out } = await communs(['bench', 'intake', '--rows', '10', '--rounds', '1', '--lang', 'en']);
    expect(out).toMatch(/^csv: .*^ {2}reader +lines .*^ {2}communs +10 .*^xlsx: .*PEERS NOT MEASURED: udsv\+zod/ms);
  });

  it.each([
    ['beside another case', ['intake', 'read'], 'intake'],
    ['with an option of the other cases', ['intake', '--size', '5'], '--size'],
    ['with peers that are nowhere', ['intake', '--peers', join(tmpdir(), 'communs-no-such-peers')], '--set-up-peers'],
    ['whose options are given to another case', ['read', '--rows', '5'], '--rows'],
  ])('is refused %s', async (_, words, named) => {
    const { exitCode, json } = await communsJson<RefusedJson>(['bench', ...words, '--lang', 'en']);
    expect(exitCode).toBe(2);
    expect(json.refused).toMatchObject({ code: 'wrong-usage', detail: expect.stringContaining(named) });
  });
});
