import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalBytes, type Json } from '../../lib/ledger/canonical.ts';
import { matchingPolicies } from '../../lib/matching/policy.ts';
import { ruleSet, ruleSetBytes, ruleSetDigest, schemes } from '../../lib/rules/rule-set.ts';
import { communs, communsJson } from './communs.ts';

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const bytes = ruleSetBytes(canonicalBytes, ruleSet, matchingPolicies as unknown as Json);
const digest = ruleSetDigest(sha256, bytes);

test('--json prints the very bytes that statements name by their digest', async () => {
  const { exitCode, out } = await communs(['rules', '--json']);
  expect(exitCode).toBe(0);
  const canonical = new TextDecoder().decode(bytes);
  expect(out).toBe(`${JSON.stringify({ digest })!.slice(0, -1)},"ruleSet":${canonical}}\n`);
  expect(createHash('sha256').update(canonical).digest('hex')).toBe(digest);
});

test('one scheme on a day: values with their days, source and certainty, formulas, roundings, refusals in order, the digest', async () => {
  const { exitCode, out } = await communs([
    'rules',
    '--scheme',
    'cir-244-quater-b',
    '--on',
    '2025-02-14',
    '--lang',
    'en',
  ]);
  expect(exitCode).toBe(0);
  expect(out).toContain(digest);
  expect(out).toContain('[operatingFlatRate]: 43/100');
  expect(out).not.toContain('[operatingFlatRate]: 40/100');
  expect(out).toContain('from 2020-01-01, to (excluded) 2025-02-15; chosen by the day of the work');
  expect(out).toContain('certainty B (two concordant sources), last checked 2026-11-24');
  expect(out).toContain('comparison only');
  for (const { code } of schemes) expect(out.includes(`  ${code}: `)).toBe(code === 'cir-244-quater-b');
  for (const { name, from } of ruleSet.formulas) expect(out.includes(`  ${name}: `)).toBe(from <= '2025-02-14');
  for (const { point } of ruleSet.roundings) expect(out).toContain(point);
  const places = ruleSet.refusals.map(({ code }, at) => out.indexOf(`${at + 1}. ${code} (`));
  expect(places.every((place, at) => place > (places[at - 1] ?? 0))).toBe(true);
});

test('a year whose ceiling is not known says so, and names the order to look for', async () => {
  const { out } = await communs([
    'rules',
    '--scheme',
    'mecenat-de-competences-238bis',
    '--on',
    '01/01/2027',
    '--lang',
    'fr',
  ]);
  expect(out).toMatch(/\[pmssCents\] : pas de valeur ce jour-là ; texte à chercher : l’arrêté/);
});

test('a scheme that is none is wrong usage, with all of them', async () => {
  const { exitCode, json } = await communsJson<{ refused: { detail: string } }>([
    'rules',
    '--scheme',
    'cir',
    '--lang',
    'en',
  ]);
  expect(exitCode).toBe(2);
  expect(json.refused.detail).toContain('cir-244-quater-b');
});
