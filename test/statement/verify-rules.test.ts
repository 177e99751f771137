// The rule set beside a statement: its digest, its figures, and an answer whatever bytes somebody signed the digest of.
import { expect, it } from 'vitest';
import { canonicalBytes, type Json } from '../../lib/ledger/canonical.ts';
import { toHex } from '../../lib/model/hashing.ts';
import { ruleFlaws } from '../../lib/statement/bundle/verify-rules.ts';
import { build, sha256 } from './sample-statement.ts';

const { payload } = build();
const [parameter] = payload.scheme.parameters;

const flaws = (bytes: Uint8Array): string[] =>
  ruleFlaws(
    sha256,
    { ...payload, scheme: { ...payload.scheme, parameters: [parameter!], ruleSetDigest: toHex(sha256(bytes)) } },
    bytes,
  );
const ofFigures = (...figures: Json[]): string[] => flaws(canonicalBytes({ figures }));
const { key, value, from, to } = parameter!;

it('finds each figure that the statement prints in the rule set', () => {
  expect(ofFigures({ key, value, from, to })).toEqual([]);
  expect(
    flaws(canonicalBytes({ schemes: [{ code: payload.scheme.code, figures: [{ key, value, from, to }] }] })),
  ).toEqual([]);
  expect(ofFigures({ key, value: `${value}1`, from, to })).toEqual([`${key} ${from}`]);
  expect(flaws(canonicalBytes({ schemes: [{ code: 'another', figures: [{ key, value, from, to }] }] }))).toEqual([
    `${key} ${from}`,
  ]);
});

it('answers whatever the digest is of: no rule set, or figures that are none', () => {
  const none = [new Uint8Array(0), new TextEncoder().encode('{ }'), canonicalBytes(null), canonicalBytes([])];
  for (const bytes of none) expect([bytes, flaws(bytes)]).toEqual([bytes, ['figures']]);
  for (const figure of [null, 'text', { key, value: { toString: 1, valueOf: 1 }, from, to }]) {
    expect(ofFigures(figure)).toEqual(['figures']);
  }
});
