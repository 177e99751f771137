// What a statement is by itself, with its workbook, for tests that have no ledger behind them.

import type { Sha256 } from '../../lib/model/hashing.ts';
import { toHex } from '../../lib/model/hashing.ts';
import type { Language } from '../../lib/model/text.ts';
import { type IssuedStatement, signedFiles } from '../../lib/statement/issued-files.ts';
import { renderXlsx } from '../../lib/statement/render-xlsx.ts';
import type { TrustLevel } from '../../lib/statement/trust.ts';

export interface IssuedSample extends IssuedStatement {
  /** Of the workbook. */
  readonly language: Language;
  readonly trust: TrustLevel;
  readonly isTest: boolean;
}

export async function issuedFiles(
  { language, trust, isTest, ...issued }: IssuedSample,
  sha256: Sha256,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { files, payload, disclosed, kid } = signedFiles(issued, sha256);
  const [jws, json] = ['statement.jws', 'statement.json'].map((name) => toHex(sha256(files.get(name)!)));
  const workbook = await renderXlsx({
    ...{ payload, ...disclosed, kid, trust, seenAt: null, registrar: 'nobody', isTest, language },
    jwsSha256: jws!,
    jsonSha256: json!,
  });
  return new Map([...files, ['statement.xlsx', workbook]]);
}
