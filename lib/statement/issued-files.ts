// The files that an issued statement is by itself: name → bytes, all from the signed text, so that none can differ from it.
import { parseCanonical } from '../ledger/canonical.ts';
import type { Sha256 } from '../model/hashing.ts';
import { parseJws } from './jws.ts';
import { jwksText, type StatementKey } from './keys.ts';
import { payloadSchema, type StatementPayload } from './payload.ts';
import { type Disclosed, readDisclosures } from './read-disclosures.ts';
import { type Disclosure, disclosuresAt, disclosuresText, type ViewLevel } from './sd-jwt.ts';

export interface IssuedStatement {
  /** The text of the statement, as the fact of its issue has its SHA-256. */
  readonly jws: string;
  readonly statusJws: string;
  /** Every key ever used for statements, as the signer publishes them. */
  readonly keys: readonly StatementKey[];
  /** All of the statement's; the level picks. */
  readonly disclosures: readonly Disclosure[];
  readonly level: ViewLevel;
}

export interface SignedFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly payload: StatementPayload;
  readonly disclosed: Disclosed;
  readonly kid: string;
}

const encoder = new TextEncoder();

/**
 * @returns the same bytes again for the same input
 * @throws Error (a fault) if the text is no statement of these keys, or the disclosures are not its own
 */
export function signedFiles(
  { jws, statusJws, keys, disclosures, level }: IssuedStatement,
  sha256: Sha256,
): SignedFiles {
  const parsed = parseJws(jws, 'communs-statement+jwt');
  if (typeof parsed === 'string') throw new Error(`issued files: the text is no statement (${parsed})`);
  const { kid, payloadBytes } = parsed;
  if (!keys.some((key) => key.kid === kid)) throw new Error(`issued files: key ${kid} is not among those published`);
  const payload = payloadSchema.parse(parseCanonical(payloadBytes));
  const shown = disclosuresAt(level, disclosures);
  const disclosed = readDisclosures(
    payload,
    shown.map(({ encoded }) => encoded),
    sha256,
  );
  if (disclosed.problems.length > 0 || disclosed.level !== level) {
    const codes = disclosed.problems.map(({ code }) => code);
    throw new Error(`issued files: the disclosures do not make the level ${level}: ${codes.join(', ')}`);
  }
  const files = new Map([
    // Without a line end: `sha256sum statement.jws` is the digest that the fact, the status and the workbook give.
    ['statement.jws', encoder.encode(jws)],
    ['statement.json', payloadBytes],
    ['status.jws', encoder.encode(statusJws)],
    ['jwks.json', encoder.encode(jwksText(keys))],
    ['disclosures.txt', encoder.encode(disclosuresText(shown))],
  ]);
  return { files, payload, disclosed, kid };
}
