// The commands that touch no ledger, as a person runs them: read, compute, verify.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localSigner } from '../../lib/adapters/signer/local-signer.ts';
import type { Reading } from '../../lib/intake/reading.ts';
import { toHex } from '../../lib/model/hashing.ts';
import { openBundle } from '../../lib/statement/bundle/bundle-zip.ts';
import { linesOf } from '../../lib/statement/bundle/text-lines.ts';
import { disclosuresText } from '../../lib/statement/sd-jwt.ts';
import { statusPayload } from '../../lib/statement/status.ts';
import type { Verification } from '../../lib/statement/verify.ts';
import { describeWithShared } from '../shared.ts';
import { build, jwksOf, sha256, sign } from '../statement/sample-statement.ts';
import { communs, communsJson, node, type RefusedJson, root } from './communs.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-ledgerless-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const header = 'Matricule;Date;Projet;Heures\r\n';

describe('communs template', () => {
  it.each(['modele.xlsx', 'modele.ods', 'modele.csv'])('writes %s, which read takes as it stands', async (name) => {
    const path = join(folder, name);
    const { exitCode, out } = await communs(['template', path]);
    expect([exitCode, out]).toEqual([0, expect.stringContaining(path)]);
    const read = await communsJson<Reading>(['read', path]);
    expect([read.exitCode, read.json.problems, read.json.entries.length]).toEqual([0, [], 5]);
    await communs(['template', path, '--grid', '--lang', 'en']);
    expect((await communsJson<Reading>(['read', path])).json.totals.halfDays).toBe(17);
  });

  it('says which names it can write, and where it cannot', async () => {
    const codeOf = async (path: string) => (await communsJson<RefusedJson>(['template', path])).json.refused.code;
    expect(await codeOf(join(folder, 'modele.doc'))).toBe('wrong-usage');
    expect(await codeOf(join(folder, 'nowhere', 'modele.xlsx'))).toBe('unwritable-file');
  });
});

describe('communs read', () => {
  const good = file('bon.csv', `${header}M1;12/10/2026;tdp-lib;7,50\r\nM1;13/10/2026;tdp-lib;7,20\r\n`);
  const bad = file(
    'faux.csv',
    `${header}M1;12/10/2026;tdp-lib;7,50\r\nM1;13/10/2026;tdp-lib;RTT\r\nM1;32/10/2026;tdp-lib;1\r\n`,
  );

  it('gives counts that add up, and exit code 0, where nothing blocks', async () => {
    const { exitCode, out, err } = await communs(['read', good, '--lang', 'en']);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toContain('Rows of time: 2 = 2 ready + 0 to fix');
    expect(out).toContain('14h42');
  });

  it('lists each problem by cell with its sentence, and exits with 1, where one blocks', async () => {
    const { exitCode, out } = await communs(['read', bad]);
    expect(exitCode).toBe(1);
    expect(out).toContain('À corriger (2) :');
    expect(out).toMatch(/ligne 3 +not-a-duration +Ligne 3.*« RTT » n’est pas une durée/);
    expect(out).toMatch(/ligne 4 +not-a-date /);
    expect(out).toContain('Lignes de temps : 3 = 1 prêtes + 2 à corriger');
  });

  it('still prints the whole reading as JSON then, each problem in the language asked for', async () => {
    const { exitCode, json } = await communsJson<Reading>(['read', bad, '--lang', 'en']);
    expect(exitCode).toBe(1);
    expect(json.totals).toMatchObject({ rows: 3, ready: 1, toFix: 2, minutes: 450 });
    expect(json.problems.map(({ code }) => code)).toEqual(['not-a-duration', 'not-a-date']);
    expect(json.problems[0]!.detail).toContain('is not a duration');
  });

  it('refuses days outside --year', async () => {
    const { exitCode, json } = await communsJson<Reading>(['read', good, '--year', '2025']);
    expect(exitCode).toBe(1);
    expect(new Set(json.problems.map(({ code }) => code))).toEqual(new Set(['date-out-of-year']));
  });

  it('writes a copy with the bad cells marked, that reads the same; never over the file itself', async () => {
    const copy = join(folder, 'copie.xlsx');
    const first = await communsJson<Reading>(['read', bad, '--copy', copy]);
    const second = await communsJson<Reading>(['read', copy]);
    expect([first.exitCode, second.exitCode]).toEqual([1, 1]);
    expect(second.json.problems.map(({ row, code }) => `${row} ${code}`)).toEqual(['3 not-a-duration', '4 not-a-date']);
    expect(second.json.problems.map(({ cell }) => cell)).toEqual(['D3', 'B4']);
    const { json } = await communsJson<RefusedJson>(['read', copy, '--copy', copy]);
    expect(json.refused.code).toBe('wrong-usage');
  });

  it('takes the length of a day from --day-minutes', async () => {
    const days = file('jours.csv', 'Matricule;Date;Projet;Jours\r\nM1;12/10/2026;tdp-lib;0,857\r\n');
    expect((await communsJson<Reading>(['read', days])).exitCode).toBe(1);
    const { exitCode, json } = await communsJson<Reading>(['read', days, '--day-minutes', '420']);
    expect([exitCode, json.totals.minutes]).toEqual([0, 360]);
  });

  it('refuses with exit code 2 what is no timesheet at all', async () => {
    const { exitCode, json } = await communsJson<RefusedJson>([
      'read',
      file('page.xls', '<html><table></table></html>'),
    ]);
    expect([exitCode, json.refused.code]).toEqual([2, 'html-disguised']);
  });
});

