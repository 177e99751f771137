// The files that are handed over when a statement is issued: name → bytes, all from the signed text, so that none can differ from it.
import { parseCanonical } from '../ledger/canonical.ts';
import { type Sha256, toHex } from '../model/hashing.ts';
import type { Language } from '../model/text.ts';
import { parseJws } from './jws.ts';
import { jwksText, type StatementKey } from './keys.ts';
import { payloadSchema } from './payload.ts';
import { readDisclosures } from './read-disclosures.ts';
import { renderXlsx } from './render-xlsx.ts';
import { type Disclosure, disclosuresAt, disclosuresText, type ViewLevel } from './sd-jwt.ts';
import type { TrustLevel } from './trust.ts';

export interface IssuedStatement {
  /** The text of the statement, as the fact of its issue has its SHA-256. */
  readonly jws: string;
  readonly statusJws: string;
  /** Every key ever used for statements, as the signer publishes them. */
  readonly keys: readonly StatementKey[];
  /** All of the statement's; the level picks. */
  readonly disclosures: readonly Disclosure[];
  readonly level: ViewLevel;
  /** Of the workbook. */
  readonly language: Language;
  readonly trust: TrustLevel;
  /** The key that signed is marked TEST. */
  readonly isTest: boolean;
  /** The workbook of this level and language that was made and stored before; null makes it. */
  readonly workbook: Uint8Array | null;
}

const encoder = new TextEncoder();

/**
 * statement.pdf, the log's proofs, verify.html and MANIFEST have their place in this list (formats.md, section 4).
 * @returns name → bytes. All but statement.xlsx are the same bytes again for the same input: that one is stored when it is first made
 * @throws Error (a fault) if the text is no statement of these keys, or the disclosures are not its own
 */
export async function issuedFiles(issued: IssuedStatement, sha256: Sha256): Promise<ReadonlyMap<string, Uint8Array>> {
  const { jws, statusJws, keys, level, language, trust, isTest } = issued;
  const parsed = parseJws(jws, 'communs-statement+jwt');
  if (typeof parsed === 'string') throw new Error(`issued files: the text is no statement (${parsed})`);
  const { kid, payloadBytes } = parsed;
  if (!keys.some((key) => key.kid === kid)) throw new Error(`issued files: key ${kid} is not among those published`);
  const payload = payloadSchema.parse(parseCanonical(payloadBytes));
  const shown = disclosuresAt(level, issued.disclosures);
  const disclosed = readDisclosures(
    payload,
    shown.map(({ encoded }) => encoded),
    sha256,
  );
  if (disclosed.problems.length > 0 || disclosed.level !== level) {
    const codes = disclosed.problems.map(({ code }) => code);
    throw new Error(`issued files: the disclosures do not make the level ${level}: ${codes.join(', ')}`);
  }
  const jwsBytes = encoder.encode(jws);
  const workbook =
    issued.workbook ??
    (await renderXlsx({
      payload,
      ...disclosed,
      kid,
      jwsSha256: toHex(sha256(jwsBytes)),
      jsonSha256: toHex(sha256(payloadBytes)),
      trust,
      isTest,
      language,
    }));
  return new Map([
    // Without a line end: `sha256sum statement.jws` is the digest that the fact, the status and the workbook give.
    ['statement.jws', jwsBytes],
    ['statement.json', payloadBytes],
    ['status.jws', encoder.encode(statusJws)],
    ['jwks.json', encoder.encode(jwksText(keys))],
    ['disclosures.txt', encoder.encode(disclosuresText(shown))],
    ['statement.xlsx', workbook],
  ]);
}
