// A statement issued by our code with the local signer, as files in a folder, and copies of it with one changed byte.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localSigner } from '../../lib/adapters/signer/local-signer.ts';
import { toHex } from '../../lib/model/hashing.ts';
import type { PublicJwk } from '../../lib/ports/keys.ts';
import type { Disclosure } from '../../lib/statement/sd-jwt.ts';
import { statusPayload } from '../../lib/statement/status.ts';
import { issuedFiles } from '../statement/issued-files.ts';
import { build, sha256, sign } from '../statement/sample-statement.ts';

export interface IssuedSample {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly jws: string;
  readonly key: PublicJwk;
  readonly disclosures: readonly Disclosure[];
}

export async function issueSample(): Promise<IssuedSample> {
  const folder = mkdtempSync(join(tmpdir(), 'communs-outside-'));
  const path = (name: string): string => join(folder, name);
  const signer = localSigner(path('keys'));
  const keys = await signer.publicKeys();
  const { payload, disclosures } = build();
  const jws = await sign(signer, 'communs-statement+jwt', payload);
  const statement = toHex(sha256(new TextEncoder().encode(jws)));
  const standing = { number: payload.number, statement, state: 'issued', replacedBy: null } as const;
  const statusJws = await sign(
    signer,
    'communs-status+jwt',
    statusPayload({ ...standing, asOf: '2026-03-02T08:00:00.000Z' }),
  );
  const files = await issuedFiles(
    { jws, statusJws, keys, disclosures, level: 'names', language: 'fr', trust: 'self', isTest: true },
    sha256,
  );
  for (const [name, bytes] of files) writeFileSync(path(name), bytes);
  writeFileSync(path('key.jwk'), JSON.stringify(keys[0]));
  return { folder, path, jws, key: keys[0]!, disclosures };
}

/** Copies of a JWS that differ from it in one character: at the beginning, middle and end of each of its three parts. */
export function tamperedTwins(jws: string): readonly { readonly where: string; readonly text: string }[] {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let start = 0;
  return jws.split('.').flatMap((part, i) => {
    const places = [0, part.length >> 1, part.length - 5].map((offset) => start + offset);
    start += part.length + 1;
    return places.map((at) => {
      const other = alphabet[(alphabet.indexOf(jws[at]!) + 32) % 64]!;
      const where = `${['header', 'payload', 'signature'][i]}, byte ${at}`;
      return { where, text: `${jws.slice(0, at)}${other}${jws.slice(at + 1)}` };
    });
  });
}
