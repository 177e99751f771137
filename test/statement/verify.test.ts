// The verifier: what it calls authentic, what it refuses and in which words, and that no browser would miss anything.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localSigner } from '../../lib/adapters/signer/local-signer.ts';
import type { Json } from '../../lib/ledger/canonical.ts';
import { keyTypes } from '../../lib/ledger/log/vkey.ts';
import { toHex } from '../../lib/model/hashing.ts';
import type { PublicJwk, Signer } from '../../lib/ports/keys.ts';
import { encodeBase64url } from '../../lib/statement/base64url.ts';
import type { BuiltStatement } from '../../lib/statement/build.ts';
import { thumbprint } from '../../lib/statement/jws.ts';
import { problem } from '../../lib/statement/problem.ts';
import { renderJson } from '../../lib/statement/render-json.ts';
import { disclose, disclosuresAt, disclosuresText, readDisclosuresText } from '../../lib/statement/sd-jwt.ts';
import { type StatementState, statusPayload } from '../../lib/statement/status.ts';
import { type EvidenceAtHand, nothingAtHand } from '../../lib/statement/trust.ts';
import { trustText } from '../../lib/statement/verification-text.ts';
import { type Beyond, type StatementFiles, type Verification, verifyStatement } from '../../lib/statement/verify.ts';
import { madeKey } from '../ledger/log/made-log.ts';
import { build, checks, jwksOf, saltOf, sampleInput, sign } from './sample-statement.ts';

const asOf = '2026-03-02T08:00:00.000Z';
let folder: string;
let signer: Signer;
let stranger: Signer;
let keys: readonly PublicJwk[];
let statement: BuiltStatement;
let jws: string;
let all: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'communs-verify-'));
  signer = localSigner(join(folder, 'keys'));
  stranger = localSigner(join(folder, 'stranger'));
  keys = await signer.publicKeys();
  statement = build();
  jws = await sign(signer, 'communs-statement+jwt', statement.payload);
  all = statement.disclosures.map((each) => each.encoded);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const check = (files: Partial<StatementFiles> = {}): Promise<Verification> =>
  verifyStatement({ jws, jwks: jwksOf(keys), ...files }, checks);
const codes = (answer: Verification): string[] => answer.problems.map((each) => each.code);
const digest = (text: string): string => toHex(checks.sha256(new TextEncoder().encode(text)));
const standing = (state: StatementState, replacedBy: string | null = null) =>
  statusPayload({ number: '2025-0001', statement: digest(jws), state, replacedBy, asOf });
const signStatus = (state: StatementState, replacedBy: string | null = null) =>
  sign(signer, 'communs-status+jwt', standing(state, replacedBy));

describe('an authentic statement', () => {
  it('is called authentic at each of the three levels, with every file of its bundle', async () => {
    const statusJws = await signStatus('issued');
    for (const level of ['totals', 'lines', 'names'] as const) {
      const text = disclosuresText(disclosuresAt(level, statement.disclosures));
      const answer = await check({
        disclosures: readDisclosuresText(text),
        statementJson: renderJson(statement.payload),
        statusJws,
      });
      expect(answer.problems).toEqual([]);
      expect(answer).toMatchObject({ result: 'authentic', exitCode: 0, level, status: { state: 'issued', asOf } });
    }
  });

  it('gives lines and names back in order', async () => {
    const answer = await check({ disclosures: all.toReversed() });
    expect(answer.lines?.map((line) => line.costCents)).toEqual([2_000_001, 1_512_345, 499_999]);
    expect(answer.names?.map((name) => name.name)).toEqual(['Anne-Zoé Exemple', 'Noël Fictif']);
    expect(answer.names?.[0]?.contributions).toEqual(['a'.repeat(40), 'b'.repeat(40)]);
  });

  it('bears one line end after the text, as editors leave it, and nothing more', async () => {
    expect((await check({ jws: `${jws}\r\n` })).result).toBe('authentic');
    expect((await check({ jws: `${jws}\n\n` })).result).toBe('invalid');
    expect((await check({ jws: ` ${jws}` })).result).toBe('invalid');
  });

  it('never says valid, and says what is not proven', async () => {
    const bare = await check();
    expect(bare.status).toBe('not-checked');
    const told = bare.notProven.map((each) => each.en).join(' ');
    for (const part of [
      'hours are true',
      'no status.jws',
      'came with the file',
      'operator’s word',
      'no legal effect',
    ]) {
      expect(told).toContain(part);
    }
    expect(JSON.stringify(bare)).not.toMatch(/\bvalide?\b/i);
    const pinned = await check({ keysPinned: true, statusJws: await signStatus('issued') });
    expect(pinned.notProven).toHaveLength(bare.notProven.length - 2);
  });

  it('still verifies once the key was rotated, among keys of other kinds', async () => {
    const [later] = await stranger.publicKeys();
    const jwks = { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'AA' }, null, later, ...keys] };
    expect((await check({ jwks })).result).toBe('authentic');
  });
});

