// The rule set that came along: the one that the statement names, and every figure that it prints stands in it.
import { parseCanonical } from '../../ledger/canonical.ts';
import { type Sha256, toHex } from '../../model/hashing.ts';
import type { StatementPayload } from '../payload.ts';

interface Figure {
  readonly key?: unknown;
  readonly value?: unknown;
  readonly from?: unknown;
  readonly to?: unknown;
}
interface Rules {
  readonly figures?: readonly Figure[];
  readonly schemes?: readonly { readonly code?: unknown; readonly figures?: readonly Figure[] }[];
}

const listOf = <T>(value: readonly T[] | undefined): readonly T[] => (Array.isArray(value) ? value : []);

/** @returns what is not as the statement says: the digest, or the key of a figure; empty when all is */
export function ruleFlaws(sha256: Sha256, { scheme }: StatementPayload, bytes: Uint8Array): string[] {
  if (toHex(sha256(bytes)) !== scheme.ruleSetDigest) return ['scheme.ruleSetDigest'];
  const rules = parseCanonical(bytes) as unknown as Rules;
  const own = listOf(rules.schemes).find(({ code }) => code === scheme.code);
  const figures = [...listOf(rules.figures), ...listOf(own?.figures)];
  const isThere = ({ key, value, from, to }: StatementPayload['scheme']['parameters'][number]): boolean =>
    figures.some(
      (figure) => figure.key === key && String(figure.value) === value && figure.from === from && figure.to === to,
    );
  return scheme.parameters.filter((parameter) => !isThere(parameter)).map(({ key, from }) => `${key} ${from}`);
}
