// The fact that issued a statement, and its place in the public log: from the statement’s bytes up to a checkpoint that the log signed.
import { parseCanonical } from '../../ledger/canonical.ts';
import { type OpenedCheckpoint, parseCheckpoint } from '../../ledger/log/checkpoint.ts';
import { logEntry } from '../../ledger/log/entry.ts';
import { verifyTlogProof } from '../../ledger/log/tlog-proof.ts';
import { keyTypes, type NoteKey, parseVkey } from '../../ledger/log/vkey.ts';
import { sameBytes } from '../../model/bytes.ts';
import { type Sha256, toHex } from '../../model/hashing.ts';
import type { Made } from '../checked.ts';
import { problem, type VerificationProblem } from '../problem.ts';
import { nothingAtHand } from '../trust.ts';
import type { Beyond, Checks, SignedStatement } from '../verify.ts';
import { ed25519Pem } from './public-key-pem.ts';

/** Bytes that the reader gives; null where she gives none. */
export interface LogPins {
  /** Keys of logs, and of witnesses, one a line. */
  readonly vkey: Uint8Array | null;
  /** She has them from a source of her own. */
  readonly logPinned: boolean;
  /** From a source of her own. */
  readonly tsaCa: Uint8Array | null;
}

type Files = ReadonlyMap<string, Uint8Array>;

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** One key a line; a line that is none is read over, as signatures of unknown keys are. */
export const keysIn = (sha256: Sha256, bytes: Uint8Array | undefined | null): NoteKey[] =>
  bytes === undefined || bytes === null
    ? []
    : textOf(bytes)
        .split(/\r?\n/)
        .flatMap((line) => parseVkey(sha256, line.trim()) ?? []);

/** @returns what is not as it should be in the fact, or `unreadable`: it is this statement’s, and names its very text */
function factFlaw(fact: Uint8Array, { payload, jws }: SignedStatement, sha256: Sha256): string | null {
  let value: unknown;
  try {
    value = parseCanonical(fact);
  } catch {
    return 'unreadable';
  }
  const { kind, data } = (value ?? {}) as { kind?: unknown; data?: Record<string, unknown> };
  if (kind !== 'statement-issued') return 'kind';
  const stated: Record<string, unknown> = {
    jws: toHex(sha256(jws)),
    number: payload.number,
    scheme: payload.scheme.code,
    computation: payload.computationDigest,
    supersedes: payload.supersedes ?? null,
  };
  return Object.keys(stated).find((name) => data?.[name] !== stated[name]) ?? null;
}

interface Proven {
  /** What the proof ends with. */
  readonly checkpoint: OpenedCheckpoint;
  /** Of the log, that signed it. */
  readonly key: NoteKey;
}

/** @param proof statement.tlog-proof @param entry what it must prove @returns what it proves it by, or why it proves nothing */
export async function inclusion(
  checks: Checks,
  proof: Uint8Array,
  entry: Uint8Array,
  keys: readonly NoteKey[],
): Promise<Proven | VerificationProblem> {
  const logKeys = keys.filter(({ type }) => type === keyTypes.ed25519);
  const witnesses = keys.filter(({ type }) => type === keyTypes.cosignature);
  try {
    const found = await verifyTlogProof(checks, proof, entry, logKeys, witnesses);
    if (found === 'unknown-key')
      return problem('log-key-unknown', logKeys.map(({ name, id }) => `${name}+${id}`).join(', '));
    if (typeof found === 'string') return problem('log-proof-wrong', 'statement.tlog-proof');
    const { checkpoint } = found;
    return { checkpoint, key: checkpoint.signatures.find(({ key }) => logKeys.includes(key))!.key };
  } catch {
    return problem('log-unchecked');
  }
}

/** The checkpoint beside the proof, which may be a later one: the same log signed it, and its parts are of the same bytes. */
async function checkpointProblems(
  checks: Checks,
  whole: Uint8Array,
  files: Files,
  key: NoteKey,
): Promise<VerificationProblem[]> {
  const read = parseCheckpoint(whole);
  const own = read?.note.signatures.find(({ name, id }) => name === key.name && id === key.id);
  if (read === null || own === undefined || read.origin !== key.name)
    return [problem('checkpoint-wrong', 'checkpoint')];
  const text = new TextEncoder().encode(read.note.text);
  const parts: readonly (readonly [string, Uint8Array])[] = [
    ['checkpoint.body', text],
    ['checkpoint.sig', own.signature],
    ['log.pub.pem', ed25519Pem(key.publicKey)],
  ];
  const others = parts.filter(([name, bytes]) => !sameBytes(files.get(name) ?? bytes, bytes));
  const problems = others.map(([name]) => problem('checkpoint-wrong', name));
  try {
    const isSigned = await checks.verifyEd25519(key.publicKey, text, own.signature);
    return isSigned ? problems : [problem('checkpoint-wrong', 'checkpoint'), ...problems];
  } catch {
    return [...problems, problem('log-unchecked')];
  }
}

