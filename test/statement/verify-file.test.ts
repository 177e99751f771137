// One file in, an answer out: its exit code, its words in two languages, and what it says of files that are no statement.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localSigner } from '../../lib/adapters/signer/local-signer.ts';
import { toHex } from '../../lib/model/hashing.ts';
import type { Signer } from '../../lib/ports/keys.ts';
import { statusPayload } from '../../lib/statement/status.ts';
import { verificationJson, verificationLines } from '../../lib/statement/verification-text.ts';
import type { Verification } from '../../lib/statement/verify.ts';
import { type FilesToVerify, verifyFile } from '../../lib/statement/verify-file.ts';
import { issuedFiles } from './issued-files.ts';
import { build, checks, sampleInput, sha256, sign } from './sample-statement.ts';

const asOf = '2026-03-02T08:00:00.000Z';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

let folder: string;
let signer: Signer;
let files: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'communs-verify-file-'));
  signer = localSigner(join(folder, 'keys'));
  const { payload, disclosures } = build();
  const jws = await sign(signer, 'communs-statement+jwt', payload);
  files = await issuedFiles(
    {
      jws,
      statusJws: await statusOf(jws, 'issued'),
      keys: await signer.publicKeys(),
      disclosures,
      level: 'names',
      language: 'en',
      trust: 'self',
      isTest: signer.isTest,
    },
    sha256,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const statusOf = (jws: string, state: 'issued' | 'revoked'): Promise<string> => {
  const statement = toHex(sha256(bytesOf(jws)));
  const standing = { number: '2025-0001', statement, state, replacedBy: null, asOf };
  return sign(signer, 'communs-status+jwt', statusPayload(standing));
};
const file = (name: string): Uint8Array => files.get(name)!;
const verify = (given: Partial<FilesToVerify> = {}): Promise<Verification> =>
  verifyFile({ file: file('statement.jws'), jwks: file('jwks.json'), keysPinned: false, ...given }, checks);
const everything = (): Partial<FilesToVerify> => ({
  status: file('status.jws'),
  disclosures: file('disclosures.txt'),
  statementJson: file('statement.json'),
});

describe('the files of an issue', () => {
  it('verify together: 0', async () => {
    const answer = await verify(everything());
    expect(answer).toMatchObject({ result: 'authentic', exitCode: 0, level: 'names', problems: [] });
    expect(answer.status).toEqual({ state: 'issued', asOf });
  });

  it('are refused after a change of one byte in any of them: 1', async () => {
    for (const [given, name] of [
      ['file', 'statement.jws'],
      ['status', 'status.jws'],
      ['disclosures', 'disclosures.txt'],
      ['statementJson', 'statement.json'],
    ] as const) {
      const changed = file(name).slice();
      changed[Math.floor(changed.length / 2)]! ^= 1;
      const answer = await verify({ ...everything(), [given]: changed });
      expect([name, answer.exitCode]).toEqual([name, 1]);
    }
  });

  it('answer that a statement is revoked or superseded: 3', async () => {
    const jws = new TextDecoder().decode(file('statement.jws'));
    expect((await verify({ status: bytesOf(await statusOf(jws, 'revoked')) })).exitCode).toBe(3);
    const { payload } = build({ ...sampleInput, number: '2025-0002', supersedes: '2025-0001' });
    const later = bytesOf(await sign(signer, 'communs-statement+jwt', payload));
    expect(await verify({ later: [later] })).toMatchObject({ result: 'superseded', exitCode: 3 });
  });
});

describe('a file that is no statement', () => {
  const kinds: readonly [string, () => Uint8Array, string][] = [
    ['the workbook', () => file('statement.xlsx'), 'file-is-workbook'],
    ['statement.json', () => file('statement.json'), 'file-is-json'],
    ['jwks.json', () => file('jwks.json'), 'file-is-json'],
    ['status.jws', () => file('status.jws'), 'file-is-status'],
    ['disclosures.txt', () => file('disclosures.txt'), 'jws-unreadable'],
    ['a PDF', () => bytesOf('%PDF-1.7\n'), 'file-is-pdf'],
    ['nothing', () => new Uint8Array(0), 'jws-unreadable'],
    ['any bytes', () => sha256(bytesOf('any')), 'jws-unreadable'],
  ];
  it.each(kinds)('is named, with what to give instead: %s', async (_, bytes, code) => {
    const answer = await verify({ file: bytes() });
    expect(answer).toMatchObject({ result: 'incomplete', exitCode: 2, payload: null });
    expect(answer.problems.map((each) => each.code)).toEqual([code]);
    expect(answer.problems[0]?.detail.fr).toContain('statement.jws');
    expect(answer.problems[0]?.detail.en).toContain('statement.jws');
  });

  it.each([[null], ['{"keys":'], ['[]'], ['\uFEFF\u0000']])('is not told apart without keys: %j', async (jwks) => {
    const answer = await verify({ jwks: jwks === null ? null : bytesOf(jwks) });
    expect(answer.problems.map((each) => each.code)).toEqual(['keys-unreadable']);
    expect(answer.exitCode).toBe(2);
  });
});

describe('the answer', () => {
  it('is printed in French, with who, when, trust, status and what is not proven', async () => {
    expect(verificationLines(await verify(everything()), 'fr')).toEqual([
      'Authentique : signé, et inchangé depuis.',
      'État n° 2025-0001 : Rail Exemple & Fils SA (SIREN 999001001), du 2025-01-01 au 2025-12-31',
      'Émis le 2026-03-02T00:00:00Z par Rail Exemple SA',
      'Dispositif : digital-commons-investor (proposition, aucun effet juridique)',
      expect.stringMatching(/^Clé : [A-Za-z0-9_-]{43}$/),
      'Confiance : self (l’exploitant répond seul de ses dates et de ses clés)',
      'Situation : émis, en cours, au 2026-03-02T08:00:00.000Z',
      'Vérifié : totaux, lignes et noms',
      'Calcul : 7 étapes sur 7 refaites (en entier, depuis la paie et le temps de chacun), toutes exactes',
      'Contrôles :',
      '- statement.jws : signature de l’état : tient',
      '- statement.json : le contenu signé, octet pour octet : tient',
      '- disclosures.txt : les personnes dévoilées : tient',
      '- statement.jws : les sommes : tient',
      '- statement.jws : le calcul : tient',
      '- status.jws : la situation : tient',
      'Ce que cela ne prouve pas :',
      ...Array.from({ length: 6 }, () => expect.stringMatching(/^- /)),
    ]);
  });

  it('says in English that no status was checked, and why a file is refused', async () => {
    expect(verificationLines(await verify(), 'en')).toContain('Status: not-checked');
    expect(verificationLines(await verify({ file: file('statement.json') }), 'en')).toEqual([
      'No answer: something is missing, or the file cannot be read.',
      expect.stringContaining('content without a signature'),
    ]);
  });

  it('is given to programs as JSON, and never says valid', async () => {
    const answer = verificationJson(await verify(everything()));
    expect(answer).toMatchObject({
      result: 'authentic',
      exitCode: 0,
      level: 'names',
      trust: 'self',
      status: { state: 'issued', asOf },
      statement: {
        number: '2025-0001',
        company: { siren: '999001001' },
        scheme: { code: 'digital-commons-investor', standing: 'proposed' },
        issuedAt: '2026-03-02T00:00:00Z',
      },
      problems: [],
    });
    const refused = verificationJson(await verify({ file: bytesOf('eyJ.x.y') }));
    expect(refused).toMatchObject({
      result: 'invalid',
      exitCode: 1,
      statement: null,
      kid: null,
      status: 'not-checked',
    });
    expect(JSON.stringify([answer, refused])).not.toMatch(/\bvalide?\b/i);
  });
});