describeWithShared('the intake cases through the program', 'the folder of timesheets', (shared) => {
  it('are all as expected', { timeout: 300_000 }, () => {
    const tool = join(shared, 'data/intake/check.mjs');
    const program = `"${node}" "${join(root, 'bin/communs.js')}" read {file} --json`;
    const { status, stdout } = spawnSync(node, [tool, program], { encoding: 'utf8' });
    expect(stdout).toMatch(/^(\d+) of \1 as expected/m);
    expect(status).toBe(0);
  });
});

interface Computed {
  readonly cases: readonly {
    readonly id: string;
    readonly refused?: { readonly code: string };
    readonly standing?: string;
  }[];
  readonly check?: { readonly compared: number; readonly difference: object | null };
}

describe('communs compute', () => {
  const invented = join(root, 'test/cases/digital-commons-investor/invented.json');
  const { cases } = JSON.parse(readFileSync(invented, 'utf8')) as { cases: { id: string; expected: object }[] };
  const fileOf = (name: string, list: readonly object[]): string =>
    file(name, JSON.stringify({ meta: { format: 'law-cases/1' }, cases: list }));

  it('prints each case with its standing: no amount of a proposal without that word', async () => {
    const { exitCode, out } = await communs(['compute', invented]);
    expect(exitCode).toBe(0);
    for (const { id } of cases)
      expect(out).toContain(`Cas ${id}, digital-commons-investor (proposition, aucun effet juridique)`);
    const { json } = await communsJson<Computed>(['compute', invented]);
    expect(json.cases.map(({ id, standing }) => [id, standing])).toEqual(cases.map(({ id }) => [id, 'proposed']));
  });

  it('compares with what is expected under --check', async () => {
    const { exitCode, json } = await communsJson<Computed>(['compute', invented, '--check']);
    expect([exitCode, json.check]).toEqual([0, { compared: cases.length, difference: null }]);
  });

  it('names the case, the field and both values of the first difference, and exits with 1', async () => {
    const [first, ...others] = cases;
    const path = fileOf('faux.json', [{ ...first, expected: { ...first!.expected, baseCents: -1 } }, ...others]);
    const { exitCode, out } = await communs(['compute', path, '--check', '--lang', 'en']);
    expect(exitCode).toBe(1);
    expect(out).toMatch(new RegExp(`Case ${first!.id}, field 'baseCents': expected -1, computed \\d+\\.`));
    const { json } = await communsJson<Computed>(['compute', path, '--check']);
    expect(json.check).toMatchObject({
      compared: 1,
      difference: { case: first!.id, field: 'baseCents', expected: -1 },
    });
  });

  it('does not call it success where nothing was compared', async () => {
    const path = fileOf(
      'sans.json',
      cases.map(({ expected: _, ...rest }) => rest),
    );
    const { exitCode, out } = await communs(['compute', path, '--check']);
    expect(exitCode).toBe(1);
    expect(out).toContain('Rien n’a été comparé');
  });

  it('names a case whose scheme is not computed, computes the others, and exits with 1', async () => {
    const path = fileOf('deux.json', [{ id: 'M1', scheme: 'fondation-de-bien-commun', inputs: {} }, cases[0]!]);
    const { exitCode, json } = await communsJson<Computed>(['compute', path]);
    expect(exitCode).toBe(1);
    expect(json.cases).toMatchObject([{ id: 'M1', refused: { code: 'scheme-not-computed' } }, { id: cases[0]!.id }]);
  });

  const unreadable: readonly (readonly [name: string, content: string, said: string])[] = [
    ['that is not JSON', '{ "meta": ', 'n’est pas du JSON'],
    ['of another format', '{ "meta": { "format": "x" }, "cases": [] }', 'meta.format'],
    [
      'with an unknown field',
      JSON.stringify({ meta: { format: 'law-cases/1' }, cases: [{ ...cases[0], inputs: { wage: 1 } }] }),
      'inputs',
    ],
  ];
  it.each(unreadable)('refuses with exit code 2 a file %s', async (_name, content, said) => {
    const { exitCode, json } = await communsJson<RefusedJson>(['compute', file('illisible.json', content)]);
    expect([exitCode, json.refused.code]).toEqual([2, 'invalid-declaration']);
    expect(json.refused.detail).toContain(said);
  });
});