describe('an altered statement', () => {
  // One person on one project: every bit of it can be tried.
  const placed = {
    minutes: { declared: 600, counted: { agrees: 600, partly: 0, noTrace: 0 }, awaiting: 0, withdrawn: 0 },
    refused: [],
  };
  const { simulation: _simulation, halfDays: _halfDays, ...rest } = sampleInput;
  const [project] = sampleInput.projects;
  const small = build({
    ...rest,
    ...placed,
    awaits: [],
    scheme: { ...rest.scheme, parameters: [] },
    cost: { ...rest.cost!, cents: 1 },
    projects: [{ ...project!, ...placed, costCents: 1 }],
    lines: [
      {
        ...{ person: 1, project: project!.id, ...placed, costCents: 1 },
        months: [{ month: '2025-03', ...placed, costCents: 1, confirmations: [] }],
      },
    ],
    names: sampleInput.names.slice(0, 1),
  });
  let smallJws: string;
  beforeAll(async () => {
    smallJws = await sign(signer, 'communs-statement+jwt', small.payload);
  });

  it('is refused after every flip of one bit of its text', { timeout: 240_000 }, async () => {
    expect((await check({ jws: smallJws })).result).toBe('authentic');
    const bytes = new TextEncoder().encode(smallJws);
    let flips = 0;
    const accepted: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = bytes.slice();
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const answer = await check({ jws: new TextDecoder('latin1').decode(flipped) });
      flips += 1;
      if (answer.exitCode !== 1 || answer.payload !== null) accepted.push(bit);
    }
    expect(flips).toBe(smallJws.length * 8);
    expect(flips).toBeGreaterThan(20_000);
    expect(accepted).toEqual([]);
  });

  it('is refused after every flip of one bit of statement.json and of disclosures.txt', {
    timeout: 240_000,
  }, async () => {
    const json = renderJson(small.payload);
    for (let at = 0; at < json.length; at += 1) {
      const flipped = json.slice();
      flipped[at]! ^= 1 << (at & 7);
      if (codes(await check({ jws: smallJws, statementJson: flipped })).join() !== 'json-differs')
        expect.fail(`byte ${at}`);
    }
    const [line, name] = small.disclosures.map(({ encoded }) => encoded) as [string, string];
    const bytes = new TextEncoder().encode(line);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = bytes.slice();
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const text = new TextDecoder('latin1').decode(flipped);
      const answer = await check({ jws: smallJws, disclosures: [text, name] });
      if (answer.result !== 'invalid') expect.fail(`bit ${bit}`);
    }
    expect(json.length).toBeGreaterThan(2_000);
    expect(bytes.length * 8).toBeGreaterThan(2_000);
  });

  it('is refused when somebody else signed it', async () => {
    const forged = await sign(stranger, 'communs-statement+jwt', statement.payload);
    const answer = await check({ jws: forged });
    expect(answer).toMatchObject({ result: 'invalid', exitCode: 1, payload: null });
    expect(codes(answer)).toEqual(['key-unknown']);
  });

  it('is refused when a stranger’s key bears our key’s name', async () => {
    const [theirs] = await stranger.publicKeys();
    const jwks = jwksOf([{ ...theirs!, kid: keys[0]!.kid }]);
    expect(codes(await check({ jwks }))).toEqual(['keys-unreadable']);
  });

  it('is refused when the signed content is no statement, or does not add up', async () => {
    const notOne = await check({ jws: await sign(signer, 'communs-statement+jwt', { hello: 1 }) });
    expect(codes(notOne)).toEqual(['payload-schema']);
    const wrong = { ...statement.payload, minutes: { ...statement.payload.minutes, awaiting: 3_599 } };
    const answer = await check({ jws: await sign(signer, 'communs-statement+jwt', wrong) });
    expect(answer.result).toBe('invalid');
    expect(codes(answer)).toEqual(['sums-wrong', 'sums-wrong', 'sums-wrong']);
  });

  it('is refused with a proposal’s amounts under relief, even when signed', async () => {
    const { simulation, ...bare } = statement.payload;
    const posing = await sign(signer, 'communs-statement+jwt', { ...bare, relief: simulation as Json });
    expect(codes(await check({ jws: posing }))).toEqual(['payload-schema']);
  });
});

