// The sample statement as the renderers take it, at a level and in a language, with what the ledger adds.
import type { Language } from '../../lib/model/text.ts';
import type { StatementInput } from '../../lib/statement/build.ts';
import type { Corrections } from '../../lib/statement/corrections.ts';
import type { ShownEntry } from '../../lib/statement/entries.ts';
import { readDisclosures } from '../../lib/statement/read-disclosures.ts';
import type { WorkbookInput } from '../../lib/statement/render-xlsx.ts';
import { disclosuresAt, type ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { build, hex, sampleInput, sha256 } from './sample-statement.ts';

export function workbookInput(
  level: ViewLevel,
  language: Language,
  input: StatementInput = sampleInput,
): WorkbookInput {
  const { payload, disclosures } = build(input);
  const encoded = disclosuresAt(level, disclosures).map((each) => each.encoded);
  return {
    payload,
    ...readDisclosures(payload, encoded, sha256),
    kid: 'the-kid',
    jwsSha256: hex('jws'),
    jsonSha256: hex('json'),
    trust: 'self',
    seenAt: null,
    registrar: 'nobody',
    isTest: false,
    language,
  };
}

/** What a company changed after its last export: one month of a person on the statement, one of somebody else, and the pay. */
export const sampleCorrections: Corrections = {
  since: { kind: 'export', number: '2025-0001', at: '2026-03-02T08:00:00.000Z' },
  upTo: '2026-04-02T08:00:00.000Z',
  months: [
    {
      ...{ person: 1, project: 'supervision', month: '2025-03', unit: 'minutes', included: 'no' },
      declared: { before: 25_000, after: 24_520 },
      counted: { before: 25_000, after: 24_520 },
      acts: [
        { kind: 'correction-posted', at: '2026-03-10T09:11:12.000Z', reason: '=Saisi deux fois le 12 mars' },
        { kind: 'contributions-confirmed', at: '2026-03-11T09:00:00.000Z', reason: null },
      ],
    },
    {
      ...{ person: null, project: 'supervision', month: '2025-03', unit: 'minutes', included: 'yes' },
      declared: { before: 0, after: 600 },
      counted: { before: 0, after: 0 },
      acts: [{ kind: 'timesheet-posted', at: '2026-03-09T09:00:00.000Z', reason: null }],
    },
  ],
  others: [{ kind: 'pay-recorded', at: '2026-03-12T09:00:00.000Z', number: null, included: 'no' }],
};

export const sampleEntries: readonly ShownEntry[] = [
  {
    ...{ line: 1, person: 1, project: 'supervision', day: '2025-03-12', unit: 'minute', amount: 480 },
    parts: [
      { state: 'counted', code: null, amount: 420 },
      { state: 'refused', code: 'daily-max-exceeded', amount: 60 },
    ],
    ...{ file: 'temps-mars.xlsx', sha256: hex('u1'), sheet: 'Mars', row: 14, cell: 'F14' },
    ...{ receivedDay: '2025-04-02', lateDays: null },
    check: { answer: 'checked', at: '2025-04-03T10:00:00.000Z' },
    confirmation: { answer: 'confirmed', at: '2026-02-01T09:30:00.000Z', digest: hex('confirmation') },
    verdict: 'agrees',
    traces: [{ repository: 'supervision-core', kind: 'commit', sha: 'a'.repeat(40), day: '2025-03-12' }],
  },
  {
    ...{ line: 2, person: 1, project: 'horaires', day: '2025-06-02', unit: 'minute', amount: 60 },
    parts: [{ state: 'awaiting', code: 'not-confirmed', amount: 60 }],
    ...{ file: 'correction 12', sha256: null, sheet: null, row: null, cell: null },
    ...{ receivedDay: '2025-09-02', lateDays: 61, check: null, confirmation: null, verdict: null, traces: [] },
  },
];
