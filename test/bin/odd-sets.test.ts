// Sets as people have them: spreadsheets left open, columns of their own, staff numbers and addresses of several companies.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSet } from '../../bin/assess/read-set.ts';
import { type TriagedEntry, triageSet } from '../../lib/use-cases/triage-set.ts';
import { communs } from './communs.ts';
import { makeTriageFolder } from './triage-folder.ts';

let folder: string;
let words: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'communs-odd-'));
  words = makeTriageFolder(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, ...lines: readonly string[]): void => writeFileSync(join(folder, name), lines.join('\n'));
const change = (name: string, from: string | RegExp, to: string): void =>
  write(name, readFileSync(join(folder, name), 'utf8').replaceAll(from, to));

const read = () =>
  readSet(
    {
      ...{ timesheets: join(folder, 'files'), commits: join(folder, 'commits'), identities: undefined },
      ...{ projects: join(folder, 'projects.json'), secondments: join(folder, 'secondments.csv') },
    },
    () => undefined,
  );
const said = ({ file, row, decision, reasons }: TriagedEntry): string =>
  `${file} ${row} ${decision} ${reasons.join('+')}`;
const triaged = async (): Promise<string[]> => triageSet(await read()).map(said);

describe('a folder of timesheets', () => {
  it('may hold what programs leave behind; what else is there is named, and what cannot be read with the reason', async () => {
    for (const name of ['~$A.xlsx', '.hidden.csv', 'Thumbs.db']) write(`files/${name}`, 'x');
    mkdirSync(join(folder, 'files', 'older.csv'));
    write('files/notes.md', 'x');
    write('files/C.csv', '');
    write('files/D.xlsx', 'PK\u0003\u0004 no workbook');
    writeFileSync(join(folder, 'files', 'E.xls'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    const { exitCode, out } = await communs([...words, '--json', '--lang', 'en']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const { summary } = lines.at(-1) as { summary: Awaited<ReturnType<typeof read>> };
    expect([exitCode, lines.length]).toEqual([2, 13]);
    expect(summary.otherFiles).toEqual(['notes.md', 'older.csv']);
    expect(summary.unreadFiles.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'C.csv empty',
      'D.xlsx not-a-spreadsheet',
      'E.xls old-xls',
    ]);
    expect(summary.unreadFiles[0]!.detail).toContain('holds no line of time');
  });

  it('without any timesheet is told as that', async () => {
    for (const name of ['A.csv', 'B.csv']) rmSync(join(folder, 'files', name));
    await expect(read()).rejects.toMatchObject({
      code: 'unreadable-file',
      detail: { en: expect.stringContaining('holds no timesheet') },
    });
  });

  it('in days of no given length is in half-days, and asks about a part of one; one in hours needs no length', async () => {
    change('projects.json', /,"companies":.*\]/g, '');
    change('files/B.csv', '0,500', '0,857');
    const { files, unread } = await read();
    expect(files.map(({ file, entries }) => `${file} ${entries.length}`)).toEqual(['A.csv 10', 'B.csv 1']);
    expect(unread).toMatchObject([{ file: 'B.csv', row: 2, code: 'ambiguous-duration' }]);
    const { out } = await communs([...words, '--json', '--lang', 'en']);
    const [last] = out.trimEnd().split('\n').slice(-2);
    expect(JSON.parse(last!)).toMatchObject({ halfDays: 2, clearHalfDays: 2, decision: 'clear' });
  });

  it('in days, of companies whose days differ, is told to be parted; one in hours is not', async () => {
    change('files/B.csv', 'B9;LIB;11', 'A1;LIB;11');
    change('files/A.csv', 'A1;LIB;18', 'B9;LIB;18');
    const { files, unreadFiles } = await read();
    expect(files.map(({ file }) => file)).toEqual(['A.csv']);
    expect(unreadFiles).toMatchObject([{ file: 'B.csv', detail: { en: expect.stringContaining('(A, B)') } }]);
  });

  it('in days takes the length of the company also where people are named by address', async () => {
    change('files/B.csv', 'B9', 'Alix@B.example');
    change('secondments.csv', 'alix@a.example alix@b.example', 'alix@a.example');
    const [first] = (await read()).files.find(({ file }) => file === 'B.csv')!.entries;
    expect(first).toMatchObject({ minutes: 234 });
  });
});

describe('a file of secondments', () => {
  it('may have a byte order mark, semicolons, columns in any order and others beside them', async () => {
    const before = await triaged();
    write(
      'secondments.csv',
      '\uFEFFdeclared_emails;note;end;start;project;company;matricule',
      '"alix@a.example;alix@b.example";x;2024-12-31;2024-02-01;LIB;A;A1',
      'alix@a.example;;2024-12-31;2024-02-01;OLD;A;A1',
      'Alix@B.example;;;2024-02-01;LIB;B;B9',
    );
    expect(await triaged()).toEqual(before);
  });

  it.each([
    [
      "line 1: the column 'end' is missing",
      ['matricule,company,project,start,declared_emails', 'A1,A,LIB,2024-02-01,'],
    ],
    ['below the header: no line', ['matricule,company,project,start,end,declared_emails']],
    ['line 2: the line has not', ['matricule,company,project,start,end,declared_emails', 'A1,A,LIB']],
    [
      "line 2, column 'end'",
      ['matricule,company,project,start,end,declared_emails', 'A1,A,LIB,2024-02-01,2024-01-31,'],
    ],
  ])('says %s', async (where, lines) => {
    write('secondments.csv', ...lines);
    await expect(read()).rejects.toMatchObject({
      code: 'invalid-declaration',
      detail: { en: expect.stringContaining(where) },
    });
  });

  it('that is no UTF-8 is told so', async () => {
    writeFileSync(join(folder, 'secondments.csv'), Buffer.from('matricule,company\nA1,Société\n', 'latin1'));
    await expect(read()).rejects.toMatchObject({ detail: { en: expect.stringContaining('UTF-8') } });
  });
});

describe('a line', () => {
  it('is of the company whose secondment names its project, where two give the same staff number', async () => {
    change('files/B.csv', /B9|LIB/g, 'A1');
    change('files/B.csv', 'A1;A1;', 'A1;NEW;');
    change('secondments.csv', /^B9,B,p-1,LIB(.*)Alix@B.example/gm, 'A1,B,p-2,NEW$1zoe@b.example');
    change('secondments.csv', 'alix@a.example alix@b.example', 'alix@a.example');
    change('projects.json', '"OLD":', '"NEW":{"repos":[]},"OLD":');
    // Two people: nothing that one declares holds the day of the other.
    expect((await triaged()).filter((line) => /A.csv 9|B.csv/.test(line))).toEqual([
      'A.csv 9 question no-public-trace',
      'B.csv 2 question no-public-trace',
      'B.csv 3 question no-public-trace',
    ]);
  });

  it('is of another company also where its name only begins as the first one’s', async () => {
    change('secondments.csv', 'B9,B,', 'B9,A minute,');
    change('projects.json', '"id":"B"', '"id":"A minute"');
    expect((await triaged()).filter((line) => line.includes('conflict'))).toEqual([
      'A.csv 9 question conflict-of-claims+no-public-trace',
      'B.csv 2 question conflict-of-claims+no-public-trace',
    ]);
  });

  it('is carried by the account that a declared address names, whatever its login was', async () => {
    change('secondments.csv', 'alix@a.example alix@b.example', '77+alix@users.noreply.github.com alix@b.example');
    const letters = 'e'.repeat(40);
    const commit = {
      ...{ sha: letters, tree: letters, parents: 1, author: 'al', author_email: '77+al@users.noreply.github.com' },
      ...{ author_date: '2024-03-19T10:00:00+01:00', committer_date: '2024-03-19T10:00:00+01:00' },
      ...{ committer_email: 'noreply@github.com', additions: 20, deletions: 0 },
    };
    writeFileSync(join(folder, 'commits', 'lib__core.jsonl.gz'), gzipSync(JSON.stringify(commit)));
    expect(await triaged()).toContain('A.csv 4 clear traces-agree');
  });

  it('of a year without frozen holidays is asked about, and the others are assessed', async () => {
    change('files/A.csv', 'A1;LIB;12/03/2024', 'A1;LIB;12/03/2040');
    const found = triageSet(await read());
    expect(found.slice(0, 3).map((one) => `${said(one)} ${one.isAssessed}`)).toEqual([
      'A.csv 2 question no-public-trace false',
      'A.csv 3 question duplicate false',
      'A.csv 4 question no-public-trace true',
    ]);
  });

  it('that repeats another uses up no trace, however many lines stand between them', async () => {
    // A commit of 20 lines carries ten hours of its day: three, and six and a half.
    const between = Array.from({ length: 9 }, (_, at) => `A1;LIB;0${at + 1}/02/2024;1,00`);
    write(
      'files/A.csv',
      'Matricule;Code projet;Date;Heures',
      'A1;LIB;12/03/2024;3,00',
      ...between,
      ...['A1;LIB;12/03/2024;3,00', 'A1;LIB;12/03/2024;6,50'],
    );
    const found = await triaged();
    expect(found.filter((line) => /^A.csv (?:2|12|13) /.test(line))).toEqual([
      'A.csv 2 clear traces-agree',
      'A.csv 12 question duplicate',
      'A.csv 13 clear traces-agree',
    ]);
  });

  it('of days before the first dated figure is assessed all the same', async () => {
    for (const name of ['files/A.csv', 'files/B.csv', 'secondments.csv']) change(name, '2024', '1996');
    change('files/A.csv', '19/03/1996', '08/04/1996');
    const found = triageSet(await read());
    expect(found.every(({ isAssessed }) => isAssessed)).toBe(true);
    // Easter Monday; a Saturday; a day before the secondment; eleven hours.
    expect(found.map(said).filter((line) => line.includes('refused'))).toEqual([
      'A.csv 4 refused non-working-day',
      'A.csv 5 refused non-working-day',
      'A.csv 6 refused outside-secondment',
      'A.csv 8 refused daily-max-exceeded',
    ]);
  });
});
