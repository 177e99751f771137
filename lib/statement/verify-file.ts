// Whatever a person hands over: told by its bytes what it is, then checked as that. The one verifier of terminal, offline page and /verify.
import { logEntry } from '../ledger/log/entry.ts';
import { ArchiveFlaw } from '../model/archive.ts';
import { sameBytes } from '../model/bytes.ts';
import type { Bilingual } from '../model/text.ts';
import type { BundleName } from './bundle/bundle-names.ts';
import { openBundle } from './bundle/bundle-zip.ts';
import { pdfAttachments, sealFlaw } from './bundle/pdf-attachments.ts';
import { type FoundInPdf, jsonOf, type Pins, textOf, verifyBundle } from './bundle/verify-bundle.ts';
import { inclusion, keysIn } from './bundle/verify-log.ts';
import type { RegistrarPin } from './bundle/verify-registry.ts';
import { outcomes } from './checked.ts';
import { parseJws } from './jws.ts';
import { notProvenByProof, sealer } from './not-proven.ts';
import { type IncompleteCode, problem, type VerificationProblem } from './problem.ts';
import { type Checks, notRead, readStandaloneStatus, resultOf, type Verification } from './verify.ts';

/** Bytes of files; null or absent where there is none. */
export interface FilesToVerify {
  /** FILE of `communs verify FILE`, or whatever was dropped on the page; files of a folder by name. */
  readonly file: Uint8Array | ReadonlyMap<string, Uint8Array>;
  readonly jwks: Uint8Array | null;
  /** True if the reader has the keys from a source of her own, and not from whoever gave her the file. */
  readonly keysPinned: boolean;
  readonly status?: Uint8Array | null;
  readonly disclosures?: Uint8Array | null;
  readonly statementJson?: Uint8Array | null;
  /** Other statements at hand: one that names this one supersedes it. */
  readonly later?: readonly Uint8Array[];
  /** Keys of the log and of witnesses. */
  readonly vkey?: Uint8Array | null;
  /** Certificates of who dates checkpoints, from a source of the reader’s own. */
  readonly tsaCa?: Uint8Array | null;
  /** The registrar’s keys, from a source of the reader’s own. */
  readonly registrar?: RegistrarPin | null;
  /** False if the keys of the log came along with the file; absent: they did not. */
  readonly logPinned?: boolean;
  /** With a .tlog-proof: the fact that it proves, and its salt. */
  readonly fact?: Uint8Array | null;
  readonly salt?: Uint8Array | null;
}

type Files = ReadonlyMap<string, Uint8Array>;

const startsWith = (bytes: Uint8Array, text: string): boolean => textOf(bytes.subarray(0, text.length)) === text;
const proofStart = 'c2sp.org/tlog-proof@v1\n';

const pinsOf = ({
  jwks,
  keysPinned,
  status = null,
  later = [],
  vkey = null,
  tsaCa = null,
  logPinned = true,
  registrar = null,
}: FilesToVerify): Pins => ({ jwks, keysPinned, status, later, vkey, tsaCa, logPinned, registrar });

/** What came along beside the file stands in for what the bundle lacks. */
const withGiven = (files: Files, { disclosures, statementJson, fact, salt }: FilesToVerify): Files => {
  const beside = [
    ['disclosures.txt', disclosures],
    ['statement.json', statementJson],
    ['statement.fact', fact],
    ['statement.salt', salt],
  ] as const;
  return new Map([...beside.flatMap(([name, bytes]) => (bytes ? [[name, bytes] as const] : [])), ...files]);
};

const flawTexts: Readonly<Record<ArchiveFlaw['kind'], Bilingual>> = {
  'too-large': { fr: 'elle est trop grande', en: 'it is too large' },
  bomb: {
    fr: 'elle se déploie bien au-delà de ce qu’un dossier contient',
    en: 'it unpacks to far more than a bundle holds',
  },
  encrypted: { fr: 'elle est protégée par un mot de passe', en: 'it is protected by a password' },
  damaged: { fr: 'elle est abîmée', en: 'it is damaged' },
};

function archiveRefused({ kind, found }: ArchiveFlaw): VerificationProblem {
  const { fr, en } = flawTexts[kind];
  return problem(
    'archive-refused',
    found === null ? fr : `${fr} (${found.fr})`,
    found === null ? en : `${en} (${found.en})`,
  );
}

/** A bundle on its own: the files of the zip and nothing else, but for keys and a newer status. */
async function verifyArchive(bytes: Uint8Array, files: FilesToVerify, checks: Checks): Promise<Verification> {
  const opened = openBundle(bytes);
  if (opened instanceof ArchiveFlaw) return notRead(archiveRefused(opened));
  if (opened.has('[Content_Types].xml')) return notRead(problem('file-is-workbook'));
  return verifyWithPdf(opened, files, checks);
}

