// The commands on an embedded ledger, as a person runs them one after the other: what is written, what stands already, what is refused.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { declarationKinds } from '../../lib/intake/declarations/templates.ts';
import { communs, communsJson, node, program, type RefusedJson, root } from './communs.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const data = join(folder, 'ledger');
const siren = '999001001';
const company = ['--company', siren];
const companyOf = (kind: string): readonly string[] => (['registry', 'company'].includes(kind) ? [] : company);

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Receipt {
  readonly written: number;
  readonly unchanged: number;
  readonly notes: readonly string[];
}

describe('a ledger, declared from the templates alone,', () => {
  it.each(['registry', 'company', 'secondments', 'identities', 'pay', 'fiscal-year'])('takes %s once', async (kind) => {
    const { out, exitCode } = await communs([kind, '--template']);
    expect(exitCode).toBe(0);
    const path = file(`${kind}.txt`, out);
    const words = [kind, path, ...companyOf(kind), '--data', data];
    const first = await communsJson<Receipt>(words);
    expect([first.exitCode, first.json.unchanged]).toEqual([0, 0]);
    expect(first.json.written).toBeGreaterThan(0);
    const again = await communsJson<Receipt>(words);
    expect([again.exitCode, again.json.written, again.json.unchanged]).toEqual([0, 0, first.json.written]);
  });

  it('lets the person herself accept her addresses, once', async () => {
    const words = ['accept-identities', '--as', `${siren}/R-101`, '--data', data];
    const first = await communs(words);
    expect([first.exitCode, first.out]).toEqual([
      0,
      'alex@rail.example : rattachée\nalex@webmail.example : rattachée\n',
    ]);
    const again = await communs([...words, '--lang', 'en']);
    expect([again.exitCode, again.out]).toEqual([
      0,
      'alex@rail.example: linked already\nalex@webmail.example: linked already\n',
    ]);
  });

  it('says whom to ask where nothing is vouched for, with exit code 1', async () => {
    const { exitCode, out } = await communs(['accept-identities', '--as', `${siren}/B-201`, '--data', data]);
    expect(exitCode).toBe(1);
    expect(out).toContain('communs identities');
  });

  it('takes the recorded contributions of a repository, once', async () => {
    const path = join(root, 'examples/recorded/commun-ferroviaire.jsonl.gz');
    const words = ['pull', '--project', 'projet-exemple', '--from', path, '--data', data];
    const first = await communsJson<Receipt>(words);
    expect(first).toMatchObject({ exitCode: 0, json: { unchanged: 0 } });
    expect(first.json.written).toBeGreaterThan(100);
    expect(await communsJson<Receipt>(words)).toMatchObject({ exitCode: 0, json: { written: 0, unchanged: 1 } });
    const said = await communs([...words, '--lang', 'en']);
    expect(said.out).toBe('https://git.example/projet-exemple.git: nothing new\n');
  });

  it('takes those of a git repository, as many as git shows', async () => {
    const origin = join(folder, 'origin');
    const git = (...words: string[]) =>
      spawnSync('git', ['-c', 'user.name=Alex', '-c', 'user.email=alex@rail.example', ...words], { cwd: folder });
    git('init', '-q', origin);
    for (let n = 0; n < 3; n += 1) git('-C', origin, 'commit', '-q', '--allow-empty', '-m', `${n}`);
    const registry = readFileSync(join(folder, 'registry.txt'), 'utf8');
    const path = file('local.json', registry.replace('https://git.example/projet-exemple.git', origin));
    expect((await communs(['registry', path, '--data', data])).exitCode).toBe(0);
    const words = ['pull', '--project', 'projet-exemple', '--data', data];
    expect(await communsJson<Receipt>(words)).toMatchObject({ exitCode: 0, json: { written: 3, unchanged: 0 } });
    expect(await communsJson<Receipt>(words)).toMatchObject({ exitCode: 0, json: { written: 0, unchanged: 1 } });
  });
});

