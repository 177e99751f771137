// What a statement may say, and that it is only built when everything declared is accounted for.
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../lib/ledger/canonical.ts';
import type { StatementInput } from '../../lib/statement/build.ts';
import { type LineMonth, payloadSchema, type StatementPayload } from '../../lib/statement/payload.ts';
import { renderJson } from '../../lib/statement/render-json.ts';
import { disclosureDigest, disclosuresAt } from '../../lib/statement/sd-jwt.ts';
import { build, saltOf, sampleInput, sha256 } from './sample-statement.ts';

/** The sample with other months on one of its lines. */
const withMonths = (at: number, change: (months: readonly LineMonth[]) => LineMonth[]): StatementInput => ({
  ...sampleInput,
  lines: sampleInput.lines.map((line, i) => (i === at ? { ...line, months: change(line.months) } : line)),
});

const text = (payload: StatementPayload): string => new TextDecoder().decode(renderJson(payload));

describe('building a statement', () => {
  it('gives the same bytes and disclosures again, in whatever order the sets came', () => {
    const first = build();
    const shuffled = build({
      ...sampleInput,
      heads: sampleInput.heads.toReversed(),
      projects: sampleInput.projects.toReversed(),
      refused: sampleInput.refused.toReversed(),
      scheme: { ...sampleInput.scheme, parameters: sampleInput.scheme.parameters.toReversed() },
      evidence: { ...sampleInput.evidence, uploads: sampleInput.evidence.uploads.toReversed() },
    });
    expect(text(shuffled.payload)).toBe(text(first.payload));
    expect(shuffled.disclosures).toEqual(first.disclosures);
  });

  it('hashes three lines, two names and a signatory into sorted digests, and puts no name, sha or pay into the payload', () => {
    const { payload, disclosures } = build();
    expect(disclosures.map((each) => each.claim)).toEqual([
      ...['line-1', 'line-2', 'line-3', 'name-1', 'name-2', 'signatory-1'],
    ]);
    expect(payload.people.count).toBe(2);
    expect(payload.people._sd).toEqual(disclosures.map((each) => disclosureDigest(sha256, each.encoded)).sort());
    expect(payload._sd_alg).toBe('sha-256');
    for (const secret of ['Anne', 'Fictif', 'Nadège', 'aaaaaaaa', '4800000'])
      expect(text(payload)).not.toContain(secret);
    const lines = canonicalText(disclosuresAt('lines', disclosures).map((each) => each.value));
    for (const secret of ['Anne', 'Fictif', 'Nadège', 'aaaaaaaa', '4800000']) expect(lines).not.toContain(secret);
  });

  it('writes names in NFC', () => {
    const { disclosures } = build();
    expect(disclosures[4]?.value).toMatchObject({ name: 'Noël Fictif' });
  });

  it('gives totals no disclosure, lines the lines, names all', () => {
    const { disclosures } = build();
    expect(disclosuresAt('totals', disclosures)).toHaveLength(0);
    expect(disclosuresAt('lines', disclosures)).toHaveLength(3);
    expect(disclosuresAt('names', disclosures)).toHaveLength(6);
  });

  it('is not built where a signatory who confirmed has no name, or one who did not has', () => {
    expect(() => build({ ...sampleInput, signatories: [] })).toThrow(/signatories {2}are named, si-1 confirmed/);
    const other = [...sampleInput.signatories, { signatory: 'si-2', name: 'Personne' }];
    expect(() => build({ ...sampleInput, signatories: other })).toThrow(/si-1, si-2 are named, si-1 confirmed/);
  });

  const broken: readonly [string, StatementInput, RegExp][] = [
    [
      'a minute that was declared and ended nowhere',
      { ...sampleInput, minutes: { ...sampleInput.minutes, awaiting: sampleInput.minutes.awaiting - 1 } },
      /minutes\.declared: 60000 stated, 59999 found/,
    ],
    [
      'a half-day too many',
      { ...sampleInput, halfDays: { ...sampleInput.halfDays!, declared: 21 } },
      /halfDays\.declared: 21 stated, 20 found/,
    ],
    [
      'a cent that the lines do not carry',
      {
        ...sampleInput,
        lines: sampleInput.lines.map((line, i) => (i === 0 ? { ...line, costCents: 2_000_000 } : line)),
      },
      /projects\[1\]\.costCents: 2000001 stated, 2000000 found/,
    ],
    [
      'a project whose cost is missing from the total',
      { ...sampleInput, cost: { ...sampleInput.cost!, cents: 1 } },
      /costCents: 1 stated, 4012345 found/,
    ],
    ['a line of nobody', { ...sampleInput, names: sampleInput.names.slice(0, 1) }, /people\.count: 1 stated, 2 found/],
    [
      'a minute moved from one refusal code to another on a line',
      {
        ...sampleInput,
        lines: sampleInput.lines.map((line, i) =>
          i === 1
            ? {
                ...line,
                refused: [
                  { code: 'project-not-eligible-at-date', ground: 'policy', minutes: 3_001 },
                  { code: 'daily-max-exceeded', ground: 'policy', minutes: 519 },
                ],
              }
            : line,
        ),
      },
      /project-not-eligible-at-date\.policy\.minutes: 3000 stated, 3001 found/,
    ],
    [
      'a project named twice',
      { ...sampleInput, projects: [...sampleInput.projects, sampleInput.projects[0]!] },
      /project supervision stands twice/,
    ],
    [
      'a minute that no month of a line has',
      withMonths(0, ([first, second]) => [{ ...first!, minutes: { ...first!.minutes, declared: 24_999 } }, second!]),
      /lines\[0\]\.months\.2025-03\.minutes\.declared: 24999 stated, 25000 found/,
    ],
    [
      'a cent more in the months than on their line',
      withMonths(2, ([only]) => [{ ...only!, costCents: 500_000 }]),
      /lines\[2\]\.months\.costCents: 499999 stated, 500000 found/,
    ],
    [
      'a month outside the period',
      withMonths(2, ([only]) => [{ ...only!, month: '2026-01' }]),
      /lines\[2\]\.months\.month: 1 stated, 0 found/,
    ],
    [
      'a month that stands twice',
      withMonths(0, ([first, second]) => [{ ...first!, month: second!.month }, second!]),
      /lines\[0\]\.months\.month: 2 stated, 1 found/,
    ],
    [
      'a confirmation that is none of the project',
      withMonths(2, ([only]) => [{ ...only!, confirmations: sampleInput.lines[0]!.months[0]!.confirmations }]),
      /lines\[2\]\.months\.confirmations: 1 stated, 0 found/,
    ],
  ];
  it.each(broken)('refuses to state %s', (_, input, message) => {
    expect(() => build(input)).toThrow(message);
  });

  it('refuses salts that are short or used twice', async () => {
    const { buildPayload } = await import('../../lib/statement/build.ts');
    expect(() => buildPayload(sampleInput, { sha256, saltOf: () => new Uint8Array(16) })).toThrow(/salt stands twice/);
    const short = (claim: string) => saltOf(claim).slice(0, 15);
    expect(() => buildPayload(sampleInput, { sha256, saltOf: short })).toThrow(/15 bytes, not 16/);
  });
});