describe('disclosures', () => {
  it('are refused when they come from another statement, twice, or are no disclosure', async () => {
    const foreign = disclose(saltOf('foreign'), 'line-1', {}).encoded;
    expect(codes(await check({ disclosures: [...all, foreign] }))).toEqual(['disclosure-unknown']);
    expect(codes(await check({ disclosures: [...all, all[0]!] }))).toEqual(['disclosure-twice']);
    expect(codes(await check({ disclosures: [...all, 'x y'] }))).toEqual(['disclosure-malformed']);
  });

  it('are called incomplete when some are missing', async () => {
    for (const some of [all.slice(1), all.slice(0, 2), all.slice(0, 4), all.slice(3)]) {
      const answer = await check({ disclosures: some });
      expect(answer).toMatchObject({ result: 'incomplete', exitCode: 2 });
      expect(codes(answer)).toEqual(['disclosures-partial']);
    }
  });
});

describe('a statement that no longer stands', () => {
  it('is told by its status', async () => {
    const superseded = await check({ statusJws: await signStatus('superseded', '2025-0002') });
    expect(superseded).toMatchObject({ result: 'superseded', exitCode: 3, status: { state: 'superseded', asOf } });
    expect(superseded.problems[0]?.detail.en).toContain('2025-0002');
    const revoked = await check({ statusJws: await signStatus('revoked') });
    expect(revoked).toMatchObject({ result: 'revoked', exitCode: 3 });
  });

  it('is told by a later statement that names it', async () => {
    const later = build({ ...sampleInput, number: '2025-0002', supersedes: '2025-0001' });
    const laterJws = [await sign(signer, 'communs-statement+jwt', later.payload)];
    expect(await check({ laterJws })).toMatchObject({ result: 'superseded', exitCode: 3 });
    const unrelated = build({ ...sampleInput, number: '2025-0002' });
    const answer = await check({ laterJws: [await sign(signer, 'communs-statement+jwt', unrelated.payload)] });
    expect(answer.result).toBe('authentic');
    expect(codes(answer)).toEqual(['later-not-used']);
    const forged = await check({ laterJws: [await sign(stranger, 'communs-statement+jwt', later.payload)] });
    expect(forged.result).toBe('authentic');
  });

  it('is not hidden behind a status of another statement, of a stranger, or of another kind', async () => {
    // The same number, as another company of the same operator has it.
    const theirs = build({ ...sampleInput, company: { siren: '999001373', name: 'Banque Exemple' } });
    const theirJws = await sign(signer, 'communs-statement+jwt', theirs.payload);
    const ofTheirs = { ...standing('issued'), statement: digest(theirJws) };
    const swapped = await check({ statusJws: await sign(signer, 'communs-status+jwt', ofTheirs) });
    expect(codes(swapped)).toEqual(['status-of-another']);
    expect(swapped).toMatchObject({ result: 'invalid', status: 'not-checked' });
    const status = standing('issued');
    const forged = await sign(stranger, 'communs-status+jwt', status);
    expect(codes(await check({ statusJws: forged }))).toEqual(['status-invalid']);
    const wrongKind = await sign(signer, 'communs-statement+jwt', status);
    const answer = await check({ statusJws: wrongKind });
    expect(codes(answer)).toEqual(['status-invalid']);
    expect(answer).toMatchObject({ result: 'invalid', status: 'not-checked' });
  });

  it('has a status only where state and successor agree', () => {
    expect(() => standing('superseded', null)).toThrow();
    expect(() => standing('issued', '2025-0002')).toThrow();
  });
});

