// The evidence bundle of a statement at one view level: what was issued, what it rests on, and all that is needed to check it alone.
import { parseCheckpoint } from '../../ledger/log/checkpoint.ts';
import { parseVkey } from '../../ledger/log/vkey.ts';
import type { Sha256 } from '../../model/hashing.ts';
import { rawToDer } from '../ecdsa-form.ts';
import { statementJsonSchemaText } from '../json-schema.ts';
import { parseJws } from '../jws.ts';
import type { StatementKey } from '../keys.ts';
import type { ViewLevel } from '../sd-jwt.ts';
import { type BundleName, bundleNames } from './bundle-names.ts';
import { contributionLines } from './contribution-rows.ts';
import { readEntries, withoutSource } from './entry-rows.ts';
import { manifestName, manifestText } from './manifest.ts';
import { offlinePage } from './offline-page.ts';
import { ed25519Pem, p256Pem } from './public-key-pem.ts';
import { readMeText } from './read-me.ts';
import { linesBytes } from './text-lines.ts';

/** What the log gives for the fact that issued the statement. */
export interface LoggedFact {
  readonly proof: Uint8Array;
  readonly checkpoint: Uint8Array;
  /** RFC 3161 over the text of the checkpoint, and the certificate of who made it; null where the installation asks nobody. */
  readonly timestamp: Uint8Array | null;
  readonly timestampCa: string | null;
  /** Keys of the log, one a text. */
  readonly vkeys: readonly string[];
}

export interface BundleParts {
  readonly level: ViewLevel;
  /** What was issued, at this level: statement.jws, statement.json, status.jws, jwks.json, disclosures.txt, and the renderings there are. */
  readonly issued: ReadonlyMap<string, Uint8Array>;
  readonly keys: readonly StatementKey[];
  /** The fact that issued it, and the salt of its leaf. */
  readonly fact: Uint8Array;
  readonly salt: Uint8Array;
  /** Null where the installation keeps no log, or the log has not come to the fact yet. */
  readonly logged: LoggedFact | null;
  /** Rows of level `names`; null where they were erased, and where only other files are wanted. */
  readonly evidence: { readonly entries: readonly string[]; readonly confirmations: readonly string[] } | null;
  /** Canonical facts of the registry that it rests on, in order (lib/use-cases/registry-evidence.ts). */
  readonly registry: readonly string[];
  /** Bytes under the digest that the statement names. */
  readonly rules: Uint8Array;
  /** The key that signed is marked TEST. */
  readonly isTest: boolean;
}

type Files = [BundleName, Uint8Array][];

const encoder = new TextEncoder();

function keyFiles({ issued, keys }: BundleParts): Files {
  const parsed = parseJws(new TextDecoder().decode(issued.get('statement.jws')), 'communs-statement+jwt');
  if (typeof parsed === 'string') throw new Error(`bundle: the text is no statement (${parsed})`);
  const key = keys.find(({ kid }) => kid === parsed.kid);
  if (key === undefined) throw new Error(`bundle: key ${parsed.kid} is not among those published`);
  return [
    ['statement.pub.pem', p256Pem(key)],
    ['statement.sig.der', rawToDer(parsed.signature)],
  ];
}

/** The key of the log that signed the checkpoint stands first: what is written out beside it is that one’s. */
function logFiles(logged: LoggedFact, sha256: Sha256): Files {
  const { proof, checkpoint, timestamp, timestampCa, vkeys } = logged;
  const read = parseCheckpoint(checkpoint);
  const keys = vkeys.flatMap((text) => parseVkey(sha256, text.trim()) ?? []);
  const key = keys.find(({ name, id }) => read?.note.signatures.some((each) => each.name === name && each.id === id));
  if (read === null || key === undefined) throw new Error('bundle: the checkpoint is not signed by a key of the log');
  const { signature } = read.note.signatures.find(({ name, id }) => name === key.name && id === key.id)!;
  const text = vkeys.toSorted((a, b) => Number(b.includes(`+${key.id}+`)) - Number(a.includes(`+${key.id}+`)));
  return [
    ['statement.tlog-proof', proof],
    ['checkpoint', checkpoint],
    ['checkpoint.body', encoder.encode(read.note.text)],
    ['checkpoint.sig', signature],
    ...(timestamp === null ? [] : [['checkpoint.tsr', timestamp] as const]),
    ...(timestamp === null || timestampCa === null ? [] : [['tsa-ca.pem', encoder.encode(timestampCa)] as const]),
    ['log.vkey', encoder.encode(text.map((each) => `${each.trim()}\n`).join(''))],
    ['log.pub.pem', ed25519Pem(key.publicKey)],
  ].map(([name, bytes]) => [name as BundleName, bytes as Uint8Array]);
}

/**
 * `totals`: none, for each row is somebody’s day. `lines`: the entries, of which the source is shown by its digest only; contributions name
 * commits, whose author anyone can look up, and answers name a person’s month. `names`: all.
 */
function evidenceFiles({ level, evidence }: BundleParts, sha256: Sha256): Files {
  if (evidence === null || level === 'totals') return [];
  const { entries, confirmations } = evidence;
  if (level === 'lines') return [['entries.jsonl', linesBytes(entries.map((line) => withoutSource(sha256, line)))]];
  const read = readEntries(sha256, entries);
  if (typeof read === 'number') throw new Error(`bundle: row ${read} of the entries cannot be read`);
  return [
    ['entries.jsonl', linesBytes(entries)],
    ['contributions.jsonl', linesBytes(contributionLines(read.rows))],
    ['confirmations.jsonl', linesBytes(confirmations)],
  ];
}

/**
 * @returns name → bytes, in the order of `bundleNames`; the same for the same parts. No file holds its own digest; MANIFEST has that of every other
 * @throws Error (a fault) if the parts do not belong together
 */
export function bundleFiles(parts: BundleParts, sha256: Sha256): ReadonlyMap<string, Uint8Array> {
  const { issued, fact, salt, logged, rules } = parts;
  const made = new Map<string, Uint8Array>([
    ...issued,
    ...keyFiles(parts),
    ['statement.schema.json', encoder.encode(statementJsonSchemaText())],
    ['statement.fact', fact],
    ['statement.salt', salt],
    ...(logged === null ? [] : logFiles(logged, sha256)),
    ...evidenceFiles(parts, sha256),
    ['registry.jsonl', linesBytes(parts.registry)],
    ['ruleset.json', rules],
    ['verify.html', encoder.encode(offlinePage)],
  ]);
  for (const [name, language] of [
    ['LISEZ-MOI.txt', 'fr'],
    ['README.txt', 'en'],
  ] as const) {
    made.set(name, encoder.encode(readMeText(language, { level: parts.level, isTest: parts.isTest, files: made })));
  }
  const files = new Map(bundleNames.flatMap((name) => (made.has(name) ? [[name, made.get(name)!] as const] : [])));
  return new Map([...files, [manifestName, encoder.encode(manifestText(files, sha256))]]);
}
