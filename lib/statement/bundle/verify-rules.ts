// The rule set that came along: the one that the statement names, and every figure that it prints stands in it.
import * as z from 'zod/mini';
import { parseCanonical } from '../../ledger/canonical.ts';
import { type Sha256, toHex } from '../../model/hashing.ts';
import type { StatementPayload } from '../payload.ts';

const figures = z._default(
  z.array(z.object({ key: z.string(), value: z.union([z.string(), z.int()]), from: z.unknown(), to: z.unknown() })),
  [],
);
const rulesSchema = z.object({ figures, schemes: z._default(z.array(z.object({ code: z.unknown(), figures })), []) });

/** @returns null if they are no rule set: a digest can be of anything */
function rulesIn(bytes: Uint8Array): z.infer<typeof rulesSchema> | null {
  try {
    return rulesSchema.parse(parseCanonical(bytes));
  } catch {
    return null;
  }
}

/** @returns what is not as the statement says: the digest, or the key of a figure; empty when all is */
export function ruleFlaws(sha256: Sha256, { scheme }: StatementPayload, bytes: Uint8Array): string[] {
  if (toHex(sha256(bytes)) !== scheme.ruleSetDigest) return ['scheme.ruleSetDigest'];
  const rules = rulesIn(bytes);
  if (rules === null) return ['figures'];
  const own = rules.schemes.find(({ code }) => code === scheme.code);
  const printed = [...rules.figures, ...(own?.figures ?? [])];
  const isThere = ({ key, value, from, to }: StatementPayload['scheme']['parameters'][number]): boolean =>
    printed.some(
      (figure) => figure.key === key && String(figure.value) === value && figure.from === from && figure.to === to,
    );
  return scheme.parameters.filter((parameter) => !isThere(parameter)).map(({ key, from }) => `${key} ${from}`);
}
