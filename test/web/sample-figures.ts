// One invented statement as pages show it: the statement room's own sample under the names of an ordinary year.

import { assessmentFigures } from '../../lib/rules/figures/assessment.ts';
import { investorFigures } from '../../lib/rules/figures/digital-commons-investor.ts';
import { notProven } from '../../lib/statement/not-proven.ts';
import type { StatementPayload } from '../../lib/statement/payload.ts';
import { problem } from '../../lib/statement/problem.ts';
import type { Verification } from '../../lib/statement/verify.ts';
import { build, hex, sampleInput } from '../statement/sample-statement.ts';

const [supervision, timetables] = sampleInput.projects;

export const samplePayload: StatementPayload = build({
  ...sampleInput,
  operator: { name: 'Rail Exemple', isClaimant: true },
  company: { siren: '999001001', name: 'Rail Exemple' },
  scheme: {
    ...sampleInput.scheme,
    parameters: [...assessmentFigures, ...investorFigures]
      .filter(({ key }) =>
        [
          'rate.first',
          'rate.above',
          'thresholdCents',
          'operatingFlatRate',
          'timeBase.fallbackMinutes',
          'caps.dailyMinutes',
        ].includes(key),
      )
      .map(({ key, value, from, to, legalReference, certainty }) => ({
        key,
        value: String(value),
        from,
        to,
        reference: legalReference,
        certainty,
      })),
  },
  projects: [
    { ...supervision!, name: 'Supervision', foundation: { id: 'fo-a', name: 'Open Infrastructure Foundation' } },
    { ...timetables!, name: 'Horaires ouverts', foundation: { id: 'fo-b', name: 'Commun ferroviaire' } },
  ],
}).payload;

const status = { state: 'issued', asOf: '2026-03-02T10:00:00.000Z' } as const;

export const authentic: Verification = {
  result: 'authentic',
  exitCode: 0,
  problems: [],
  checked: [],
  payload: samplePayload,
  kid: 'Yx0n6bQnU0c0YpQ3hB1l7kq2vJ9mWd5tEoR8sZ4aXuI',
  level: 'names',
  lines: sampleInput.lines,
  names: sampleInput.names.map((name, i) => ({ ...name, name: ['Alice Vernois', 'Fabien Grandval'][i]! })),
  signatories: [{ signatory: 'si-1', name: 'Nadège Kerlouan' }],
  computation: { recomputed: 7, steps: 7, from: 'pay' },
  trust: 'self',
  seenAt: null,
  registrar: 'nobody',
  status,
  notProven: notProven(samplePayload, {
    trust: 'self',
    seenAt: null,
    statusChecked: true,
    keysPinned: false,
    log: null,
  }),
};

export const altered: Verification = {
  ...authentic,
  result: 'invalid',
  exitCode: 1,
  problems: [problem('signature-wrong')],
  payload: null,
  kid: null,
  level: 'totals',
  lines: null,
  names: null,
  signatories: null,
  computation: null,
  status: 'not-checked',
  notProven: [],
};

export const replaced: Verification = {
  ...authentic,
  result: 'superseded',
  exitCode: 3,
  problems: [problem('superseded', '2025-0002')],
  status: { ...status, state: 'superseded' },
};

export const sampleDigest = hex;
