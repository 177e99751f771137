// The rule set as lines that a person can compare: one for each version of a figure, formula, rounding point and refusal, then the digest of its bytes.
import { createHash } from 'node:crypto';
import { canonicalBytes, type Json } from '../../lib/ledger/canonical.ts';
import { matchingPolicies } from '../../lib/matching/policy.ts';
import type { Figure } from '../../lib/rules/figures/figure.ts';
import { ruleSet, ruleSetBytes, ruleSetDigest } from '../../lib/rules/rule-set.ts';

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

const figureLine = (scope: string, { key, from, to, value }: Figure): string =>
  `figure ${scope} ${key} ${from}..${to ?? ''} = ${value}`;

/** What was in force once: a line of it never changes and never goes. */
export function ruleLines(): string[] {
  return [
    ...ruleSet.figures.map((figure) => figureLine('every-scheme', figure)),
    ...ruleSet.schemes.flatMap(({ code, figures }) => figures.map((figure) => figureLine(code, figure))),
    ...ruleSet.formulas.map(({ name, to, says }) => `formula ${name}..${to ?? ''} = ${says.en}`),
    ...ruleSet.roundings.map(({ point, to }) => `rounding ${point} = ${to}`),
    ...ruleSet.refusals.map(({ code, ground }, at) => `refusal ${at + 1} ${code} = ${ground}`),
  ];
}

/** Of everything: sources, labels, holidays and matching policies too. */
export const digestLine = (): string =>
  `digest ${ruleSetDigest(sha256, ruleSetBytes(canonicalBytes, ruleSet, matchingPolicies as unknown as Json))}`;

export const goldenFile = 'test/golden/rule-set.txt';
export const goldenText = (): string => `${[...ruleLines(), digestLine()].join('\n')}\n`;