describe('what cannot be is refused:', () => {
  const pay = join(folder, 'pay.txt');
  const toPrepare = [
    'prepare',
    '--scheme',
    'digital-commons-investor',
    '--year',
    '2025',
    ...company,
    '--as',
    'finance-exemple',
  ];
  const lines: readonly (readonly [name: string, words: readonly string[], exitCode: number, code: string])[] = [
    ['a SIREN with a wrong key', ['pay', pay, '--company', '999001002'], 1, 'invalid-siren'],
    ['a company that is not enrolled', ['pay', pay, '--company', '732829320'], 1, 'unknown-company'],
    ['somebody unknown', ['pay', pay, ...company, '--as', 'nobody'], 1, 'unknown-person'],
    ['an unknown developer', ['accept-identities', '--as', `${siren}/Z-9`], 1, 'unknown-developer'],
    ['a person without a company', ['accept-identities', '--as', 'R-101'], 2, 'wrong-usage'],
    ['no company', ['pay', pay], 2, 'wrong-usage'],
    ['no file', ['registry'], 2, 'wrong-usage'],
    ['a reading of another scheme', [...toPrepare, '--reading', 'annual-flat'], 2, 'wrong-usage'],
    [
      'a reading of a scheme that has none',
      [...toPrepare, '--scheme', 'none', '--reading', 'credit'],
      2,
      'wrong-usage',
    ],
    ['an unknown project', ['pull', '--project', 'nope'], 1, 'unknown-project'],
    ['an unknown repository', ['pull', '--project', 'projet-exemple', '--repository', 'nope'], 2, 'wrong-usage'],
    ['a recording that is not there', ['pull', '--project', 'projet-exemple', '--from', 'nope'], 2, 'unreadable-file'],
    [
      'a data directory below a file',
      ['registry', join(folder, 'registry.txt'), '--data', join(pay, 'x')],
      2,
      'data-directory-not-writable',
    ],
  ];

  it.each(lines)('%s', async (_name, words, exitCode, code) => {
    const where = words.includes('--data') ? words : [...words, '--data', data];
    const { exitCode: ended, out, err } = await communs(where);
    expect([ended, out]).toEqual([exitCode, '']);
    expect(err).toMatch(new RegExp(`^communs: .+ \\[${code}\\]\\n$`));
  });

  it('in the language asked for', async () => {
    const words = ['pay', pay, ...company, '--as', 'nobody', '--data', data];
    expect((await communs(words)).err).toContain('Personne ne s’appelle « nobody » ici.');
    expect((await communs([...words, '--lang', 'en'])).err).toContain("Nobody here is called 'nobody'.");
  });

  it('a file with problems: all of them, each with its place, and nothing is written', async () => {
    const path = file(
      'faux.csv',
      readFileSync(pay, 'utf8')
        .replace(/;48.250,00;/u, ';beaucoup;')
        .replace(';jours;', ';lunes;'),
    );
    const { exitCode, json } = await communsJson<{
      readonly refused: RefusedJson['refused'] & { readonly problems: readonly { row: number; column: string }[] };
    }>(['pay', path, ...company, '--data', data]);
    expect([exitCode, json.refused.code]).toEqual([1, 'problems-block']);
    expect(json.refused.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '8 Brut',
      '9 Origine de la base',
    ]);
    const said = await communs(['pay', path, ...company, '--data', data, '--lang', 'en']);
    expect(said.err.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(2);
  });
});