describe('what a standing allows', () => {
  const { payload } = build();
  const amount = payload.simulation!;
  const { simulation: _, ...bare } = payload;
  const unpriced = {
    ...bare,
    ...{ cost: undefined, filing: undefined },
    projects: bare.projects.map(({ costCents: __, ...project }) => project),
  };
  const accepted = (value: object): boolean => payloadSchema.safeParse(value).success;
  const under = (code: string, standing: string) => ({ ...payload.scheme, code, standing });

  it('prints a proposal as simulation, never as relief', () => {
    expect(accepted(payload)).toBe(true);
    expect(accepted({ ...bare, relief: amount })).toBe(false);
    expect(accepted({ ...payload, relief: amount })).toBe(false);
  });

  it('prints relief only under a scheme in force', () => {
    const scheme = under('some-scheme', 'in-force');
    expect(accepted({ ...bare, scheme, relief: amount })).toBe(true);
    expect(accepted({ ...payload, scheme })).toBe(false);
    expect(accepted({ ...bare, scheme: under('some-scheme', 'repealed'), relief: amount })).toBe(false);
  });

  it('gives a contribution statement no amount at all', () => {
    const scheme = under('none', 'none');
    expect(accepted({ ...unpriced, scheme })).toBe(true);
    expect(accepted({ ...unpriced, scheme, simulation: amount })).toBe(false);
    expect(accepted({ ...unpriced, scheme, relief: amount })).toBe(false);
    expect(accepted({ ...unpriced, scheme, cost: payload.cost })).toBe(false);
    expect(accepted({ ...bare, scheme })).toBe(false);
    expect(accepted({ ...unpriced })).toBe(false);
  });

  it('refuses a member that no schema names, and a float', () => {
    expect(accepted({ ...payload, status: 'issued' })).toBe(false);
    expect(accepted({ ...payload, iat: 1.5 })).toBe(false);
  });
});
