// Sets disclosures beside the digests that were signed: each belongs, none twice, and together they make one of the three views.
import type { Sha256 } from '../model/hashing.ts';
import {
  type LineDisclosure,
  lineSchema,
  type NameDisclosure,
  nameSchema,
  type SignatoryDisclosure,
  type StatementPayload,
  signatoriesOf,
  signatorySchema,
} from './payload.ts';
import { problem, type VerificationCode, type VerificationProblem } from './problem.ts';
import { disclosureDigest, parseDisclosure, type ViewLevel } from './sd-jwt.ts';

export interface Disclosed {
  readonly level: ViewLevel;
  /** In order of their number; null unless all of them are there. */
  readonly lines: readonly LineDisclosure[] | null;
  readonly names: readonly NameDisclosure[] | null;
  /** Who confirmed, in order of their ids; read with the names. */
  readonly signatories: readonly SignatoryDisclosure[] | null;
  readonly problems: readonly VerificationProblem[];
}

function inOrder<T>(found: ReadonlyMap<number, T>, expected: number): T[] | null {
  const values = Array.from({ length: expected }, (_, i) => found.get(i + 1));
  return found.size === expected && values.every((value) => value !== undefined) ? values : null;
}

interface Found {
  readonly lines: Map<number, LineDisclosure>;
  readonly names: Map<number, NameDisclosure>;
  readonly signatories: Map<number, SignatoryDisclosure>;
  /** Ids of those who confirmed: the nth stands in `signatory-<n>`. */
  readonly confirming: readonly string[];
  readonly digests: Set<string>;
}

/** Takes one disclosure in. @returns the code of what is wrong with it, or null */
function take(text: string, signed: ReadonlySet<string>, found: Found, sha256: Sha256): VerificationCode | null {
  const disclosure = parseDisclosure(text);
  if (disclosure === null) return 'disclosure-malformed';
  const digest = disclosureDigest(sha256, text);
  if (!signed.has(digest)) return 'disclosure-unknown';
  if (found.digests.has(digest)) return 'disclosure-twice';
  found.digests.add(digest);
  const [, kind, ordinal] = /^(line|name|signatory)-([1-9]\d{0,8})$/.exec(disclosure.claim) ?? [];
  const place = Number(ordinal);
  if (kind === 'line') {
    const line = lineSchema.safeParse(disclosure.value);
    if (!line.success || found.lines.has(place)) return 'disclosure-malformed';
    found.lines.set(place, line.data);
    return null;
  }
  if (kind === 'signatory') {
    const signatory = signatorySchema.safeParse(disclosure.value);
    if (!signatory.success || found.confirming[place - 1] !== signatory.data.signatory) return 'disclosure-malformed';
    found.signatories.set(place, signatory.data);
    return null;
  }
  const name = nameSchema.safeParse(disclosure.value);
  if (kind !== 'name' || !name.success || found.names.has(place)) return 'disclosure-malformed';
  found.names.set(place, name.data);
  return null;
}

/** @param encoded the lines of `disclosures.txt` */
export function readDisclosures(payload: StatementPayload, encoded: readonly string[], sha256: Sha256): Disclosed {
  const signed = new Set(payload.people._sd);
  const confirming = signatoriesOf(payload);
  const found: Found = { lines: new Map(), names: new Map(), signatories: new Map(), confirming, digests: new Set() };
  const problems: VerificationProblem[] = [];
  encoded.forEach((text, i) => {
    const code = take(text, signed, found, sha256);
    if (code !== null) problems.push(problem(code, String(i + 1)));
  });
  const { lines, names, signatories } = found;
  const { count, _sd } = payload.people;
  const lineCount = _sd.length - count - confirming.length;
  const allLines = inOrder(lines, lineCount);
  const allNames = inOrder(names, count);
  const allSignatories = inOrder(signatories, confirming.length);
  const named = names.size + signatories.size;
  const lacksNames = named > 0 && (allNames === null || allSignatories === null);
  const partial = lines.size + named > 0 && (allLines === null || lacksNames);
  if (partial && problems.length === 0) {
    const what = `${lines.size}/${lineCount}, ${names.size}/${count}, ${signatories.size}/${confirming.length}`;
    problems.push(problem('disclosures-partial', what));
  }
  const hasLines = lines.size > 0 && allLines !== null;
  const hasNames = hasLines && names.size > 0 && allNames !== null && allSignatories !== null;
  return {
    level: hasNames ? 'names' : hasLines ? 'lines' : 'totals',
    lines: hasLines ? allLines : null,
    names: hasNames ? allNames : null,
    signatories: hasNames ? allSignatories : null,
    problems,
  };
}
