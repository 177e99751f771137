// What holds for every command: help, languages, exit codes, what is said of a command line that does not fit.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { allCommands, loadCommand } from '../../bin/commands.ts';
import { commandHelp } from '../../bin/frame/help-text.ts';
import { progressOn } from '../../bin/frame/progress.ts';
import { stepLines } from '../../bin/frame/step-lines.ts';
import { build } from '../statement/sample-statement.ts';
import { communs, communsJson, program, type RefusedJson, root } from './communs.ts';

const commands = await allCommands();

const folder = mkdtempSync(join(tmpdir(), 'communs-frame-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const timesheet = join(folder, 'octobre.csv');
writeFileSync(timesheet, 'Matricule;Date;Projet;Heures\r\nM1;12/10/2026;tdp-lib;7,5\r\n');

describe('the trace of a computation', () => {
  const [first] = build().payload.simulation!.steps;

  it('is printed as sentences with article, exact value and euros, in the language', () => {
    expect(stepLines([first!], 'x --json', 'fr')).toEqual([
      'Le calcul, étape par étape :',
      '1. Coût de personnel 2025-01-01..2025-02-14 : coût éligible × temps retenu ÷ base de temps',
      `   sur le modèle du CGI 244 quater B, II b · ${first!.exactEuros} € ≈ 6\u202f028,61\u202f€`,
    ]);
    expect(stepLines([first!], 'x --json', 'en')[2]).toBe(
      `   modelled on CGI 244 quater B, II b · ${first!.exactEuros} € ≈ €6,028.61`,
    );
  });

  it('shortens what no line holds, says where it stands whole, and prints nothing where there is no step', () => {
    const long = { ...first!, exactEuros: `${'7'.repeat(200)}/${'3'.repeat(199)}` };
    expect(stepLines([long], 'x --json', 'en')[2]).toContain('(200/199 digits, in full in x --json)');
    expect(stepLines([], 'x --json', 'fr')).toEqual([]);
  });
});

describe('help', () => {
  it('lists every command, in the language of the locale, French without one', async () => {
    const [french, english] = await Promise.all([communs(['help']), communs(['--help'], { LANG: 'en_GB.UTF-8' })]);
    for (const { name, summary } of commands) {
      expect(french.out).toContain(`  ${name}`);
      expect(french.out).toContain(summary.fr);
      expect(english.out).toContain(summary.en);
    }
    expect([french.exitCode, english.exitCode]).toEqual([0, 0]);
  });

  it('takes LC_ALL before LANG, and --lang before both', async () => {
    const locale = { LC_ALL: 'fr_FR.UTF-8', LANG: 'en_GB.UTF-8' };
    expect((await communs(['help'], locale)).out).toContain('Codes de sortie');
    expect((await communs(['help', '--lang', 'en'], locale)).out).toContain('Exit codes');
    expect((await communs(['help', '--lang=en'], locale)).out).toContain('Exit codes');
  });

  it('comes on standard error, with exit code 2, to whoever names no command', async () => {
    const { exitCode, out, err } = await communs([]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain('read FILE');
  });

  it.each(commands)('of $name shows its usage and every option in both languages', (command) => {
    const [french, english] = [commandHelp(command, 'fr'), commandHelp(command, 'en')];
    for (const text of [french, english]) {
      expect(text).toContain(`communs ${command.name}`);
      for (const option of [...Object.keys(command.options), 'json', 'lang', 'help']) {
        expect(text).toMatch(new RegExp(`^  --${option}( |$)`, 'm'));
      }
    }
    expect(french).not.toBe(english);
  });

  it('of one command is what its declaration says', async () => {
    const { exitCode, out } = await communs(['read', '--help']);
    expect([exitCode, out]).toEqual([0, `${commandHelp(await loadCommand('read'), 'fr')}\n`]);
  });

  it('of one command is one JSON object with --json', async () => {
    const { exitCode, json } = await communsJson<object>(['help', 'read', '--lang', 'en']);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({
      name: 'read',
      usage: 'communs read FILE [--year YYYY] [--day-minutes N] [--choices FILE.json] [--copy OUT.xlsx]',
    });
    expect((await communsJson<object>(['read', '-h', '--lang', 'en'])).json).toEqual(json);
  });
});

it('tells its version and that of node', async () => {
  const { json } = await communsJson<Record<string, string>>(['version']);
  expect(json.node).toMatch(/^2[4-9]\./);
  expect((await communs(['--version'])).out).toContain(`communs ${json.version}`);
});

const summaries = commands.flatMap(({ name, summary, options }) => [
  { name, ...summary },
  ...Object.entries(options).map(([option, declared]) => ({ name: `${name} --${option}`, ...declared.summary })),
]);

it.each(summaries)('$name is explained in French and in English, with the apostrophe of print', ({ fr, en }) => {
  expect(fr).not.toBe(en);
  expect(`${fr} ${en}`).not.toMatch(/\p{L}'\p{L}/u);
});

describe('a command line that does not fit is refused with exit code 2:', () => {
  const lines: readonly (readonly [name: string, words: readonly string[], fr: string, en: string])[] = [
    ['a command misspelt', ['raed', timesheet], 'Vouliez-vous dire « read »', "Did you mean 'read'"],
    ['a command unlike any', ['xyzzyxyzzy'], 'n’existe pas. Voyez', "no command 'xyzzyxyzzy'. See"],
    ['help of a command misspelt', ['help', 'verfy'], 'Vouliez-vous dire « verify »', "Did you mean 'verify'"],
    ['an option misspelt', ['read', timesheet, '--yaer', '2026'], 'dire « --year »', "mean '--year'"],
    ['an option of another command', ['read', timesheet, '--check'], 'n’existe pas ici', 'no option'],
    ['a short option', ['read', timesheet, '-y'], '« -y » n’existe pas ici', "no option '-y'"],
    ['an option twice', ['read', timesheet, '--year', '2025', '--year=2026'], 'donné deux fois', 'given twice'],
    ['an option without its value', ['read', timesheet, '--year'], '--year YYYY', '--year YYYY'],
    ['… for the next option', ['read', timesheet, '--year', '--json=no'], 'une valeur', 'a value'],
    ['a switch with a value', ['read', timesheet, '--json=no'], 'ne prend pas de valeur', 'takes no value'],
    ['no file', ['read'], 'Il manque FILE', 'FILE is missing'],
    ['two files', ['read', timesheet, 'autre.csv'], '« autre.csv » est de trop', "'autre.csv' is one word too many"],
    ['a word for a command that takes none', ['version', 'now'], '« now » est de trop', "'now' is one word"],
    ['a language we do not speak', ['read', timesheet, '--lang', 'de'], 'fr ou en', 'fr or en'],
    ['a year in letters', ['read', timesheet, '--year', 'MMXXVI'], 'de 1900 à 9998', 'from 1900 to 9998'],
    ['a day too long', ['read', timesheet, '--day-minutes', '1441'], 'de 1 à 1440', 'from 1 to 1440'],
  ];

  it.each(lines)('%s', async (_name, words, fr, en) => {
    const [french, english] = await Promise.all([communs(words), communs(words, { LANG: 'en_US.UTF-8' })]);
    expect([french.exitCode, french.out, english.exitCode, english.out]).toEqual([2, '', 2, '']);
    expect(french.err).toContain(fr);
    expect(english.err).toContain(en);
    expect(french.err).toMatch(/ \[wrong-usage\]\n$/);
  });

  it('as one JSON object on standard output with --json', async () => {
    const { exitCode, json, err } = await communsJson<RefusedJson>(['read', timesheet, '--yaer', '2026', '--lang=en']);
    expect(exitCode).toBe(2);
    expect(err).toBe('');
    expect(json.refused.code).toBe('wrong-usage');
    expect(json.refused.detail).toContain("Did you mean '--year'?");
  });
});

describe('a file that cannot be read', () => {
  const paths: readonly (readonly [name: string, path: string, fr: string, en: string])[] = [
    ['that is not there', join(folder, 'absent.csv'), 'il n’existe pas', 'it does not exist'],
    ['that is a folder', folder, 'c’est un dossier', 'it is a folder'],
    [
      'below another file',
      join(timesheet, 'x.csv'),
      'un de ses dossiers est un fichier',
      'one of its folders is a file',
    ],
    ['with a name too long', 'x'.repeat(300), 'erreur ENAMETOOLONG', 'system error ENAMETOOLONG'],
  ];

  it.each(paths)('%s is named, in both languages', async (_name, path, fr, en) => {
    // What `verify` takes may be the folder of a bundle.
    const commands = path === folder ? ['read', 'compute'] : ['read', 'compute', 'verify'];
    for (const command of commands) {
      const [french, english] = await Promise.all([communs([command, path]), communs([command, path, '--lang', 'en'])]);
      expect([french.exitCode, english.exitCode]).toEqual([2, 2]);
      expect(french.err).toContain(`« ${path} » ne peut pas être lu : ${fr}`);
      expect(english.err).toContain(`'${path}' cannot be read: ${en}`);
    }
  });

  it('that never ends is left at 100 MB', async () => {
    const { exitCode, json } = await communsJson<RefusedJson>(['read', '/dev/zero']);
    expect([exitCode, json.refused.code]).toEqual([2, 'too-large']);
  });
});

it('tells how far long work is once a second, and nothing in the first', () => {
  vi.useFakeTimers();
  const lines: string[] = [];
  const progress = progressOn((line) => lines.push(line), 'en');
  for (let n = 0; n < 30; n += 1) {
    progress({ fr: `fait ${n}`, en: `done ${n}` });
    vi.advanceTimersByTime(100);
  }
  vi.useRealTimers();
  expect(lines).toEqual(['done 10\n', 'done 20\n']);
});

it('stops quietly where whoever reads its output has enough', () => {
  const line = `"${join(root, 'node_modules/.bin/node')}" bin/communs.js read "${timesheet}" --json | true; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: root, encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['0\n', '']);
});

describe('node', () => {
  it('too old is told what to do, in both languages, with exit code 2', () => {
    // The entry is the only file that an old node reads; the version is what it looks at.
    const pretend = 'Object.defineProperty(process.versions, "node", { value: "20.20.2" });';
    const line = `${pretend} await import(${JSON.stringify(join(root, 'bin/communs.js'))})`;
    const { status, stdout, stderr } = spawnSync(
      join(root, 'node_modules/.bin/node'),
      ['--input-type=module', '-e', line],
      { encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('npm ci, puis npx communs');
    expect(stderr).toContain('npm ci, then npx communs');
  });

  it('of the system runs the program, or says why not', () => {
    const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'));
    const env = { ...process.env, PATH: path.join(delimiter) };
    const version = spawnSync('node', ['--version'], { env, encoding: 'utf8' }).stdout;
    const isOld = Number.parseInt(version.slice(1), 10) < 24;
    const { status, stderr } = spawnSync(program, ['version'], { env, encoding: 'utf8' });
    expect([status, stderr.split('\n').length]).toEqual(isOld ? [2, 3] : [0, 1]);
  });

  it('of npx in the checkout is the one that the checkout brings', () => {
    const { status, stdout } = spawnSync('npx', ['communs', 'version', '--json'], { cwd: root, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ node: process.versions.node });
  });
});