/** Never another in two files of one bundle; the proof of the log, and keys, may be newer outside of the PDF. */
const sameInPdf: ReadonlySet<string> = new Set<BundleName>([
  'statement.jws',
  'disclosures.txt',
  'statement.fact',
  'statement.salt',
]);

function foundInPdf(files: Files, pdf: Uint8Array, checks: Checks): FoundInPdf {
  const attached = pdfAttachments(pdf);
  const others = [...attached].filter(([name, bytes]) => {
    const own = files.get(name);
    return own !== undefined && sameInPdf.has(name) && !sameBytes(own, bytes);
  });
  const seal = sealOf(pdf, checks);
  return {
    made: [{ check: 'attachments', file: 'statement.pdf' }, ...seal.made],
    problems: [
      ...(attached.has('statement.jws') ? [] : [problem('attachment-differs', 'statement.jws')]),
      ...others.map(([name]) => problem('attachment-differs', name)),
      ...seal.problems,
    ],
  };
}

/** What the pages show is what was rendered only under its seal: without one, they may say anything. */
function sealOf(pdf: Uint8Array, { sha256 }: Checks): FoundInPdf {
  const flaw = sealFlaw(pdf, sha256);
  const why: [string, string?] = flaw === 'no seal' ? ['il n’y en a pas', 'there is none'] : [flaw ?? ''];
  return {
    made: [{ check: 'seal', file: 'statement.pdf' }],
    problems: flaw === null ? [] : [problem('seal-wrong', ...why)],
  };
}

const withSealer = (verification: Verification): Verification =>
  verification.payload === null ? verification : { ...verification, notProven: [...verification.notProven, sealer] };

async function verifyWithPdf(all: Files, files: FilesToVerify, checks: Checks): Promise<Verification> {
  if (!all.has('statement.jws')) return notRead(problem('file-is-archive'));
  const pdf = all.get('statement.pdf');
  if (pdf === undefined) return verifyBundle(all, pinsOf(files), checks);
  return withSealer(await verifyBundle(all, pinsOf(files), checks, () => foundInPdf(all, pdf, checks)));
}

/** The statement is what is attached; of the seal, that it covers the document is checked, and pdfsig does the rest. */
async function verifyPdf(bytes: Uint8Array, files: FilesToVerify, checks: Checks): Promise<Verification> {
  const attached = pdfAttachments(bytes);
  if (!attached.has('statement.jws')) return notRead(problem('file-is-pdf'));
  const all = withGiven(attached, files);
  return withSealer(await verifyBundle(all, pinsOf(files), checks, () => sealOf(bytes, checks)));
}

/** A fact and its place in the log, without a statement around them. */
async function verifyProof(bytes: Uint8Array, files: FilesToVerify, checks: Checks): Promise<Verification> {
  const { fact, salt, vkey, logPinned = true } = files;
  if (!fact || !salt || !vkey) return notRead(problem('file-is-proof'));
  const { sha256 } = checks;
  const found = await inclusion(checks, bytes, logEntry(sha256, salt, fact), keysIn(sha256, vkey));
  const problems = 'code' in found ? [found] : [];
  return {
    ...notRead(problem('file-is-proof')),
    ...resultOf(problems.map(({ code }) => code)),
    problems,
    checked: outcomes([{ check: 'inclusion', file: 'statement.tlog-proof' }], problems),
    notProven: problems.length > 0 ? [] : notProvenByProof(logPinned),
  };
}

/** Files that come along with a statement, taken for it: what each is, so that the answer can say which one to give. */
function otherKind(text: string): IncompleteCode | null {
  if (/^\s*[{[]/.test(text)) return 'file-is-json';
  return typeof parseJws(text.trimEnd(), 'communs-status+jwt') === 'string' ? null : 'file-is-status';
}

/**
 * @returns always an answer; its `exitCode` is that of `communs verify`: 0 authentic, 1 invalid, 2 incomplete or unreadable, 3 superseded or revoked
 */
export async function verifyFile(files: FilesToVerify, checks: Checks): Promise<Verification> {
  const { file } = files;
  if (!(file instanceof Uint8Array)) return verifyWithPdf(withGiven(file, files), files, checks);
  if (startsWith(file, 'PK')) return verifyArchive(file, files, checks);
  if (startsWith(file, '%PDF-')) return verifyPdf(file, files, checks);
  if (startsWith(file, proofStart)) return verifyProof(file, files, checks);
  const text = textOf(file);
  const kind = otherKind(text);
  if (kind === 'file-is-status') return readStandaloneStatus(text, jsonOf(files.jwks), checks);
  if (kind !== null) return notRead(problem(kind));
  return verifyBundle(withGiven(new Map([['statement.jws', file]]), files), pinsOf(files), checks);
}
