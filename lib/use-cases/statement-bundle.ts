// The evidence bundle of an issued statement as it can be read now: nothing is made here but its status, and what follows from what is kept.
import type { Language } from '../model/text.ts';
import { type BundleParts, bundleFiles } from '../statement/bundle/bundle-files.ts';
import { signedFiles } from '../statement/issued-files.ts';
import { parseDisclosure, type ViewLevel } from '../statement/sd-jwt.ts';
import { renderingToday } from './kept-rendering.ts';
import { type EvidencePorts, logEvidence } from './log/log-evidence.ts';
import { companyBook } from './people.ts';
import { ruleSetObject } from './prepare-statement.ts';
import {
  type Rendered,
  readStatement,
  renderingOf,
  type StatementAtHand,
  type StatementPorts,
} from './read-statement.ts';
import { registryLines } from './registry-evidence.ts';
import { evidenceOf } from './statement-evidence.ts';

export type BundlePorts = StatementPorts & EvidencePorts;

export interface BundleAsked {
  /** The company's id. */
  readonly company: string;
  readonly number: string;
  readonly level: ViewLevel;
  /** Of the renderings in it. */
  readonly language: Language;
}

/** Name → bytes, and the level at which they are shown. */
export interface FilesAtLevel {
  readonly level: ViewLevel;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A workbook, and a PDF. */
export const allRendered = ['xlsx', 'pdf'] as const satisfies readonly Rendered[];

/** With those that were made before, and are not gone. */
async function withRenderings(
  ports: StatementPorts,
  { view, verification: { level }, erased }: StatementAtHand,
  { company, number, language }: BundleAsked,
  kinds: readonly Rendered[],
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const all = new Map(files);
  for (const kind of kinds) {
    const { sha256 } = renderingToday(erased, view, renderingOf(kind, level, language));
    if (sha256 === null) continue;
    const bytes = await ports.sealedFiles.get(companyBook(company), sha256);
    if (bytes === null) throw new Error(`statement ${number} of ${company}: its ${kind} ${sha256} is missing`);
    all.set(`statement.${kind}`, bytes);
  }
  return all;
}

/** What was issued, at the level that can still be shown: what was lawfully erased since is not, and the totals still are. */
async function issuedPart(ports: StatementPorts, at: StatementAtHand, asked: BundleAsked, kinds: readonly Rendered[]) {
  const keys = await ports.signer.publicKeys();
  const disclosures = at.disclosures.flatMap((text) => parseDisclosure(text) ?? []);
  const { level } = at.verification;
  const { files, payload } = signedFiles(
    { jws: at.jws, statusJws: at.status, keys, disclosures, level },
    ports.primitives.sha256,
  );
  return { ...{ level, keys, payload, view: at.view }, files: await withRenderings(ports, at, asked, kinds, files) };
}

/** Files that stand alone: the signed ones, and of `kinds` those that were made before. Nothing of the evidence is read. @throws as `readBundle` */
export async function readIssued(
  ports: StatementPorts,
  asked: BundleAsked,
  kinds: readonly Rendered[],
): Promise<FilesAtLevel> {
  const at = await readStatement(ports, asked.company, asked.number, asked.level);
  const { level, files } = await issuedPart(ports, at, asked, kinds);
  return { level, files };
}

/** All that a bundle is made of but the rows of evidence, which only the bundle itself holds; of the renderings, those of `kinds` that were made before. */
export async function bundleParts(
  ports: BundlePorts,
  at: StatementAtHand,
  asked: BundleAsked,
  kinds: readonly Rendered[],
): Promise<BundleParts & { readonly evidence: null; readonly entriesRoot: string }> {
  const { company, number } = asked;
  const { level, keys, payload, view, files: issued } = await issuedPart(ports, at, asked, kinds);
  const book = companyBook(company);
  const issuing = await ports.readBooks.fact(book, view.seq);
  if (issuing === null) throw new Error(`statement ${number} of ${company}: the fact of its issue is missing`);
  const { scheme, evidence } = payload;
  const rules = await ports.objects.get(ruleSetObject(scheme.ruleSetDigest));
  if (rules === null) throw new Error(`statement ${number} of ${company}: its rule set is missing`);
  return {
    ...{ level, issued, keys, rules },
    fact: issuing.bytes,
    salt: issuing.salt,
    logged: await logEvidence(ports, { book, seq: view.seq }),
    registry: await registryLines(ports, payload),
    evidence: null,
    entriesRoot: evidence.entriesRoot,
    isTest: ports.signer.isTest,
  };
}

/**
 * @returns name → bytes, with the renderings that were made before
 * @throws Refusal `unknown-statement`
 */
export async function readBundle(ports: BundlePorts, asked: BundleAsked): Promise<FilesAtLevel> {
  const at = await readStatement(ports, asked.company, asked.number, asked.level);
  const parts = await bundleParts(ports, at, asked, allRendered);
  const evidence = await evidenceOf(ports, asked.company, parts.entriesRoot);
  return { level: parts.level, files: bundleFiles({ ...parts, evidence }, ports.primitives.sha256) };
}
