// What a rendering of an issued statement is made of: the signed text at a level, and who vouches for it, as it was just verified.
import { toHex } from '../model/hashing.ts';
import type { Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { readDisclosures } from '../statement/read-disclosures.ts';
import { renderJson } from '../statement/render-json.ts';
import type { WorkbookInput } from '../statement/render-xlsx.ts';
import type { StatementAtHand } from './read-statement.ts';

export function renderingInput(
  { primitives: { sha256 }, signer }: Pick<Ports, 'primitives' | 'signer'>,
  { view, verification, disclosures }: StatementAtHand,
  language: Language,
): WorkbookInput & { readonly kid: string } {
  const { payload, kid, trust, seenAt, registrar } = verification;
  if (payload === null || kid === null) throw new Error(`statement ${view.number}: its own verifier does not read it`);
  return {
    ...{ payload, ...readDisclosures(payload, disclosures, sha256), trust, seenAt, registrar, kid },
    jwsSha256: view.jws,
    jsonSha256: toHex(sha256(renderJson(payload))),
    isTest: signer.isTest,
    language,
  };
}