describe('what is missing', () => {
  it.each([[null], [{}], [{ keys: [] }], ['text'], [{ keys: 'x' }]])('is said when the keys are %j', async (jwks) => {
    expect(await check({ jwks })).toMatchObject({ result: 'incomplete', exitCode: 2, payload: null });
  });

  it('is said when the key cannot be used, rather than taken for a wrong signature', async () => {
    // 32 bytes each, and no point of the curve; its name is its thumbprint all the same.
    const point = { kty: 'EC', crv: 'P-256', x: keys[0]!.x, y: keys[0]!.x } as const;
    const kid = thumbprint(checks.sha256, point);
    const [, payload, signature] = jws.split('.');
    const header = encodeBase64url(
      new TextEncoder().encode(`{"alg":"ES256","kid":"${kid}","typ":"communs-statement+jwt"}`),
    );
    const answer = await check({ jws: `${header}.${payload}.${signature}`, jwks: { keys: [{ ...point, kid }] } });
    expect(codes(answer)).toEqual(['signature-unchecked']);
    expect(answer).toMatchObject({ result: 'incomplete', exitCode: 2, payload: null });
  });

  it('is said when the file is no statement', async () => {
    expect(await check({ jws: '%PDF-1.7' })).toMatchObject({ result: 'incomplete', exitCode: 2 });
  });
});

describe('trust', () => {
  const log = madeKey('communs.example/log/2026', keyTypes.ed25519).key;
  const witness = madeKey('witness.example/w1', keyTypes.cosignature).key;
  const seconds = 1_790_000_000;
  const cosigned = {
    signatures: [
      { key: log, time: null },
      { key: witness, time: seconds },
    ],
  };
  const byOthers: EvidenceAtHand = { ...nothingAtHand, checkpoint: cosigned, registrar: 'independent' };
  const found = async (
    outside: EvidenceAtHand,
    more: Partial<StatementFiles & Pick<Beyond, 'log' | 'problems'>> = {},
  ): Promise<string> => {
    const { log: inLog = 'pinned', problems = [], ...files } = more;
    const beyond = async () => ({ problems, made: [], outside, log: inLog });
    return (await verifyStatement({ jws, jwks: jwksOf(keys), keysPinned: true, ...files }, checks, beyond)).trust;
  };
  const hosted = build({ ...sampleInput, operator: { name: 'Tiers', isClaimant: false } });
  const signedByHost = (): Promise<string> => sign(signer, 'communs-statement+jwt', hosted.payload);

  it('is `self` until somebody outside vouches, whatever the payload says of its operator', async () => {
    expect((await check()).trust).toBe('self');
    expect((await check({ jws: await signedByHost() })).trust).toBe('self');
    expect(await found(nothingAtHand)).toBe('self');
    expect(await found({ ...nothingAtHand, checkpoint: cosigned })).toBe('self');
    expect(await found({ ...byOthers, checkpoint: null })).toBe('self');
  });

  it('is `witnessed` with a date and a registrar from outside', async () => {
    expect(await found(byOthers)).toBe('witnessed');
    expect(await found({ ...byOthers, registrar: 'claimant' })).toBe('self');
    expect(await found(byOthers, { problems: [problem('fact-differs', 'jws')] })).toBe('self');
  });

  it('is `third-party` only with keys of statements and of the log that the reader pinned', async () => {
    const text = await signedByHost();
    const alone = { ...byOthers, checkpoint: { signatures: [{ key: log, time: null }] } };
    expect(await found(alone, { jws: text })).toBe('third-party');
    expect(await found(alone, { jws: text, keysPinned: false })).toBe('self');
    expect(await found(alone, { jws: text, log: 'given' })).toBe('self');
    expect(await found(alone)).toBe('self');
    // Whoever hands over the evidence does not say whose keys they are.
    expect(await found({ ...alone, keys: 'independent' }, { jws: text, keysPinned: false })).toBe('self');
  });

  it('tells when somebody outside saw it, and that this is no word on the registry', async () => {
    const beyond = async (): Promise<Beyond> => ({
      ...{ problems: [], made: [], log: 'pinned' },
      outside: { ...nothingAtHand, checkpoint: cosigned },
    });
    const answer = await verifyStatement({ jws, jwks: jwksOf(keys) }, checks, beyond);
    expect(answer).toMatchObject({ trust: 'self', seenAt: new Date(seconds * 1000).toISOString() });
    const texts = answer.notProven.map(({ en }) => en).join();
    expect(texts).not.toMatch(/The dates/);
    expect(texts).toMatch(/no signature of an independent registrar/);
    expect(trustText(answer).fr).toMatch(/vue au journal par un tiers au plus tard le 2026-/);
  });
});
