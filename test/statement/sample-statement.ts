// One small invented statement for the tests of this room: two people, two projects, three lines, a proposed scheme.

import { createHash, createHmac, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { eurosOfCents, type Fraction, fraction, multiply, sum, zero } from '../../lib/model/fraction.ts';
import type { PublicJwk, Signer } from '../../lib/ports/keys.ts';
import { investorFigures } from '../../lib/rules/figures/digital-commons-investor.ts';
import type { InvestorReading } from '../../lib/rules/rule-set.ts';
import { simulateInvestor } from '../../lib/rules/simulate-investor.ts';
import { type BuiltStatement, buildPayload, type StatementInput } from '../../lib/statement/build.ts';
import type { JwsType } from '../../lib/statement/jws.ts';
import { signJws } from '../../lib/statement/sign-jws.ts';
import type { Checks } from '../../lib/statement/verify.ts';
import { verifyEd25519 } from '../ledger/log/made-log.ts';

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
export const hmacSha256 = (key: Uint8Array, bytes: Uint8Array): Uint8Array =>
  createHmac('sha256', key).update(bytes).digest();
export const saltOf = (claim: string): Uint8Array => sha256(new TextEncoder().encode(`salt ${claim}`)).slice(0, 16);
export const hex = (seed: string): string => createHash('sha256').update(seed).digest('hex');

const imported = new Map<string, KeyObject>();

export const checks: Checks = {
  sha256,
  verifyEs256: async ({ kty, crv, x, y, kid }, input, signature) => {
    const key = imported.get(kid) ?? createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
    imported.set(kid, key);
    return verify('sha256', input, { key, dsaEncoding: 'ieee-p1363' }, signature);
  },
  verifyEd25519,
};

const none = { agrees: 0, partly: 0, noTrace: 0 };
const period = { from: '2025-01-01', to: '2025-12-31' };

// The flat rate changes inside the year: two runs of days, each under its own figures.
const winter = { from: '2025-01-01', to: '2025-02-14' };
const after = { from: '2025-02-15', to: '2025-12-31' };

const staffCost = (minutes: number, halfDays: number): Fraction =>
  sum([
    multiply(eurosOfCents(6_512_700), fraction(minutes, 96_420)),
    multiply(eurosOfCents(8_374_983), fraction(halfDays, 268)),
  ]);

function simulated(reading: InvestorReading, aidCents: number): NonNullable<StatementInput['simulation']> {
  const trace = simulateInvestor({
    figures: investorFigures,
    slices: [
      { label: `${winter.from}..${winter.to}`, day: winter.from, personnel: staffCost(8_000, 2) },
      { label: `${after.from}..${after.to}`, day: after.from, personnel: staffCost(44_000, 14) },
    ],
    received: eurosOfCents(aidCents),
    repaidAdvances: zero,
    reading,
    fiscalYearEnd: period.to,
  });
  const { baseCents, creditCents, declaredEuros } = trace;
  return { steps: [...trace.steps], baseCents, creditCents, declaredEuros, reading };
}

export const sampleInput: StatementInput = {
  iss: 'https://communs.example',
  number: '2025-0001',
  iat: 1_772_409_600,
  operator: { name: 'Rail Exemple SA', isClaimant: true },
  company: { siren: '999001001', name: 'Rail Exemple & Fils SA' },
  period,
  fiscalYear: 2025,
  scheme: {
    code: 'digital-commons-investor',
    standing: 'proposed',
    ruleSetDigest: hex('rules'),
    parameters: [
      { key: 'rate.above', value: '1/20', from: '2008-01-01', to: null, reference: 'Choix du projet', certainty: 'P' },
      { key: 'thresholdCents', value: '10000000000', from: '2008-01-01', to: null, reference: 'CGI', certainty: 'A' },
      { key: 'rate.first', value: '3/10', from: '2008-01-01', to: null, reference: 'Choix du projet', certainty: 'P' },
      {
        key: 'operatingFlatRate',
        value: '43/100',
        from: '2020-01-01',
        to: '2025-02-15',
        reference: 'LF 2020',
        certainty: 'B',
      },
      {
        key: 'operatingFlatRate',
        value: '2/5',
        from: '2025-02-15',
        to: null,
        reference: 'LF 2025, art. 55',
        certainty: 'B',
      },
    ],
  },
  heads: [
    { book: 'registry', seq: 41, digest: hex('registry') },
    { book: 'company/co-rail', seq: 311, digest: hex('company') },
  ],
  otherHeads: { count: 5, root: hex('heads') },
  computationDigest: hex('computation'),
  minutes: {
    declared: 60_000,
    counted: { agrees: 30_001, partly: 9_999, noTrace: 12_000 },
    awaiting: 3_600,
    withdrawn: 480,
  },
  halfDays: { declared: 20, counted: { agrees: 12, partly: 0, noTrace: 4 }, awaiting: 3, withdrawn: 0 },
  awaits: [
    { code: 'not-confirmed', awaits: 'foundation', minutes: 3_000, halfDays: 3 },
    { code: 'contested', awaits: 'employer', minutes: 600 },
  ],
  refused: [
    { code: 'project-not-eligible-at-date', ground: 'policy', minutes: 3_000 },
    { code: 'daily-max-exceeded', ground: 'policy', minutes: 920, halfDays: 1 },
  ],
  cost: {
    cents: 4_012_345,
    payrollDigest: hex('payroll'),
    payroll: {
      period: { from: '2025-01-01', to: '2025-12-31' },
      digest: hex('payroll extract'),
      totalCents: 9_300_000,
      on: '2026-01-20',
    },
  },
  filing: 'not-filed',
  simulation: simulated('credit', 0),
  projects: [
    {
      id: 'supervision',
      name: 'Supervision libre',
      foundation: { id: 'fo-a', name: 'Fondation A' },
      licences: [{ spdx: 'AGPL-3.0-or-later', open: true, from: '2019-01-01', to: null, evidence: 'a1b2' }],
      minutes: {
        declared: 40_000,
        counted: { agrees: 20_001, partly: 9_999, noTrace: 6_000 },
        awaiting: 3_600,
        withdrawn: 0,
      },
      refused: [{ code: 'daily-max-exceeded', ground: 'policy', minutes: 400 }],
      costCents: 2_000_001,
      contributions: { count: 212, root: hex('contributions a') },
      confirmations: [
        {
          digest: hex('confirmation'),
          at: '2026-02-01T09:30:00.000Z',
          signatory: 'si-1',
          capacity: 'trésorière',
          mandate: { from: '2024-05-01', to: null },
          ties: [],
        },
      ],
    },
    {
      id: 'horaires',
      name: '=Horaires ouverts',
      foundation: { id: 'fo-b', name: 'Fondation B' },
      licences: [{ spdx: 'MIT', open: true, from: '2020-01-01', to: null, evidence: 'c3d4' }],
      minutes: {
        declared: 20_000,
        counted: { agrees: 10_000, partly: 0, noTrace: 6_000 },
        awaiting: 0,
        withdrawn: 480,
      },
      halfDays: { declared: 20, counted: { agrees: 12, partly: 0, noTrace: 4 }, awaiting: 3, withdrawn: 0 },
      refused: [
        { code: 'project-not-eligible-at-date', ground: 'policy', minutes: 3_000 },
        { code: 'daily-max-exceeded', ground: 'policy', minutes: 520, halfDays: 1 },
      ],
      costCents: 2_012_344,
      contributions: { count: 40, root: hex('contributions b') },
      confirmations: [],
    },
  ],
  evidence: { entriesRoot: hex('entries'), contributionsRoot: hex('contributions'), uploads: [hex('u2'), hex('u1')] },
  declared: {
    otherAid: [],
    otherEmployers: { answer: 'no', on: '2026-01-20' },
    billedToClients: { answer: 'yes', on: '2026-01-20', minutes: 600 },
    counterparts: { answer: 'not-asked', on: null },
  },
  disclaimer: { fr: 'Ceci n’est pas un conseil fiscal.', en: 'This is not tax advice.' },
  lines: [
    {
      person: 1,
      project: 'supervision',
      minutes: {
        declared: 40_000,
        counted: { agrees: 20_001, partly: 9_999, noTrace: 6_000 },
        awaiting: 3_600,
        withdrawn: 0,
      },
      refused: [{ code: 'daily-max-exceeded', ground: 'policy', minutes: 400 }],
      costCents: 2_000_001,
      months: [
        {
          month: '2025-03',
          minutes: {
            declared: 25_000,
            counted: { agrees: 15_001, partly: 9_999, noTrace: 0 },
            awaiting: 0,
            withdrawn: 0,
          },
          refused: [],
          costCents: 1_388_889,
          confirmations: [hex('confirmation')],
        },
        {
          month: '2025-01',
          minutes: {
            declared: 15_000,
            counted: { agrees: 5_000, partly: 0, noTrace: 6_000 },
            awaiting: 3_600,
            withdrawn: 0,
          },
          refused: [{ code: 'daily-max-exceeded', ground: 'policy', minutes: 400 }],
          costCents: 611_112,
          confirmations: [hex('confirmation')],
        },
      ],
    },
    {
      person: 1,
      project: 'horaires',
      minutes: {
        declared: 20_000,
        counted: { agrees: 10_000, partly: 0, noTrace: 6_000 },
        awaiting: 0,
        withdrawn: 480,
      },
      refused: [
        { code: 'project-not-eligible-at-date', ground: 'policy', minutes: 3_000 },
        { code: 'daily-max-exceeded', ground: 'policy', minutes: 520 },
      ],
      costCents: 1_512_345,
      months: [
        {
          month: '2025-06',
          minutes: {
            declared: 16_480,
            counted: { agrees: 10_000, partly: 0, noTrace: 6_000 },
            awaiting: 0,
            withdrawn: 480,
          },
          refused: [],
          costCents: 1_512_345,
          confirmations: [],
        },
        {
          month: '2025-07',
          minutes: { declared: 3_520, counted: none, awaiting: 0, withdrawn: 0 },
          refused: [
            { code: 'project-not-eligible-at-date', ground: 'policy', minutes: 3_000 },
            { code: 'daily-max-exceeded', ground: 'policy', minutes: 520 },
          ],
          costCents: 0,
          confirmations: [],
        },
      ],
    },
    {
      person: 2,
      project: 'horaires',
      minutes: { declared: 0, counted: none, awaiting: 0, withdrawn: 0 },
      halfDays: { declared: 20, counted: { agrees: 12, partly: 0, noTrace: 4 }, awaiting: 3, withdrawn: 0 },
      refused: [{ code: 'daily-max-exceeded', ground: 'policy', minutes: 0, halfDays: 1 }],
      costCents: 499_999,
      months: [
        {
          month: '2025-02',
          minutes: { declared: 0, counted: none, awaiting: 0, withdrawn: 0 },
          halfDays: { declared: 20, counted: { agrees: 12, partly: 0, noTrace: 4 }, awaiting: 3, withdrawn: 0 },
          refused: [{ code: 'daily-max-exceeded', ground: 'policy', minutes: 0, halfDays: 1 }],
          costCents: 499_999,
          confirmations: [],
        },
      ],
    },
  ],
  signatories: [{ signatory: 'si-1', name: 'Nadège Exemple' }],
  names: [
    {
      name: 'Anne-Zoé Exemple',
      pay: [
        {
          period,
          grossCents: 4_800_000,
          accessoriesCents: 120_000,
          eligibleChargesCents: 1_592_700,
          excludedChargesCents: 210_000,
          eligibleCostCents: 6_512_700,
          timeBase: { unit: 'minute', amount: 96_420, how: 'legal-ratio' },
          counted: [
            { ...winter, amount: 8_000 },
            { ...after, amount: 44_000 },
          ],
        },
      ],
      contributions: ['b'.repeat(40), 'a'.repeat(40)],
    },
    {
      // Decomposed on purpose: directories are written by many hands.
      name: 'Noe\u0308l Fictif',
      pay: [
        {
          period,
          grossCents: 6_000_000,
          accessoriesCents: 0,
          eligibleChargesCents: 2_374_983,
          excludedChargesCents: 0,
          eligibleCostCents: 8_374_983,
          timeBase: { unit: 'half-day', amount: 268, how: 'days' },
          counted: [
            { ...winter, amount: 2 },
            { ...after, amount: 14 },
          ],
        },
      ],
      contributions: [],
    },
  ],
};

/** The sample under a reading of the proposal, with aid received. */
export const sampleUnder = (reading: InvestorReading, aidCents: number): StatementInput => ({
  ...sampleInput,
  scheme: {
    ...sampleInput.scheme,
    parameters: [
      ...sampleInput.scheme.parameters,
      { key: 'corporateTaxRate', value: '1/4', from: '2022-01-01', to: null, reference: 'CGI 219, I', certainty: 'M' },
    ],
  },
  simulation: simulated(reading, aidCents),
  declared: {
    ...sampleInput.declared,
    otherAid: [{ kind: 'subsidy', grantor: 'Région Exemple', period, amountCents: aidCents }],
  },
});

export const build = (input: StatementInput = sampleInput): BuiltStatement => buildPayload(input, { sha256, saltOf });

/** What a use case does: with the signer's current key. */
export async function sign(signer: Signer, typ: JwsType, payload: object): Promise<string> {
  const [key] = await signer.publicKeys();
  return signJws(typ, payload, key!, { ...checks, signDigest: signer.signDigest });
}

export const jwksOf = (keys: readonly PublicJwk[]): { keys: readonly PublicJwk[] } => ({ keys });