describe('communs verify', () => {
  const paths = { jws: '', jwks: '', disclosures: '', issued: '', revoked: '', later: '' };
  let jws: string;
  const verify = (path: string, ...words: string[]) =>
    communsJson<Pick<Verification, 'result' | 'level' | 'status' | 'trust' | 'registrar'>>(['verify', path, ...words]);

  beforeAll(async () => {
    const signer = localSigner(join(folder, 'keys'));
    const { payload, disclosures } = build();
    jws = await sign(signer, 'communs-statement+jwt', payload);
    const status = (state: 'issued' | 'revoked') =>
      sign(
        signer,
        'communs-status+jwt',
        statusPayload({
          number: payload.number,
          statement: toHex(sha256(Buffer.from(jws))),
          state,
          replacedBy: null,
          asOf: '2026-03-02T08:00:00.000Z',
        }),
      );
    const later = { ...payload, number: '2025-0002', supersedes: payload.number };
    paths.jws = file('statement.jws', jws);
    paths.jwks = file('jwks.json', JSON.stringify(jwksOf(await signer.publicKeys())));
    paths.disclosures = file('disclosures.txt', disclosuresText(disclosures));
    paths.issued = file('status.jws', await status('issued'));
    paths.revoked = file('revoked.jws', await status('revoked'));
    paths.later = file('later.jws', await sign(signer, 'communs-statement+jwt', later));
  });

  it('exits with 0 for an authentic statement, and never says valid', async () => {
    const words = ['--jwks', paths.jwks, '--status', paths.issued, '--disclosures', paths.disclosures];
    const { exitCode, json } = await verify(paths.jws, ...words);
    expect([exitCode, json]).toMatchObject([0, { result: 'authentic', level: 'names', status: { state: 'issued' } }]);
    const [french, english] = await Promise.all([
      communs(['verify', paths.jws, ...words]),
      communs(['verify', paths.jws, ...words, '--lang', 'en']),
    ]);
    expect(french.out).toMatch(/^Authentique/);
    expect(english.out).toMatch(/^Authentic/);
    expect(`${french.out}${english.out}`).not.toMatch(/\bvalide?\b/i);
  });

  it('tells who signed the registry by keys of the registrar from elsewhere, and of nobody by keys that lie beside', async () => {
    const bundle = join(folder, 'bundle', 'names.zip');
    mkdirSync(dirname(bundle), { recursive: true });
    copyFileSync(join(import.meta.dirname, '../golden/bundle-1/names.zip'), bundle);
    const opened = openBundle(readFileSync(bundle)) as ReadonlyMap<string, Uint8Array>;
    const facts = linesOf(opened.get('registry.jsonl')!)!.map((line) => JSON.parse(line));
    const { kid, publicKey } = facts.find(({ data }) => data.use === 'registrar').data;
    const keys = JSON.stringify({ keys: [{ ...publicKey, kid }] });
    const beside = join(folder, 'bundle', 'registrar.json');
    writeFileSync(beside, keys);
    const own = file('registrar.json', keys);
    expect(await verify(bundle, '--registrar', beside)).toMatchObject({ exitCode: 0, json: { registrar: 'nobody' } });
    expect(await verify(bundle, '--registrar', own)).toMatchObject({ exitCode: 0, json: { registrar: 'independent' } });
    for (const held of [JSON.stringify({ keys: [] }), 'no JSON at all']) {
      expect(await verify(bundle, '--registrar', file('other-registrar.json', held))).toMatchObject({
        exitCode: 1,
        json: { registrar: 'nobody', problems: [{ code: 'registrar-key-unknown' }] },
      });
    }
  });

  it('counts each key for itself: that one lies beside the statement does not undo what the reader has of another', async () => {
    const bundle = join(folder, 'handed-over', 'names.zip');
    mkdirSync(dirname(bundle));
    copyFileSync(join(import.meta.dirname, '../golden/bundle-1/names.zip'), bundle);
    const opened = openBundle(readFileSync(bundle)) as ReadonlyMap<string, Uint8Array>;
    const beside = join(folder, 'handed-over', 'authority.pem');
    writeFileSync(beside, 'no certificate');
    const own = file('log.vkey', opened.get('log.vkey')!);
    const ask = (key: string) => communs(['verify', bundle, '--vkey', key, '--tsa-ca', beside]);
    expect((await ask(own)).out).not.toContain('De qui est le journal');
    expect(await ask(file('other.vkey', 'none'))).toMatchObject({ exitCode: 1 });
  });

  it('exits with 1 where one character was changed', async () => {
    const at = jws.indexOf('.') + 10;
    const altered = file('altered.jws', `${jws.slice(0, at)}${jws[at] === 'A' ? 'B' : 'A'}${jws.slice(at + 1)}`);
    const { exitCode, json } = await verify(altered, '--jwks', paths.jwks);
    expect([exitCode, json.result]).toEqual([1, 'invalid']);
  });

  it('exits with 2 where the keys are missing, or the file is another one of the bundle', async () => {
    expect(await verify(paths.jws)).toMatchObject({ exitCode: 2, json: { result: 'incomplete' } });
    expect(await verify(paths.jwks, '--jwks', paths.jwks)).toMatchObject({
      exitCode: 2,
      json: { result: 'incomplete' },
    });
  });

  it('exits with 3 where it was revoked, or a later statement replaces it', async () => {
    const keys = ['--jwks', paths.jwks];
    expect(await verify(paths.jws, ...keys, '--status', paths.revoked)).toMatchObject({
      exitCode: 3,
      json: { result: 'revoked' },
    });
    expect(await verify(paths.jws, ...keys, '--later', paths.jws, '--later', paths.later)).toMatchObject({
      exitCode: 3,
      json: { result: 'superseded' },
    });
  });

  it('takes keys that lie beside the statement for what they are: not a source of the reader’s own', async () => {
    const elsewhere = join(folder, 'ours', 'jwks.json');
    mkdirSync(dirname(elsewhere));
    copyFileSync(paths.jwks, elsewhere);
    const beside = await communs(['verify', paths.jws, '--jwks', paths.jwks]);
    expect(beside.out).toContain('De qui vient la clé');
    const own = await communs(['verify', paths.jws, '--jwks', elsewhere]);
    expect(own.out).not.toContain('De qui vient la clé');
  });
});
