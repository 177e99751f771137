// Checks a statement without trusting whoever handed it over. Nothing of node is imported: the same code runs in a browser, offline.

import { parseCanonical } from '../ledger/canonical.ts';
import type { VerifyEd25519 } from '../ledger/log/note.ts';
import { sameBytes } from '../model/bytes.ts';
import { type Sha256, toHex } from '../model/hashing.ts';
import type { Bilingual } from '../model/text.ts';
import { type Checked, type Made, outcomes } from './checked.ts';
import { type JwsType, parseJws } from './jws.ts';
import { type StatementKey, statementKeys } from './keys.ts';
import { notProven } from './not-proven.ts';
import {
  type LineDisclosure,
  type NameDisclosure,
  payloadSchema,
  type SignatoryDisclosure,
  type StatementPayload,
} from './payload.ts';
import { meansIncomplete, meansInvalid, problem, type VerificationCode, type VerificationProblem } from './problem.ts';
import { type Disclosed, readDisclosures } from './read-disclosures.ts';
import type { ViewLevel } from './sd-jwt.ts';
import { type StatementState, type StatusPayload, stateTexts, statusSchema } from './status.ts';
import { sumFlaws } from './sums.ts';
import { type RecomputedSteps, recomputedSteps, stepFlaws } from './trace/step-flaws.ts';
import { type EvidenceAtHand, evidenceOf, nothingAtHand, type TrustLevel, trustLevel } from './trust.ts';

export interface StatementFiles {
  /** The text of statement.jws; one line end after it is the file's, not the statement's. */
  readonly jws: string;
  /** The parsed text of jwks.json. */
  readonly jwks: unknown;
  /** True if the keys come from a source the reader pinned herself, not from the bundle. */
  readonly keysPinned?: boolean;
  readonly statusJws?: string;
  /** Other statements at hand: a later one that names this one supersedes it. */
  readonly laterJws?: readonly string[];
  /** The lines of disclosures.txt. */
  readonly disclosures?: readonly string[];
  /** The bytes of statement.json. */
  readonly statementJson?: Uint8Array;
}

/** Done by node:crypto, by WebCrypto, or by whatever the reader trusts. */
export interface Checks {
  /**
   * @param rawSignature 64 bytes r ‖ s
   * @throws where it cannot tell: a point that is not on the curve, a browser without ES256. It never passes for "right" or "wrong"
   */
  readonly verifyEs256: (
    publicJwk: StatementKey,
    signingInput: Uint8Array,
    rawSignature: Uint8Array,
  ) => Promise<boolean>;
  /** Of the log’s signatures, and its witnesses’. @throws where it cannot tell: a browser without Ed25519 */
  readonly verifyEd25519: VerifyEd25519;
  readonly sha256: Sha256;
  /**
   * RFC 3161. Absent where nobody here can check one (a browser): openssl can.
   * @param token DER of the answer @param caPem certificates to trust
   * @returns when it was made, or null if it dates something else or nobody trusted signed it
   */
  readonly verifyTimeStamp?: (token: Uint8Array, data: Uint8Array, caPem: string) => Promise<Date | null>;
}

/** What is checked beside the statement itself, by whoever has more than its own files. */
export interface Beyond {
  readonly problems: readonly VerificationProblem[];
  readonly made: readonly Made[];
  /** What bodies outside say of it, by keys that the reader pinned. */
  readonly outside: EvidenceAtHand;
  /** Whether the issue was found in a log whose key the reader pinned herself, or that came along; null: in none. */
  readonly log: 'pinned' | 'given' | null;
}

/** A statement whose signature holds. */
export interface SignedStatement {
  readonly payload: StatementPayload;
  /** The text of statement.jws, re-encoded: its SHA-256 is what the fact of the issue holds. */
  readonly jws: Uint8Array;
  readonly key: StatementKey;
  /** 64 bytes r ‖ s. */
  readonly signature: Uint8Array;
  readonly disclosed: Disclosed;
}