describe('communs check', () => {
  it('reads everything again and finds nothing', async () => {
    const { exitCode, json } = await communsJson(['check', '--data', data]);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ ok: true, findings: [], behind: [] });
    const { out } = await communs(['check', '--data', data, '--lang', 'en']);
    expect(out).toMatch(/^Read again: books [1-9]\d*, facts [1-9]\d*, rows [\d,]+\.\nNothing was changed/);
  });

  it('names what was changed, in both languages, and exits with 1', async () => {
    const head = join(data, 'heads/registry.jws');
    const before = readFileSync(head, 'utf8');
    writeFileSync(
      head,
      before.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
    );
    const { exitCode, json } = await communsJson(['check', '--data', data]);
    expect([exitCode, json]).toMatchObject([1, { ok: false, findings: [{ book: 'registry', what: 'head' }] }]);
    const [french, english] = [
      await communs(['check', '--data', data]),
      await communs(['check', '--data', data, '--lang', 'en']),
    ];
    expect([french.exitCode, english.exitCode]).toEqual([1, 1]);
    expect(french.out).toContain('Anomalies (1) :');
    expect(english.out).toContain('Findings (1):');
    writeFileSync(head, before);
  });

  it('does not call an empty ledger sound', async () => {
    const { exitCode, out, err } = await communs(['check', '--data', join(folder, 'nowhere')]);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(/Ce grand livre est vide : .+ \[wrong-usage\]\n$/);
  });
});

it('leaves views as they are where they say what the facts say', async () => {
  const { exitCode, json } = await communsJson(['rebuild-views', '--data', data]);
  expect([exitCode, json]).toMatchObject([0, { facts: 0, repaired: 0, removed: 0, broken: [] }]);
  const { out } = await communs(['rebuild-views', '--data', data, '--lang', 'en']);
  expect(out).toMatch(/^Books: [1-9]\d*\. .+ Views made again: 0; removed: 0\.\n$/);
});

it('tells a fault as one, with exit code 2, and where it came from only to whoever asks', async () => {
  const broken = join(folder, 'broken');
  mkdirSync(broken);
  writeFileSync(join(broken, 'clock.json'), '{}');
  const words = ['check', '--data', broken];
  const quiet = await communs(words);
  expect([quiet.exitCode, quiet.out]).toEqual([2, '']);
  expect(quiet.err).toMatch(/^communs: Panne du programme \(\w+\) : .+COMMUNS_DEBUG=1.+ \[fault\]\n$/);
  const asked = await communs([...words, '--lang', 'en'], { COMMUNS_DEBUG: '1' });
  expect(asked.err).toContain('A fault of the program');
  expect(asked.err).toMatch(/^ +at .+clock\.ts/m);
  const { exitCode, json } = await communsJson<RefusedJson>(words);
  expect([exitCode, json.refused.code]).toEqual([2, 'fault']);
});

it('keeps nothing in memory, and makes no directory', async () => {
  const working = mkdtempSync(join(folder, 'work-'));
  const { status, stdout } = spawnSync(
    node,
    [program, 'registry', join(folder, 'registry.txt'), '--memory', '--json'],
    {
      cwd: working,
      encoding: 'utf8',
    },
  );
  expect([status, JSON.parse(stdout).written]).toEqual([0, 7]);
  expect(readdirSync(working)).toEqual([]);
});

it('closes its ledger when it is stopped, and the same command again goes on', async () => {
  const stopped = ['--data', join(folder, 'stopped')];
  const users = join(folder, 'stopped/ledger/users');
  await communs(['registry', join(folder, 'registry.txt'), ...stopped]);
  // A recording that never begins: the command waits for it until somebody stops it.
  const endless = join(folder, 'endless.jsonl.gz');
  spawnSync('mkfifo', [endless]);
  const words = ['pull', '--project', 'projet-exemple', ...stopped, '--from'];
  const child = spawn(node, [program, ...words, endless], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  // Opens when the command opens it too.
  const writer = await open(endless, 'w');
  child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  await writer.close();
  expect(readdirSync(users)).toEqual([]);
  const recorded = join(root, 'examples/recorded/commun-ferroviaire.jsonl.gz');
  expect((await communs([...words, recorded])).exitCode).toBe(0);
});

it('has a command for each kind of declaration', async () => {
  const answers = await Promise.all(declarationKinds.map((kind) => communsJson(['help', kind])));
  expect(answers.map(({ exitCode }) => exitCode)).toEqual(declarationKinds.map(() => 0));
});
