// `communs dev` as a visitor meets it: in memory and without git, so that nothing is installed and nothing stays.
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leftToDo, scenario } from '../../examples/scenario.ts';
import { decodeBase64url } from '../../lib/statement/base64url.ts';
import { communs, communsJson, node, program, type RefusedJson, root } from './communs.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-dev-'));
const empty = join(folder, 'no-programs');
mkdirSync(empty);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Report {
  readonly sample: { readonly acts: number; readonly playedNow: number };
  readonly isKept: boolean;
  readonly statements: readonly { readonly folder: string; readonly result: string }[];
  readonly portal: {
    readonly address: string;
    readonly doors: readonly { readonly name: string; readonly awaits: string; readonly address: string }[];
    readonly alter: string;
  };
}

describe('the sample in memory, on a machine without git, served', () => {
  let child: ChildProcessByStdio<null, Readable, Readable>;
  let ended: Promise<unknown[]>;
  let told = '';
  let report: Report;

  beforeAll(async () => {
    const { LC_ALL: _all, LC_MESSAGES: _messages, LANG: _lang, ...surroundings } = process.env;
    child = spawn(node, [program, 'dev', '--memory', '--json'], {
      env: { ...surroundings, PATH: empty },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    ended = once(child, 'close');
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    let answer = '';
    for await (const text of child.stdout.setEncoding('utf8')) {
      answer += text;
      if (answer.endsWith('\n')) break;
    }
    report = JSON.parse(answer) as Report;
  }, 240_000);
  afterAll(() => {
    child.kill('SIGKILL');
  });

  it('says how to install git, then a line for each month, and takes the recorded contributions', () => {
    const [first, second = '', ...months] = told.trim().split('\n');
    expect(first).toBe(`L’exemple est joué sur une horloge TEST : actes 1 à ${scenario.length}.`);
    expect(second).toContain('sudo apt install git');
    expect(months).toHaveLength(14);
    expect(months[1]).toMatch(/^février 2025 : lignes de temps \d+, contributions \d+, .*vérifications 13/);
    expect(report.sample).toEqual({ acts: scenario.length, playedNow: scenario.length });
    expect(report.isKept).toBe(false);
  });

  it('issues statements that verify, with the same time whoever shows the commits', () => {
    expect(report.statements.map(({ result }) => result)).toEqual(['authentic', 'authentic']);
    const { minutes } = JSON.parse(readFileSync(join(report.statements[1]!.folder, 'statement.json'), 'utf8'));
    expect(minutes).toMatchObject({ declared: 92_205, awaiting: 210, withdrawn: 0 });
  });

  it('opens one numbered address for each person to whom something is left, and one for the auditor', async () => {
    const { doors } = report.portal;
    expect(doors).toHaveLength(leftToDo.length + 1);
    for (const { address, name } of doors.slice(0, -1)) {
      const asked = new URL(address);
      const [person, next] = [asked.searchParams.get('person')!, asked.searchParams.get('next')!];
      const page = await (await fetch(asked)).text();
      expect(page.match(/name="person"/g), name).toHaveLength(1);
      expect(page).toContain(name);
      const signedIn = await fetch(new URL('/sign-in', asked), {
        method: 'POST',
        body: new URLSearchParams({ person, next }),
        redirect: 'manual',
      });
      expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, next]);
      const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
      const there = await fetch(new URL(next, asked), { headers: { cookie } });
      expect([there.status, name]).toEqual([200, name]);
      expect(await there.text()).toContain('<strong>TEST</strong>');
    }
    const auditor = new URL(doors.at(-1)!.address);
    expect(auditor.hash).toMatch(/^#([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    expect((await fetch(auditor)).status).toBe(200);
  });

  it('gives the auditor what opens her link', async () => {
    const { address, awaits } = report.portal.doors.at(-1)!;
    const [, siren = '', code = ''] = /SIREN (\d{9}), code (\d{6})$/.exec(awaits) ?? [];
    const link = new URL(address);
    const open = (typed: string) =>
      fetch(link, {
        method: 'POST',
        body: new URLSearchParams({ secret: link.hash.slice(1), siren, code: typed }),
        redirect: 'manual',
      });
    const opened = await open(code);
    expect(opened.status).toBe(303);
    const cookie = opened.headers.getSetCookie()[0]!.split(';')[0]!;
    const statement = await fetch(new URL(opened.headers.get('location')!, link), { headers: { cookie } });
    expect([statement.status, await statement.text()]).toEqual([200, expect.stringContaining('2025-0001')]);
    expect((await open(code === '000000' ? '000001' : '000000')).status).toBe(422);
  });

  it('ends with a command that alters a copy of the statement and shows it refused', () => {
    const { stdout, status } = spawnSync('sh', ['-c', report.portal.alter], { cwd: root, encoding: 'utf8' });
    expect([stdout.includes('Non authentique') || stdout.includes('Not authentic'), status]).toEqual([true, 1]);
    const at = report.statements[1]!.folder;
    const [original, altered] = ['statement.jws', 'altered.jws'].map((name) => {
      const [, payload = ''] = readFileSync(join(at, name), 'utf8').split('.');
      return JSON.parse(new TextDecoder().decode(decodeBase64url(payload)!));
    });
    expect(altered).toEqual({ ...original, minutes: { ...original.minutes, declared: 82_205 } });
  });

  it('holds its port: another start on it is refused at once, with two ways on', async () => {
    const { port } = new URL(report.portal.address);
    const { exitCode, json, err } = await communsJson<RefusedJson>(['dev', '--memory', '--port', port]);
    expect([exitCode, json.refused.code]).toEqual([2, 'port-in-use']);
    expect(json.refused.detail).toMatch(/--port.*premier libre/);
    expect(err).toBe('');
  });

  it('ends well at Ctrl-C', async () => {
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
  });
});

it('plays nothing into a ledger that holds something else', async () => {
  const data = ['--data', join(folder, 'own')];
  expect((await communs(['registry', join(root, 'examples/organisation/registry.json'), ...data])).exitCode).toBe(0);
  const { exitCode, out } = await communs(['dev', '--once', ...data]);
  expect(exitCode).toBe(0);
  expect(out).toMatch(
    /^Ce répertoire tient un autre grand livre.*--data\.\nThis directory holds another ledger.*--data\.\n$/,
  );
});

it('refuses a port that is none', async () => {
  const { exitCode, json } = await communsJson<RefusedJson>(['dev', '--memory', '--port', '70000']);
  expect([exitCode, json.refused.code]).toEqual([2, 'wrong-usage']);
});
