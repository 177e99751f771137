// A whole bundle, checked: every file of it against the statement, and the statement as everywhere. Runs in a browser, offline.

import { sameBytes } from '../../model/bytes.ts';
import type { Made } from '../checked.ts';
import { rawToDer } from '../ecdsa-form.ts';
import { statementKeys } from '../keys.ts';
import { unread } from '../not-proven.ts';
import { problem, type VerificationProblem } from '../problem.ts';
import { readDisclosuresText } from '../sd-jwt.ts';
import {
  type Beyond,
  type Checks,
  nothingBeyond,
  resultOf,
  type SignedStatement,
  type Verification,
  verifyStatement,
} from '../verify.ts';
import type { BundleName } from './bundle-names.ts';
import { manifestFlaws, manifestName } from './manifest.ts';
import { p256Pem } from './public-key-pem.ts';
import { evidenceFound } from './verify-entries.ts';
import { type LogPins, logEvidence } from './verify-log.ts';
import { type RegistrarPin, registryEvidence } from './verify-registry.ts';
import { ruleFlaws } from './verify-rules.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** What the reader gives; null where she gives none, and what came along stands in, which proves consistency only. */
export interface Pins extends LogPins {
  /** jwks.json */
  readonly jwks: Uint8Array | null;
  /** She has those keys from elsewhere. */
  readonly keysPinned: boolean;
  readonly registrar: RegistrarPin | null;
  /** A status.jws newer than the bundle’s. */
  readonly status: Uint8Array | null;
  /** Other statements at hand: one that names this one supersedes it. */
  readonly later: readonly Uint8Array[];
}

/** Bytes that are not UTF-8 become U+FFFD, which no signed text holds. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

export function jsonOf(bytes: Uint8Array | null | undefined): unknown {
  try {
    // Some editors put a byte order mark in front: keys are read leniently, signed texts are not.
    return bytes === null || bytes === undefined ? null : JSON.parse(textOf(bytes).replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

/** The checks made of its PDF, and what they found. */
export type FoundInPdf = Pick<Beyond, 'problems' | 'made'>;

const flawWords = { altered: '', missing: ' (?)', unlisted: ' (+)', unreadable: '' } as const;

function manifestProblems(files: Files, checks: Checks): VerificationProblem[] {
  const flaws = manifestFlaws(files, checks.sha256).map(({ file, what }) => `${file}${flawWords[what]}`);
  return flaws.length === 0 ? [] : [problem('manifest-differs', flaws.join(', '))];
}

function keyProblems({ key, signature }: SignedStatement, files: Files): VerificationProblem[] {
  const own: readonly (readonly [BundleName, () => Uint8Array])[] = [
    ['statement.pub.pem', () => p256Pem(key)],
    ['statement.sig.der', () => rawToDer(signature)],
  ];
  return own.flatMap(([name, bytes]) => {
    const file = files.get(name);
    return file === undefined || sameBytes(file, bytes()) ? [] : [problem('key-file-differs', name)];
  });
}

async function beyond(
  signed: SignedStatement,
  files: Files,
  pins: Pins,
  checks: Checks,
  pdf: FoundInPdf,
): Promise<Beyond> {
  const { payload, disclosed } = signed;
  const log = await logEvidence(signed, files, pins, checks);
  const operatorKeys = statementKeys(jsonOf(pins.jwks ?? files.get('jwks.json')), checks.sha256);
  const registry = await registryEvidence(signed, files, operatorKeys, pins.registrar, checks);
  const evidence = evidenceFound(checks.sha256, payload, disclosed, files);
  const rules = files.get('ruleset.json');
  const wrongRules = rules === undefined ? [] : ruleFlaws(checks.sha256, payload, rules);
  const made: Made[] = [
    ...(files.has(manifestName) ? [{ check: 'manifest', file: manifestName } as const] : []),
    ...(['statement.pub.pem', 'statement.sig.der'] as const)
      .filter((file) => files.has(file))
      .map((file) => ({ check: 'keys', file }) as const),
    ...log.made,
    ...evidence.made,
    ...registry.made,
    ...(rules === undefined ? [] : [{ check: 'rules', file: 'ruleset.json' } as const]),
    ...pdf.made,
  ];
  return {
    problems: [
      ...(files.has(manifestName) ? manifestProblems(files, checks) : []),
      ...keyProblems(signed, files),
      ...log.problems,
      ...evidence.problems,
      ...registry.problems,
      ...(wrongRules.length === 0 ? [] : [problem('rules-differ', wrongRules.join(', '))]),
      ...pdf.problems,
    ],
    made,
    outside: { ...log.outside, registrar: registry.registrar },
    log: log.log,
    key: registry.key,
  };
}

/** Read by the check of another file. */
const readBeside = /^jwks\.json$|\.(?:salt|body|sig|vkey|pem)$/;

function withUnread(verification: Verification, files: Files): Verification {
  const { checked, notProven } = verification;
  const names = [...files.keys()].filter(
    (name) => !readBeside.test(name) && !checked.some(({ file }) => file === name),
  );
  return names.length === 0 ? verification : { ...verification, notProven: [...notProven, unread(names.join(', '))] };
}

/**
 * @param files of a bundle by name, as many of them as are at hand; statement.jws is
 * @param pdf asked once the signature holds
 * @returns always an answer, as `verifyStatement`
 */
export async function verifyBundle(
  files: Files,
  pins: Pins,
  checks: Checks,
  pdf: () => FoundInPdf = () => nothingBeyond,
): Promise<Verification> {
  const of = (name: BundleName): Uint8Array | undefined => files.get(name);
  const status = pins.status ?? of('status.jws');
  const disclosures = of('disclosures.txt');
  const statementJson = of('statement.json');
  const verification = await verifyStatement(
    {
      jws: textOf(of('statement.jws') ?? new Uint8Array(0)),
      jwks: jsonOf(pins.jwks ?? of('jwks.json')),
      keysPinned: pins.jwks !== null && pins.keysPinned,
      ...(status && { statusJws: textOf(status) }),
      ...(disclosures && { disclosures: readDisclosuresText(textOf(disclosures)) }),
      ...(statementJson && { statementJson }),
      laterJws: pins.later.map(textOf),
    },
    checks,
    (signed) => beyond(signed, files, pins, checks, pdf()),
  );
  if (verification.payload !== null) return withUnread(verification, files);
  // Where nothing signed was found, the manifest still says which file it was that changed.
  if (!files.has(manifestName)) return verification;
  const problems = [...verification.problems, ...manifestProblems(files, checks)];
  return { ...verification, ...resultOf(problems.map(({ code }) => code)), problems };
}
