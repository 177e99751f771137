// Signing: nothing leaves that the published key does not verify, and a refusal of the signer is told as it is.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localSigner } from '../../lib/adapters/signer/local-signer.ts';
import type { PublicJwk, Signer } from '../../lib/ports/keys.ts';
import { type Signing, signJws } from '../../lib/statement/sign-jws.ts';
import { verifyStatement } from '../../lib/statement/verify.ts';
import { webCryptoChecks } from '../../lib/statement/web-crypto-checks.ts';
import { build, checks, jwksOf, sha256 } from './sample-statement.ts';

let folder: string;
let signer: Signer;
let key: PublicJwk;
const { payload } = build();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'communs-sign-'));
  signer = localSigner(join(folder, 'keys'));
  key = (await signer.publicKeys())[0]!;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const signed = (signing: Partial<Signing>): Promise<string> =>
  signJws('communs-statement+jwt', payload, key, { ...checks, signDigest: signer.signDigest, ...signing });

describe('signing', () => {
  it('makes a text that node and WebCrypto verify', async () => {
    const jws = await signed({});
    for (const by of [checks, webCryptoChecks(crypto.subtle, sha256)]) {
      expect((await verifyStatement({ jws, jwks: jwksOf([key]) }, by)).result).toBe('authentic');
    }
  });

  it('hands nothing out when another key signed', async () => {
    const stranger = localSigner(join(folder, 'stranger'));
    await expect(signed({ signDigest: stranger.signDigest })).rejects.toThrow(/does not verify/);
  });

  it('hands nothing out when the signer signed something else, or answered no signature', async () => {
    const signDigest = (digest: Uint8Array): Promise<Uint8Array> => signer.signDigest(sha256(digest));
    await expect(signed({ signDigest })).rejects.toThrow(/does not verify/);
    await expect(signed({ signDigest: async () => new Uint8Array(64) })).rejects.toThrow(/not a DER sequence/);
  });

  it('passes on that the signer throttles or refuses, and works when it is asked again', async () => {
    let refusals = 1;
    const signDigest = async (digest: Uint8Array): Promise<Uint8Array> => {
      refusals -= 1;
      if (refusals >= 0) throw new Error('ThrottlingException');
      return signer.signDigest(digest);
    };
    await expect(signed({ signDigest })).rejects.toThrow('ThrottlingException');
    expect(await signed({ signDigest })).toMatch(/^eyJ/);
  });
});
