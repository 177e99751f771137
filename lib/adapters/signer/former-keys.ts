// Keys that signed before those of today, as the operator names them: a JWK set (RFC 7517, section 5), public keys alone.
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { PublicJwk } from '../../ports/keys.ts';
import { publicJwk } from './public-jwk.ts';

const coordinate = z.string().regex(/^[\w-]{43}$/);
const jwks = z.object({
  keys: z.array(
    z.discriminatedUnion('kty', [
      z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate }),
      z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: coordinate }),
    ]),
  ),
});

export interface FormerKeys {
  /** Of statements. */
  readonly statement: readonly PublicJwk[];
  /** Of the log, 32 bytes each. */
  readonly log: readonly Uint8Array[];
}

/**
 * @param setting `COMMUNS_FORMER_KEYS`: the set itself, or the name of a file that holds it, in the cloud beside the program
 * (`certificates/…`); empty: none
 * @throws Error that names the setting
 */
export function readFormerKeys(setting: string): FormerKeys {
  const given = setting.trim();
  if (given === '') return { statement: [], log: [] };
  let keys: z.infer<typeof jwks>['keys'];
  try {
    ({ keys } = jwks.parse(JSON.parse(given.startsWith('{') ? given : readFileSync(given, 'utf8'))));
  } catch (error) {
    throw new Error('COMMUNS_FORMER_KEYS is no JWK set of P-256 and Ed25519 keys, nor the file of one', {
      cause: error,
    });
  }
  return {
    statement: keys.flatMap((key) => (key.kty === 'EC' ? [publicJwk(key.x, key.y)] : [])),
    log: keys.flatMap((key) => (key.kty === 'OKP' ? [Buffer.from(key.x, 'base64url')] : [])),
  };
}
