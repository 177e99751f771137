// communs assess as a person runs it: one line for each entry, then the summary; a set that cannot be read is said as what it is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communs, communsJson, type RefusedJson } from './communs.ts';
import { makeTriageFolder, rowsOfA } from './triage-folder.ts';

interface Assessed {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly day: string;
  readonly person: string;
  readonly project: string;
  readonly minutes: number;
  readonly clearMinutes: number;
  readonly corroboration: string;
  readonly decision: string;
  readonly reasons: readonly string[];
  readonly evidence: readonly string[];
}

interface Summary {
  readonly summary: {
    readonly entries: number;
    readonly minutes: number;
    readonly decisions: Readonly<Record<string, { readonly entries: number; readonly minutes: number }>>;
    readonly unreadRows: readonly { readonly file: string; readonly row: number; readonly detail: string }[];
    readonly missingRepositories: readonly string[];
  };
}

const folder = mkdtempSync(join(tmpdir(), 'communs-assess-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const words = makeTriageFolder(folder);

async function assess(more: readonly string[] = []) {
  const { exitCode, out, err } = await communs([...words, ...more, '--json']);
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  return { exitCode, err, entries: lines.slice(0, -1) as Assessed[], summary: (lines.at(-1) as Summary).summary };
}

describe('communs assess', () => {
  let found: Awaited<ReturnType<typeof assess>>;
  beforeAll(async () => {
    found = await assess();
  });
  const said = (file: string): string[] =>
    found.entries
      .filter((entry) => entry.file === file)
      .map(({ row, decision, reasons }) => `${row} ${decision} ${reasons.join('+')}`);

  it('says of each line who is asked, and why', () => {
    expect(said('A.csv')).toEqual([
      '2 clear traces-agree',
      '3 question duplicate',
      '4 question no-public-trace',
      '5 refused non-working-day',
      '6 refused outside-secondment',
      '7 refused project-not-eligible-at-date',
      '8 refused daily-max-exceeded',
      '9 question conflict-of-claims+no-public-trace',
      '10 question no-public-trace',
      '11 question identity-proposed',
    ]);
  });

  it('knows one person at two employers by an address that she declared to both', () => {
    expect(said('B.csv')).toEqual(['2 question conflict-of-claims+no-public-trace', '3 clear traces-agree']);
  });

  it('tells each line with its place, its minutes by the company’s own day, and the commits', () => {
    const last = found.entries.at(-1)!;
    expect(last).toEqual({
      ...{ file: 'B.csv', sheet: null, row: 3, day: '2024-04-11', person: 'B9', project: 'LIB', minutes: 468 },
      ...{ clearMinutes: 468, corroboration: 'agrees', decision: 'clear', reasons: ['traces-agree'] },
      evidence: ['c'.repeat(40)],
    });
    expect(found.entries.filter(({ decision, clearMinutes }) => decision !== 'clear' && clearMinutes > 0)).toEqual([]);
  });

  it('ends with sums that add up, and names a repository that nobody recorded', () => {
    const { exitCode, entries, summary } = found;
    expect(exitCode).toBe(0);
    expect(entries).toHaveLength(rowsOfA.length + 2);
    expect(summary.entries).toBe(entries.length);
    expect(summary.minutes).toBe(entries.reduce((sum, { minutes }) => sum + minutes, 0));
    const decided = Object.values(summary.decisions);
    expect(decided.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(summary.minutes);
    expect([summary.unreadRows, summary.missingRepositories]).toEqual([[], ['lib/unseen']]);
  });

  it('takes another address of her name, and those of a file of identities, for proposals and never for links', async () => {
    const identities = join(folder, 'identities.jsonl');
    const emails = ['Alix@A.example', 'alix@home.example'].map((email) => ({ email }));
    writeFileSync(identities, `${JSON.stringify({ person: 'p-1', bot: false, names: [], emails })}\n`);
    const { entries } = await assess(['--identities', identities]);
    expect(entries.map(({ decision }) => decision)).toEqual(found.entries.map(({ decision }) => decision));
    const row = entries.find(({ file, row: at }) => file === 'A.csv' && at === 10);
    expect(row).toMatchObject({ decision: 'question', reasons: ['identity-proposed'], evidence: [] });
  });

  it('exits with 1 and tells the cell where a row cannot be read; the others are assessed', async () => {
    const other = mkdtempSync(join(tmpdir(), 'communs-assess-'));
    try {
      const asked = makeTriageFolder(other);
      const sheet = 'Matricule;Code projet;Date;Heures\r\nA1;LIB;12/03/2024;7,00\r\nA1;LIB;13/03/2024;RTT\r\n';
      writeFileSync(join(other, 'files', 'A.csv'), sheet);
      const { exitCode, out } = await communs([...asked, '--json', '--lang', 'en']);
      const { summary } = JSON.parse(out.trimEnd().split('\n').at(-1)!) as Summary;
      expect([exitCode, summary.entries]).toEqual([1, 3]);
      expect(summary.unreadRows).toMatchObject([{ file: 'A.csv', row: 3, detail: expect.stringContaining('RTT') }]);
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('says in words what is counted by decision and reason', async () => {
    const { exitCode, out } = await communs([...words, '--lang', 'en']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^nothing to ask: 2\n {2}traces-agree 2\nto be asked: 6\n/);
    expect(out).toContain('No recorded commits of lib/unseen');
  });

  it.each([
    ['projects.json', '{"projects":{"LIB":{"repos":"lib/core"}}}', 'projects.LIB.repos'],
    [
      'projects.json',
      '{"projects":{"L":{"repos":[],"licence_event":{"date":"2024-01-01","before":"MIT","after":"not a licence"}}}}',
      'not a licence',
    ],
    [
      'secondments.csv',
      'matricule,company,project,start,end,declared_emails\nA1,A,LIB,2024-02-31,,a@b.example',
      'line 2',
    ],
  ])('says of a %s that it cannot read where and what to write', async (name, content, where) => {
    const other = mkdtempSync(join(tmpdir(), 'communs-assess-'));
    try {
      const asked = makeTriageFolder(other);
      writeFileSync(join(other, name), content);
      const { exitCode, json } = await communsJson<RefusedJson>([...asked, '--lang', 'en']);
      expect([exitCode, json.refused.code]).toEqual([2, 'invalid-declaration']);
      expect(json.refused.detail).toContain(where);
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('says of a folder that is none what it is', async () => {
    const asked = words.map((word) => (word === join(folder, 'commits') ? join(folder, 'nowhere') : word));
    const { exitCode, json } = await communsJson<RefusedJson>(asked);
    expect([exitCode, json.refused.code]).toEqual([2, 'unreadable-file']);
  });
});