/**
 * @returns when the authority dated the text beside the stamp; the problem if it did not; null: left to openssl
 */
async function dated(checks: Checks, files: Files, pins: LogPins): Promise<Date | VerificationProblem | null> {
  const [token, body] = [files.get('checkpoint.tsr'), files.get('checkpoint.body')];
  const ca = pins.tsaCa ?? files.get('tsa-ca.pem');
  if (token === undefined || body === undefined || ca === undefined || checks.verifyTimeStamp === undefined)
    return null;
  return (await checks.verifyTimeStamp(token, body, textOf(ca))) ?? problem('timestamp-wrong');
}

/** A stamp counts under a pinned authority, and over the very checkpoint that proves the fact: one over another says nothing of it. */
function stampOver(
  checkpoint: OpenedCheckpoint | null,
  files: Files,
  pins: LogPins,
  date: Date | VerificationProblem | null,
): string | null {
  const body = files.get('checkpoint.body');
  if (!(date instanceof Date) || pins.tsaCa === null || checkpoint === null || body === undefined) return null;
  return sameBytes(body, new TextEncoder().encode(checkpoint.note.text)) ? date.toISOString() : null;
}

const nothing = (problems: readonly VerificationProblem[], made: readonly Made[]): Beyond => ({
  ...{ problems, made, log: null, key: null },
  outside: nothingAtHand,
});

/** What the files of the log establish of a statement. */
export async function logEvidence(
  signed: SignedStatement,
  files: Files,
  pins: LogPins,
  checks: Checks,
): Promise<Beyond> {
  const { sha256 } = checks;
  const [fact, salt, proof] = ['statement.fact', 'statement.salt', 'statement.tlog-proof'].map((name) =>
    files.get(name),
  );
  const made: Made[] = [];
  const problems: VerificationProblem[] = [];
  if (fact === undefined) return nothing(problems, made);
  made.push({ check: 'fact', file: 'statement.fact' });
  const flaw = factFlaw(fact, signed, sha256);
  if (flaw === 'unreadable') problems.push(problem('fact-differs', 'il ne se lit pas', 'it does not read'));
  else if (flaw !== null) problems.push(problem('fact-differs', flaw));
  if (salt === undefined || proof === undefined) return nothing(problems, made);
  made.push({ check: 'inclusion', file: 'statement.tlog-proof' });
  const isPinned = pins.vkey !== null && pins.logPinned;
  const keys = keysIn(sha256, pins.vkey ?? files.get('log.vkey'));
  const proven = await inclusion(checks, proof, logEntry(sha256, salt, fact), keys);
  const [checkpointFile, { log }] = [files.get('checkpoint'), signed.payload];
  if ('code' in proven) problems.push(proven);
  else {
    const { origin } = proven.checkpoint;
    if (log !== undefined && log.origin !== origin) {
      problems.push(problem('log-proof-wrong', `statement.tlog-proof (${origin})`));
    }
    if (checkpointFile !== undefined) {
      made.push({ check: 'checkpoint', file: 'checkpoint' });
      problems.push(...(await checkpointProblems(checks, checkpointFile, files, proven.key)));
    }
  }
  const date = await dated(checks, files, pins);
  if (files.has('checkpoint.tsr')) made.push({ check: 'timestamp', file: 'checkpoint.tsr', left: date === null });
  if (date !== null && !(date instanceof Date)) problems.push(date);
  const isIn = problems.length === 0;
  const checkpoint = isIn && isPinned && 'checkpoint' in proven ? proven.checkpoint : null;
  return {
    ...{ problems, made },
    // Keys of log and witnesses that came along vouch for nothing; nor does a log in which something is wrong.
    outside: { ...nothingAtHand, checkpoint, stampedAt: stampOver(checkpoint, files, pins, date) },
    log: isIn ? (isPinned ? 'pinned' : 'given') : null,
    key: null,
  };
}
