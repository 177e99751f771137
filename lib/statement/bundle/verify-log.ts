// The fact that issued a statement, and its place in the public log: from the statement’s bytes up to a checkpoint that the log signed.
import { parseCanonical } from '../../ledger/canonical.ts';
import { type OpenedCheckpoint, parseCheckpoint } from '../../ledger/log/checkpoint.ts';
import { verifyTlogProof } from '../../ledger/log/tlog-proof.ts';
import { keyTypes, type NoteKey, parseVkey } from '../../ledger/log/vkey.ts';
import { joinBytes, sameBytes } from '../../model/bytes.ts';
import { type Sha256, toHex } from '../../model/hashing.ts';
import type { Made } from '../checked.ts';
import { problem, type VerificationProblem } from '../problem.ts';
import { nothingAtHand } from '../trust.ts';
import type { Beyond, Checks, SignedStatement } from '../verify.ts';
import { ed25519Pem } from './public-key-pem.ts';

/** Bytes that the reader has from a source of her own; null where she has none. */
export interface LogPins {
  /** Keys of logs, and of witnesses, one a line. */
  readonly vkey: Uint8Array | null;
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

/** @returns what is not as it should be in the fact: it is this statement’s, and names its very text */
function factFlaw(fact: Uint8Array, { payload, jws }: SignedStatement, sha256: Sha256): string | null {
  let value: unknown;
  try {
    value = parseCanonical(fact);
  } catch {
    return '?';
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

/** SHA-256(salt ‖ fact): what stands in the log. */
export const logEntry = (sha256: Sha256, salt: Uint8Array, fact: Uint8Array): Uint8Array =>
  sha256(joinBytes([salt, fact]));

interface Proven {
  readonly problem: VerificationProblem | null;
  /** What the proof ends with; null where it proves nothing. */
  readonly checkpoint: OpenedCheckpoint | null;
  /** Of the log, that signed it. */
  readonly key: NoteKey | null;
}
const unproven = (why: VerificationProblem): Proven => ({ problem: why, checkpoint: null, key: null });

/** @param proof statement.tlog-proof @param entry what it must prove */
export async function inclusion(
  checks: Checks,
  proof: Uint8Array,
  entry: Uint8Array,
  keys: readonly NoteKey[],
): Promise<Proven> {
  const logKeys = keys.filter(({ type }) => type === keyTypes.ed25519);
  const witnesses = keys.filter(({ type }) => type === keyTypes.cosignature);
  try {
    const found = await verifyTlogProof(checks, proof, entry, logKeys, witnesses);
    if (found === 'unknown-key')
      return unproven(problem('log-key-unknown', logKeys.map(({ name, id }) => `${name}+${id}`).join(', ')));
    if (typeof found === 'string') return unproven(problem('log-proof-wrong', 'statement.tlog-proof'));
    const { checkpoint } = found;
    const signed = checkpoint.signatures.find(({ key }) => logKeys.includes(key));
    return { problem: null, checkpoint, key: signed?.key ?? null };
  } catch {
    return unproven(problem('log-unchecked'));
  }
}

/** The checkpoint beside the proof, and its parts: all of the same bytes, and the same log’s. */
function checkpointProblems(files: Files, key: NoteKey | null): VerificationProblem[] {
  const whole = files.get('checkpoint');
  if (whole === undefined) return [];
  const read = parseCheckpoint(whole);
  const own = read?.note.signatures.find(({ name, id }) => key !== null && name === key.name && id === key.id);
  const parts: readonly (readonly [string, Uint8Array | undefined])[] = [
    ['checkpoint.body', read === null ? undefined : new TextEncoder().encode(read.note.text)],
    ['checkpoint.sig', own?.signature],
    ['log.pub.pem', key === null ? undefined : ed25519Pem(key.publicKey)],
  ];
  return [
    ...(own === undefined ? [problem('checkpoint-wrong', 'checkpoint')] : []),
    ...parts.flatMap(([name, bytes]) => {
      const file = files.get(name);
      return file === undefined || (bytes !== undefined && sameBytes(file, bytes))
        ? []
        : [problem('checkpoint-wrong', name)];
    }),
  ];
}

/** The checkpoint beside the proof may be a later one: its signature is checked by itself. */
async function checkpointSigned(checks: Checks, files: Files, key: NoteKey | null): Promise<VerificationProblem[]> {
  const read = parseCheckpoint(files.get('checkpoint') ?? new Uint8Array(0));
  const own = read?.note.signatures.find(({ name, id }) => key !== null && name === key.name && id === key.id);
  if (read === null || key === null || own === undefined) return [];
  try {
    const isGood = await checks.verifyEd25519(key.publicKey, new TextEncoder().encode(read.note.text), own.signature);
    return isGood && read.origin === key.name ? [] : [problem('checkpoint-wrong', 'checkpoint')];
  } catch {
    return [problem('log-unchecked')];
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
  ...{ problems, made, log: null },
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
  if (flaw !== null) problems.push(problem('fact-differs', flaw));
  if (salt === undefined || proof === undefined) return nothing(problems, made);
  made.push({ check: 'inclusion', file: 'statement.tlog-proof' });
  const isPinned = pins.vkey !== null;
  const keys = keysIn(sha256, pins.vkey ?? files.get('log.vkey'));
  const proven = await inclusion(checks, proof, logEntry(sha256, salt, fact), keys);
  if (proven.problem !== null) problems.push(proven.problem);
  const { log } = signed.payload;
  if (proven.problem === null && log !== undefined && log.origin !== proven.checkpoint?.origin) {
    problems.push(problem('log-proof-wrong', `statement.tlog-proof (${proven.checkpoint?.origin})`));
  }
  if (files.has('checkpoint') && proven.problem === null) {
    made.push({ check: 'checkpoint', file: 'checkpoint' });
    problems.push(...checkpointProblems(files, proven.key), ...(await checkpointSigned(checks, files, proven.key)));
  }
  const date = await dated(checks, files, pins);
  if (files.has('checkpoint.tsr')) made.push({ check: 'timestamp', file: 'checkpoint.tsr', left: date === null });
  if (date !== null && !(date instanceof Date)) problems.push(date);
  const isIn = problems.length === 0;
  const checkpoint = isIn && isPinned ? proven.checkpoint : null;
  return {
    ...{ problems, made },
    // Keys of log and witnesses that came along vouch for nothing; nor does a log in which something is wrong.
    outside: { ...nothingAtHand, checkpoint, stampedAt: stampOver(checkpoint, files, pins, date) },
    log: isIn ? (isPinned ? 'pinned' : 'given') : null,
  };
}