/** Nothing but the statement’s own files was looked at. */
export const nothingBeyond: Beyond = { problems: [], made: [], outside: nothingAtHand, log: null };

/** How much of the trace was worked out again. `line-costs`: from the staff cost, which the costs of the disclosed lines add up to. */
export interface Recomputed extends Omit<RecomputedSteps, 'from'> {
  readonly from: RecomputedSteps['from'] | 'line-costs';
}

export type VerificationResult = 'authentic' | 'invalid' | 'incomplete' | 'superseded' | 'revoked';

export interface Verification {
  readonly result: VerificationResult;
  /** 0 authentic, 1 invalid, 2 incomplete, 3 superseded or revoked. */
  readonly exitCode: 0 | 1 | 2 | 3;
  readonly problems: readonly VerificationProblem[];
  /** What was looked at, in order; empty where nothing signed was found. */
  readonly checked: readonly Checked[];
  /** Only what was found signed is given: null unless the signature holds and the content is a statement's. */
  readonly payload: StatementPayload | null;
  readonly kid: string | null;
  readonly level: ViewLevel;
  readonly lines: readonly LineDisclosure[] | null;
  readonly names: readonly NameDisclosure[] | null;
  readonly signatories: readonly SignatoryDisclosure[] | null;
  /** How many steps of the computation were worked out again; null without amounts. */
  readonly computation: Recomputed | null;
  readonly trust: TrustLevel;
  /** The earliest instant, UTC, at which somebody outside saw the issue in the log; null where nobody did. */
  readonly seenAt: string | null;
  /** Who signed the facts of the registry that came along, by a key that the reader pinned. */
  readonly registrar: EvidenceAtHand['registrar'];
  readonly status: { readonly state: StatementState; readonly asOf: string } | 'not-checked';
  readonly notProven: readonly Bilingual[];
}

interface Signed {
  readonly kid: string;
  readonly key: StatementKey;
  readonly signature: Uint8Array;
  readonly bytes: Uint8Array;
  readonly value: unknown;
}

type Keys = ReadonlyMap<string, StatementKey>;

/** The signature first, the content after: a text that nobody signed is not looked into. */
async function readSigned(
  text: string,
  typ: JwsType,
  keys: Keys,
  checks: Checks,
): Promise<Signed | VerificationProblem> {
  const parsed = parseJws(text, typ);
  if (typeof parsed === 'string') return problem(parsed);
  if (keys.size === 0) return problem('keys-unreadable');
  const key = keys.get(parsed.kid);
  if (key === undefined) return problem('key-unknown', parsed.kid);
  try {
    if (!(await checks.verifyEs256(key, parsed.signingInput, parsed.signature))) return problem('signature-wrong');
  } catch {
    return problem('signature-unchecked', parsed.kid);
  }
  try {
    const { kid, payloadBytes: bytes, signature } = parsed;
    return { kid, key, signature, bytes, value: parseCanonical(bytes) };
  } catch {
    return problem('payload-not-canonical');
  }
}

const withoutLineEnd = (text: string): string => text.replace(/\r?\n$/, '');

const isProblem = (found: object): found is VerificationProblem => 'code' in found;

async function readStatement(
  text: string,
  keys: Keys,
  checks: Checks,
): Promise<(Signed & { readonly payload: StatementPayload }) | VerificationProblem> {
  const signed = await readSigned(text, 'communs-statement+jwt', keys, checks);
  if (isProblem(signed)) return signed;
  const parsed = payloadSchema.safeParse(signed.value);
  if (!parsed.success) {
    return problem('payload-schema', parsed.error.issues.map((flaw) => flaw.path.join('.')).join(', '));
  }
  return { ...signed, payload: parsed.data };
}

