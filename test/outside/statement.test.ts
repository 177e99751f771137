// What we sign, checked by Debian's jose, by python3-jwcrypto, by openssl and by an SD-JWT library: none of it was written here.
import { createPublicKey } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { SDJwtInstance } from '@sd-jwt/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawToDer } from '../../lib/statement/ecdsa-form.ts';
import { type Disclosure, disclosuresAt, sdJwt } from '../../lib/statement/sd-jwt.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { checks, sha256 } from '../statement/sample-statement.ts';
import { type IssuedSample, issueSample, tamperedTwins } from './issued.ts';
import { describeWithProgram, jwcryptoVerify, programs, python, run, succeeds } from './programs.ts';

let sample: IssuedSample;
beforeAll(async () => {
  sample = await issueSample();
});
afterAll(() => rmSync(sample.folder, { recursive: true, force: true }));

/** Writes each twin as a file and asks for the program's verdict on it. @returns the twins it let pass */
function letPass(accepts: (path: string, text: string) => boolean): string[] {
  const twins = tamperedTwins(sample.jws);
  expect(twins).toHaveLength(9);
  return twins
    .filter(({ text }) => {
      const path = sample.path('twin.jws');
      writeFileSync(path, text);
      return accepts(path, text);
    })
    .map(({ where }) => where);
}

describe('our own verifier', () => {
  it('finds the statement authentic and refuses every tampered twin', async () => {
    const verdict = async (text: string): Promise<number> => {
      const file = new TextEncoder().encode(text);
      return (await verifyFile({ file, jwks: readFileSync(sample.path('jwks.json')), keysPinned: true }, checks))
        .exitCode;
    };
    expect(await verdict(sample.jws)).toBe(0);
    for (const { where, text } of tamperedTwins(sample.jws)) expect([where, await verdict(text)]).toEqual([where, 1]);
  });
});

describeWithProgram('Debian’s jose', programs.jose, () => {
  const verify = (path: string): boolean =>
    succeeds('jose', 'jws', 'ver', '-i', path, '-k', sample.path('jwks.json'), '-O', sample.path('out.json'));

  it('verifies statement.jws, and its content is statement.json to the byte', () => {
    expect(verify(sample.path('statement.jws'))).toBe(true);
    expect(readFileSync(sample.path('out.json')).equals(readFileSync(sample.path('statement.json')))).toBe(true);
  });

  it('verifies status.jws', () => {
    expect(verify(sample.path('status.jws'))).toBe(true);
  });

  it('gives the key the name that we gave it', () => {
    expect(run('jose', 'jwk', 'thp', '-i', sample.path('key.jwk')).trim()).toBe(sample.key.kid);
  });

  it('refuses every tampered twin', () => {
    expect(letPass(verify)).toEqual([]);
  });
});

describeWithProgram('python3-jwcrypto', programs.jwcrypto, () => {
  const verify = (path: string): boolean => succeeds(python, '-c', jwcryptoVerify, path, sample.path('jwks.json'));

  it('verifies statement.jws, and its content is statement.json', () => {
    const content = run(python, '-c', jwcryptoVerify, sample.path('statement.jws'), sample.path('jwks.json'));
    expect(content).toBe(readFileSync(sample.path('statement.json'), 'utf8'));
  });

  it('refuses every tampered twin', () => {
    expect(letPass(verify)).toEqual([]);
  });
});

describeWithProgram('openssl', programs.openssl, () => {
  /** The JWS as openssl wants it: what was signed, and the signature in DER. Nothing of it is judged here. */
  const accepts = (text: string): boolean => {
    const { x, y } = sample.key;
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
    const end = text.lastIndexOf('.');
    writeFileSync(sample.path('pub.pem'), key.export({ format: 'pem', type: 'spki' }));
    writeFileSync(sample.path('signed'), text.slice(0, end));
    writeFileSync(sample.path('sig.der'), rawToDer(Buffer.from(text.slice(end + 1), 'base64url')));
    const files = ['-verify', sample.path('pub.pem'), '-signature', sample.path('sig.der'), sample.path('signed')];
    return succeeds('openssl', 'dgst', '-sha256', ...files);
  };

  it('verifies the signature over header and payload', () => {
    expect(accepts(sample.jws)).toBe(true);
  });

  it('refuses every tampered twin', () => {
    expect(letPass((_, text) => accepts(text))).toEqual([]);
  });
});

describe('the SD-JWT library', () => {
  const library = new SDJwtInstance({
    hasher: (data) => sha256(typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data)),
    hashAlg: 'sha-256',
    verifier: async (input, signature) =>
      checks.verifyEs256(sample.key, new TextEncoder().encode(input), Buffer.from(signature, 'base64url')),
  });
  const peopleAt = async (disclosures: readonly Disclosure[], jws = sample.jws): Promise<Record<string, unknown>> => {
    const { payload } = await library.verify(sdJwt(jws, disclosures));
    return (payload as unknown as { people: Record<string, unknown> }).people;
  };

  it.each([
    ['totals', []],
    ['lines', ['line-1', 'line-2', 'line-3']],
    ['names', ['line-1', 'line-2', 'line-3', 'name-1', 'name-2', 'signatory-1']],
  ] as const)('reads the view %s, and what it shows is what was disclosed', async (level, claims) => {
    const shown = disclosuresAt(level, sample.disclosures);
    const { count, ...people } = await peopleAt(shown);
    expect(count).toBe(2);
    expect(people).toEqual(Object.fromEntries(shown.map(({ claim, value }) => [claim, value])));
    expect(Object.keys(people).sort()).toEqual(claims);
  });

  it('refuses every tampered twin, and a disclosure of another statement', async () => {
    for (const { where, text } of tamperedTwins(sample.jws)) {
      await expect(peopleAt([], text), where).rejects.toThrow();
    }
    const [first] = sample.disclosures;
    const changed = { ...first!, encoded: `${first!.encoded.slice(0, -2)}AA` };
    await expect(peopleAt([changed])).rejects.toThrow();
  });
});
