// One file of a bundle, as a person hands it over, and those beside it: bytes in, the verifier's answer out. Runs in a browser too.
import { parseJws } from './jws.ts';
import { type IncompleteCode, problem } from './problem.ts';
import { readDisclosuresText } from './sd-jwt.ts';
import { type Checks, notRead, type Verification, verifyStatement } from './verify.ts';

/** Bytes of files; null or absent where there is none. */
export interface FilesToVerify {
  /** FILE of `communs verify FILE`, or whatever was dropped on the page. */
  readonly file: Uint8Array;
  readonly jwks: Uint8Array | null;
  /** True if the reader has the keys from a source of her own, and not from whoever gave her the file. */
  readonly keysPinned: boolean;
  readonly status?: Uint8Array | null;
  readonly disclosures?: Uint8Array | null;
  readonly statementJson?: Uint8Array | null;
  /** Other statements at hand: one that names this one supersedes it. */
  readonly later?: readonly Uint8Array[];
}

// Bytes that are not UTF-8 become U+FFFD, which no signed text holds.
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

function jsonOf(bytes: Uint8Array | null): unknown {
  try {
    // Some editors put a byte order mark in front: keys are read leniently, signed texts are not.
    return bytes === null ? null : JSON.parse(textOf(bytes).replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

/** Files that come along with a statement, taken for it: what each is, so that the answer can say which one to give. */
function otherKind(text: string): IncompleteCode | null {
  if (text.startsWith('PK')) return 'file-is-archive';
  if (text.startsWith('%PDF-')) return 'file-is-pdf';
  if (/^\s*[{[]/.test(text)) return 'file-is-json';
  return typeof parseJws(text.trimEnd(), 'communs-status+jwt') === 'string' ? null : 'file-is-status';
}

/**
 * @returns always an answer; its `exitCode` is that of `communs verify`: 0 authentic, 1 invalid, 2 incomplete or unreadable, 3 superseded or revoked
 */
export async function verifyFile(files: FilesToVerify, checks: Checks): Promise<Verification> {
  const text = textOf(files.file);
  const kind = otherKind(text);
  if (kind !== null) return notRead(problem(kind));
  const { status, disclosures, statementJson, later = [] } = files;
  return verifyStatement(
    {
      jws: text,
      jwks: jsonOf(files.jwks),
      keysPinned: files.keysPinned,
      ...(status && { statusJws: textOf(status) }),
      ...(disclosures && { disclosures: readDisclosuresText(textOf(disclosures)) }),
      ...(statementJson && { statementJson }),
      laterJws: later.map(textOf),
    },
    checks,
  );
}