/** @param statement the text that the status should be about */
async function readStatus(
  text: string,
  statement: string,
  keys: Keys,
  checks: Checks,
): Promise<StatusPayload | VerificationProblem> {
  const signed = await readSigned(text, 'communs-status+jwt', keys, checks);
  const parsed = isProblem(signed) ? null : statusSchema.safeParse(signed.value);
  if (parsed?.success !== true) return problem('status-invalid');
  const isOfThis = parsed.data.statement === toHex(checks.sha256(new TextEncoder().encode(statement)));
  return isOfThis ? parsed.data : problem('status-of-another', parsed.data.number);
}

/** A later statement counts if it is signed by a key at hand, of the same issuer and company, and names this one. */
async function laterProblem(
  text: string,
  earlier: StatementPayload,
  keys: Keys,
  checks: Checks,
): Promise<VerificationProblem> {
  const later = await readStatement(text, keys, checks);
  if (isProblem(later)) return problem('later-not-used', later.code);
  const { number, supersedes, iss, company } = later.payload;
  const replaces = supersedes === earlier.number && iss === earlier.iss && company.siren === earlier.company.siren;
  return problem(replaces ? 'superseded' : 'later-not-used', number);
}

/** What the codes mean together. */
export function resultOf(codes: readonly VerificationCode[]): Pick<Verification, 'result' | 'exitCode'> {
  if (codes.some(meansInvalid)) return { result: 'invalid', exitCode: 1 };
  if (codes.includes('revoked')) return { result: 'revoked', exitCode: 3 };
  if (codes.includes('superseded')) return { result: 'superseded', exitCode: 3 };
  if (codes.some(meansIncomplete)) return { result: 'incomplete', exitCode: 2 };
  return { result: 'authentic', exitCode: 0 };
}

/** The answer where nothing signed was found: nothing of the file is repeated. */
export const notRead = (why: VerificationProblem): Verification => ({
  ...resultOf([why.code]),
  problems: [why],
  checked: [],
  payload: null,
  kid: null,
  level: 'totals',
  lines: null,
  names: null,
  signatories: null,
  computation: null,
  trust: 'self',
  seenAt: null,
  registrar: 'nobody',
  status: 'not-checked',
  notProven: [],
});

/** A status.jws alone: signed or not, it says of which statement it speaks, and proves nothing of that one. */
export async function readStandaloneStatus(text: string, jwks: unknown, checks: Checks): Promise<Verification> {
  const keys = statementKeys(jwks, checks.sha256);
  if (keys.size === 0) return notRead(problem('file-is-status'));
  const signed = await readSigned(text.trimEnd(), 'communs-status+jwt', keys, checks);
  const parsed = isProblem(signed) ? null : statusSchema.safeParse(signed.value);
  if (parsed?.success !== true) return notRead(problem('status-invalid'));
  const { number, state, asOf } = parsed.data;
  const { fr, en } = stateTexts[state];
  const why = problem('file-is-status', `${number} : ${fr}, au ${asOf}`, `${number}: ${en}, as of ${asOf}`);
  return { ...notRead(why), status: { state, asOf } };
}

/** @returns how a statement stands by its status.jws, and what that means for it */
async function statusFound(
  text: string | undefined,
  jws: string,
  keys: Keys,
  checks: Checks,
): Promise<{ readonly status: Verification['status']; readonly problems: readonly VerificationProblem[] }> {
  if (text === undefined) return { status: 'not-checked', problems: [] };
  const found = await readStatus(withoutLineEnd(text), jws, keys, checks);
  if (isProblem(found)) return { status: 'not-checked', problems: [found] };
  const status = { state: found.state, asOf: found.asOf };
  if (found.state === 'revoked') return { status, problems: [problem('revoked')] };
  if (found.state === 'superseded') return { status, problems: [problem('superseded', found.replacedBy)] };
  return { status, problems: [] };
}

function contentProblems(payload: StatementPayload, { lines, names, problems }: Disclosed): VerificationProblem[] {
  return [
    ...problems,
    ...sumFlaws(payload, lines).map(({ where, stated, found }) =>
      problem('sums-wrong', `${where}: ${stated} ≠ ${found}`),
    ),
    ...stepFlaws(payload, lines, names).map(({ where }) => problem('steps-wrong', where)),
  ];
}

