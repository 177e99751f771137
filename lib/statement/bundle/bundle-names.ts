// The files of an evidence bundle: their names, in the order in which they stand in it, and how a bundle itself is called.
import type { ViewLevel } from '../sd-jwt.ts';

export const bundleNames = [
  'LISEZ-MOI.txt',
  'README.txt',
  'statement.pdf',
  'statement.xlsx',
  'statement.jws',
  'status.jws',
  'statement.json',
  'statement.schema.json',
  'disclosures.txt',
  'statement.fact',
  'statement.salt',
  'statement.tlog-proof',
  'checkpoint',
  'checkpoint.body',
  'checkpoint.sig',
  'checkpoint.tsr',
  'tsa-ca.pem',
  'jwks.json',
  'statement.pub.pem',
  'statement.sig.der',
  'log.vkey',
  'log.pub.pem',
  'entries.jsonl',
  'contributions.jsonl',
  'confirmations.jsonl',
  'registry.jsonl',
  'ruleset.json',
  'verify.html',
  'MANIFEST',
] as const;
export type BundleName = (typeof bundleNames)[number];

/** `statement-2025-0001.names.zip` */
export const bundleZipName = (number: string, level: ViewLevel): string => `statement-${number}.${level}.zip`;
