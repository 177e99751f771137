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

/** With those that were made before, and are not gone. */
async function withRenderings(
  ports: StatementPorts,
  { view, verification: { level }, erased }: StatementAtHand,
  { company, number, language }: BundleAsked,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const all = new Map(files);
  for (const kind of ['xlsx', 'pdf'] as const satisfies readonly Rendered[]) {
    const { sha256 } = renderingToday(erased, view, renderingOf(kind, level, language));
    if (sha256 === null) continue;
    const bytes = await ports.sealedFiles.get(companyBook(company), sha256);
    if (bytes === null) throw new Error(`statement ${number} of ${company}: its ${kind} ${sha256} is missing`);
    all.set(`statement.${kind}`, bytes);
  }
  return all;
}

/** All that a bundle is made of, at the level that can still be shown: what was lawfully erased since is not, and the totals still are. */
export async function bundleParts(ports: BundlePorts, asked: BundleAsked): Promise<BundleParts> {
  const { company, number } = asked;
  const at = await readStatement(ports, company, number, asked.level);
  const book = companyBook(company);
  const issuing = await ports.readBooks.fact(book, at.view.seq);
  if (issuing === null) throw new Error(`statement ${number} of ${company}: the fact of its issue is missing`);
  const keys = await ports.signer.publicKeys();
  const disclosures = at.disclosures.flatMap((text) => parseDisclosure(text) ?? []);
  const { level } = at.verification;
  const signed = signedFiles({ jws: at.jws, statusJws: at.status, keys, disclosures, level }, ports.primitives.sha256);
  const issued = await withRenderings(ports, at, asked, signed.files);
  const { scheme, evidence } = signed.payload;
  const rules = await ports.objects.get(ruleSetObject(scheme.ruleSetDigest));
  if (rules === null) throw new Error(`statement ${number} of ${company}: its rule set is missing`);
  return {
    ...{ level, issued, keys, rules },
    fact: issuing.bytes,
    salt: issuing.salt,
    logged: await logEvidence(ports, { book, seq: at.view.seq }),
    registry: await registryLines(ports, signed.payload),
    evidence: await evidenceOf(ports, company, evidence.entriesRoot),
    isTest: ports.signer.isTest,
  };
}

/**
 * @returns name → bytes, with the renderings that were made before
 * @throws Refusal `unknown-statement`
 */
export async function readBundle(
  ports: BundlePorts,
  asked: BundleAsked,
): Promise<{ readonly level: ViewLevel; readonly files: ReadonlyMap<string, Uint8Array> }> {
  const parts = await bundleParts(ports, asked);
  return { level: parts.level, files: bundleFiles(parts, ports.primitives.sha256) };
}