function recomputedFrom(payload: StatementPayload, { lines, names }: Disclosed): Recomputed | null {
  const found = recomputedSteps(payload, names);
  return found?.from === 'staff-cost' && lines !== null ? { ...found, from: 'line-costs' } : found;
}

function madeOf(files: StatementFiles, payload: StatementPayload): Made[] {
  const hasAmounts = payload.simulation !== undefined || payload.relief !== undefined;
  return [
    { check: 'signature', file: 'statement.jws' },
    ...(files.statementJson === undefined ? [] : [{ check: 'json', file: 'statement.json' } as const]),
    ...((files.disclosures ?? []).length === 0 ? [] : [{ check: 'disclosures', file: 'disclosures.txt' } as const]),
    { check: 'sums', file: 'statement.jws' },
    ...(hasAmounts ? [{ check: 'steps', file: 'statement.jws' } as const] : []),
    ...(files.statusJws === undefined ? [] : [{ check: 'status', file: 'status.jws' } as const]),
  ];
}

/**
 * @param keysPinned keys of statements; those of the log are pinned where `log` says so. Both are another body’s only where the operator is
 * not the claimant
 */
function vouchedFor(
  { operator: { isClaimant } }: StatementPayload,
  { outside, log }: Beyond,
  keysPinned: boolean,
): Pick<Verification, 'trust' | 'seenAt' | 'registrar'> {
  const arePinned = keysPinned && log === 'pinned';
  const evidence = evidenceOf({ ...outside, keys: arePinned ? (isClaimant ? 'claimant' : 'independent') : 'nobody' });
  return { trust: trustLevel(isClaimant, evidence), seenAt: evidence.seenAt, registrar: outside.registrar };
}

/**
 * @returns always an answer, never a throw on hostile input. `authentic` = signed by the key, unaltered, adding up, and not known to be
 * replaced; it says nothing about entitlement, which is why the word is never "valid"
 */
export async function verifyStatement(
  files: StatementFiles,
  checks: Checks,
  beyond: (signed: SignedStatement) => Promise<Beyond> = async () => nothingBeyond,
): Promise<Verification> {
  const keys = statementKeys(files.jwks, checks.sha256);
  const jws = withoutLineEnd(files.jws);
  const read = await readStatement(jws, keys, checks);
  if (isProblem(read)) return notRead(read);
  const { payload, kid, key, signature, bytes } = read;
  const disclosed = readDisclosures(payload, files.disclosures ?? [], checks.sha256);
  const isOther = files.statementJson !== undefined && !sameBytes(files.statementJson, bytes);
  const { status, problems: ofStatus } = await statusFound(files.statusJws, jws, keys, checks);
  const more = await beyond({ payload, jws: new TextEncoder().encode(jws), key, signature, disclosed });
  const later: VerificationProblem[] = [];
  for (const text of files.laterJws ?? []) {
    later.push(await laterProblem(withoutLineEnd(text), payload, keys, checks));
  }
  const problems = [
    ...contentProblems(payload, disclosed),
    ...(isOther ? [problem('json-differs')] : []),
    ...ofStatus,
    ...later,
    ...more.problems,
  ];
  const result = resultOf(problems.map((each) => each.code));
  const { trust, seenAt, registrar } = vouchedFor(
    payload,
    result.result === 'invalid' ? nothingBeyond : more,
    files.keysPinned ?? false,
  );
  return {
    ...result,
    problems,
    checked: outcomes([...madeOf(files, payload), ...more.made], problems),
    payload,
    kid,
    level: disclosed.level,
    lines: disclosed.lines,
    names: disclosed.names,
    signatories: disclosed.signatories,
    computation: recomputedFrom(payload, disclosed),
    trust,
    seenAt,
    registrar,
    status,
    notProven: notProven(payload, {
      ...{ trust, seenAt, registrar },
      statusChecked: status !== 'not-checked',
      keysPinned: files.keysPinned ?? false,
      log: more.log,
    }),
  };
}
